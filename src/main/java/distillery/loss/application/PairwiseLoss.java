package distillery.loss.application;

import distillery.loss.DoubleMatrix;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;
import distillery.loss.UnitRows;

/**
 * Segmentation, by pairs of pixels: the cosine similarity of the features of each two pixels of a picture, against the same
 * of the teacher, as the mean squared difference over samples and pairs (Liu et al. 2019, section 3). Student and teacher
 * may differ in channels. The length of a feature is no constant here, as it is in the authors' code; a pixel without any
 * feature is like no other and has no slope.
 */
public final class PairwiseLoss {
    private PairwiseLoss() {}

    /** The loss of features {@code [rows, channels, plane]}; its memory grows with {@code rows plane²}. */
    public static Value of(double[] student, double[] teacher, int rows, int plane) {
        int channels = Preconditions.channels("the student's feature", student, rows, plane);
        UnitRows pixels = new UnitRows(PixelRows.of(student, channels, plane), channels);
        double[] studentSimilarity = similarity(pixels.values(), rows, channels, plane);
        double[] teacherSimilarity = similarity(teacher, rows, plane);
        LossValue match = SquaredError.MEAN.of(studentSimilarity, teacherSimilarity, rows);
        double[] unitSlopes = new double[student.length];
        for (int n = 0; n < rows; n++) {
            DoubleMatrix slope = DoubleMatrix.block(match.gradient(), n, plane, plane);
            DoubleMatrix units = DoubleMatrix.block(pixels.values(), n, plane, channels);
            DoubleMatrix.block(unitSlopes, n, plane, channels).add(slope, units).addTransposedTimes(slope, units);
        }
        double[] gradient = PixelRows.maps(pixels.slopes(unitSlopes), channels, plane);
        return new Value(match.value(), studentSimilarity, teacherSimilarity, gradient);
    }

    /** The cosine similarities of each sample's pixels, {@code [rows, plane, plane]}. */
    public static double[] similarity(double[] feature, int rows, int plane) {
        int channels = Preconditions.channels("the feature", feature, rows, plane);
        double[] units = new UnitRows(PixelRows.of(feature, channels, plane), channels).values();
        return similarity(units, rows, channels, plane);
    }

    private static double[] similarity(double[] units, int rows, int channels, int plane) {
        double[] similarity = new double[Math.multiplyExact(Math.multiplyExact(plane, plane), rows)];
        for (int n = 0; n < rows; n++) {
            DoubleMatrix pixels = DoubleMatrix.block(units, n, plane, channels);
            DoubleMatrix.block(similarity, n, plane, plane).addTimesTransposed(pixels, pixels);
        }
        return similarity;
    }

    /**
     * The loss and what it compared.
     *
     * @param studentSimilarity {@code [rows, plane, plane]}, -1 to 1
     * @param gradient the slope of {@code value} along the student's features, in their shape
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] studentSimilarity, double[] teacherSimilarity, double[] gradient) {}
}
