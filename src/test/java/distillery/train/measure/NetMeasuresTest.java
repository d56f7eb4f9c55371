package distillery.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.train.ArmName;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // what is not there fails the test
class NetMeasuresTest {
    @TempDir
    Path folder;

    @Thorough
    @Test
    void countsAreThoseCountedByHandAndErrorsThoseOfTheRun() throws Exception {
        Engine.start();
        TrainSettings settings = Preset.SMALL_CNN.settings().with(draft -> draft.epochs = 2);
        DataAndTeacher materials = new MaterialsCache().materials(settings, ProgressMonitor.none());
        Experiment done = SeedRuns.run(settings, materials, ProgressMonitor.none(), false, event -> {});
        List<NetMeasures> nets = NetMeasures.all(done, materials, settings.images());
        assertEquals("teacher", nets.get(0).name());
        assertEquals(done.teacherScore().errors(), nets.get(0).errors());
        assertEquals(1, nets.get(0).agreement());
        NetMeasures student = nets.stream()
                .filter(net -> net.name().equals("distilled"))
                .findFirst()
                .orElseThrow();
        assertEquals(NetSpec.parse("28x28-c4-p2-c8-p2-32-10"), student.net());
        long parameters = (9 * 4 + 4) + (4 * 9 * 8 + 8) + (8 * 7 * 7 * 32 + 32) + (32 * 10 + 10);
        assertEquals(parameters, student.parameters());
        assertEquals(4 * parameters, student.floatBytes());
        assertEquals(28 * 28 * 9 * 4 + 14 * 14 * 4 * 9 * 8 + 8 * 7 * 7 * 32 + 32 * 10, student.multiplyAdds());
        done.weights(ArmName.DISTILLED).write(folder.resolve("distilled.npz"));
        assertEquals(Files.size(folder.resolve("distilled.npz")), student.packedBytes());
        assertEquals(done.evaluate().arms().get(ArmName.DISTILLED).errors(), student.errors());
        assertEquals(10_000, student.tested());
        assertTrue(student.one().medianMillis() > 0);
        assertTrue(student.one().medianMillis() <= student.one().p95Millis());
        assertTrue(student.hundred().medianMillis() > student.one().medianMillis());
        assertNotNull(student.best());
        assertTrue(student.best().loss() <= student.plain().loss() + 0.01);
    }
}
