package distillery.loss.feature;

import distillery.loss.Preconditions;

/**
 * Activation boundaries: which units are on, whatever their strength. A unit of the student is pushed to the side of zero
 * on which the teacher's lies, and on by a margin: {@code max(m - s, 0)²} where the teacher's is on, {@code max(s + m, 0)²}
 * where it is off (Heo et al. 2019, section 3). Values are those before the ReLU; zero counts as off. Because of the margin
 * the loss may be positive where all units agree.
 *
 * @param margin m, zero or more, in units of the activation
 */
public record ActivationBoundaryLoss(double margin, Reduction reduction) {
    /** What the squares are summed to. */
    public enum Reduction {
        /** The mean over samples and units. */
        MEAN,
        /** The sum over units, averaged over the samples, as the authors' code has it. */
        SUM_OVER_BATCH
    }

    public ActivationBoundaryLoss {
        Preconditions.weight("the margin", margin);
    }

    /** The loss of two batches of the same shape with so many rows. */
    public Value of(double[] student, double[] teacher, int rows) {
        int width = Preconditions.width(student, teacher, rows);
        double share = reduction == Reduction.MEAN ? 1.0 / student.length : width / (double) student.length;
        double[] gradient = new double[student.length];
        double value = 0;
        int agreeing = 0;
        for (int i = 0; i < student.length; i++) {
            double side = teacher[i] > 0 ? 1 : -1;
            double missing = Math.max(margin - side * student[i], 0);
            value += missing * missing * share;
            gradient[i] = missing == 0 ? 0 : -2 * side * missing * share;
            agreeing += student[i] > 0 == teacher[i] > 0 ? 1 : 0;
        }
        return new Value(
                value, (double) agreeing / student.length, activeFraction(student), activeFraction(teacher), gradient);
    }

    private static double activeFraction(double[] values) {
        int active = 0;
        for (double value : values) {
            active += value > 0 ? 1 : 0;
        }
        return (double) active / values.length;
    }

    /**
     * The loss and what it is meant to bring about.
     *
     * @param agreement the share of units that are on in both or off in both
     * @param gradient the slope of {@code value} along the student's values before the ReLU
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value, double agreement, double studentActive, double teacherActive, double[] gradient) {}
}
