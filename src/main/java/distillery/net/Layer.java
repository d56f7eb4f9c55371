package distillery.net;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fully connected layer: {@code output = max(0, W x + b)}, or {@code W x + b} if it is the last. It owns every
 * buffer it needs, made once for the largest batch.
 *
 * <p>In memory a weight matrix is {@code [outputs, inputs]} row by row and a batch is {@code [rows, features]} row by
 * row, as in PyTorch; ND4J, which counts column by column, sees both transposed.
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

    private final INDArray weights;
    private final INDArray weightGradient;
    private int rows;
    private INDArray outputView;
    private INDArray deltaView;

    Layer(int inputs, int outputs, boolean last, int capacity, Precision precision) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.last = last;
        parameters = Reals.of(precision, weightCount() + outputs);
        gradient = Reals.of(precision, weightCount() + outputs);
        output = Reals.of(precision, outputs * capacity);
        delta = Reals.of(precision, outputs * capacity);
        weights = parameters.matrix(inputs, outputs);
        weightGradient = gradient.matrix(inputs, outputs);
        rows = capacity;
        outputView = output.matrix(outputs, rows);
        deltaView = delta.matrix(outputs, rows);
    }

    int weightCount() {
        return inputs * outputs;
    }

    int parameterCount() {
        return weightCount() + outputs;
    }

    /** Fills {@link #output} from {@code x}, {@code [inputs, rows]}; units drop out if {@code dropout} is above zero. */
    void forward(INDArray x, int batch, double dropout, int key) {
        resize(batch);
        output.repeat(parameters, weightCount(), outputs, rows);
        Nd4j.gemm(weights, x, outputView, true, false, 1, 1);
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
    void backward(INDArray x, double dropout) {
        if (!last) {
            delta.gate(output, 1 / (1 - dropout), rows * outputs);
        }
        delta.push(0, rows * outputs);
        delta.sumRows(gradient, weightCount(), outputs, rows);
        Nd4j.gemm(x, deltaView, weightGradient, false, true, 1, 0);
    }

    /** Hands the slope down: {@code below.delta = Wᵀ delta}. The first layer has nobody below and never does this. */
    void handDown(Layer below) {
        Nd4j.gemm(weights, deltaView, below.deltaView, false, false, 1, 0);
        below.delta.pull(0, rows * inputs);
    }

    /** ND4J's view of the output, {@code [outputs, rows]}. */
    INDArray outputView() {
        return outputView;
    }

    private void resize(int batch) {
        if (batch != rows) {
            rows = batch;
            outputView = output.matrix(outputs, rows);
            deltaView = delta.matrix(outputs, rows);
        }
    }
}
