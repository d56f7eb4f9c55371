package distillery.net;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;

/**
 * The plane in which samples lie furthest apart: principal component analysis down to two numbers a sample. The sign of a
 * direction means nothing; here its largest entry is positive, so that the same samples always give the same picture.
 *
 * @param points {@code [rows, 2]}, row-major, centred; samples of one number have 0 as their second
 * @param shares how much of all variance the two directions hold, each 0 to 1; 0 where there is none
 * @param means of the columns
 * @param directions {@code [2, width]}, each of length one; zeros for a second direction that is not there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrincipalPlane(double[] points, double[] shares, double[] means, double[] directions) {
    /**
     * The plane of {@code [rows, width]} numbers, row-major.
     *
     * @throws IllegalArgumentException if these are no such rows
     */
    public static PrincipalPlane of(double[] values, int rows) {
        INDArray samples = LinearCka.centred(values, rows);
        int width = samples.columns();
        INDArray directions = samples.transpose().mmul(samples);
        double all = Math.pow(samples.norm2Number().doubleValue(), 2);
        double[] variances =
                Eigen.symmetricGeneralizedEigenvalues(directions, true).toDoubleVector();
        double[] points = new double[2 * rows];
        double[] shares = new double[2];
        double[] found = new double[2 * width];
        // Eigenvalues are in ascending order, and the columns are now their vectors.
        for (int axis = 0; axis < Math.min(2, width); axis++) {
            double[] direction = turned(directions.getColumn(width - 1 - axis).toDoubleVector());
            System.arraycopy(direction, 0, found, axis * width, width);
            double[] places = samples.mmul(LinearCka.column(direction)).toDoubleVector();
            for (int row = 0; row < rows; row++) {
                points[2 * row + axis] = places[row];
            }
            shares[axis] = all == 0 ? 0 : Math.max(0, variances[width - 1 - axis] / all);
        }
        return new PrincipalPlane(points, shares, means(values, width), found);
    }

    private static double[] means(double[] values, int width) {
        double[] means = new double[width];
        for (int i = 0; i < values.length; i++) {
            means[i % width] += values[i] * width / values.length;
        }
        return means;
    }

    /** Where in this plane a sample lies that did not make it. */
    public double[] place(double[] sample) {
        double[] place = new double[2];
        for (int i = 0; i < directions.length; i++) {
            int column = i % means.length;
            place[i / means.length] += directions[i] * (sample[column] - means[column]);
        }
        return place;
    }

    /** The same direction or its opposite, whichever has its largest entry positive. */
    private static double[] turned(double[] direction) {
        int largest = 0;
        for (int i = 1; i < direction.length; i++) {
            // A little more, so that of two equal entries rounding does not choose.
            largest = Math.abs(direction[i]) > 1.000001 * Math.abs(direction[largest]) ? i : largest;
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        return Arrays.stream(direction).map(entry -> sign * entry).toArray();
    }
}
