package distillery.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.net.NetSpec;
import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import distillery.train.measure.Timing;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuresCsvTest {
    private static NetMeasures net(String name, @Nullable Calibration best) {
        Calibration plain = new Calibration(1, 0.125, 0.5, List.of());
        return new NetMeasures(
                name,
                NetSpec.parse("2-3-2"),
                17,
                68,
                900,
                12,
                new Timing(1, 2, 9),
                new Timing(3, 4, 9),
                5.5,
                0,
                6,
                100,
                0.75,
                plain,
                best);
    }

    @Test
    void everyNetHasARowAndWhatWasNotMeasuredStaysEmpty() throws IOException {
        StringBuilder out = new StringBuilder();
        MeasuresCsv.write(
                out, List.of(net("teacher", null), net("distilled", new Calibration(1.5, 0.25, 0.4, List.of()))));
        List<String> lines = out.toString().lines().toList();
        assertEquals(3, lines.size());
        assertEquals("teacher,2-3-2,17,68,900,12,1.0,2.0,3.0,4.0,5.5,0,6,100,0.75,0.125,0.5,,,", lines.get(1));
        assertEquals(
                "distilled,2-3-2,17,68,900,12,1.0,2.0,3.0,4.0,5.5,0,6,100,0.75,0.125,0.5,1.5,0.25,0.4", lines.get(2));
        assertEquals(lines.get(0).split(",").length, lines.get(2).split(",").length, "as many names as numbers");
    }
}
