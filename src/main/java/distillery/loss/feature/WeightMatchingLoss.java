package distillery.loss.feature;

import distillery.loss.DoubleMatrix;
import distillery.loss.LossValue;
import distillery.loss.Norm;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;

/**
 * Weight matching: the student's weights against the teacher's, one by one, or through projections where their widths
 * differ, {@code Po W Piᵀ}. No paper defines it; this is its literal meaning. Hidden units may be permuted without a change
 * to what a net computes, so two equal nets can be far apart here: it means something after weights have been copied.
 *
 * @param reduction a matrix counts as one sample
 */
public record WeightMatchingLoss(SquaredError reduction) {
    /** The loss of two matrices, or of any two lists, of the same size. */
    public Value of(double[] student, double[] teacher) {
        Preconditions.width(student, teacher, 1);
        LossValue match = reduction.of(student, teacher, 1);
        return new Value(match.value(), Norm.relativeError(student, teacher), match.gradient());
    }

    /**
     * The loss of a projected matrix: {@code out [teacher's outputs, student's outputs]}, {@code in [teacher's inputs,
     * student's inputs]}.
     */
    public Projected of(DoubleMatrix student, DoubleMatrix teacher, DoubleMatrix out, DoubleMatrix in) {
        DoubleMatrix narrowed = student.timesTransposed(in);
        DoubleMatrix projected = out.times(narrowed);
        Value match = of(projected.values(), teacher.values());
        DoubleMatrix slope = DoubleMatrix.of(match.gradient(), projected.rows());
        return new Projected(
                match.value(),
                match.relativeError(),
                out.transposedTimes(slope).times(in).values(),
                slope.timesTransposed(narrowed).values(),
                slope.transposedTimes(out.times(student)).values());
    }

    /**
     * The loss of weights of the same shape.
     *
     * @param relativeError the Frobenius distance as a share of the teacher's norm
     * @param gradient the slope of {@code value} along the student's weights
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double relativeError, double[] gradient) {}

    /** The same of projected weights, with the slopes along the projections, which may learn. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Projected(
            double value, double relativeError, double[] gradient, double[] outGradient, double[] inGradient) {}
}
