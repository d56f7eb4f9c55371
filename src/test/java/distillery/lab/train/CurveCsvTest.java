package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveCsvTest {
    private static String csv(Map<String, Curve> curves) throws IOException {
        StringBuilder out = new StringBuilder();
        CurveCsv.write(out, curves);
        return out.toString();
    }

    private static Curve curve(double... xy) {
        Curve curve = new Curve();
        for (int i = 0; i < xy.length; i += 2) {
            curve.append(xy[i], xy[i + 1]);
        }
        return curve;
    }

    @Test
    void curvesOfDifferentStepsShareOneTable() throws IOException {
        Map<String, Curve> curves = new LinkedHashMap<>();
        curves.put("distilled, hard", curve(1, 0.5, 2, 0.25, 3, 0.125));
        curves.put("labels only", curve(2, 1e-9, 4, 7));
        assertEquals("""
                step,"distilled, hard",labels only
                1,0.5,
                2,0.25,1.0E-9
                3,0.125,
                4,,7.0
                """.replace("\n", "\r\n"), csv(curves));
    }

    @Test
    void everyNumberReadsBackAsTheSameDouble() throws IOException {
        double[] values = new Random(4).doubles(500).map(Math::log).toArray();
        Curve curve = new Curve();
        curve.smooth(0.9);
        for (int i = 0; i < values.length; i++) {
            curve.append(i, values[i]);
        }
        String[] lines = csv(Map.of("loss", curve)).split("\r\n", -1);
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], Double.parseDouble(lines[i + 1].split(",", -1)[1]));
        }
    }

    @Test
    void anEmptyCurveLeavesTheHeader() throws IOException {
        assertEquals("step,loss\r\n", csv(Map.of("loss", new Curve())));
    }
}
