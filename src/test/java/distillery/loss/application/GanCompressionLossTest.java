package distillery.loss.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import distillery.loss.feature.Regressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanCompressionLossTest {
    private final GanCompressionLoss loss = new GanCompressionLoss(1, 10, 0.5);
    private final double[] output = GradientCheck.logits(1, 8);
    private final double[] wanted = GradientCheck.logits(2, 8);
    private final double[] scores = GradientCheck.logits(3, 2);
    private final double[] mapping = GradientCheck.logits(4, 6); // two outputs of three inputs

    private GanCompressionLoss.Value of(
            double[] output, double[] feature, double[] scores, double[] mapping, int plane) {
        return loss.of(
                new GanCompressionLoss.Generated(output, feature, plane, scores),
                wanted,
                GradientCheck.logits(6, 4 * plane),
                Regressor.linear(mapping, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void gradientsAreTheSlopes(int plane) {
        double[] feature = GradientCheck.logits(5, 6 * plane);
        GanCompressionLoss.Value value = of(output, feature, scores, mapping, plane);
        GradientCheck.assertSlope(o -> of(o, feature, scores, mapping, plane).value(), output, value.outputGradient());
        GradientCheck.assertSlope(f -> of(output, f, scores, mapping, plane).value(), feature, value.featureGradient());
        GradientCheck.assertSlope(d -> of(output, feature, d, mapping, plane).value(), scores, value.scoreGradient());
        GradientCheck.assertSlope(m -> of(output, feature, scores, m, plane).value(), mapping, value.mappingGradient());
    }

    @Test
    void aPerfectStudentHasNeitherLossNorSlope() {
        double[] feature = {1, 2, 3, 4};
        GanCompressionLoss.Value value = loss.of(
                new GanCompressionLoss.Generated(wanted, feature, 1, new double[] {1, 1}),
                wanted,
                feature,
                Regressor.linear(new double[] {1, 0, 0, 1}, 2));
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.outputGradient()) + Norm.squared(value.scoreGradient()));
    }
}
