package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TargetLossTest {
    private final double[] student = GradientCheck.logits(5, 12);
    private final double[] teacher = GradientCheck.logits(6, 12);

    @Test
    void withATeachersProbabilitiesItIsTheSoftLoss() {
        SoftLoss soft = SoftLoss.of(student, teacher, 4, 3);
        LossValue loss = TargetLoss.of(student, Softmax.probabilities(teacher, 4, 3), 4, 3);
        assertEquals(soft.crossEntropy(), loss.value(), 1e-13);
        assertArrayEquals(soft.gradient(), loss.gradient(), 1e-14);
    }

    @Test
    void gradientIsTheSlope() {
        double[] targets = Softmax.probabilities(teacher, 4, 1);
        GradientCheck.assertSlope(
                z -> TargetLoss.of(z, targets, 4, 2).value(),
                student,
                TargetLoss.of(student, targets, 4, 2).gradient());
    }

    @Test
    void whatTheTargetExcludesMayBeImpossible() {
        LossValue loss = TargetLoss.of(new double[] {1e5, 0}, new double[] {1, 0}, 2, 1);
        assertEquals(0, loss.value());
        assertThrows(
                IllegalArgumentException.class,
                () -> TargetLoss.of(new double[] {0, 0}, new double[] {1.5, -0.5}, 2, 1));
    }
}
