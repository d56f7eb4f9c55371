package distillery.loss.feature;

import static distillery.loss.feature.ActivationBoundaryLoss.Reduction.MEAN;
import static distillery.loss.feature.ActivationBoundaryLoss.Reduction.SUM_OVER_BATCH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationBoundaryLossTest {
    private final double[] student = GradientCheck.logits(1, 12);
    private final double[] teacher = GradientCheck.logits(2, 12);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(ActivationBoundaryLoss.Reduction reduction) {
        ActivationBoundaryLoss loss = new ActivationBoundaryLoss(1, reduction);
        GradientCheck.assertSlope(
                s -> loss.of(s, teacher, 3).value(),
                student,
                loss.of(student, teacher, 3).gradient());
    }

    @Test
    void theReductionsDifferByTheUnits() {
        double mean =
                new ActivationBoundaryLoss(1, MEAN).of(student, teacher, 3).value();
        assertEquals(
                4 * mean,
                new ActivationBoundaryLoss(1, SUM_OVER_BATCH)
                        .of(student, teacher, 3)
                        .value(),
                1e-13);
    }

    @Test
    void onlyTheMarginIsLeftWhereAllUnitsAgree() {
        double[] shy = {0.5, -0.5, 0};
        ActivationBoundaryLoss.Value value = new ActivationBoundaryLoss(1, MEAN).of(shy, new double[] {9, -9, 0}, 1);
        assertEquals(1, value.agreement());
        assertEquals((0.25 + 0.25 + 1) / 3, value.value(), 1e-15);
        assertArrayEquals(new double[] {-1.0 / 3, 1.0 / 3, 2.0 / 3}, value.gradient(), 1e-15);
    }

    @Test
    void aUnitBeyondItsMarginIsLeftAlone() {
        ActivationBoundaryLoss.Value value =
                new ActivationBoundaryLoss(1, MEAN).of(new double[] {1, -1, 7}, new double[] {3, -2, 0.1}, 1);
        assertEquals(0, value.value());
        assertArrayEquals(new double[3], value.gradient());
        assertEquals(2.0 / 3, value.studentActive(), 1e-15);
        assertEquals(2.0 / 3, value.teacherActive(), 1e-15);
    }
}
