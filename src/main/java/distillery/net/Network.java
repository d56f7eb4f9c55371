package distillery.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A multi-layer perceptron with ReLU between its layers. One step of learning is {@link #forward}, {@link #backward},
 * {@link #update}; no step allocates more than its logits.
 *
 * <p>Not for use by two threads at once.
 */
public final class Network {
    private final Layers shape;
    private final int capacity;
    private final List<Layer> layers = new ArrayList<>();
    private final Updater updater;
    private final double dropout;
    private final double maxNorm;
    private final Crew crew;

    /** The weights that are remembered; always the same array, for it is a large one. */
    private double @Nullable [] kept;

    /**
     * A net whose weights are all zero, for batches of up to {@code capacity}.
     *
     * @param dropout share of hidden units that drop out of each training step (Srivastava et al. 2014), 0 for none
     * @param maxNorm longest a hidden unit's incoming weights may grow, 0 for no limit
     */
    public Network(
            Layers shape, Precision precision, int capacity, Optimiser optimiser, double dropout, double maxNorm) {
        this(shape, precision, capacity, optimiser, dropout, maxNorm, Engine.crew(shape));
    }

    Network(
            Layers shape,
            Precision precision,
            int capacity,
            Optimiser optimiser,
            double dropout,
            double maxNorm,
            Crew crew) {
        this.shape = shape;
        this.capacity = capacity;
        this.dropout = dropout;
        this.maxNorm = maxNorm;
        this.crew = crew;
        for (int i = 1; i <= shape.depth(); i++) {
            int inputs = shape.widths().get(i - 1);
            layers.add(new Layer(inputs, shape.widths().get(i), i == 1, i == shape.depth(), capacity, precision));
        }
        updater = new Updater(optimiser, layers, precision);
    }

    public Layers layers() {
        return shape;
    }

    /** The largest batch there is room for. */
    public int capacity() {
        return capacity;
    }

    /** Draws first weights. The same seed gives the same net. */
    public void initialise(Initialisation initialisation, long seed) {
        Random random = new Random(seed);
        for (Layer layer : layers) {
            double deviation = initialisation.deviation(layer.inputs, layer.outputs);
            for (int i = 0; i < layer.parameterCount(); i++) {
                layer.parameters.set(i, i < layer.weightCount() ? deviation * random.nextGaussian() : 0);
            }
            layer.pushWeights(0, layer.outputs);
        }
    }

    /**
     * The logits of a batch, row-major {@code [rows, classes]}, with every unit in place: for questions, not learning.
     */
    public double[] logits(Inputs inputs) {
        return pass(inputs, 0, 0);
    }

    /** The logits of a batch on the way to {@link #backward}; {@code key} decides which units drop out. */
    public double[] forward(Inputs inputs, int key) {
        return pass(inputs, dropout, key);
    }

    private double[] pass(Inputs inputs, double share, int key) {
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            layer.forward(below(i, inputs), columns(i, inputs), inputs.rows(), share, Reals.scatter(i, key), crew);
        }
        return read(layers.get(layers.size() - 1).output, inputs.rows() * shape.classes());
    }

    /** What hidden layer {@code index} (from 0) said in the last pass, row-major {@code [rows, width]}. */
    public double[] activation(int index, int rows) {
        return read(layers.get(index).output, rows * layers.get(index).outputs);
    }

    /**
     * The gradient of all weights, after {@link #forward} with the same inputs.
     *
     * @param logitGradient the slope of the loss along the logits, row-major
     * @param activationGradients slopes that a loss adds along hidden layers, by index from 0; usually none
     */
    public void backward(Inputs inputs, double[] logitGradient, Map<Integer, double[]> activationGradients) {
        Layer top = layers.get(layers.size() - 1);
        for (int i = 0; i < logitGradient.length; i++) {
            top.delta.set(i, logitGradient[i]);
        }
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            double[] extra = layer.last ? null : activationGradients.get(i);
            for (int j = 0; extra != null && j < extra.length; j++) {
                layer.delta.set(j, layer.delta.get(j) + extra[j]);
            }
            Layer next = i == 0 ? null : layers.get(i - 1);
            double share = layer.last ? 0 : dropout;
            layer.backward(below(i, inputs), columns(i, inputs), inputs.rows(), share, next, crew);
        }
    }

    /** What goes into a layer. */
    private Reals below(int layer, Inputs inputs) {
        return layer == 0 ? inputs.values() : layers.get(layer - 1).output;
    }

    private Columns columns(int layer, Inputs inputs) {
        return layer == 0 ? inputs.columns() : Columns.all(layers.get(layer).inputs);
    }

    /** Moves the weights down the gradient. */
    public void update(double learningRate) {
        updater.step(learningRate, maxNorm, crew);
    }

    public Weights weights() {
        return new Weights(shape, collect(false, room()));
    }

    /** The gradient of the last {@link #backward}, laid out like {@link #weights}. */
    public Weights gradient() {
        return new Weights(shape, collect(true, room()));
    }

    /** Whether every weight is a number, and not infinite. */
    public boolean finite() {
        for (Layer layer : layers) {
            for (int i = 0; i < layer.parameterCount(); i++) {
                if (!Double.isFinite(layer.parameters.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Remembers the weights of now instead of those it remembered. */
    public void keep() {
        kept = collect(false, kept == null ? room() : kept);
    }

    /**
     * Takes the weights it remembers and forgets where it was heading.
     *
     * @throws IllegalStateException if it was never told to {@link #keep} any
     */
    public void goBack() {
        if (kept == null) {
            throw new IllegalStateException("no weights are kept");
        }
        restore(new Weights(shape, kept));
    }

    /** Takes these weights and forgets where it was heading. */
    public void restore(Weights weights) {
        if (!weights.layers().equals(shape)) {
            throw new IllegalArgumentException("weights of " + weights.layers() + " do not fit a net of " + shape);
        }
        int at = 0;
        for (Layer layer : layers) {
            for (int i = 0; i < layer.parameterCount(); i++) {
                layer.parameters.set(i, weights.values()[at++]);
            }
            layer.pushWeights(0, layer.outputs);
        }
        updater.forget();
    }

    private double[] room() {
        return new double[Math.toIntExact(shape.parameters())];
    }

    private double[] collect(boolean gradient, double[] all) {
        int at = 0;
        for (Layer layer : layers) {
            if (gradient) {
                layer.pullGradient(0, layer.outputs);
            }
            Reals source = gradient ? layer.gradient : layer.parameters;
            for (int i = 0; i < layer.parameterCount(); i++) {
                all[at++] = source.get(i);
            }
        }
        return all;
    }

    private static double[] read(Reals source, int length) {
        double[] copy = new double[length];
        for (int i = 0; i < length; i++) {
            copy[i] = source.get(i);
        }
        return copy;
    }
}
