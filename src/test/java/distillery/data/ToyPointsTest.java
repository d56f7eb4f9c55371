package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToyPointsTest {
    private static float[] all(ToyPoints points) {
        float[] all = new float[points.count() * points.features()];
        for (int i = 0; i < points.count(); i++) {
            points.copyInto(all, i * points.features(), i, 0, 0);
        }
        return all;
    }

    private static ToyPoints seeded(long seed) {
        return new ToyPoints(5000, 10, 2, seed, point -> point[0] > 0 ? 1 : 0);
    }

    @Test
    void areStandardNormal() {
        float[] all = all(seeded(1));
        double sum = 0;
        double squares = 0;
        for (float value : all) {
            sum += value;
            squares += value * value;
        }
        // Six standard errors of 50,000 draws: 6/√n for the mean, 6·√(2/n) for the variance.
        assertEquals(0, sum / all.length, 0.027);
        assertEquals(1, squares / all.length, 0.038);
    }

    @Test
    void sameSeedSamePointsOtherSeedOthers() {
        assertArrayEquals(all(seeded(1)), all(seeded(1)));
        assertFalse(Arrays.equals(all(seeded(1)), all(seeded(2))));
    }

    @Test
    void carryTheLabelTheirPointAsksFor() {
        ToyPoints points = seeded(3);
        float[] all = all(points);
        for (int i = 0; i < points.count(); i++) {
            assertEquals(all[i * 10] > 0 ? 1 : 0, points.label(i));
        }
    }

    @Test
    void stayWhereTheyAre() {
        ToyPoints points = seeded(3);
        float[] still = new float[10];
        float[] moved = new float[10];
        points.copyInto(still, 0, 7, 0, 0);
        points.copyInto(moved, 0, 7, 2, -2);
        assertArrayEquals(still, moved);
    }

    @Test
    void refuseLabelsBeyondTheirClasses() {
        assertThrows(IllegalArgumentException.class, () -> new ToyPoints(1, 1, 2, 0, point -> 2));
        assertThrows(IllegalArgumentException.class, () -> new ToyPoints(0, 1, 2, 0, point -> 0));
    }
}
