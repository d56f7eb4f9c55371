package distillery.net;

import distillery.data.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fully connected layer: {@code output = max(0, W x + b)}, or {@code W x + b} if it is the last.
 *
 * <p>A weight matrix is {@code [outputs, inputs]} row by row and a batch is {@code [rows, features]} row by row, as in
 * PyTorch.
 */
final class DenseLayer implements Layer {
    private final int inputs;
    private final int outputs;
    private final boolean last;
    private final Parameter weight;
    private final Parameter bias;
    private final Activation output;

    DenseLayer(int inputs, int outputs, boolean first, boolean last) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.last = last;
        weight = Parameter.matrix(outputs, inputs);
        weight.waitsForBatch = first;
        weight.limited = !last;
        bias = Parameter.bias(outputs);
        output = new Activation(Shape.flat(outputs), true);
    }

    @Override
    public Activation output() {
        return output;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void forward(LayerInput input, double dropout, int key, WorkerPool pool) {
        int rows = input.rows();
        output.resize(rows);
        Buffer y = output.values();
        Matrix x = input.matrix();
        NonZeroColumns columns = input.columns();
        Matrix w = weight.value.memory().matrix(0, outputs, columns.count()).transpose();
        pool.parallel(slice -> {
            int from = slice.from(outputs);
            int to = slice.to(outputs);
            if (weight.waitsForBatch) {
                columns.toNative(weight.value, from, to);
            }
            for (int row = 0; row < rows; row++) {
                y.memory().put(row * outputs + from, bias.value.values, from, to - from);
            }
            output.matrix().columns(from, to).product(x, w.columns(from, to), 1);
        });
        if (last) {
            y.fromNative(0, rows * outputs);
            return;
        }
        pool.parallel(slice -> {
            int from = slice.from(rows * outputs);
            int to = slice.to(rows * outputs);
            y.fromNative(from, to - from);
            output.noteBefore(from, to);
            Kernels.relu(y.values, from, to);
            if (dropout > 0) {
                Kernels.dropout(y.values, dropout, key, from, to);
            }
            y.toNative(from, to - from);
        });
    }

    /**
     * The slope goes back through dropout and ReLU, which both show in the output: a unit whose output is zero, for
     * either reason, passes nothing back. Then {@code below = slope W}.
     */
    @Override
    public void backward(LayerInput input, double dropout, @Nullable Activation below, WorkerPool pool) {
        int rows = input.rows();
        Buffer slope = output.slopes();
        pool.parallel(slice -> {
            int from = slice.from(rows * outputs);
            int to = slice.to(rows * outputs);
            if (!last) {
                Kernels.reluBackward(slope.values, output.values().values, (float) (1 / (1 - dropout)), from, to);
                output.addSlopeBefore(from, to);
            }
            slope.toNative(from, to - from);
        });
        NonZeroColumns columns = input.columns();
        weight.columns = columns;
        Matrix x = input.matrix();
        Matrix d = slope.memory().matrix(0, rows, outputs);
        Matrix gradient = weight.gradient.memory().matrix(0, outputs, columns.count());
        Buffer under = below == null ? null : below.slopes();
        pool.parallel(slice -> {
            Kernels.sumRows(slope.values, outputs, rows, bias.gradient.values, slice.from(outputs), slice.to(outputs));
            int from = slice.from(columns.count());
            int to = slice.to(columns.count());
            gradient.columns(from, to).product(d.transpose(), x.columns(from, to), 0);
            if (under != null) {
                int first = slice.from(inputs);
                int end = slice.to(inputs);
                Matrix w = weight.value.memory().matrix(0, outputs, inputs);
                under.memory().matrix(0, rows, inputs).columns(first, end).product(d, w.columns(first, end), 0);
            }
        });
        if (under != null) {
            pool.parallel(slice -> {
                int from = slice.from(rows * inputs);
                under.fromNative(from, slice.to(rows * inputs) - from);
            });
        }
    }

    /** The slope along the inputs of a first layer, for which no step of learning asks; after {@link #backward}. */
    double[] inputSlope(int rows) {
        float[] slopes = Arrays.copyOf(output.slopes().values, rows * outputs);
        INDArray slope = Nd4j.create(slopes, new long[] {rows, outputs});
        INDArray weights = Nd4j.create(weight.value.values, new long[] {outputs, inputs});
        return slope.mmul(weights).ravel().toDoubleVector();
    }
}
