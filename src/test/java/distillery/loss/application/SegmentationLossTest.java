package distillery.loss.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.GradientCheck;
import distillery.loss.Norm;
import distillery.loss.SoftLoss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Pixel by pixel and by pairs of pixels. */
class SegmentationLossTest {
    private static final int ROWS = 2;
    private static final int PLANE = 4;

    private final double[] student = GradientCheck.logits(1, ROWS * 3 * PLANE);
    private final double[] teacher = GradientCheck.logits(2, ROWS * 3 * PLANE);
    private final double[] wider = GradientCheck.logits(3, ROWS * 5 * PLANE);

    @Test
    void gradientsAreTheSlopes() {
        PixelwiseLoss pixelwise = new PixelwiseLoss(4);
        GradientCheck.assertSlope(
                z -> pixelwise.of(z, teacher, 3, PLANE).value(),
                student,
                pixelwise.of(student, teacher, 3, PLANE).gradient());
        GradientCheck.assertSlope(
                f -> PairwiseLoss.of(f, wider, ROWS, PLANE).value(),
                student,
                PairwiseLoss.of(student, wider, ROWS, PLANE).gradient());
    }

    @Test
    void onePixelIsOneSample() {
        assertEquals(
                SoftLoss.timesT2(student, teacher, 3, 2).value(),
                new PixelwiseLoss(2).of(student, teacher, 3, 1).value());
        assertThrows(IllegalArgumentException.class, () -> new PixelwiseLoss(2).of(student, teacher, 3, 5));
    }

    @Test
    void theTeachersOwnMapsHaveNeitherLossNorSlope() {
        assertEquals(0, new PixelwiseLoss(1).of(teacher, teacher, 3, PLANE).value());
        PairwiseLoss.Value pairs = PairwiseLoss.of(teacher, teacher.clone(), ROWS, PLANE);
        assertEquals(0, pairs.value());
        assertEquals(0, Norm.squared(pairs.gradient()));
    }

    @Test
    void aPixelWithoutFeaturesIsLikeNoOther() {
        double[] dead = student.clone();
        for (int channel = 0; channel < 3; channel++) {
            dead[channel * PLANE] = 0;
        }
        PairwiseLoss.Value value = PairwiseLoss.of(dead, wider, ROWS, PLANE);
        assertEquals(0, Norm.squared(Arrays.copyOf(value.studentSimilarity(), PLANE)));
        assertEquals(1, value.studentSimilarity()[PLANE + 1], 1e-15);
        assertEquals(0, value.gradient()[0]);
        assertTrue(Double.isFinite(Norm.squared(value.gradient())));
    }
}
