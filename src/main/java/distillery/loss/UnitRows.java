package distillery.loss;

/**
 * Rows scaled to length one, and the way back for their slopes. Rows shorter than 1e-12 are divided by 1e-12 instead, as
 * PyTorch's {@code normalize} has it; a row of zeros stays zeros, points nowhere and has no slope.
 */
public final class UnitRows {
    private static final double SHORTEST = 1e-12;

    private final int width;
    private final double[] values;
    private final double[] lengths;

    public UnitRows(double[] rows, int width) {
        this.width = width;
        values = rows.clone();
        lengths = new double[rows.length / width];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = Math.sqrt(product(rows, rows, row));
            double divisor = Math.max(lengths[row], SHORTEST);
            for (int i = row * width; i < (row + 1) * width; i++) {
                values[i] /= divisor;
            }
        }
    }

    /** The unit rows, row-major; shared, not copied. */
    public double[] values() {
        return values;
    }

    /** From slopes along the unit rows u those along the rows themselves, {@code (I - u uᵀ) slope / length}. */
    public double[] slopes(double[] unitSlopes) {
        double[] slopes = new double[values.length];
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] == 0) {
                continue;
            }
            double along = lengths[row] > SHORTEST ? product(values, unitSlopes, row) : 0;
            double divisor = Math.max(lengths[row], SHORTEST);
            for (int i = row * width; i < (row + 1) * width; i++) {
                slopes[i] = (unitSlopes[i] - values[i] * along) / divisor;
            }
        }
        return slopes;
    }

    private double product(double[] a, double[] b, int row) {
        double sum = 0;
        for (int i = row * width; i < (row + 1) * width; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
