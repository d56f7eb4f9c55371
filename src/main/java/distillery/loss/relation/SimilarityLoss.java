package distillery.loss.relation;

import distillery.loss.DoubleMatrix;
import distillery.loss.LossValue;
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
        DoubleMatrix feature = feature(student, rows);
        Value found = ofProducts(products(feature), products(feature(teacher, rows)), rows);
        DoubleMatrix slope = DoubleMatrix.of(found.gradient(), rows);
        DoubleMatrix gradient = slope.times(feature).addTransposedTimes(slope, feature);
        return new Value(found.value(), found.studentSimilarity(), found.teacherSimilarity(), gradient.values());
    }

    /** The same from {@code F Fᵀ} of each, {@code [rows, rows]}; the slope is along the student's. */
    public static Value ofProducts(double[] student, double[] teacher, int rows) {
        UnitRows own = new UnitRows(student, rows);
        double[] wanted = new UnitRows(teacher, rows).values();
        LossValue match = SquaredError.MEAN.of(own.values(), wanted, rows);
        return new Value(match.value(), own.values(), wanted, own.slopes(match.gradient()));
    }

    /** The similarity of each sample to each, {@code [rows, rows]}. */
    public static double[] similarity(double[] feature, int rows) {
        return new UnitRows(products(feature(feature, rows)), rows).values();
    }

    private static double[] products(DoubleMatrix feature) {
        return feature.timesTransposed(feature).values();
    }

    private static DoubleMatrix feature(double[] values, int rows) {
        Preconditions.width("the feature", values, rows);
        return DoubleMatrix.of(values, rows);
    }

    /**
     * The loss and what it compared.
     *
     * @param studentSimilarity {@code [rows, rows]}, each row of length one
     * @param gradient the slope of {@code value} along the student's features, or along their products
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] studentSimilarity, double[] teacherSimilarity, double[] gradient) {}
}
