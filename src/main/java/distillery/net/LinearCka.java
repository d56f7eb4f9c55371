package distillery.net;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How alike two layers are in what they make of the same samples: linear centred kernel alignment, {@code |Yᵀ X|² / (|Xᵀ X|
 * |Yᵀ Y|)} with columns centred and Frobenius norms (Kornblith et al. 2019, section 3). Widths may differ; turning a layer or
 * scaling it as a whole changes nothing.
 */
public final class LinearCka {
    private LinearCka() {}

    /**
     * From 0, nothing in common, to 1, the same but for turning and scaling. No number if a layer says the same about all
     * samples.
     *
     * @param first {@code [rows, any width]}, row-major
     * @param second {@code [rows, any width]}, row-major
     */
    public static double of(double[] first, double[] second, int rows) {
        INDArray x = centred(first, rows);
        INDArray y = centred(second, rows);
        double own = length(x, x) * length(y, y);
        double together = length(x, y);
        return own == 0 ? Double.NaN : Math.min(1, together * together / own);
    }

    /** The Frobenius norm of {@code leftᵀ · right}. */
    private static double length(INDArray left, INDArray right) {
        return left.transpose().mmul(right).norm2Number().doubleValue();
    }

    /** {@code [values.length, 1]}. */
    static INDArray column(double[] values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }

    /** {@code [rows, width]} with the mean of each column taken away. */
    static INDArray centred(double[] values, int rows) {
        if (rows < 1 || values.length == 0 || values.length % rows != 0) {
            throw new IllegalArgumentException("%d numbers are no %d rows".formatted(values.length, rows));
        }
        INDArray matrix = Nd4j.createFromArray(values).reshape(rows, values.length / rows);
        return matrix.subRowVector(matrix.mean(0));
    }
}
