package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.net.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A teacher from a file of weights is the net that was saved, or is refused with the file and the reason. */
class TeacherFileTest {
    private static final Shape DIGIT = new Shape(1, 28, 28);

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private Path file(NetSpec layers) throws Problem {
        Path file = folder.resolve("teacher.npz");
        Teacher.untrained(TeacherSettings.untrained(layers), 3).weights().write(file);
        return file;
    }

    private static TrainSettings taughtBy(TeacherSettings teacher) {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.teacher = teacher;
            draft.student = NetSpec.dense(784, 10);
            draft.images = 100;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"784-20-10", "28x28-c3-p2-c4k5-p2-12-10"})
    void itTeachesWhatTheSavedNetSays(String layers) throws Problem {
        NetSpec net = NetSpec.parse(layers);
        Path file = file(net);
        TeacherSettings found = TeacherFile.look(file.toString(), DIGIT, 10);
        assertEquals(net, found.layers());
        DataAndTeacher materials = new MaterialsCache().materials(taughtBy(found), ProgressMonitor.none());
        Weights saved = Teacher.untrained(TeacherSettings.untrained(net), 3).weights();
        assertArrayEquals(saved.values(), materials.teacher().weights().values());
    }

    @Test
    void anotherFileOfTheSameNameIsAnotherTeacher() throws Exception {
        Path file = file(NetSpec.dense(784, 20, 10));
        MaterialsCache cache = new MaterialsCache();
        TrainSettings settings = taughtBy(TeacherFile.look(file.toString(), DIGIT, 10));
        Teacher first = cache.materials(settings, ProgressMonitor.none()).teacher();
        assertEquals(first, cache.materials(settings, ProgressMonitor.none()).teacher());
        Teacher.untrained(TeacherSettings.untrained(NetSpec.dense(784, 20, 10)), 4)
                .weights()
                .write(file);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        Teacher second = cache.materials(settings, ProgressMonitor.none()).teacher();
        assertTrue(first.weights().values()[0] != second.weights().values()[0]);
    }

    @Test
    void itIsTheOneThatLabelsRandomPointsToo() throws Exception {
        TrainSettings toy = Preset.TOY.settings();
        NetSpec layers = toy.teacher().layers();
        TeacherSettings found = TeacherFile.look(file(layers).toString(), layers.input(), layers.classes());
        DataAndTeacher materials =
                new MaterialsCache().materials(toy.with(draft -> draft.teacher = found), ProgressMonitor.none());
        Weights saved = Teacher.untrained(TeacherSettings.untrained(layers), 3).weights();
        assertArrayEquals(saved.values(), materials.teacher().weights().values());
    }

    @Test
    void aFileThatIsMissingOrHoldsNoNumbersIsRefusedByName() throws Exception {
        Path missing = folder.resolve("none.npz");
        Problem none = assertThrows(Problem.class, () -> TeacherFile.look(missing.toString(), DIGIT, 10));
        assertTrue(none.getMessage().contains("none.npz"), none.getMessage());
        NetSpec net = NetSpec.dense(784, 10);
        float[] values = new float[Math.toIntExact(net.parameters())];
        values[7] = Float.NaN;
        Path broken = folder.resolve("broken.npz");
        new Weights(net, values).write(broken);
        Problem nan = assertThrows(Problem.class, () -> TeacherFile.look(broken.toString(), DIGIT, 10));
        assertTrue(nan.getMessage().contains("broken.npz") && nan.getMessage().contains("0.weight"), nan.getMessage());
    }

    @Test
    void aTeacherOfOtherClassesThanTheDataIsRefused() throws Problem {
        Path file = file(NetSpec.dense(784, 20, 7));
        Problem refused = assertThrows(Problem.class, () -> TeacherFile.look(file.toString(), DIGIT, 10));
        assertTrue(refused.getMessage().contains("2.weight gives 7 classes"), refused.getMessage());
    }
}
