package distillery.net;

import java.util.Arrays;

/**
 * Some numbers that learn, and their gradient: all that optimiser, initialisation, max-norm, checkpoint and weights file
 * ever see of a layer.
 */
public final class Parameter {
    /** {@code [outputs]}, {@code [outputs, inputs]} or {@code [outputs, inputs, height, width]}, as PyTorch has it. */
    final int[] shape;

    final Buffer value;
    final Buffer gradient;
    /** How many numbers go into one of its outputs, and out of one of its inputs. */
    final int fanIn;

    final int fanOut;

    /** The columns whose gradient lies in ND4J's memory. */
    NonZeroColumns columns;

    /** Whether a batch must say first which columns products need. */
    boolean waitsForBatch;

    /** Whether max-norm holds its rows. */
    boolean limited;

    private Parameter(int[] shape, Buffer value, Buffer gradient, int fanIn, int fanOut) {
        this.shape = shape;
        this.value = value;
        this.gradient = gradient;
        this.fanIn = fanIn;
        this.fanOut = fanOut;
        columns = NonZeroColumns.all(width());
    }

    /** Weights whose gradient is made by one product. */
    static Parameter matrix(int outputs, int inputs) {
        int length = outputs * inputs;
        int[] shape = {outputs, inputs};
        return new Parameter(shape, Buffer.shared(length), Buffer.shared(length), inputs, outputs);
    }

    /** Kernels, {@code [outputs, inputs, size, size]}. */
    static Parameter kernels(int outputs, int inputs, int size) {
        int length = outputs * inputs * size * size;
        int[] shape = {outputs, inputs, size, size};
        int area = size * size;
        return new Parameter(shape, Buffer.shared(length), Buffer.heap(length), inputs * area, outputs * area);
    }

    static Parameter bias(int outputs) {
        return new Parameter(new int[] {outputs}, Buffer.heap(outputs), Buffer.heap(outputs), 0, 0);
    }

    boolean isBias() {
        return shape.length == 1;
    }

    int size() {
        return value.values.length;
    }

    int rows() {
        return shape[0];
    }

    /** The numbers of a row. */
    int width() {
        return size() / rows();
    }

    /** Makes its gradient zero: it stays where it is but for what the optimiser remembers. */
    public void clearGradient() {
        Arrays.fill(gradient.values, 0);
        gradient.toNative(0, size());
    }

    /** Adds to its gradient, from a place on. */
    void addSlope(double[] slope, int from) {
        fetchGradient(0, rows());
        for (int i = 0; i < size(); i++) {
            gradient.values[i] += (float) slope[from + i];
        }
        columns = NonZeroColumns.all(width());
        gradient.toNative(0, size());
    }

    /** Brings rows of the gradient to where loops find them. */
    void fetchGradient(int from, int to) {
        columns.fromNative(gradient, from, to);
    }

    /** Brings rows of the values to where products find them. */
    void publish(int from, int to) {
        if (!waitsForBatch) {
            value.toNative(from * width(), (to - from) * width());
        }
    }

    void publish() {
        publish(0, rows());
    }
}
