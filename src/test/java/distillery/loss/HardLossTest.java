package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardLossTest {
    private final double[] student = GradientCheck.logits(4, 30);
    private final int[] labels = GradientCheck.labels(5, 6, 5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1})
    void gradientIsTheSlope(double smoothing) {
        LossValue loss = HardLoss.smoothed(student, labels, 5, smoothing);
        GradientCheck.assertSlope(
                z -> HardLoss.smoothed(z, labels, 5, smoothing).value(), student, loss.gradient());
    }

    @Test
    void isTheMeanOfItsSamples() {
        double mean =
                Arrays.stream(HardLoss.perSample(student, labels, 5)).average().orElseThrow();
        assertEquals(mean, HardLoss.of(student, labels, 5).value(), 1e-15 * mean);
    }

    @Test
    void smoothingMixesTheLabelWithTheUniformDistribution() {
        double hard = HardLoss.of(student, labels, 5).value();
        double uniform = HardLoss.smoothed(student, labels, 5, 1).value();
        assertEquals(
                0.9 * hard + 0.1 * uniform,
                HardLoss.smoothed(student, labels, 5, 0.1).value(),
                1e-14);
    }

    @Test
    void aSureAndRightStudentKeepsItsLastDigits() {
        double[] sure = {40, 0};
        double[] expected = {-Math.exp(-40), Math.exp(-40)};
        LossValue loss = HardLoss.of(sure, new int[] {0}, 2);
        assertEquals(Math.exp(-40), loss.value(), 1e-30);
        assertArrayEquals(expected, loss.gradient(), 1e-30);
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> HardLoss.of(student, new int[] {0, 1, 2, 3, 4, 5}, 5));
        assertThrows(IllegalArgumentException.class, () -> HardLoss.of(student, new int[] {0, 1, 2, 3, 4, -1}, 5));
        assertThrows(IllegalArgumentException.class, () -> HardLoss.of(student, new int[] {0}, 5));
        assertThrows(IllegalArgumentException.class, () -> HardLoss.perSample(student, new int[] {0}, 5));
        assertThrows(IllegalArgumentException.class, () -> HardLoss.smoothed(student, labels, 5, 1.5));
    }
}
