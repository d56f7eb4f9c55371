package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import org.junit.jupiter.api.Test;

class ForgettingLossTest {
    private final double[] old = GradientCheck.logits(1, 15);
    private final double[] recorded = GradientCheck.logits(2, 15);
    private final double[] fresh = GradientCheck.logits(3, 6);
    private final int[] labels = GradientCheck.labels(4, 3, 2);
    private final ForgettingLoss loss = new ForgettingLoss(2, 3);

    private ForgettingLoss.Value of(double[] old, double[] fresh) {
        return loss.of(new ForgettingLoss.Head(old, 5), recorded, new ForgettingLoss.Head(fresh, 2), labels);
    }

    @Test
    void gradientsAreTheSlopesOfBothHeads() {
        ForgettingLoss.Value value = of(old, fresh);
        GradientCheck.assertSlope(z -> of(z, fresh).value(), old, value.oldGradient());
        GradientCheck.assertSlope(z -> of(old, z).value(), fresh, value.newGradient());
    }

    @Test
    void whatIsNotForgottenHasNoSlope() {
        ForgettingLoss.Value value = of(recorded, fresh);
        assertEquals(0, value.oldDivergence());
        assertEquals(0, Norm.squared(value.oldGradient()));
    }
}
