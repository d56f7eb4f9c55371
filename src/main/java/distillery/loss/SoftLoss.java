package distillery.loss;

/**
 * How much the student's soft predictions q differ from the teacher's soft labels p, at one temperature, as means over
 * the batch and without T²: the divergence {@code KL(p || q)}, the cross-entropy {@code -Σ p log q} and the teacher's
 * entropy, which is what the cross-entropy has on top of the divergence. All three are in nats.
 *
 * <p>At temperature zero the divergence is that of the two limits: zero where student and teacher have the same largest
 * classes, infinite where the student gives nothing to one of the teacher's.
 *
 * @param gradient the slope of the divergence, and as well of the cross-entropy, {@code (q - p) / (T rows)}, row-major;
 *     at temperature zero it is zero where q equals p and infinite elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SoftLoss(double divergence, double crossEntropy, double teacherEntropy, double[] gradient) {
    /** Compares two row-major batches of the same size; T runs from zero to infinity, both included. */
    public static SoftLoss of(double[] student, double[] teacher, int classes, double temperature) {
        SoftTerms terms = SoftTerms.of(student, teacher, classes, temperature);
        return new SoftLoss(terms.divergence(), terms.crossEntropy(), terms.teacherEntropy(), terms.gradient());
    }

    /** {@code T² KL(p || q)} alone, a mean over the rows; T runs from zero to infinity, where it takes its limits. */
    public static LossValue timesT2(double[] student, double[] teacher, int classes, double temperature) {
        SoftTerms terms = SoftTerms.of(student, teacher, classes, temperature);
        return new LossValue(terms.scaledDivergence(), terms.scaledGradient());
    }

    /**
     * The slope of the divergence along each of the teacher's logits, {@code p (log p - log q - KL) / (T rows)},
     * row-major: what would move a teacher that nobody froze. T lies between zero and infinity, both excluded.
     */
    public static double[] teacherGradient(double[] student, double[] teacher, int classes, double temperature) {
        int rows = Preconditions.rows(student, teacher, classes);
        Preconditions.finite(temperature);
        double[] gradient = new double[teacher.length];
        KlRow contrast = new KlRow(classes);
        for (int offset = 0; offset < teacher.length; offset += classes) {
            contrast.compare(student, teacher, offset, temperature);
            for (int i = 0; i < classes; i++) {
                gradient[offset + i] = contrast.teacherSlope(i) / (temperature * rows);
            }
        }
        return gradient;
    }
}
