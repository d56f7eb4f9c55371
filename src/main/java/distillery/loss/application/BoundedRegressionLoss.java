package distillery.loss.application;

import distillery.loss.Huber;
import distillery.loss.Preconditions;

/**
 * Boxes with the teacher as a bound: {@code smoothL1(box - target) + boundedWeight |box - target|²}, the second only while
 * the student is not better than the teacher by a margin, {@code |student - target|² + margin > |teacher - target|²} (Chen
 * et al. 2017, section 3). Sums over the four coordinates, means over the boxes. The condition is a gate: it has no slope.
 *
 * @param margin in squared units of the coordinates
 * @param boundedWeight the paper's ν
 */
public record BoundedRegressionLoss(double margin, double boundedWeight) {
    private static final int COORDINATES = 4;
    private static final double SMOOTH = 1;

    public BoundedRegressionLoss {
        Preconditions.weight("the margin", margin);
        Preconditions.weight("bounded weight", boundedWeight);
    }

    /** The loss of boxes {@code [rows, 4]}. */
    public Value of(double[] student, double[] teacher, double[] target) {
        Preconditions.width(student, target, student.length / COORDINATES);
        Preconditions.width(student, teacher, student.length / COORDINATES);
        boolean[] active = new boolean[student.length / COORDINATES];
        double[] gradient = new double[student.length];
        double smooth = 0;
        double bounded = 0;
        for (int row = 0; row < active.length; row++) {
            double missed = squaredDistance(student, target, row);
            active[row] = missed + margin > squaredDistance(teacher, target, row);
            bounded += active[row] ? missed / active.length : 0;
            for (int i = row * COORDINATES; i < (row + 1) * COORDINATES; i++) {
                double apart = student[i] - target[i];
                smooth += Huber.value(apart, SMOOTH) / active.length;
                double pull = active[row] ? 2 * boundedWeight * apart : 0;
                gradient[i] = (Huber.slope(apart, SMOOTH) + pull) / active.length;
            }
        }
        return new Value(smooth + boundedWeight * bounded, smooth, bounded, active, gradient);
    }

    private static double squaredDistance(double[] boxes, double[] target, int row) {
        double sum = 0;
        for (int i = row * COORDINATES; i < (row + 1) * COORDINATES; i++) {
            sum += (boxes[i] - target[i]) * (boxes[i] - target[i]);
        }
        return sum;
    }

    /**
     * The loss taken apart.
     *
     * @param smoothL1 the term against the target, unweighted
     * @param bounded the term that the teacher bounds, unweighted
     * @param active for which boxes the bound lets that term count
     * @param gradient the slope of {@code value} along the student's boxes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double smoothL1, double bounded, boolean[] active, double[] gradient) {}
}
