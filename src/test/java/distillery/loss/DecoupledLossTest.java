package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoupledLossTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final double[] student = GradientCheck.logits(11, 40);
    private final double[] teacher = GradientCheck.logits(12, 40);
    private final int[] labels = GradientCheck.labels(13, 4, 10);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 4, 20, 1000, 1e6})
    void theDivergenceIsTheSumOfItsParts(double temperature) {
        DecoupledLoss.Value value = new DecoupledLoss(temperature, 1, 1).of(student, teacher, labels, 10);
        double sum = 0;
        for (int row = 0; row < 4; row++) {
            double othersShare = 1 - value.teacherTarget()[row];
            sum += value.tckdPerSample()[row] + othersShare * value.nckdPerSample()[row];
        }
        double divergence = SoftLoss.of(student, teacher, 10, temperature).divergence();
        assertEquals(divergence, sum / 4, 1e-12 * divergence);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 20, 100})
    void anUnfrozenTeacherIsPulledAlongTheSlope(double temperature) {
        DecoupledLoss loss = new DecoupledLoss(temperature, 1, 8);
        double[] gradient = loss.teacherGradient(student, teacher, labels, 10);
        GradientCheck.assertSlope(v -> loss.of(student, v, labels, 10).value(), teacher, gradient);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 20, 1000, INFINITY})
    void gradientIsTheSlope(double temperature) {
        DecoupledLoss loss = new DecoupledLoss(temperature, 1, 8);
        double[] gradient = loss.of(student, teacher, labels, 10).gradient();
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).value(), student, gradient);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 4, 20, 1000})
    void withoutT2TheGradientIsThatMuchSmaller(double temperature) {
        DecoupledLoss loss = new DecoupledLoss(temperature, 1, 8);
        double[] scaled = loss.of(student, teacher, labels, 10).gradient();
        double[] raw = loss.rawGradient(student, teacher, labels, 10);
        for (int i = 0; i < raw.length; i++) {
            assertEquals(scaled[i], temperature * temperature * raw[i], 1e-12 * (1 + Math.abs(scaled[i])));
        }
    }

    @Test
    void withoutT2TheGradientGrowsWithoutEndAsTheTemperatureFalls() {
        double[] atZero = new DecoupledLoss(0, 1, 8).rawGradient(student, teacher, labels, 10);
        double[] nearby = new DecoupledLoss(1e-4, 1, 8).rawGradient(student, teacher, labels, 10);
        for (int i = 0; i < atZero.length; i++) {
            assertEquals(Math.abs(nearby[i]) < 1e-9 ? 0 : Math.signum(nearby[i]) * INFINITY, atZero[i], "logit " + i);
        }
        assertArrayEquals(
                new double[40], new DecoupledLoss(INFINITY, 1, 8).rawGradient(student, teacher, labels, 10), 1e-300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 4, INFINITY})
    void gradientRowsSumToZero(double temperature) {
        double[] gradient = new DecoupledLoss(temperature, 1, 8)
                .of(student, teacher, labels, 10)
                .gradient();
        for (int offset = 0; offset < 40; offset += 10) {
            assertEquals(0, GradientCheck.sum(gradient, offset, 10), 1e-13);
        }
    }

    @Test
    void theNonTargetTermNeverTouchesTheLabelsLogit() {
        double[] gradient =
                new DecoupledLoss(4, 0, 8).of(student, teacher, labels, 10).gradient();
        for (int row = 0; row < 4; row++) {
            assertEquals(0, gradient[row * 10 + labels[row]], 1e-300);
        }
    }

    @Test
    void theLimitsAreReached() {
        DecoupledLoss.Value atInfinity = new DecoupledLoss(INFINITY, 1, 8).of(student, teacher, labels, 10);
        DecoupledLoss.Value nearby = new DecoupledLoss(1e9, 1, 8).of(student, teacher, labels, 10);
        assertEquals(atInfinity.tckd(), nearby.tckd(), 1e-6);
        assertEquals(atInfinity.nckd(), nearby.nckd(), 1e-6);
        assertArrayEquals(atInfinity.gradient(), nearby.gradient(), 1e-6);
        DecoupledLoss.Value atZero = new DecoupledLoss(0, 1, 8).of(student, teacher, labels, 10);
        assertEquals(0, atZero.value());
        assertArrayEquals(new double[40], atZero.gradient(), 1e-300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 4, 1000, INFINITY})
    void twoClassesLeaveNothingBesidesTheTarget(double temperature) {
        DecoupledLoss.Value value =
                new DecoupledLoss(temperature, 1, 8).of(new double[] {3, -1}, new double[] {-2, 2}, new int[] {1}, 2);
        assertEquals(0, value.nckd());
        assertEquals(0, value.nckdPerSample()[0]);
    }

    @Test
    void gapsBeyondAThousandDoNotHideTheOtherClasses() {
        double[] wide = {2000, 1, 0, -1};
        double[] level = {2000, 0, 0, 0};
        DecoupledLoss.Value value = new DecoupledLoss(1, 1, 1).of(level, wide, new int[] {0}, 4);
        double[] others = {1, 0, -1};
        double expected = Math.log(3) - Softmax.entropy(Softmax.probabilities(others, 1));
        assertEquals(expected, value.nckd(), 1e-15);
    }

    @Test
    void warmUpGrowsEvenlyAndStaysWhole() {
        assertEquals(0.05, DecoupledLoss.warmUp(1, 20));
        assertEquals(0.5, DecoupledLoss.warmUp(10, 20));
        assertEquals(1, DecoupledLoss.warmUp(20, 20));
        assertEquals(1, DecoupledLoss.warmUp(35, 20));
        assertEquals(1, DecoupledLoss.warmUp(1, 0));
        assertThrows(IllegalArgumentException.class, () -> DecoupledLoss.warmUp(-1, 20));
    }
}
