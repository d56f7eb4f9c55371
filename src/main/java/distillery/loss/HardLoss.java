package distillery.loss;

import static distillery.loss.Preconditions.require;

/**
 * The cross-entropy of the student at T = 1 against labels, {@code -log q[label]}.
 *
 * <p>Logits are row-major with one row per label; a label outside the classes, lengths that do not match and logits that
 * are not finite are refused with an {@link IllegalArgumentException}.
 */
public final class HardLoss {
    private HardLoss() {}

    /** The mean over the batch; its gradient is {@code (q - onehot) / rows}. */
    public static LossValue of(double[] student, int[] labels, int classes) {
        return smoothed(student, labels, classes, 0);
    }

    /**
     * The mean over the batch against smoothed labels, which give {@code 1 - smoothing} to the label and spread the rest
     * evenly over all classes, the label among them (Szegedy et al. 2016, section 7).
     */
    public static LossValue smoothed(double[] student, int[] labels, int classes, double smoothing) {
        require(smoothing >= 0 && smoothing <= 1, "smoothing must lie in 0..1, was " + smoothing);
        int rows = Preconditions.rows("student", student, classes);
        Preconditions.labels(labels, rows, classes);
        double spread = smoothing / classes;
        double[] gradient = new double[student.length];
        SoftmaxRow q = new SoftmaxRow(classes);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int offset = row * classes;
            q.soften(student, offset, 1);
            sum -= (1 - smoothing) * q.logProbability[labels[row]];
            for (int i = 0; i < classes; i++) {
                sum -= spread * q.logProbability[i];
                gradient[offset + i] = (q.probability[i] - spread) / rows;
            }
            // q - 1 through the logarithm, which still knows q when q rounds to 1
            double miss = Math.expm1(q.logProbability[labels[row]]);
            gradient[offset + labels[row]] = (miss + smoothing - spread) / rows;
        }
        return new LossValue(sum / rows, gradient);
    }

    /** The cross-entropy of each row, not averaged. */
    public static double[] perSample(double[] student, int[] labels, int classes) {
        int rows = Preconditions.rows("student", student, classes);
        Preconditions.labels(labels, rows, classes);
        double[] losses = new double[rows];
        SoftmaxRow q = new SoftmaxRow(classes);
        for (int row = 0; row < rows; row++) {
            q.soften(student, row * classes, 1);
            losses[row] = -q.logProbability[labels[row]];
        }
        return losses;
    }
}
