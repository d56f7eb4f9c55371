package distillery.loss;

import static distillery.loss.Preconditions.require;

import java.util.Arrays;

/**
 * The softmax with temperature, {@code q[i] = exp(z[i] / T) / Σ exp(z[j] / T)}.
 *
 * <p>Temperatures run from zero to {@link Double#POSITIVE_INFINITY}, both included. At zero the largest logit takes
 * everything and equal largest ones share it; at infinity all classes are equal. Batches are row-major. Logits that are
 * not finite, batches without a row, fewer than two classes and negative temperatures are refused with an {@link
 * IllegalArgumentException}.
 */
public final class Softmax {
    private Softmax() {}

    /** The probabilities of one row of logits. */
    public static double[] probabilities(double[] logits, double temperature) {
        return probabilities(logits, logits.length, temperature);
    }

    /** The probabilities of a batch, row by row. */
    public static double[] probabilities(double[] logits, int classes, double temperature) {
        double valid = Preconditions.temperature(temperature);
        double[] result = new double[Preconditions.rows("the", logits, classes) * classes];
        SoftmaxRow row = new SoftmaxRow(classes);
        for (int offset = 0; offset < logits.length; offset += classes) {
            row.soften(logits, offset, valid);
            System.arraycopy(row.probability, 0, result, offset, classes);
        }
        return result;
    }

    /** The natural logarithms of a batch's probabilities, exact where the probability itself underflows to zero. */
    public static double[] logProbabilities(double[] logits, int classes, double temperature) {
        double valid = Preconditions.temperature(temperature);
        double[] result = new double[Preconditions.rows("the", logits, classes) * classes];
        SoftmaxRow row = new SoftmaxRow(classes);
        for (int offset = 0; offset < logits.length; offset += classes) {
            row.soften(logits, offset, valid);
            System.arraycopy(row.logProbability, 0, result, offset, classes);
        }
        return result;
    }

    /**
     * How each probability of one row answers to each logit: {@code [i][j] = dq[i]/dz[j] = q[i] (δ[i][j] - q[j]) / T}.
     * There is no slope at temperature zero, where the softmax is a step.
     */
    public static double[][] jacobian(double[] logits, double temperature) {
        double valid = Preconditions.temperature(temperature);
        require(valid > 0, "the softmax has no slope at temperature " + temperature);
        int classes = logits.length;
        Preconditions.rows("the", logits, classes);
        SoftmaxRow row = new SoftmaxRow(classes);
        row.soften(logits, 0, valid);
        double[][] slopes = new double[classes][classes];
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                // 1 - q through the logarithm, which still knows q when q rounds to 1
                double factor = i == j ? -Math.expm1(row.logProbability[i]) : -row.probability[j];
                slopes[i][j] = row.probability[i] * factor / valid;
            }
        }
        return slopes;
    }

    /** The entropy of one row of probabilities in nats; a probability of zero adds nothing. */
    public static double entropy(double[] probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            require(p >= 0 && p <= 1, "a probability must lie in 0..1, was " + p);
            sum -= p == 0 ? 0 : p * Math.log(p);
        }
        return sum;
    }

    /** The index, counted from the row's start, of the largest logit; the first of equal ones. */
    public static int largest(double[] logits, int offset, int classes) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (logits[offset + i] > logits[offset + best]) {
                best = i;
            }
        }
        return best;
    }

    /** That of each row of a batch. */
    public static int[] largest(double[] logits, int classes) {
        int[] largest = new int[logits.length / classes];
        Arrays.setAll(largest, row -> largest(logits, row * classes, classes));
        return largest;
    }
}
