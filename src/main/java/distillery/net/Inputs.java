package distillery.net;

import distillery.data.Batch;
import distillery.data.Samples;

/**
 * One batch of samples where ND4J can read it, {@code [rows, features]}. It is gathered once and shared by every net
 * that looks at it: a teacher and all its students.
 */
public final class Inputs {
    private final int features;
    private final int capacity;
    private final float[] gathered;
    private final Reals values;
    private Columns columns;
    private int rows;

    /** Room for up to {@code capacity} samples. */
    public Inputs(int features, int capacity, Precision precision) {
        this.features = features;
        this.capacity = capacity;
        gathered = new float[features * capacity];
        values = Reals.of(precision, features * capacity);
        columns = Columns.all(features);
        rows = capacity;
    }

    /** Gathers a batch, each sample moved as the batch says. */
    public void fill(Samples samples, Batch batch) {
        resize(batch.size());
        batch.copyInto(samples, gathered);
        pack();
    }

    /** Gathers the samples {@code from..to} as they are. */
    public void fill(Samples samples, int from, int to) {
        resize(to - from);
        for (int i = 0; i < rows; i++) {
            samples.copyInto(gathered, i * features, from + i, 0, 0);
        }
        pack();
    }

    /** Takes plain numbers, row-major. */
    public void fill(double[] numbers) {
        resize(numbers.length / features);
        for (int i = 0; i < numbers.length; i++) {
            values.set(i, numbers[i]);
            gathered[i] = (float) Math.signum(numbers[i]);
        }
        columns = Columns.of(gathered, rows, features);
        values.pushColumns(columns, 0, rows);
    }

    public int rows() {
        return rows;
    }

    public int capacity() {
        return capacity;
    }

    /** The samples, {@code [rows, columns().count()]} row by row. */
    Reals values() {
        return values;
    }

    /** The features that {@link #values} holds. */
    Columns columns() {
        return columns;
    }

    private void pack() {
        values.load(gathered, rows * features);
        columns = Columns.of(gathered, rows, features);
        values.pushColumns(columns, 0, rows);
    }

    private void resize(int wanted) {
        if (wanted < 1 || wanted > capacity) {
            throw new IllegalArgumentException("a batch has 1 to " + capacity + " samples, was " + wanted);
        }
        rows = wanted;
    }
}
