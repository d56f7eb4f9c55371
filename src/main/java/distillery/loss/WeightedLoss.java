package distillery.loss;

import static distillery.loss.Preconditions.require;

/**
 * Distillation exactly as one code base or another writes it: a soft and a hard term whose scale depends on details that
 * are easily overlooked. {@link #effectiveSoftWeight} says what a variant comes to in the terms of {@link HintonLoss}.
 *
 * @param timesT2 whether the soft term is multiplied by T²; without it, moving T moves the balance of the terms as well
 * @param reduction how the soft term is brought to one number
 */
public record WeightedLoss(
        double temperature,
        double softWeight,
        double hardWeight,
        boolean timesT2,
        Reduction reduction,
        SoftKind softKind) {

    /** How the soft term, a table of rows and classes, is brought to one number. */
    public enum Reduction {
        /** The sum over classes, averaged over rows: the mathematical definition. */
        BATCHMEAN,
        /** The mean over rows and classes: too small by the number of classes. */
        MEAN,
        /** The sum over rows and classes: too large by the number of rows. */
        SUM
    }

    /** What the soft term measures; the first two have the same gradient. */
    public enum SoftKind {
        /** The divergence, which reaches zero. */
        KL,
        /** The cross-entropy, which cannot fall below the teacher's entropy. */
        CE,
        /** The squared distance of the logits over T, without a softmax. */
        MSE
    }

    public WeightedLoss {
        double valid = Preconditions.temperature(temperature);
        require(valid > 0 && valid < Double.POSITIVE_INFINITY, "temperature must be positive and finite, was " + valid);
        Preconditions.weight("soft weight", softWeight);
        Preconditions.weight("hard weight", hardWeight);
    }

    /** The same with another temperature. */
    public WeightedLoss at(double other) {
        return new WeightedLoss(other, softWeight, hardWeight, timesT2, reduction, softKind);
    }

    /** The loss of a row-major batch of student and teacher logits with one label for each row. */
    public Value of(double[] student, double[] teacher, int[] labels, int classes) {
        LossValue hard = HardLoss.of(student, labels, classes);
        LossValue soft = soft(student, teacher, classes).times(scale(labels.length, classes));
        return new Value(
                hard.value(),
                soft.value(),
                softWeight * soft.value() + hardWeight * hard.value(),
                LossValue.sum(softWeight, soft.gradient(), hardWeight, hard.gradient()));
    }

    /** The soft term as a mean over the rows. */
    private LossValue soft(double[] student, double[] teacher, int classes) {
        if (softKind == SoftKind.MSE) {
            return new LogitLoss(SquaredError.HALF_SUM_BATCHMEAN, false)
                    .of(student, teacher, classes)
                    .times(2 / (temperature * temperature));
        }
        SoftLoss soft = SoftLoss.of(student, teacher, classes, temperature);
        return new LossValue(softKind == SoftKind.KL ? soft.divergence() : soft.crossEntropy(), soft.gradient());
    }

    /**
     * The weight that {@code T² KL}, averaged over the rows, would need in a {@link HintonLoss} of the same gradient. A
     * squared distance has the gradient of its limit as T grows, {@code |z - v|² / (2 classes)}, where each row of
     * logits has the mean zero.
     */
    public double effectiveSoftWeight(int rows, int classes) {
        double weight = softWeight * scale(rows, classes) / (temperature * temperature);
        return softKind == SoftKind.MSE ? 2 * classes * weight : weight;
    }

    private double scale(int rows, int classes) {
        double reduced =
                switch (reduction) {
                    case BATCHMEAN -> 1;
                    case MEAN -> 1.0 / classes;
                    case SUM -> rows;
                };
        return timesT2 ? temperature * temperature * reduced : reduced;
    }

    /**
     * The loss taken apart.
     *
     * @param soft the soft term after its reduction and, if it has one, its T²; unweighted
     * @param gradient the slope of {@code total} along each of the student's logits, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double hard, double soft, double total, double[] gradient) {}
}
