package distillery.loss;

import static distillery.loss.Preconditions.require;

/**
 * Decoupled distillation: the divergence split into what it says about the label's class and what it says about the
 * others, with a weight for each, {@code T² (targetWeight TCKD + nonTargetWeight NCKD)} (Zhao et al. 2022, section 3).
 *
 * <p>TCKD compares "the label or not", two classes; NCKD compares the distributions over the other classes. Row by row
 * {@code KL = TCKD + (1 - p) NCKD}, where p is the teacher's probability of the label: in plain distillation a sure
 * teacher makes the weight of NCKD small, and this loss sets that weight freely. With two classes NCKD is zero.
 *
 * <p>The temperature runs from zero to infinity, both included; the terms with T² and the gradient take their limits.
 */
public record DecoupledLoss(double temperature, double targetWeight, double nonTargetWeight) {
    public DecoupledLoss {
        Preconditions.temperature(temperature);
        Preconditions.weight("target weight", targetWeight);
        Preconditions.weight("non-target weight", nonTargetWeight);
    }

    /** The share of this loss in an epoch, counted from 1: it grows evenly and is whole from {@code warmUpEpochs} on. */
    public static double warmUp(int epoch, int warmUpEpochs) {
        require(epoch >= 0, "epoch must be zero or more, was " + epoch);
        require(warmUpEpochs >= 0, "warm-up epochs must be zero or more, were " + warmUpEpochs);
        return epoch >= warmUpEpochs ? 1 : (double) epoch / warmUpEpochs;
    }

    /** The loss of a row-major batch of student and teacher logits with one label for each row. */
    public Value of(double[] student, double[] teacher, int[] labels, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        Preconditions.labels(labels, rows, classes);
        Split split = new Split(classes, Preconditions.temperature(temperature));
        double[] tckd = new double[rows];
        double[] nckd = new double[rows];
        double[] teacherTarget = new double[rows];
        double[] studentTarget = new double[rows];
        double[] gradient = new double[student.length];
        double tckdSum = 0;
        double nckdSum = 0;
        for (int row = 0; row < rows; row++) {
            split.compare(student, teacher, row * classes, labels[row]);
            tckd[row] = split.target.divergence;
            nckd[row] = split.others.divergence;
            teacherTarget[row] = split.target.teacher.probability[0];
            studentTarget[row] = split.target.student.probability[0];
            tckdSum += split.target.scaledDivergence / rows;
            nckdSum += split.others.scaledDivergence / rows;
            writeGradient(split, gradient, row * classes, labels[row], rows);
        }
        double value = targetWeight * tckdSum + nonTargetWeight * nckdSum;
        return new Value(value, tckdSum, nckdSum, tckd, nckd, teacherTarget, studentTarget, gradient);
    }

    private void writeGradient(Split split, double[] gradient, int offset, int label, int rows) {
        double pull = targetWeight * split.target.scaledDifference[0] / rows;
        gradient[offset + label] = pull;
        for (int i = 0; i < split.others.difference.length; i++) {
            gradient[offset + skip(i, label)] = nonTargetWeight * split.others.scaledDifference[i] / rows
                    - pull * split.others.student.probability[i];
        }
    }

    /**
     * The slope of the loss without its T² along each of the student's logits, row-major; at temperature zero it is
     * infinite wherever it is not zero, as in {@link SoftLoss}.
     */
    public double[] rawGradient(double[] student, double[] teacher, int[] labels, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        Preconditions.labels(labels, rows, classes);
        double t = Preconditions.temperature(temperature);
        Split split = new Split(classes, t);
        double[] gradient = new double[student.length];
        for (int row = 0; row < rows; row++) {
            int offset = row * classes;
            split.compare(student, teacher, offset, labels[row]);
            double pull = targetWeight * split.target.difference[0];
            gradient[offset + labels[row]] = SoftmaxRow.over(pull, t) / rows;
            for (int i = 0; i < classes - 1; i++) {
                // divided by T last, or at T = 0 one infinity might be taken from another
                double slope =
                        nonTargetWeight * split.others.difference[i] - pull * split.others.student.probability[i];
                gradient[offset + skip(i, labels[row])] = SoftmaxRow.over(slope, t) / rows;
            }
        }
        return gradient;
    }

    /**
     * The slope of the loss along each of the teacher's logits, row-major: what would move a teacher that nobody froze.
     * The odds of the label rise with its own logit and fall with the others, by their share among themselves. T lies
     * between zero and infinity, both excluded.
     */
    public double[] teacherGradient(double[] student, double[] teacher, int[] labels, int classes) {
        int rows = Preconditions.rows(student, teacher, classes);
        Preconditions.labels(labels, rows, classes);
        Preconditions.finite(temperature);
        Split split = new Split(classes, temperature);
        double[] gradient = new double[teacher.length];
        for (int row = 0; row < rows; row++) {
            int offset = row * classes;
            split.compare(student, teacher, offset, labels[row]);
            double pull = targetWeight * temperature * split.target.teacherSlope(0) / rows;
            gradient[offset + labels[row]] = pull;
            for (int i = 0; i < classes - 1; i++) {
                double slope = nonTargetWeight * temperature * split.others.teacherSlope(i) / rows;
                gradient[offset + skip(i, labels[row])] = slope - pull * split.others.teacher.probability[i];
            }
        }
        return gradient;
    }

    /** The class that is number i when the label's is left out. */
    private static int skip(int i, int label) {
        return i < label ? i : i + 1;
    }

    /** One row, taken apart at its label. */
    private static final class Split {
        final KlRow target = new KlRow(2);
        final KlRow others;
        private final double temperature;
        private final double[] studentOthers;
        private final double[] teacherOthers;

        Split(int classes, double temperature) {
            this.temperature = temperature;
            others = new KlRow(classes - 1);
            studentOthers = new double[classes - 1];
            teacherOthers = new double[classes - 1];
        }

        void compare(double[] student, double[] teacher, int offset, int label) {
            for (int i = 0; i < studentOthers.length; i++) {
                studentOthers[i] = student[offset + skip(i, label)];
                teacherOthers[i] = teacher[offset + skip(i, label)];
            }
            others.compare(studentOthers, teacherOthers, 0, temperature);
            double studentTarget = student[offset + label];
            double teacherTarget = teacher[offset + label];
            target.compareOdds(
                    logOdds(studentTarget, others.student),
                    logOdds(teacherTarget, others.teacher),
                    studentTarget - teacherTarget,
                    others.drift,
                    temperature);
        }

        private double logOdds(double logit, SoftmaxRow rest) {
            return SoftmaxRow.over(logit - rest.largest, temperature) - rest.logMass;
        }
    }

    /**
     * The loss taken apart.
     *
     * @param value the weighted sum of {@code tckd} and {@code nckd}
     * @param tckd the target term, a batch mean with T², unweighted
     * @param nckd the non-target term, a batch mean with T², unweighted
     * @param tckdPerSample the target term of each row without T²
     * @param nckdPerSample the non-target term of each row without T²
     * @param teacherTarget the teacher's probability of each row's label at the temperature
     * @param studentTarget the student's probability of each row's label at the temperature
     * @param gradient the slope of {@code value} along each of the student's logits, row-major
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value,
            double tckd,
            double nckd,
            double[] tckdPerSample,
            double[] nckdPerSample,
            double[] teacherTarget,
            double[] studentTarget,
            double[] gradient) {
        /** Value and gradient alone, to be weighted and added to other losses. */
        public LossValue loss() {
            return new LossValue(value, gradient);
        }
    }
}
