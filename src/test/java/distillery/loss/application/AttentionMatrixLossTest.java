package distillery.loss.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import distillery.loss.LossValue;
import distillery.loss.Norm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionMatrixLossTest {
    private final double[] student = GradientCheck.logits(1, 18);
    private final double[] teacher = GradientCheck.logits(2, 18);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(AttentionMatrixLoss loss) {
        GradientCheck.assertSlope(
                z -> loss.of(z, teacher, 3).value(),
                student,
                loss.of(student, teacher, 3).gradient());
    }

    @ParameterizedTest
    @EnumSource
    void theTeachersOwnScoresHaveNeitherLossNorSlope(AttentionMatrixLoss loss) {
        LossValue value = loss.of(teacher, teacher.clone(), 3);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @Test
    void onlyTheScoresKnowAConstantThatAttentionIgnores() {
        double[] moved = teacher.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 2;
        }
        assertEquals(4, AttentionMatrixLoss.MSE_SCORES.of(moved, teacher, 3).value(), 1e-13);
        assertEquals(0, AttentionMatrixLoss.KL_PROBS.of(moved, teacher, 3).value(), 1e-28);
    }
}
