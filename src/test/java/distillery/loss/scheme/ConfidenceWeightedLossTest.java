package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.loss.GradientCheck;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import org.junit.jupiter.api.Test;

class ConfidenceWeightedLossTest {
    private final double[] student = GradientCheck.logits(1, 12);
    private final int[] labels = GradientCheck.labels(2, 3, 4);

    @Test
    void gradientIsTheSlope() {
        double[] teacher = GradientCheck.logits(3, 12);
        GradientCheck.assertSlope(
                z -> ConfidenceWeightedLoss.of(z, teacher, labels, 4).value(),
                student,
                ConfidenceWeightedLoss.of(student, teacher, labels, 4).gradient());
    }

    @Test
    void aTeacherThatIsAsSureOfEachSampleLeavesTheLabelsLoss() {
        double[] teacher = {5, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0, 0};
        ConfidenceWeightedLoss.Value value = ConfidenceWeightedLoss.of(student, teacher, labels, 4);
        LossValue hard = HardLoss.of(student, labels, 4);
        assertEquals(hard.value(), value.value(), 1e-14);
        assertArrayEquals(hard.gradient(), value.gradient(), 1e-15);
    }

    @Test
    void theSurerSampleCountsMore() {
        double[] weights = ConfidenceWeightedLoss.weights(new double[] {9e3, 0, 0, 0}, 2);
        assertArrayEquals(new double[] {2.0 / 3, 1.0 / 3}, weights, 1e-15);
    }
}
