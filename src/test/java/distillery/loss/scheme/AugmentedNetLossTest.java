package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmentedNetLossTest {
    private final AugmentedNetLoss loss = new AugmentedNetLoss(2, 4, 0.6);
    private final double[] inputs = GradientCheck.logits(1, 12); // four samples of three numbers
    private final int[] labels = GradientCheck.labels(2, 4, 2);
    // five hidden units
    private final double[] w1 = GradientCheck.logits(3, 15);
    private final double[] b1 = GradientCheck.logits(4, 5);
    private final double[] w2 = scaled(GradientCheck.logits(5, 10));
    private final double[] b2 = GradientCheck.logits(6, 2);

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(x -> x / 10).toArray();
    }

    private double value(double[] w1, double[] b1, double[] w2, double[] b2) {
        return loss.of(inputs, labels, new AugmentedNetLoss.Net(w1, b1, w2, b2)).value();
    }

    @Test
    void gradientsAreTheSlopes() {
        AugmentedNetLoss.Net slopes = loss.of(inputs, labels, new AugmentedNetLoss.Net(w1, b1, w2, b2))
                .gradient();
        GradientCheck.assertSlope(w -> value(w, b1, w2, b2), w1, slopes.w1());
        GradientCheck.assertSlope(b -> value(w1, b, w2, b2), b1, slopes.b1());
        GradientCheck.assertSlope(w -> value(w1, b1, w, b2), w2, slopes.w2());
        GradientCheck.assertSlope(b -> value(w1, b1, w2, b), b2, slopes.b2());
    }

    @Test
    void unitsBeyondTheAugmentedWidthHaveNoSlope() {
        AugmentedNetLoss.Net slopes = loss.of(inputs, labels, new AugmentedNetLoss.Net(w1, b1, w2, b2))
                .gradient();
        assertArrayEquals(new double[3], Arrays.copyOfRange(slopes.w1(), 12, 15));
        assertEquals(0, slopes.b1()[4]);
        assertEquals(0, slopes.w2()[4]);
        assertEquals(0, slopes.w2()[9]);
    }

    @Test
    void anAugmentedNetNoWiderThanTheBaseIsTheBaseTwice() {
        AugmentedNetLoss.Net net = new AugmentedNetLoss.Net(w1, b1, w2, b2);
        AugmentedNetLoss.Value value = new AugmentedNetLoss(3, 3, 1).of(inputs, labels, net);
        assertEquals(2 * value.base(), value.value(), 1e-15);
        assertArrayEquals(value.baseLogits(), value.augmentedLogits());
    }

    @Test
    void widthsBeyondTheNetAreRefused() {
        AugmentedNetLoss.Net net = new AugmentedNetLoss.Net(w1, b1, w2, b2);
        assertThrows(IllegalArgumentException.class, () -> new AugmentedNetLoss(2, 6, 1).of(inputs, labels, net));
        assertThrows(IllegalArgumentException.class, () -> new AugmentedNetLoss(3, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new AugmentedNetLoss.Net(w1, b1, new double[8], b2));
    }
}
