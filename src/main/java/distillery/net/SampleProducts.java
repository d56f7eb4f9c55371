package distillery.net;

/** Products between the samples of a batch and of tables of them with the batch, in the engine's 32 bits. */
public final class SampleProducts {
    private Buffer features = Buffer.heap(0);
    private Buffer table = Buffer.heap(0);
    private Buffer mixed = Buffer.heap(0);
    private int rows;
    private int width;

    /** {@code F Fᵀ}, {@code [rows, rows]}, for features {@code [rows, width]}. */
    public double[] pairs(double[] values, int samples) {
        rows = samples;
        width = values.length / samples;
        features = filled(features, values);
        table = room(table, rows * rows);
        square().pairs(batch(features));
        double[] pairs = read(table, rows * rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                pairs[j * rows + i] = pairs[i * rows + j];
            }
        }
        return pairs;
    }

    /** {@code A F} for a table {@code A [rows, rows]} and the features of the last {@link #pairs}. */
    public double[] times(double[] factors) {
        table = filled(table, factors);
        mixed = room(mixed, rows * width);
        batch(mixed).product(square(), batch(features), 0);
        return read(mixed, rows * width);
    }

    private Matrix batch(Buffer of) {
        return of.memory().matrix(0, rows, width);
    }

    private Matrix square() {
        return table.memory().matrix(0, rows, rows);
    }

    private static Buffer filled(Buffer there, double[] values) {
        Buffer buffer = room(there, values.length);
        for (int i = 0; i < values.length; i++) {
            buffer.values[i] = (float) values[i];
        }
        buffer.toNative(0, values.length);
        return buffer;
    }

    private static double[] read(Buffer from, int length) {
        from.fromNative(0, length);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = from.values[i];
        }
        return values;
    }

    private static Buffer room(Buffer there, int length) {
        return there.values.length < length ? Buffer.shared(length) : there;
    }
}
