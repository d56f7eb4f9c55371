package distillery.loss;

/**
 * The classic distillation loss, {@code softWeight T² KL(p || q) + hardWeight CE(label, q at T = 1)}, where p and q are
 * the teacher's and the student's probabilities at the temperature (Hinton, Vinyals, Dean 2015, section 2).
 *
 * <p>The temperature runs from zero to infinity, both included. The soft term then takes its limit: at zero it vanishes;
 * at infinity it is {@code |z - v|² / (2 classes)} with each row's mean taken out of z and v, and its gradient is {@code
 * (z - v) / (classes rows)}, which is logit matching.
 */
public record HintonLoss(double temperature, double softWeight, double hardWeight) {
    public HintonLoss {
        Preconditions.temperature(temperature);
        Preconditions.weight("soft weight", softWeight);
        Preconditions.weight("hard weight", hardWeight);
    }

    /** The loss of a row-major batch of student and teacher logits with one label for each row. */
    public Value of(double[] student, double[] teacher, int[] labels, int classes) {
        LossValue hard = HardLoss.of(student, labels, classes);
        SoftTerms soft = SoftTerms.of(student, teacher, classes, temperature);
        return new Value(
                hard.value(),
                soft.divergence(),
                soft.scaledDivergence(),
                softWeight * soft.scaledDivergence() + hardWeight * hard.value(),
                LossValue.sum(softWeight, soft.scaledGradient(), hardWeight, hard.gradient()),
                hard.gradient(),
                soft.scaledGradient(),
                soft.crossEntropy(),
                soft.teacherEntropy());
    }

    /**
     * The loss taken apart, as means over the batch.
     *
     * @param hard the cross-entropy against the labels at T = 1, unweighted
     * @param soft the divergence from the teacher at T, without T²; at temperature zero as in {@link SoftLoss}
     * @param softTimesT2 the same times T², unweighted and always finite
     * @param gradient the slope of {@code total} along each of the student's logits, row-major
     * @param hardGradient the slope of {@code hard}
     * @param softGradient the slope of {@code softTimesT2}, {@code T (q - p) / rows}
     * @param softCrossEntropy {@code soft + teacherEntropy}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double hard,
            double soft,
            double softTimesT2,
            double total,
            double[] gradient,
            double[] hardGradient,
            double[] softGradient,
            double softCrossEntropy,
            double teacherEntropy) {}
}
