package distillery.loss;

/**
 * A row-major matrix, or a block of a larger array seen as one. It shares the array: products of other matrices are added
 * to it in place, in the three forms that a loss and its slopes need.
 *
 * <p>Sizes that do not fit are refused with an {@link IllegalArgumentException}.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DoubleMatrix(double[] values, int offset, int rows, int columns) {
    public DoubleMatrix {
        Preconditions.require(
                rows >= 0 && columns >= 0 && offset >= 0 && offset + (long) rows * columns <= values.length,
                values.length + " numbers hold no " + rows + " × " + columns + " matrix at " + offset);
    }

    /** A whole array with so many rows. */
    public static DoubleMatrix of(double[] values, int rows) {
        return new DoubleMatrix(values, 0, rows, values.length / rows);
    }

    /** Block number n of an array that holds nothing but blocks of this size. */
    public static DoubleMatrix block(double[] values, int n, int rows, int columns) {
        return new DoubleMatrix(values, n * rows * columns, rows, columns);
    }

    public static DoubleMatrix zeros(int rows, int columns) {
        return new DoubleMatrix(new double[Math.multiplyExact(rows, columns)], 0, rows, columns);
    }

    /** {@code A B}. */
    public DoubleMatrix times(DoubleMatrix b) {
        return zeros(rows, b.columns).add(this, b);
    }

    /** {@code A Bᵀ}. */
    public DoubleMatrix timesTransposed(DoubleMatrix b) {
        return zeros(rows, b.rows).addTimesTransposed(this, b);
    }

    /** {@code Aᵀ B}. */
    public DoubleMatrix transposedTimes(DoubleMatrix b) {
        return zeros(columns, b.columns).addTransposedTimes(this, b);
    }

    /** Adds {@code A B} to this. */
    public DoubleMatrix add(DoubleMatrix a, DoubleMatrix b) {
        fits(a.rows, b.columns, a.columns, b.rows);
        for (int i = 0; i < rows; i++) {
            addRow(i, a.values, a.offset + i * a.columns, 1, b);
        }
        return this;
    }

    /** Adds {@code A Bᵀ} to this. */
    public DoubleMatrix addTimesTransposed(DoubleMatrix a, DoubleMatrix b) {
        return add(a, b.transposed());
    }

    /** Adds {@code Aᵀ B} to this. */
    public DoubleMatrix addTransposedTimes(DoubleMatrix a, DoubleMatrix b) {
        fits(a.columns, b.columns, a.rows, b.rows);
        for (int i = 0; i < rows; i++) {
            addRow(i, a.values, a.offset + i, a.columns, b);
        }
        return this;
    }

    /** A copy with rows and columns exchanged. */
    private DoubleMatrix transposed() {
        DoubleMatrix result = zeros(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.values[j * rows + i] = values[offset + i * columns + j];
            }
        }
        return result;
    }

    /** Adds the rows of b, each by its factor, to a row: four at once, so that the row is read and written less often. */
    private void addRow(int row, double[] factors, int first, int stride, DoubleMatrix b) {
        int k = 0;
        for (; k < b.rows - 3; k += 4) {
            addFour(offset + row * columns, factors, first + k * stride, stride, b, b.offset + k * columns);
        }
        for (; k < b.rows; k++) {
            double factor = factors[first + k * stride];
            for (int j = 0; j < columns; j++) {
                values[offset + row * columns + j] += factor * b.values[b.offset + k * columns + j];
            }
        }
    }

    private void addFour(int to, double[] factors, int at, int stride, DoubleMatrix b, int from) {
        double[] sums = values; // locals, which the compiler knows not to change within the loop
        double[] terms = b.values;
        double first = factors[at];
        double second = factors[at + stride];
        double third = factors[at + 2 * stride];
        double fourth = factors[at + 3 * stride];
        int width = columns;
        for (int j = 0; j < width; j++) {
            sums[to + j] += first * terms[from + j]
                    + second * terms[from + width + j]
                    + third * terms[from + 2 * width + j]
                    + fourth * terms[from + 3 * width + j];
        }
    }

    private void fits(int productRows, int productColumns, int inner, int otherInner) {
        Preconditions.require(
                rows == productRows && columns == productColumns && inner == otherInner,
                "a product of " + productRows + " × " + inner + " and " + otherInner + " × " + productColumns
                        + " does not fit into " + rows + " × " + columns);
    }
}
