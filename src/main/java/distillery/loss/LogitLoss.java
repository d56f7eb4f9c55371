package distillery.loss;

/**
 * Logit matching: the squared distance between student and teacher logits (Buciluă, Caruana, Niculescu-Mizil 2006; Ba,
 * Caruana 2014).
 *
 * @param centred whether each row's mean is first taken out of both, so that a constant added to all logits of a row
 *     makes no difference, as it makes none to a softmax
 */
public record LogitLoss(SquaredError reduction, boolean centred) {
    /** The loss of two row-major batches of the same size. */
    public LossValue of(double[] student, double[] teacher, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        double[] difference = difference(student, teacher);
        if (centred) {
            centre(difference, classes);
        }
        return reduction.ofDifferences(difference, rows);
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
