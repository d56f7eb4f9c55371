package distillery.loss.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import org.junit.jupiter.api.Test;

/** Boxes as numbers under a bound, and as distributions over bins. */
class DetectionLossTest {
    private final double[] student = GradientCheck.logits(1, 20);
    private final double[] teacher = GradientCheck.logits(2, 20);
    private final double[] target = GradientCheck.logits(3, 20);

    @Test
    void gradientsAreTheSlopes() {
        BoundedRegressionLoss bounded = new BoundedRegressionLoss(0.1, 0.5);
        GradientCheck.assertSlope(
                box -> bounded.of(box, teacher, target).value(),
                student,
                bounded.of(student, teacher, target).gradient());
        BoxBinsLoss bins = new BoxBinsLoss(10);
        GradientCheck.assertSlope(
                z -> bins.of(z, teacher, 5).value(),
                student,
                bins.of(student, teacher, 5).gradient());
    }

    @Test
    void whoeverBeatsTheTeacherByTheMarginIsLeftToTheTarget() {
        double[] goal = new double[4];
        double[] poor = {3, 0, 0, 0};
        double[] good = {0.5, 0, 0, 0};
        BoundedRegressionLoss loss = new BoundedRegressionLoss(1, 2);
        BoundedRegressionLoss.Value better = loss.of(good, poor, goal);
        assertArrayEquals(new boolean[] {false}, better.active());
        assertEquals(0, better.bounded());
        assertArrayEquals(new double[] {0.5, 0, 0, 0}, better.gradient());
        BoundedRegressionLoss.Value worse = loss.of(poor, good, goal);
        assertArrayEquals(new boolean[] {true}, worse.active());
        assertEquals(2.5 + 2 * 9, worse.value(), 1e-15);
        assertArrayEquals(new double[] {13, 0, 0, 0}, worse.gradient());
    }

    @Test
    void aTieWithoutAMarginCountsAsBeaten() {
        BoundedRegressionLoss.Value tie = new BoundedRegressionLoss(0, 1).of(teacher, teacher, target);
        assertArrayEquals(new boolean[5], tie.active());
    }

    @Test
    void theExpectedBinIsTheMeanOfItsDistribution() {
        assertArrayEquals(new double[] {1, 2}, BoxBinsLoss.expected(new double[] {4, 4, 4, 0, 0, 900}, 3), 1e-15);
    }
}
