package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintonLossTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final double[] student = GradientCheck.logits(8, 40);
    private final double[] teacher = GradientCheck.logits(9, 40);
    private final int[] labels = GradientCheck.labels(10, 4, 10);

    private HintonLoss.Value at(double temperature) {
        return new HintonLoss(temperature, 0.9, 0.1).of(student, teacher, labels, 10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 20, 1000, INFINITY})
    void gradientsAreTheSlopesOfTheirTerms(double temperature) {
        HintonLoss loss = new HintonLoss(temperature, 0.9, 0.1);
        HintonLoss.Value value = at(temperature);
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).total(), student, value.gradient());
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).hard(), student, value.hardGradient());
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).softTimesT2(), student, value.softGradient());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 20, 1000, INFINITY})
    void gradientRowsSumToZero(double temperature) {
        double[] gradient = at(temperature).gradient();
        for (int offset = 0; offset < 40; offset += 10) {
            assertEquals(0, GradientCheck.sum(gradient, offset, 10), 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e4, 1e8, 1e16, 1e99, 1e101, 1e300})
    void tendsToLogitMatchingAsTheTemperatureGrows(double temperature) {
        LogitLoss matching = new LogitLoss(SquaredError.HALF_SUM_BATCHMEAN, true);
        LossValue limit = matching.of(student, teacher, 10).times(0.1);
        HintonLoss.Value value = at(temperature);
        double error = 100 / temperature + 1e-13;
        assertEquals(limit.value(), value.softTimesT2(), error);
        assertArrayEquals(limit.gradient(), value.softGradient(), error);
        assertEquals(limit.value(), at(INFINITY).softTimesT2(), 1e-13);
        assertArrayEquals(limit.gradient(), at(INFINITY).softGradient(), 1e-14);
    }

    /** Expected values from 80-digit arithmetic. */
    @ParameterizedTest
    @CsvSource({"1000, 11.909356270451589, 0.5917654564462057", "1e6, 11.909200166749514, 0.5919997674380159"})
    void keepsItsDigitsAtHighTemperature(double temperature, double timesT2, double firstPull) {
        double[] someStudent = {2.3, -1.7, 0.4, 5.1, -3.3};
        double[] someTeacher = {-0.6, 4.2, 1.1, -2.5, 0.9};
        HintonLoss.Value value = new HintonLoss(temperature, 1, 0).of(someStudent, someTeacher, new int[] {1}, 5);
        assertEquals(timesT2, value.softTimesT2(), 4 * Math.ulp(timesT2));
        assertEquals(firstPull, value.softGradient()[0], 8 * Math.ulp(firstPull));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-320, 1e-101, 1e-50})
    void theSoftTermVanishesAtTemperatureZero(double temperature) {
        HintonLoss.Value value = at(temperature);
        assertEquals(0, value.softTimesT2(), 1e-40);
        assertArrayEquals(new double[40], value.softGradient(), 1e-40);
        assertEquals(0.1 * value.hard(), value.total(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 4, 1000, INFINITY})
    void aBatchIsTheMeanOfItsRows(double temperature) {
        HintonLoss loss = new HintonLoss(temperature, 0.9, 0.1);
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            double[] oneStudent = Arrays.copyOfRange(student, row * 10, row * 10 + 10);
            double[] oneTeacher = Arrays.copyOfRange(teacher, row * 10, row * 10 + 10);
            sum += loss.of(oneStudent, oneTeacher, new int[] {labels[row]}, 10).total();
        }
        assertEquals(sum / 4, at(temperature).total(), 1e-13);
    }

    @Test
    void argumentsAreNotChanged() {
        at(4);
        assertArrayEquals(GradientCheck.logits(8, 40), student);
        assertArrayEquals(GradientCheck.logits(9, 40), teacher);
    }

    @ParameterizedTest
    @EnumSource
    void bothConventionsShareOneWholeAndKnowTheWayBack(AlphaConvention convention) {
        for (double alpha : new double[] {0, 0.25, 0.5, 1}) {
            assertEquals(1, convention.softWeight(alpha) + convention.hardWeight(alpha));
            assertEquals(alpha, convention.alpha(convention.softWeight(alpha)));
        }
    }

    @Test
    void theConventionsAreOpposite() {
        assertEquals(0.25, AlphaConvention.ALPHA_ON_SOFT.softWeight(0.25));
        assertEquals(0.25, AlphaConvention.ALPHA_ON_HARD.hardWeight(0.25));
    }

    @Test
    void refusesWeightsAndTemperaturesThatMeanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new HintonLoss(-1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new HintonLoss(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new HintonLoss(1, 1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> AlphaConvention.ALPHA_ON_SOFT.softWeight(1.1));
    }
}
