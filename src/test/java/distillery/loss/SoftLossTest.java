package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftLossTest {
    private final double[] student = GradientCheck.logits(6, 40);
    private final double[] teacher = GradientCheck.logits(7, 40);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 4, 20, 1000, Double.POSITIVE_INFINITY})
    void crossEntropyIsDivergencePlusTheTeachersEntropy(double temperature) {
        SoftLoss loss = SoftLoss.of(student, teacher, 10, temperature);
        double sum = loss.divergence() + loss.teacherEntropy();
        assertEquals(sum, loss.crossEntropy(), 1e-14 * sum);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 20})
    void gradientIsTheSlopeOfTheDivergence(double temperature) {
        double[] gradient = SoftLoss.of(student, teacher, 10, temperature).gradient();
        GradientCheck.assertSlope(z -> SoftLoss.of(z, teacher, 10, temperature).divergence(), student, gradient);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4, 20, 100})
    void anUnfrozenTeacherIsPulledAlongTheSlopeOfTheDivergence(double temperature) {
        double[] gradient = SoftLoss.teacherGradient(student, teacher, 10, temperature);
        GradientCheck.assertSlope(v -> SoftLoss.of(student, v, 10, temperature).divergence(), teacher, gradient);
    }

    @Test
    void aTeacherPulledAlongTheSlopeComesNearerToItsStudent() {
        double[] gradient = SoftLoss.teacherGradient(student, teacher, 10, 4);
        double before = SoftLoss.of(student, teacher, 10, 4).divergence();
        double[] moved = LossValue.sum(1, teacher, -1, gradient);
        assertTrue(SoftLoss.of(student, moved, 10, 4).divergence() < before);
        assertArrayEquals(new double[40], SoftLoss.teacherGradient(teacher, teacher, 10, 4));
    }

    @Test
    void theLimitsOfTemperatureGiveATeacherNoSlope() {
        for (double limit : new double[] {0, Double.POSITIVE_INFINITY, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> SoftLoss.teacherGradient(student, teacher, 10, limit));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 20, 1e6})
    void aConstantAddedToEveryLogitMakesNoDifference(double temperature) {
        SoftLoss plain = SoftLoss.of(student, teacher, 10, temperature);
        SoftLoss moved =
                SoftLoss.of(GradientCheck.shifted(student, 8), GradientCheck.shifted(teacher, -4), 10, temperature);
        assertEquals(plain.divergence(), moved.divergence(), 1e-12 * plain.divergence());
        assertArrayEquals(plain.gradient(), moved.gradient(), 1e-13 / temperature);
    }

    @Test
    void aStudentThatEqualsItsTeacherHasNothingToLearn() {
        for (double temperature : new double[] {0, 0.05, 1, 1000, Double.POSITIVE_INFINITY}) {
            SoftLoss loss = SoftLoss.of(teacher, teacher, 10, temperature);
            assertEquals(0, loss.divergence());
            assertArrayEquals(new double[40], loss.gradient());
        }
    }

    @Test
    void atTemperatureZeroOnlyTheLargestClassesCount() {
        double[] teacherOfTwo = {3, 3, 1};
        assertEquals(0, SoftLoss.of(new double[] {9, 9, 0}, teacherOfTwo, 3, 0).divergence());
        assertEquals(
                Math.log(1.5),
                SoftLoss.of(new double[] {5, 5, 5}, teacherOfTwo, 3, 0).divergence(),
                1e-15);
        SoftLoss disagreement = SoftLoss.of(new double[] {5, 4, 5}, teacherOfTwo, 3, 0);
        assertEquals(Double.POSITIVE_INFINITY, disagreement.divergence());
        double[] pulls = {0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertArrayEquals(pulls, disagreement.gradient());
    }

    @Test
    void staysFiniteForHugeLogitsAndSmallTemperatures() {
        SoftLoss loss = SoftLoss.of(new double[] {-1e4, 1e4}, new double[] {1e4, -1e4}, 2, 0.05);
        assertEquals(4e5, loss.divergence());
        assertArrayEquals(new double[] {-20, 20}, loss.gradient());
    }

    @Test
    void refusesTeacherAndStudentOfDifferentSizes() {
        assertThrows(IllegalArgumentException.class, () -> SoftLoss.of(new double[10], new double[20], 10, 1));
    }
}
