package distillery.view.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.train.Curve;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DownsampledPathTest {
    private static final int WIDTH = 300;

    /** One pixel is one unit, so that pixels can be compared with values. */
    private static final Axis UP = new Axis(new Range(0, 1), 0, 1, false);

    private static Curve noise(int points) {
        Curve curve = new Curve();
        Random random = new Random(7);
        for (int i = 0; i < points; i++) {
            curve.append(i, random.nextGaussian());
        }
        return curve;
    }

    private static Axis across(Curve curve) {
        return new Axis(new Range(0, curve.lastX()), 0, WIDTH, false);
    }

    @Test
    void fewPointsAreDrawnAsTheyAre() {
        Curve curve = noise(50);
        DownsampledPath trace = DownsampledPath.raw(curve, across(curve), UP, 1);
        assertEquals(50, trace.size());
        for (int i = 0; i < 50; i++) {
            assertEquals(i * WIDTH / 49.0, trace.x()[i], 1e-9);
            assertEquals(curve.raw().get(i), trace.y()[i], 1e-12);
        }
    }

    @Test
    void noExtremeOfAnyColumnIsLost() {
        Curve curve = noise(30_000);
        DownsampledPath trace = DownsampledPath.raw(curve, across(curve), UP, 1);
        double[] lowest = new double[WIDTH + 1];
        double[] highest = new double[WIDTH + 1];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < curve.size(); i++) {
            int column = (int) across(curve).pixel(curve.x(i));
            lowest[column] = Math.min(lowest[column], curve.raw().get(i));
            highest[column] = Math.max(highest[column], curve.raw().get(i));
        }
        double[] drawnLowest = new double[WIDTH + 1];
        double[] drawnHighest = new double[WIDTH + 1];
        Arrays.fill(drawnLowest, Double.POSITIVE_INFINITY);
        Arrays.fill(drawnHighest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < trace.size(); i++) {
            int column = (int) trace.x()[i];
            drawnLowest[column] = Math.min(drawnLowest[column], trace.y()[i]);
            drawnHighest[column] = Math.max(drawnHighest[column], trace.y()[i]);
        }
        assertArrayEquals(lowest, drawnLowest, 1e-12);
        assertArrayEquals(highest, drawnHighest, 1e-12);
    }

    @Test
    void nothingIsInvented() {
        Curve curve = noise(10_000);
        curve.smooth(0.9);
        Set<Double> values = new HashSet<>();
        for (int i = 0; i < curve.size(); i++) {
            values.add(UP.pixel(curve.raw().get(i)));
            values.add(UP.pixel(curve.smoothed(i)));
        }
        for (DownsampledPath trace : new DownsampledPath[] {
            DownsampledPath.raw(curve, across(curve), UP, 1), DownsampledPath.smoothed(curve, across(curve), UP, 1)
        }) {
            for (int i = 0; i < trace.size(); i++) {
                assertTrue(values.contains(trace.y()[i]));
            }
        }
    }

    @Test
    void aMillionPointsLeaveNoLongerATraceThanTheirColumnsAllow() {
        Curve curve = noise(1_000_000);
        curve.smooth(0.9);
        assertTrue(DownsampledPath.raw(curve, across(curve), UP, 1).size() <= 4 * (WIDTH + 1));
        DownsampledPath smoothed = DownsampledPath.smoothed(curve, across(curve), UP, 1);
        assertTrue(smoothed.size() <= WIDTH + 1);
        assertEquals(curve.smoothed(curve.size() - 1), smoothed.y()[smoothed.size() - 1], 1e-12);
    }

    @Test
    void whatALogarithmicAxisCannotShowLiesBelowIt() {
        Curve curve = new Curve();
        curve.append(0, 0);
        curve.append(1, 1);
        Axis up = new Axis(new Range(0.1, 10), 100, 0, true);
        DownsampledPath trace = DownsampledPath.raw(curve, across(curve), up, 1);
        assertTrue(trace.y()[0] > 100 && Double.isFinite(trace.y()[0]));
        assertEquals(50, trace.y()[1], 1e-9);
    }

    @Test
    void aCurveIsCrowdedOnceColumnsHoldSeveralPoints() {
        assertFalse(DownsampledPath.isCrowded(noise(WIDTH), across(noise(WIDTH)), 1));
        assertTrue(DownsampledPath.isCrowded(noise(30_000), across(noise(30_000)), 1));
    }

    @Test
    void barsReachFromTheHighestToTheLowestOfTheirColumnAndLeaveNoGap() {
        Curve curve = noise(30_000);
        double[] highest = new double[WIDTH + 1];
        double[] lowest = new double[WIDTH + 1];
        DownsampledPath.extents(curve, across(curve), UP, 1, (left, high, low) -> {
            highest[(int) left] = high;
            lowest[(int) left] = low;
        });
        for (int i = 0; i < curve.size(); i++) {
            int column = (int) across(curve).pixel(curve.x(i));
            double value = curve.raw().get(i);
            assertTrue(lowest[column] <= value && value <= highest[column]);
        }
        for (int column = 1; column <= WIDTH; column++) {
            assertTrue(lowest[column] <= highest[column - 1] && highest[column] >= lowest[column - 1]);
        }
    }
}
