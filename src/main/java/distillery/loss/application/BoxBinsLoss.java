package distillery.loss.application;

import distillery.loss.LossValue;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;

/**
 * Localisation distillation: each edge of a box is a distribution over bins instead of a number, and {@code T² KL(teacher
 * || student)} is averaged over boxes and edges (Zheng et al. 2022, section 3). T runs from zero to infinity.
 */
public record BoxBinsLoss(double temperature) {
    /** The loss of logits {@code [rows, edges, bins]}. */
    public LossValue of(double[] student, double[] teacher, int bins) {
        return SoftLoss.timesT2(student, teacher, bins, temperature);
    }

    /** Where each edge is to be expected at T = 1, in bins counted from zero, {@code [rows, edges]}. */
    public static double[] expected(double[] logits, int bins) {
        double[] probabilities = Softmax.probabilities(logits, bins, 1);
        double[] expected = new double[logits.length / bins];
        for (int i = 0; i < logits.length; i++) {
            expected[i / bins] += i % bins * probabilities[i];
        }
        return expected;
    }
}
