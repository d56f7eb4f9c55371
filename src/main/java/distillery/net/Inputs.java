package distillery.net;

import distillery.data.Batch;
import distillery.data.Samples;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    private INDArray matrix;

    /** Room for up to {@code capacity} samples. */
    public Inputs(int features, int capacity, Precision precision) {
        this.features = features;
        this.capacity = capacity;
        gathered = new float[features * capacity];
        values = Reals.of(precision, features * capacity);
        rows = capacity;
        matrix = values.matrix(features, capacity);
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

    /** ND4J's view, {@code [features, rows]} column by column: each sample is one column. */
    INDArray matrix() {
        return matrix;
    }

    private void resize(int wanted) {
        if (wanted < 1 || wanted > capacity) {
            throw new IllegalArgumentException("a batch has 1 to " + capacity + " samples, was " + wanted);
        }
        if (wanted != rows) {
            rows = wanted;
            matrix = values.matrix(features, wanted);
        }
    }
}
