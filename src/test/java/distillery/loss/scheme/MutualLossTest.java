package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import distillery.loss.HardLoss;
import distillery.loss.HintonLoss;
import distillery.loss.Norm;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutualLossTest {
    private final double[] self = GradientCheck.logits(1, 12);
    private final double[] first = GradientCheck.logits(2, 12);
    private final double[] second = GradientCheck.logits(3, 12);
    private final int[] labels = GradientCheck.labels(4, 3, 4);

    @Test
    void gradientIsTheSlopeWithPeersThatStandStill() {
        MutualLoss loss = new MutualLoss(3, 0.7, 1);
        List<double[]> peers = List.of(first, second);
        GradientCheck.assertSlope(
                z -> loss.of(z, peers, labels, 4).value(),
                self,
                loss.of(self, peers, labels, 4).gradient());
    }

    @Test
    void aPeerThatCopiesAddsNothing() {
        MutualLoss.Value value = new MutualLoss(2, 1, 0).of(self, List.of(self.clone()), labels, 4);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @Test
    void onePeerIsATeacher() {
        HintonLoss.Value taught = new HintonLoss(2, 1, 1).of(self, first, labels, 4);
        MutualLoss.Value value = new MutualLoss(2, 1, 1).of(self, List.of(first), labels, 4);
        assertEquals(taught.total(), value.value(), 1e-13);
        assertArrayEquals(taught.gradient(), value.gradient(), 1e-14);
    }

    @Test
    void peersShareOneWeight() {
        double twice = new MutualLoss(1, 1, 0)
                .of(self, List.of(first, first), labels, 4)
                .value();
        assertEquals(new MutualLoss(1, 1, 0).of(self, List.of(first), labels, 4).value(), twice, 1e-13);
    }

    @Test
    void aNetWithoutPeersLearnsFromLabels() {
        MutualLoss.Value value = new MutualLoss(1, 1, 1).of(self, List.of(), labels, 4);
        assertEquals(HardLoss.of(self, labels, 4).value(), value.value());
    }
}
