package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveTest {
    private final Curve curve = new Curve();

    @Test
    void returnsEveryPointAsItWasAppended() {
        for (int i = 0; i < 1000; i++) {
            curve.append(i * 3, 1.0 / (i + 1));
        }
        assertEquals(1000, curve.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i * 3, curve.x(i));
            assertEquals(1.0 / (i + 1), curve.raw().get(i));
        }
    }

    @Test
    void aPlaceIsTheSameFromWhereverBeforeItItIsLookedFor() {
        for (int i = 0; i < 200; i++) {
            curve.append(i * 3, 0);
        }
        for (int x = 0; x <= 600; x++) {
            int place = curve.indexAtOrAfter(x);
            assertEquals((x + 2) / 3, place);
            for (int from = 0; from <= Math.min(place, 199); from++) {
                assertEquals(place, curve.indexAtOrAfter(x, from), x + " from " + from);
            }
        }
    }

    @Test
    void extremesOfEveryStretchAreThoseOfALoop() {
        double[] values = new Random(1).doubles(700, -1, 1).toArray();
        for (int i = 0; i < values.length; i++) {
            curve.append(i, values[i]);
        }
        for (int from = 0; from < values.length; from += 3) {
            for (int to = from + 1; to <= values.length; to += 5) {
                double[] stretch = Arrays.copyOfRange(values, from, to);
                assertEquals(
                        Arrays.stream(stretch).min().orElseThrow(), curve.raw().min(from, to));
                assertEquals(
                        Arrays.stream(stretch).max().orElseThrow(), curve.raw().max(from, to));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double notFinite) {
        assertThrows(IllegalArgumentException.class, () -> curve.append(1, notFinite));
        assertThrows(IllegalArgumentException.class, () -> curve.append(notFinite, 1));
        assertEquals(0, curve.size());
    }

    @Test
    void refusesAnXThatDoesNotAscendAndNamesIt() {
        curve.append(5, 1);
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> curve.append(5, 2));
        assertEquals("x must ascend, was 5.0 after 5.0", refusal.getMessage());
    }

    @Test
    void smoothingAConstantChangesNothing() {
        curve.smooth(0.97);
        for (int i = 0; i < 500; i++) {
            curve.append(i, 0.1);
            assertEquals(0.1, curve.smoothed(i));
        }
    }

    @Test
    void smoothedValueIsTheWeightedMeanOfThePast() {
        double factor = 0.8;
        curve.smooth(factor);
        double[] values = new Random(2).doubles(60).toArray();
        for (int i = 0; i < values.length; i++) {
            curve.append(i, values[i]);
            double sum = 0;
            double weights = 0;
            for (int k = 0; k <= i; k++) {
                sum += Math.pow(factor, i - k) * values[k];
                weights += Math.pow(factor, i - k);
            }
            assertEquals(sum / weights, curve.smoothed(i), 1e-14);
        }
    }

    @Test
    void smoothingLaterIsTheSameAsSmoothingFromTheStart() {
        Curve late = new Curve();
        curve.smooth(0.9);
        double[] values = new Random(3).doubles(200).toArray();
        for (int i = 0; i < values.length; i++) {
            curve.append(i, values[i]);
            late.append(i, values[i]);
        }
        late.smooth(0.5);
        late.smooth(0.9);
        for (int i = 0; i < values.length; i++) {
            assertEquals(curve.smoothed(i), late.smoothed(i));
        }
    }

    @Test
    void withoutSmoothingTheSmoothedValueIsTheRawOne() {
        curve.append(1, 0.25);
        curve.smooth(0.5);
        curve.append(2, 0.75);
        curve.smooth(0);
        assertEquals(0.75, curve.smoothed(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refusesASmoothingThatNeverForgetsOrIsNone(double factor) {
        assertThrows(IllegalArgumentException.class, () -> curve.smooth(factor));
    }

    @Test
    void findsTheNearestPoint() {
        for (double x : new double[] {1, 2, 10}) {
            curve.append(x, 0);
        }
        assertEquals(0, curve.indexNearest(-100));
        assertEquals(1, curve.indexNearest(5.9));
        assertEquals(2, curve.indexNearest(6.1));
        assertEquals(2, curve.indexNearest(1e9));
    }

    @Test
    void aClearedCurveStartsAnew() {
        curve.smooth(0.9);
        for (int i = 0; i < 100; i++) {
            curve.append(i, 100 + i);
        }
        curve.clear();
        assertEquals(0, curve.size());
        curve.append(0, 7);
        assertEquals(7, curve.smoothed(0));
        assertEquals(7, curve.raw().max(0, 1));
        assertEquals(7, curve.smallestPositive());
    }
}
