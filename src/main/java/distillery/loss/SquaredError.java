package distillery.loss;

/**
 * The squared distance between a student's and a teacher's numbers, by what the squares are summed to. The learning rates
 * that suit the two differ by half the numbers of a sample.
 */
public enum SquaredError {
    /** Half the squared distance of each sample, averaged over the samples, as papers write it. */
    HALF_SUM_BATCHMEAN,
    /** The mean over all numbers, without the half, as most frameworks' mean squared error has it. */
    MEAN;

    /** The loss of two batches of the same size, with its slope along the student's numbers. */
    public LossValue of(double[] student, double[] teacher, int samples) {
        Preconditions.sameSize(student, teacher);
        return ofDifferences(LossValue.sum(1, student, -1, teacher), samples);
    }

    /** The loss from what the student has more than the teacher; the array becomes the slope. */
    LossValue ofDifferences(double[] differences, int samples) {
        double slope = this == HALF_SUM_BATCHMEAN ? 1.0 / samples : 2.0 / differences.length;
        double value = 0;
        for (int i = 0; i < differences.length; i++) {
            value += differences[i] * differences[i] / 2 * slope;
            differences[i] *= slope;
        }
        return new LossValue(value, differences);
    }
}
