package distillery.net;

/**
 * A fully connected layer: {@code output = max(0, W x + b)}, or {@code W x + b} if it is the last. It owns every
 * buffer it needs, made once for the largest batch.
 *
 * <p>A weight matrix is {@code [outputs, inputs]} row by row and a batch is {@code [rows, features]} row by row, as in
 * PyTorch.
 */
final class Layer {
    final int inputs;
    final int outputs;
    final boolean last;
    /** Weights, then biases. */
    final Reals parameters;

    final Reals gradient;
    final Reals output;
    /** The slope of the loss along {@link #output}, then along what it was before the bend. */
    final Reals delta;

    Layer(int inputs, int outputs, boolean last, int capacity, Precision precision) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.last = last;
        parameters = Reals.of(precision, weightCount() + outputs);
        gradient = Reals.of(precision, weightCount() + outputs);
        output = Reals.of(precision, outputs * capacity);
        delta = Reals.of(precision, outputs * capacity);
    }

    int weightCount() {
        return inputs * outputs;
    }

    int parameterCount() {
        return weightCount() + outputs;
    }

    /** Fills {@link #output} from {@code x}, {@code [rows, inputs]}; units drop out if {@code dropout} is above zero. */
    void forward(Reals x, int rows, double dropout, int key) {
        output.repeat(parameters, weightCount(), outputs, rows);
        output.product(rows, inputs, outputs, x, false, parameters, true, 1);
        output.pull(0, rows * outputs);
        if (last) {
            return;
        }
        output.rectify(rows * outputs);
        if (dropout > 0) {
            output.drop(dropout, key, rows * outputs);
        }
        output.push(0, rows * outputs);
    }

    /**
     * Turns {@link #delta}, the slope along the output, into the gradient of weights and biases. The bend and the
     * dropout both show in the output: a unit that is silent, for either reason, passes nothing back.
     */
    void backward(Reals x, int rows, double dropout) {
        if (!last) {
            delta.gate(output, 1 / (1 - dropout), rows * outputs);
        }
        delta.push(0, rows * outputs);
        delta.sumRows(gradient, weightCount(), outputs, rows);
        gradient.product(outputs, rows, inputs, delta, true, x, false, 0);
    }

    /** Hands the slope down: {@code below.delta = delta W}. The first layer has nobody below and never does this. */
    void handDown(Layer below, int rows) {
        below.delta.product(rows, outputs, inputs, delta, false, parameters, false, 0);
        below.delta.pull(0, rows * inputs);
    }
}
