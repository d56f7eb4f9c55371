package distillery.loss.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.DoubleMatrix;
import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import distillery.loss.SquaredError;
import distillery.loss.relation.SimilarityLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightMatchingLossTest {
    private final double[] student = GradientCheck.logits(1, 12); // three outputs of four inputs
    private final double[] teacher = GradientCheck.logits(2, 30); // five of six
    private final double[] out = GradientCheck.logits(3, 15);
    private final double[] in = GradientCheck.logits(4, 24);

    private static WeightMatchingLoss.Projected projected(
            SquaredError reduction, double[] student, double[] teacher, double[] out, double[] in) {
        return new WeightMatchingLoss(reduction)
                .of(
                        DoubleMatrix.of(student, 3),
                        DoubleMatrix.of(teacher, 5),
                        DoubleMatrix.of(out, 5),
                        DoubleMatrix.of(in, 6));
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreTheSlopes(SquaredError reduction) {
        double[] twin = GradientCheck.logits(5, 12);
        WeightMatchingLoss plain = new WeightMatchingLoss(reduction);
        GradientCheck.assertSlope(
                w -> plain.of(w, twin).value(), student, plain.of(student, twin).gradient());
        // smaller numbers, for the squares of products grow large and their differences imprecise
        double[] small = scaled(student);
        WeightMatchingLoss.Projected value = projected(reduction, small, teacher, scaled(out), scaled(in));
        GradientCheck.assertSlope(
                w -> projected(reduction, w, teacher, scaled(out), scaled(in)).value(), small, value.gradient());
        GradientCheck.assertSlope(
                p -> projected(reduction, small, teacher, p, scaled(in)).value(), scaled(out), value.outGradient());
        GradientCheck.assertSlope(
                p -> projected(reduction, small, teacher, scaled(out), p).value(), scaled(in), value.inGradient());
    }

    private static double[] scaled(double[] values) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= 5;
        }
        return result;
    }

    @Test
    void copiedWeightsHaveNeitherLossNorSlope() {
        WeightMatchingLoss.Value value = new WeightMatchingLoss(SquaredError.MEAN).of(teacher, teacher.clone());
        assertEquals(0, value.value());
        assertEquals(0, value.relativeError());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    /** Hidden units in another order are the same net; only relations know it. */
    @Test
    void permutedUnitsBreakWeightMatchingAndLeaveRelationsAlone() {
        double[] swapped = teacher.clone();
        System.arraycopy(teacher, 0, swapped, 6, 6);
        System.arraycopy(teacher, 6, swapped, 0, 6);
        assertTrue(
                new WeightMatchingLoss(SquaredError.MEAN).of(swapped, teacher).relativeError() > 0.5);
        DoubleMatrix inputs = DoubleMatrix.of(GradientCheck.logits(6, 24), 4);
        double[] hidden = inputs.timesTransposed(DoubleMatrix.of(teacher, 5)).values();
        double[] hiddenSwapped =
                inputs.timesTransposed(DoubleMatrix.of(swapped, 5)).values();
        SimilarityLoss.Value relation = SimilarityLoss.of(hiddenSwapped, hidden, 4);
        assertEquals(0, relation.value(), 1e-28);
        assertArrayEquals(new double[20], relation.gradient(), 1e-14);
    }
}
