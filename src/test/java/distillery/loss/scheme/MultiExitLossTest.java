package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.HardLoss;
import distillery.loss.Norm;
import org.junit.jupiter.api.Test;

class MultiExitLossTest {
    private final MultiExitLoss loss = new MultiExitLoss(3, 0.3, 0.7, 0.03, 0.9);
    private final double[][] logits = {
        GradientCheck.logits(1, 12), GradientCheck.logits(2, 12), GradientCheck.logits(3, 12)
    };
    private final double[][] features = {
        GradientCheck.logits(4, 15), GradientCheck.logits(5, 15), GradientCheck.logits(6, 15)
    };
    private final int[] labels = GradientCheck.labels(7, 3, 4);

    private static double[][] with(double[][] exits, int exit, double[] values) {
        double[][] result = exits.clone();
        result[exit] = values;
        return result;
    }

    @Test
    void gradientsOfShallowExitsAreTheSlopes() {
        MultiExitLoss.Value value = loss.of(logits, features, labels, 4);
        for (int exit = 0; exit < 2; exit++) {
            int at = exit;
            GradientCheck.assertSlope(
                    z -> loss.of(with(logits, at, z), features, labels, 4).value(),
                    logits[exit],
                    value.logitGradients()[exit]);
            GradientCheck.assertSlope(
                    f -> loss.of(logits, with(features, at, f), labels, 4).value(),
                    features[exit],
                    value.featureGradients()[exit]);
        }
    }

    @Test
    void theDeepestExitLearnsFromLabelsAlone() {
        MultiExitLoss.Value value = loss.of(logits, features, labels, 4);
        assertArrayEquals(HardLoss.of(logits[2], labels, 4).times(0.9).gradient(), value.logitGradients()[2], 1e-15);
        assertEquals(0, Norm.squared(value.featureGradients()[2]));
    }

    @Test
    void anExitLikeTheDeepestIsTaughtNothing() {
        MultiExitLoss.Value value = loss.of(with(logits, 0, logits[2]), with(features, 0, features[2]), labels, 4);
        assertEquals(0, value.softTimesT2()[0]);
        assertEquals(0, value.hint()[0]);
        assertArrayEquals(HardLoss.of(logits[2], labels, 4).times(0.7).gradient(), value.logitGradients()[0], 1e-15);
    }

    @Test
    void oneExitIsAPlainNetAndMissingFeaturesAreRefused() {
        MultiExitLoss.Value value = loss.of(new double[][] {logits[0]}, new double[][] {features[0]}, labels, 4);
        assertEquals(0.9 * HardLoss.of(logits[0], labels, 4).value(), value.value(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> loss.of(logits, new double[][] {features[0]}, labels, 4));
    }
}
