package distillery.cli.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.HintonLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedLossTest {
    private final double[] student = GradientCheck.logits(16, 50);
    private final double[] teacher = GradientCheck.logits(17, 50);
    private final int[] labels = GradientCheck.labels(18, 5, 10);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(ReferenceLoss codeBase) {
        WeightedLoss loss = codeBase.loss();
        double[] gradient = loss.of(student, teacher, labels, 10).gradient();
        GradientCheck.assertSlope(z -> loss.of(z, teacher, labels, 10).total(), student, gradient);
    }

    @ParameterizedTest
    @EnumSource
    void pullsLikeHintonsLossWithTheEffectiveWeight(ReferenceLoss codeBase) {
        WeightedLoss loss = codeBase.loss();
        HintonLoss plain = new HintonLoss(loss.temperature(), loss.effectiveSoftWeight(5, 10), loss.hardWeight());
        assertArrayEquals(
                plain.of(student, teacher, labels, 10).gradient(),
                loss.of(student, teacher, labels, 10).gradient(),
                1e-14);
    }

    @Test
    void theWellKnownSurprisesAreThere() {
        assertEquals(0.4, ReferenceLoss.LABML.loss().effectiveSoftWeight(128, 10), 1e-15);
        assertEquals(0.09, ReferenceLoss.PETERLIHT.loss().effectiveSoftWeight(128, 10), 1e-15);
        assertEquals(1 / 64.0, ReferenceLoss.TEXT_BREWER.loss().effectiveSoftWeight(128, 10));
    }

    @Test
    void summingWeighsTheSoftTermByTheRows() {
        WeightedLoss sum = new WeightedLoss(4, 1, 0, true, WeightedLoss.Reduction.SUM, WeightedLoss.SoftKind.KL);
        assertEquals(5, sum.effectiveSoftWeight(5, 10));
    }

    @Test
    void refusesTheLimitsOfTheTemperature() {
        for (double temperature : new double[] {0, -1, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new WeightedLoss(
                            temperature, 1, 0, true, WeightedLoss.Reduction.MEAN, WeightedLoss.SoftKind.KL));
        }
    }
}
