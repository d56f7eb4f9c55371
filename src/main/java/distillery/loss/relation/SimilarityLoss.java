package distillery.loss.relation;

import distillery.loss.LossValue;
import distillery.loss.Matrix;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;
import distillery.loss.UnitRows;

/**
 * Similarity preserving: which samples of a batch look alike to the student, against which do to the teacher. The
 * similarity matrix is {@code F Fᵀ} with each row scaled to length one; the loss is the squared Frobenius distance over
 * {@code rows²} (Tung, Mori 2019, section 3). A sample whose features are all zero is like no other, and its own row has no slope.
 */
public final class SimilarityLoss {
    private SimilarityLoss() {}

    /** The loss of a batch with so many rows against one with as many. */
    public static Value of(double[] student, double[] teacher, int rows) {
        Matrix feature = feature(student, rows);
        UnitRows studentRows = similarities(feature);
        double[] teacherSimilarity = similarity(teacher, rows);
        LossValue match = SquaredError.MEAN.of(studentRows.values(), teacherSimilarity, rows);
        Matrix slope = Matrix.of(studentRows.slopes(match.gradient()), rows);
        Matrix gradient = slope.times(feature).addTransposedTimes(slope, feature);
        return new Value(match.value(), studentRows.values(), teacherSimilarity, gradient.values());
    }

    /** The similarity of each sample to each, {@code [rows, rows]}. */
    public static double[] similarity(double[] feature, int rows) {
        return similarities(feature(feature, rows)).values();
    }

    private static UnitRows similarities(Matrix feature) {
        return new UnitRows(feature.timesTransposed(feature).values(), feature.rows());
    }

    private static Matrix feature(double[] values, int rows) {
        Preconditions.width("the feature", values, rows);
        return Matrix.of(values, rows);
    }

    /**
     * The loss and what it compared.
     *
     * @param studentSimilarity {@code [rows, rows]}, each row of length one
     * @param gradient the slope of {@code value} along the student's features
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] studentSimilarity, double[] teacherSimilarity, double[] gradient) {}
}
