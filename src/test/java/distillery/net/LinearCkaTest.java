package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinearCkaTest {
    private static final int ROWS = 40;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static double[] random(long seed, int width) {
        return new Random(seed).doubles((long) ROWS * width, -1, 1).toArray();
    }

    @Test
    void aLayerIsQuiteLikeItself() {
        double[] layer = random(1, 7);
        assertEquals(1, LinearCka.of(layer, layer, ROWS), 1e-12);
    }

    @Test
    void turningScalingAndMovingALayerChangesNothing() {
        double[] layer = random(2, 2);
        double[] other = random(3, 5);
        double[] turned = new double[layer.length];
        for (int row = 0; row < ROWS; row++) {
            double x = layer[2 * row];
            double y = layer[2 * row + 1];
            turned[2 * row] = 3 * (Math.cos(0.7) * x - Math.sin(0.7) * y) + 4;
            turned[2 * row + 1] = 3 * (Math.sin(0.7) * x + Math.cos(0.7) * y) - 1;
        }
        assertEquals(1, LinearCka.of(layer, turned, ROWS), 1e-12);
        assertEquals(LinearCka.of(layer, other, ROWS), LinearCka.of(turned, other, ROWS), 1e-12);
    }

    @Test
    void layersThatShareNothingHaveNothingInCommon() {
        double[] first = {1, -1, 1, -1};
        double[] second = {1, 1, -1, -1};
        assertEquals(0, LinearCka.of(first, second, 4), 1e-12);
    }

    /** By hand: x and y are single columns, so the value is the square of their correlation. */
    @Test
    void ofTwoColumnsItIsTheSquaredCorrelation() {
        double[] first = {0, 1, 2, 3};
        double[] second = {0, 2, 1, 3};
        assertEquals(0.8 * 0.8, LinearCka.of(first, second, 4), 1e-12);
        assertTrue(LinearCka.of(random(4, 3), random(5, 6), ROWS) < 0.5);
    }

    @Test
    void aLayerThatAlwaysSaysTheSameIsLikeNone() {
        double[] constant = new double[ROWS];
        Arrays.fill(constant, 2);
        assertTrue(Double.isNaN(LinearCka.of(constant, random(6, 3), ROWS)));
        assertThrows(IllegalArgumentException.class, () -> LinearCka.of(new double[3], new double[4], 2));
    }
}
