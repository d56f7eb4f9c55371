package distillery.loss.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import distillery.loss.SquaredError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowLossTest {
    private static final int ROWS = 2;

    private final double[] in = GradientCheck.logits(1, ROWS * 2 * 4);
    private final double[] out = GradientCheck.logits(2, ROWS * 3 * 4);
    private final FlowLoss.Layers teacher =
            new FlowLoss.Layers(GradientCheck.logits(3, ROWS * 2 * 9), GradientCheck.logits(4, ROWS * 3 * 9), ROWS, 9);

    private FlowLoss.Layers layers(double[] in, double[] out) {
        return new FlowLoss.Layers(in, out, ROWS, 4);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopesThoughMapsDifferInSize(SquaredError reduction) {
        FlowLoss loss = new FlowLoss(reduction);
        FlowLoss.Value value = loss.of(layers(in, out), teacher);
        GradientCheck.assertSlope(f -> loss.of(layers(f, out), teacher).value(), in, value.inGradient());
        GradientCheck.assertSlope(f -> loss.of(layers(in, f), teacher).value(), out, value.outGradient());
    }

    @Test
    void theFlowIsTheMeanProductOfChannels() {
        FlowLoss.Layers one = new FlowLoss.Layers(new double[] {1, 2, 3, 4}, new double[] {5, 6}, 1, 2);
        assertArrayEquals(new double[] {(5 + 12) / 2.0, (15 + 24) / 2.0}, one.flow());
    }

    @Test
    void theTeachersOwnFlowHasNeitherLossNorSlope() {
        FlowLoss.Value value = new FlowLoss(SquaredError.MEAN).of(teacher, teacher);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.inGradient()) + Norm.squared(value.outGradient()));
    }

    @Test
    void otherChannelsAreRefused() {
        FlowLoss loss = new FlowLoss(SquaredError.MEAN);
        assertThrows(IllegalArgumentException.class, () -> loss.of(layers(out, in), teacher));
        assertThrows(IllegalArgumentException.class, () -> new FlowLoss.Layers(in, out, ROWS, 5));
    }
}
