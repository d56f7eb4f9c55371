package distillery.loss.scheme;

import distillery.loss.HardLoss;
import distillery.loss.Preconditions;
import distillery.loss.Softmax;
import java.util.Arrays;

/**
 * Born-again nets' control "confidence weighted by teacher max" (CWTM): the labels alone, but samples that the teacher is
 * surer of count more, by its largest probability as a share of the batch's (Furlanello et al. 2018, section 3). It shows
 * how much of a gain comes from weighting samples instead of from the teacher's other classes. T = 1.
 */
public final class ConfidenceWeightedLoss {
    private ConfidenceWeightedLoss() {}

    /** {@code Σ weight CE} over a row-major batch; its gradient is {@code weight (q - onehot)}. */
    public static Value of(double[] student, double[] teacher, int[] labels, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        double[] weights = weights(teacher, classes);
        double[] losses = HardLoss.perSample(student, labels, classes);
        double[] gradient = HardLoss.of(student, labels, classes).gradient();
        double value = 0;
        for (int row = 0; row < rows; row++) {
            value += weights[row] * losses[row];
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                gradient[i] *= weights[row] * rows;
            }
        }
        return new Value(value, weights, gradient);
    }

    /** The weight of each sample; together they are 1. */
    public static double[] weights(double[] teacher, int classes) {
        double[] probabilities = Softmax.probabilities(teacher, classes, 1);
        double[] weights = new double[teacher.length / classes];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = Arrays.stream(probabilities, row * classes, (row + 1) * classes)
                    .max()
                    .orElseThrow();
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /**
     * The loss and its weights.
     *
     * @param weights of each sample, 1 in all
     * @param gradient the slope of {@code value} along the student's logits
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] weights, double[] gradient) {}
}
