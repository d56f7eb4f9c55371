package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogitMatchingTest {
    private final double[] student = GradientCheck.logits(14, 30);
    private final double[] teacher = GradientCheck.logits(15, 30);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(SquaredError reduction) {
        for (boolean centred : new boolean[] {false, true}) {
            LogitLoss loss = new LogitLoss(reduction, centred);
            double[] gradient = loss.of(student, teacher, 5).gradient();
            GradientCheck.assertSlope(z -> loss.of(z, teacher, 5).value(), student, gradient);
        }
    }

    @Test
    void onlyTheCentredDistanceIgnoresAConstant() {
        double[] moved = GradientCheck.shifted(teacher, 3);
        LogitLoss centred = new LogitLoss(SquaredError.MEAN, true);
        LogitLoss plain = new LogitLoss(SquaredError.MEAN, false);
        assertEquals(0, centred.of(moved, teacher, 5).value(), 1e-28);
        assertEquals(9, plain.of(moved, teacher, 5).value(), 1e-13);
    }

    @Test
    void theScaledGradientNearsTheCentredDifferenceAsOneOverT() {
        HighTemperatureLimit limit = new HighTemperatureLimit(student, teacher, 5);
        double coarse = limit.at(1e4).errorToCentred();
        double fine = limit.at(1e5).errorToCentred();
        assertEquals(10, coarse / fine, 0.01);
        assertEquals(1, limit.at(1e5).cosineToCentred(), 1e-9);
        assertTrue(limit.at(1e5).errorToDifference() > fine);
    }

    @Test
    void theLimitIsReachedAtInfinity() {
        HighTemperatureLimit limit = new HighTemperatureLimit(student, teacher, 5);
        HighTemperatureLimit.Approach there = limit.at(Double.POSITIVE_INFINITY);
        assertArrayEquals(limit.centredDifference(), there.scaledGradient(), 1e-13);
        assertEquals(limit.divergenceTimesT2(), there.divergenceTimesT2(), 1e-13);
        assertEquals(0, there.errorToCentred(), 1e-14);
    }

    @Test
    void equalLogitsAreAtTheirLimitAlready() {
        HighTemperatureLimit.Approach approach = new HighTemperatureLimit(student, student, 5).at(4);
        assertEquals(0, approach.errorToCentred());
        assertEquals(1, approach.cosineToCentred());
    }
}
