package distillery.loss;

/**
 * Logit matching: the squared distance between student and teacher logits (Buciluă, Caruana, Niculescu-Mizil 2006; Ba,
 * Caruana 2014).
 *
 * @param reduction what the squares are summed to; the learning rates that suit the two differ by half the classes
 * @param centred whether each row's mean is first taken out of both, so that a constant added to all logits of a row
 *     makes no difference, as it makes none to a softmax
 */
public record LogitLoss(Reduction reduction, boolean centred) {
    /** How squared differences become one number. */
    public enum Reduction {
        /** Half the squared distance of each row, averaged over the rows. */
        HALF_SUM_BATCHMEAN,
        /** The mean over all rows and classes, without the half, as most frameworks' mean squared error has it. */
        MEAN
    }

    /** The loss of two row-major batches of the same size. */
    public LossValue of(double[] student, double[] teacher, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        double[] gradient = difference(student, teacher);
        if (centred) {
            centre(gradient, classes);
        }
        double slope = reduction == Reduction.HALF_SUM_BATCHMEAN ? 1.0 / rows : 2.0 / student.length;
        double value = 0;
        for (int i = 0; i < gradient.length; i++) {
            value += gradient[i] * gradient[i] / 2 * slope;
            gradient[i] *= slope;
        }
        return new LossValue(value, gradient);
    }

    static double[] difference(double[] student, double[] teacher) {
        return LossValue.sum(1, student, -1, teacher);
    }

    /** Takes each row's mean out of it. */
    static void centre(double[] batch, int classes) {
        for (int offset = 0; offset < batch.length; offset += classes) {
            double sum = 0;
            for (int i = 0; i < classes; i++) {
                sum += batch[offset + i];
            }
            for (int i = 0; i < classes; i++) {
                batch[offset + i] -= sum / classes;
            }
        }
    }
}
