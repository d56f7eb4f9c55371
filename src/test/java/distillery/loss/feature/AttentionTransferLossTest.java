package distillery.loss.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTransferLossTest {
    private static final int ROWS = 2;
    private static final int PLANE = 6;

    private final double[] student = GradientCheck.logits(1, ROWS * 3 * PLANE);
    private final double[] teacher = GradientCheck.logits(2, ROWS * 4 * PLANE);

    @ParameterizedTest
    @CsvSource({
        "1, MEAN_SQUARED",
        "2, MEAN_SQUARED",
        "3, MEAN_SQUARED",
        "2.5, MEAN_SQUARED",
        "1, PAPER_NORM",
        "3, PAPER_NORM"
    })
    void gradientIsTheSlope(double power, AttentionTransferLoss.Mode mode) {
        AttentionTransferLoss loss = new AttentionTransferLoss(power, mode);
        GradientCheck.assertSlope(
                f -> loss.of(f, teacher, ROWS, PLANE).value(),
                student,
                loss.of(student, teacher, ROWS, PLANE).gradient());
    }

    @ParameterizedTest
    @EnumSource
    void theTeachersOwnMapHasNeitherLossNorSlope(AttentionTransferLoss.Mode mode) {
        AttentionTransferLoss.Value value =
                new AttentionTransferLoss(2, mode).of(student, student.clone(), ROWS, PLANE);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @ParameterizedTest
    @EnumSource
    void aDeadMapHasNoAttentionAndNoSlope(AttentionTransferLoss.Mode mode) {
        double[] dead = new double[student.length];
        for (double power : new double[] {1, 2, 3}) {
            AttentionTransferLoss loss = new AttentionTransferLoss(power, mode);
            AttentionTransferLoss.Value value = loss.of(dead, teacher, ROWS, PLANE);
            assertEquals(0, Norm.squared(value.studentAttention()));
            assertEquals(0, Norm.squared(value.gradient()));
            assertEquals(mode == AttentionTransferLoss.Mode.PAPER_NORM ? 1 : 1.0 / PLANE, value.value(), 1e-14);
        }
    }

    @Test
    void onlyWhereTheActivityIsCountsNotItsStrengthOrSign() {
        double[] stronger = student.clone();
        for (int i = 0; i < stronger.length; i++) {
            stronger[i] *= -3;
        }
        AttentionTransferLoss loss = new AttentionTransferLoss(3, AttentionTransferLoss.Mode.MEAN_SQUARED);
        assertArrayEquals(loss.maps(student, ROWS, PLANE), loss.maps(stronger, ROWS, PLANE), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> loss.maps(student, ROWS, 5));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AttentionTransferLoss(0.5, AttentionTransferLoss.Mode.MEAN_SQUARED));
    }

    @Test
    void poolingAveragesWhatEachPixelCovers() {
        AveragePool half = new AveragePool(2, 4, 1, 2);
        assertArrayEquals(new double[] {3, 5}, half.apply(new double[] {1, 1, 3, 3, 5, 5, 7, 7}));
        AveragePool overlapping = new AveragePool(1, 3, 1, 2);
        assertArrayEquals(new double[] {1.5, 2.5}, overlapping.apply(new double[] {1, 2, 3}));
        assertArrayEquals(new double[] {1, 2, 3}, new AveragePool(1, 3, 1, 3).apply(new double[] {1, 2, 3}));
    }

    @Test
    void theSlopeOfPooledMapsLeadsBackToTheLargeOnes() {
        AveragePool pool = new AveragePool(3, 5, 2, 3);
        AttentionTransferLoss loss = new AttentionTransferLoss(2, AttentionTransferLoss.Mode.MEAN_SQUARED);
        double[] large = GradientCheck.logits(3, ROWS * 2 * 15);
        double[] slopes =
                pool.slopes(loss.of(pool.apply(large), teacher, ROWS, 6).gradient());
        GradientCheck.assertSlope(f -> loss.of(pool.apply(f), teacher, ROWS, 6).value(), large, slopes);
    }
}
