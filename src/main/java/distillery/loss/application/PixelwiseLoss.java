package distillery.loss.application;

import static distillery.loss.Preconditions.require;

import distillery.loss.LossValue;
import distillery.loss.SoftLoss;

/**
 * Segmentation, pixel by pixel: {@code T² KL(teacher || student)} of the classes at each pixel, averaged over samples and
 * pixels (Liu et al. 2019, section 3). T runs from zero to infinity.
 */
public record PixelwiseLoss(double temperature) {
    /** The loss of logits {@code [rows, classes, plane]}; its gradient has their shape. */
    public LossValue of(double[] student, double[] teacher, int classes, int plane) {
        require(
                plane >= 1 && student.length % (classes * plane) == 0,
                student.length + " logits do not fit " + classes + " classes of " + plane + " pixels");
        LossValue loss = SoftLoss.timesT2(
                PixelRows.of(student, classes, plane), PixelRows.of(teacher, classes, plane), classes, temperature);
        return new LossValue(loss.value(), PixelRows.maps(loss.gradient(), classes, plane));
    }
}
