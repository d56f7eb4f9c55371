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
    private int rows;

    /** Room for up to {@code capacity} samples. */
    public Inputs(int features, int capacity, Precision precision) {
        this.features = features;
        this.capacity = capacity;
        gathered = new float[features * capacity];
        values = Reals.of(precision, features * capacity);
        rows = capacity;
    }

    /** Gathers a batch, each sample moved as the batch says. */
    public void fill(Samples samples, Batch batch) {
        resize(batch.size());
        batch.copyInto(samples, gathered);
        values.load(gathered, rows * features);
    }

    /** Gathers the samples {@code from..to} as they are. */
    public void fill(Samples samples, int from, int to) {
        resize(to - from);
        for (int i = 0; i < rows; i++) {
            samples.copyInto(gathered, i * features, from + i, 0, 0);
        }
        values.load(gathered, rows * features);
    }

    /** Takes plain numbers, row-major. */
    public void fill(double[] numbers) {
        resize(numbers.length / features);
        for (int i = 0; i < numbers.length; i++) {
            values.set(i, numbers[i]);
        }
        values.push(0, numbers.length);
    }

    public int rows() {
        return rows;
    }

    public int capacity() {
        return capacity;
    }

    /** The samples, {@code [rows, features]} row by row. */
    Reals values() {
        return values;
    }

    private void resize(int wanted) {
        if (wanted < 1 || wanted > capacity) {
            throw new IllegalArgumentException("a batch has 1 to " + capacity + " samples, was " + wanted);
        }
        rows = wanted;
    }
}
