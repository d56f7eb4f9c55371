package distillery.loss.feature;

import static distillery.loss.Preconditions.require;

import distillery.loss.DoubleMatrix;
import distillery.loss.Preconditions;
import java.util.Arrays;

/**
 * A linear map that gives the student's features the teacher's width, {@code W x + b}; over maps of channels it is a 1×1
 * convolution, the same map at every pixel.
 *
 * @param weight {@code [outputs, inputs]}, row-major
 * @param bias {@code [outputs]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Regressor(double[] weight, double[] bias) {
    public Regressor {
        Preconditions.width("the regressor's bias", bias, bias.length);
        Preconditions.width("the regressor's weight", weight, bias.length);
    }

    /** A map without a bias. */
    public static Regressor linear(double[] weight, int outputs) {
        return new Regressor(weight, new double[outputs]);
    }

    public int inputs() {
        return weight.length / bias.length;
    }

    public int outputs() {
        return bias.length;
    }

    /** The features in the teacher's width; {@code plane} is the number of pixels of a map, 1 where there is none. */
    public double[] apply(double[] feature, int plane) {
        int rows = rows(feature, plane);
        double[] result = new double[rows * outputs() * plane];
        for (int map = 0; map < rows * outputs(); map++) {
            Arrays.fill(result, map * plane, (map + 1) * plane, bias[map % outputs()]);
        }
        DoubleMatrix matrix = DoubleMatrix.of(weight, outputs());
        if (plane == 1) {
            DoubleMatrix.of(result, rows).addTimesTransposed(DoubleMatrix.of(feature, rows), matrix);
        } else {
            for (int n = 0; n < rows; n++) {
                DoubleMatrix.block(result, n, outputs(), plane)
                        .add(matrix, DoubleMatrix.block(feature, n, inputs(), plane));
            }
        }
        return result;
    }

    /** From slopes along the result those along all that it came from. */
    public Slopes slopes(double[] feature, double[] along, int plane) {
        int rows = rows(feature, plane);
        DoubleMatrix matrix = DoubleMatrix.of(weight, outputs());
        DoubleMatrix matrixSlope = DoubleMatrix.zeros(outputs(), inputs());
        double[] featureSlope = new double[feature.length];
        if (plane == 1) {
            matrixSlope.addTransposedTimes(DoubleMatrix.of(along, rows), DoubleMatrix.of(feature, rows));
            DoubleMatrix.of(featureSlope, rows).add(DoubleMatrix.of(along, rows), matrix);
        } else {
            for (int n = 0; n < rows; n++) {
                DoubleMatrix slope = DoubleMatrix.block(along, n, outputs(), plane);
                matrixSlope.addTimesTransposed(slope, DoubleMatrix.block(feature, n, inputs(), plane));
                DoubleMatrix.block(featureSlope, n, inputs(), plane).addTransposedTimes(matrix, slope);
            }
        }
        double[] biasSlope = new double[outputs()];
        for (int map = 0; map < rows * outputs(); map++) {
            for (int i = map * plane; i < (map + 1) * plane; i++) {
                biasSlope[map % outputs()] += along[i];
            }
        }
        return new Slopes(matrixSlope.values(), biasSlope, featureSlope);
    }

    private int rows(double[] feature, int plane) {
        require(
                plane >= 1 && feature.length > 0 && feature.length % (inputs() * plane) == 0,
                "a regressor of " + inputs() + " inputs over " + plane + " pixels does not fit " + feature.length
                        + " numbers");
        int rows = feature.length / (inputs() * plane);
        Preconditions.width("the student's feature", feature, rows);
        return rows;
    }

    /** Slopes along weight, bias and the features that went in, in their shapes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Slopes(double[] weight, double[] bias, double[] feature) {}
}
