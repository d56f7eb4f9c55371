package distillery.loss.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import distillery.loss.SquaredError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintLossTest {
    private static final int ROWS = 2;

    private final double[] weight = GradientCheck.logits(1, 15); // five outputs of three inputs
    private final double[] bias = GradientCheck.logits(2, 5);

    @ParameterizedTest
    @CsvSource({"MEAN, 1", "HALF_SUM_BATCHMEAN, 1", "MEAN, 4", "HALF_SUM_BATCHMEAN, 4"})
    void gradientsAreTheSlopes(SquaredError reduction, int plane) {
        HintLoss loss = new HintLoss(reduction);
        double[] student = GradientCheck.logits(3, ROWS * 3 * plane);
        double[] teacher = GradientCheck.logits(4, ROWS * 5 * plane);
        Regressor.Slopes slopes =
                loss.of(student, teacher, new Regressor(weight, bias), plane).gradient();
        GradientCheck.assertSlope(
                f -> loss.of(f, teacher, new Regressor(weight, bias), plane).value(), student, slopes.feature());
        GradientCheck.assertSlope(
                w -> loss.of(student, teacher, new Regressor(w, bias), plane).value(), weight, slopes.weight());
        GradientCheck.assertSlope(
                b -> loss.of(student, teacher, new Regressor(weight, b), plane).value(), bias, slopes.bias());
    }

    @Test
    void aConvolutionIsTheLinearMapAtEachPixel() {
        Regressor regressor = new Regressor(weight, bias);
        double[] maps = regressor.apply(new double[] {1, 10, 2, 20, 3, 30}, 2);
        double[] first = regressor.apply(new double[] {1, 2, 3}, 1);
        double[] second = regressor.apply(new double[] {10, 20, 30}, 1);
        for (int i = 0; i < 5; i++) {
            assertEquals(first[i], maps[2 * i], 1e-12);
            assertEquals(second[i], maps[2 * i + 1], 1e-12);
        }
    }

    @Test
    void theTeachersOwnFeatureHasNeitherLossNorSlope() {
        double[] feature = GradientCheck.logits(5, 6);
        Regressor same = Regressor.linear(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3);
        HintLoss.Value value = new HintLoss(SquaredError.MEAN).of(feature, feature, same, 1);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient().feature()));
        assertArrayEquals(feature, value.regressed());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        HintLoss loss = new HintLoss(SquaredError.MEAN);
        Regressor regressor = new Regressor(weight, bias);
        assertThrows(IllegalArgumentException.class, () -> loss.of(new double[4], new double[5], regressor, 1));
        assertThrows(IllegalArgumentException.class, () -> loss.of(new double[3], new double[4], regressor, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> loss.of(new double[] {0, 0, Double.NaN}, new double[5], regressor, 1));
    }
}
