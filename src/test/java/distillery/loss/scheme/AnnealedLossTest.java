package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.SoftLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnealedLossTest {
    private final double[] student = GradientCheck.logits(1, 12);
    private final double[] teacher = GradientCheck.logits(2, 12);
    private final int[] labels = GradientCheck.labels(3, 3, 4);

    @ParameterizedTest
    @CsvSource({"0, 1", "0.3, 1", "1, 1", "0.6, 4"})
    void gradientIsTheSlope(double labelShare, double temperature) {
        AnnealedLoss loss = new AnnealedLoss(labelShare, temperature);
        GradientCheck.assertSlope(
                z -> loss.of(z, teacher, labels, 4).value(),
                student,
                loss.of(student, teacher, labels, 4).gradient());
    }

    @Test
    void itLeadsFromTheTeacherToTheLabels() {
        LossValue start = new AnnealedLoss(0, 1).of(student, teacher, labels, 4);
        assertEquals(SoftLoss.of(student, teacher, 4, 1).crossEntropy(), start.value(), 1e-13);
        LossValue end = new AnnealedLoss(1, 1).of(student, teacher, labels, 4);
        assertEquals(HardLoss.of(student, labels, 4).value(), end.value(), 1e-13);
        LossValue between = new AnnealedLoss(0.25, 1).of(student, teacher, labels, 4);
        assertEquals(0.75 * start.value() + 0.25 * end.value(), between.value(), 1e-13);
    }

    @Test
    void aSureTeacherThatIsRightStaysADistribution() {
        double[] sure = {80, 0, 0, 0};
        assertArrayEquals(new double[] {1, 0, 0, 0}, new AnnealedLoss(0.1, 1).targets(sure, new int[] {0}, 4), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> new AnnealedLoss(1.1, 1));
    }
}
