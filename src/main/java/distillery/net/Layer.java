package distillery.net;

import org.jspecify.annotations.Nullable;

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
    /** Whether the batch itself comes in: see {@link Columns}. */
    final boolean first;

    final boolean last;
    /** Weights, then biases. */
    final Reals parameters;

    final Reals gradient;
    final Reals output;
    /** The slope of the loss along {@link #output}, then along what it was before the bend. */
    final Reals delta;

    /** The columns of the weights that have a gradient since the last {@link #backward}. */
    private Columns moved;

    Layer(int inputs, int outputs, boolean first, boolean last, int capacity, Precision precision) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.first = first;
        this.last = last;
        moved = Columns.all(inputs);
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

    /** Brings rows of weights to where products find them; the first layer's wait until a batch says which columns. */
    void pushWeights(int from, int to) {
        if (!first) {
            parameters.push(from * inputs, (to - from) * inputs);
        }
    }

    /** Brings rows of the gradient to where loops find them. */
    void pullGradient(int from, int to) {
        gradient.pullColumns(moved, from, to);
    }

    /**
     * Fills {@link #output} from {@code x}, {@code [rows, columns.count()]}; units drop out if {@code dropout} is above
     * zero.
     */
    void forward(Reals x, Columns columns, int rows, double dropout, int key, Crew crew) {
        crew.share(part -> {
            if (first) {
                parameters.pushColumns(columns, part.from(outputs), part.to(outputs));
            }
            output.repeat(parameters, weightCount(), outputs, rows, part);
            output.product(rows, columns.count(), outputs, x, false, parameters, true, 1, part);
        });
        if (last) {
            output.pull(0, rows * outputs);
            return;
        }
        crew.share(part -> {
            int from = part.from(rows * outputs);
            int to = part.to(rows * outputs);
            output.pull(from, to - from);
            output.rectify(from, to);
            if (dropout > 0) {
                output.drop(dropout, key, from, to);
            }
            output.push(from, to - from);
        });
    }

    /**
     * Turns {@link #delta}, the slope along the output, into the gradient of weights and biases, and hands it down:
     * {@code below.delta = delta W}. The first layer has nobody below. The bend and the dropout both show in the
     * output: a unit that is silent, for either reason, passes nothing back.
     */
    void backward(Reals x, Columns columns, int rows, double dropout, @Nullable Layer below, Crew crew) {
        moved = columns;
        crew.share(part -> {
            int from = part.from(rows * outputs);
            int to = part.to(rows * outputs);
            if (!last) {
                delta.gate(output, 1 / (1 - dropout), from, to);
            }
            delta.push(from, to - from);
        });
        crew.share(part -> {
            delta.sumRows(gradient, weightCount(), outputs, rows, part);
            gradient.product(outputs, rows, columns.count(), delta, true, x, false, 0, part);
            if (below != null) {
                below.delta.product(rows, outputs, inputs, delta, false, parameters, false, 0, part);
            }
        });
        if (below != null) {
            crew.share(part -> {
                int from = part.from(rows * inputs);
                below.delta.pull(from, part.to(rows * inputs) - from);
            });
        }
    }
}
