package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A net at work. One step of learning is {@link #forward}, {@link #backward}, {@link #update}; no step allocates more than
 * what it gives to its caller.
 *
 * <p>Not for use by two threads at once.
 */
public final class Network {
    /** Samples that go through convolutions at a time outside training: so few that their maps stay in a core's cache. */
    private static final int AT_A_TIME = 16;

    private final NetSpec spec;
    private final Dropout dropout;
    private final double maxNorm;
    private final WorkerPool pool;
    private final List<Layer> layers = new ArrayList<>();
    /** What drops out after each of them. */
    private final List<Double> shares = new ArrayList<>();
    /** Those of the spec, without what stands between convolutions and dense layers. */
    private final List<Layer> named = new ArrayList<>();

    private final List<Parameter> parameters = new ArrayList<>();
    private final Optimiser rule;
    /** What learns with it and is no part of it: a regressor of a method, say. */
    private List<Parameter> beside = List.of();

    private OptimiserState optimiser;
    private final Set<Tap> watched = new HashSet<>();

    /** All numbers that learn, as of the last checkpoint; always the same array, for it is a large one. */
    private float @Nullable [] kept;

    /**
     * A net whose weights are all zero.
     *
     * @param maxNorm longest a hidden unit's incoming weights may grow, 0 for no limit
     */
    public Network(NetSpec spec, Optimiser optimiser, Dropout dropout, double maxNorm) {
        this(spec, optimiser, dropout, maxNorm, Engine.workers(spec));
    }

    Network(NetSpec spec, Optimiser optimiser, Dropout dropout, double maxNorm, WorkerPool pool) {
        this.spec = spec;
        this.dropout = dropout;
        this.maxNorm = maxNorm;
        this.pool = pool;
        build();
        this.rule = optimiser;
        this.optimiser = new OptimiserState(optimiser, parameters);
    }

    /**
     * Has these learn, be checkpointed and be rolled back with it from now on; they are no part of its {@link #weights}. Who
     * owns them fills in their gradient before {@link #update}.
     */
    public void learnBeside(List<Parameter> others) {
        beside = List.copyOf(others);
        optimiser = new OptimiserState(rule, everything());
        kept = null;
    }

    private List<Parameter> everything() {
        return Stream.concat(parameters.stream(), beside.stream()).toList();
    }

    private void build() {
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            Shape before = spec.before(i);
            boolean last = i + 1 == spec.layers().size();
            if (layer instanceof Dense && i > 0 && !(spec.layers().get(i - 1) instanceof Dense)) {
                add(new FlattenLayer(before), 0);
            }
            Layer made = make(layer, before, i == 0, last);
            add(made, last ? 0 : dropout.after(layer));
            named.add(made);
        }
    }

    private static Layer make(LayerSpec layer, Shape before, boolean first, boolean last) {
        if (layer instanceof Convolution convolution) {
            return new ConvolutionLayer(before, convolution);
        }
        if (layer instanceof MaxPool pooling) {
            return new MaxPoolLayer(before, pooling, !first);
        }
        return new DenseLayer(before.size(), ((Dense) layer).units(), first, last);
    }

    private void add(Layer layer, double share) {
        layers.add(layer);
        shares.add(share);
        parameters.addAll(layer.parameters());
    }

    public NetSpec spec() {
        return spec;
    }

    /** Draws first weights. The same seed gives the same net. */
    public void initialise(Initialisation initialisation, long seed) {
        Random random = new Random(seed);
        for (Parameter parameter : parameters) {
            double deviation = initialisation.deviation(parameter.fanIn, parameter.fanOut);
            for (int i = 0; i < parameter.size(); i++) {
                parameter.value.values[i] = parameter.isBias() ? 0 : (float) (deviation * random.nextGaussian());
            }
            parameter.publish();
        }
    }

    /** Announces the points that {@link #feature} will be asked for and slopes will be given along. */
    public void watch(Set<Tap> taps) {
        for (Tap tap : taps) {
            watched.add(spec.tap(tap.name()));
            if (tap.beforeRelu()) {
                activation(tap).keepBefore();
            }
        }
    }

    /**
     * The values at a point in the last pass, {@code [rows, width]} or {@code [rows, channels, height, width]}.
     *
     * @throws IllegalStateException if this point was not announced
     */
    public double[] feature(Tap tap) {
        return announced(tap).read(tap.beforeRelu());
    }

    private Activation announced(Tap tap) {
        if (!watched.contains(tap)) {
            throw new IllegalStateException(tap.name() + " of " + spec + " was not announced");
        }
        return activation(tap);
    }

    private Activation activation(Tap tap) {
        return named.get(spec.names().indexOf(tap.layer())).output();
    }

    /** The logits of a batch, row-major {@code [rows, classes]}, with every unit in place: for questions, not learning. */
    public double[] logits(InputBatch inputs) {
        if (!spec.convolutional()) {
            return pass(inputs.all(pool), false, 0);
        }
        double[] logits = new double[inputs.rows() * spec.classes()];
        for (int from = 0; from < inputs.rows(); from += AT_A_TIME) {
            double[] some = pass(inputs.part(from, Math.min(from + AT_A_TIME, inputs.rows()), pool), false, 0);
            System.arraycopy(some, 0, logits, from * spec.classes(), some.length);
        }
        return logits;
    }

    /** The logits of a batch on the way to {@link #backward}; {@code key} decides which units drop out. */
    public double[] forward(InputBatch inputs, int key) {
        return pass(inputs.all(pool), true, key);
    }

    private double[] pass(LayerInput input, boolean training, int key) {
        for (int i = 0; i < layers.size(); i++) {
            double share = training ? shares.get(i) : 0;
            layers.get(i).forward(below(i, input), share, Kernels.scatter(i, key), pool);
        }
        return top().read(false);
    }

    /**
     * The gradient of all weights, after {@link #forward} with the same inputs.
     *
     * @param logitSlope the slope of the loss along the logits, row-major
     * @param slopes slopes that a loss adds along announced points, laid out as {@link #feature} gives them; usually none
     */
    public void backward(InputBatch inputs, double[] logitSlope, Map<Tap, double[]> slopes) {
        backward(inputs, logitSlope, slopes, null);
    }

    private void backward(
            InputBatch inputs, double[] logitSlope, Map<Tap, double[]> slopes, @Nullable Activation bottom) {
        LayerInput input = inputs.all(pool);
        top().setSlope(logitSlope);
        for (int i = layers.size() - 1; i >= 0; i--) {
            Layer layer = layers.get(i);
            slopes.forEach((tap, slope) -> {
                if (announced(tap) == layer.output()) {
                    layer.output().addSlope(slope, tap.beforeRelu());
                }
            });
            layer.backward(
                    below(i, input),
                    shares.get(i),
                    i == 0 ? bottom : layers.get(i - 1).output(),
                    pool);
        }
    }

    /**
     * The slope of something along the inputs, sample after sample, after {@link #forward} with the same inputs.
     *
     * @param logitSlope its slope along the logits, row-major
     */
    public double[] inputSlope(InputBatch inputs, double[] logitSlope) {
        if (layers.get(0) instanceof DenseLayer first) {
            backward(inputs, logitSlope, Map.of(), null);
            return first.inputSlope(inputs.rows());
        }
        Activation bottom = Activation.of(spec.input(), inputs.all(pool));
        backward(inputs, logitSlope, Map.of(), bottom);
        return bottom.readSlope();
    }

    /** Adds to the gradient of the last {@link #backward} a slope that a loss has along the weights, laid out like {@link #weights}. */
    public void addSlope(double[] slope) {
        int at = 0;
        for (Parameter parameter : parameters) {
            parameter.addSlope(slope, at);
            at += parameter.size();
        }
    }

    private Activation top() {
        return layers.get(layers.size() - 1).output();
    }

    /** What goes into a layer. */
    private LayerInput below(int layer, LayerInput input) {
        return layer == 0 ? input : layers.get(layer - 1).output();
    }

    /** Moves the weights down the gradient. */
    public void update(double learningRate) {
        optimiser.step(learningRate, maxNorm, pool);
    }

    public Weights weights() {
        return new Weights(spec, collect(parameters, new float[size(parameters)]));
    }

    /** The gradient of the last {@link #backward}, laid out like {@link #weights}. */
    public Weights gradient() {
        float[] all = new float[size(parameters)];
        int at = 0;
        for (Parameter parameter : parameters) {
            parameter.fetchGradient(0, parameter.rows());
            System.arraycopy(parameter.gradient.values, 0, all, at, parameter.size());
            at += parameter.size();
        }
        return new Weights(spec, all);
    }

    /** Whether everything that learns is a number, and not infinite. */
    public boolean finite() {
        for (Parameter parameter : everything()) {
            for (float value : parameter.value.values) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Remembers everything that learns for {@link #rollback}. */
    public void checkpoint() {
        List<Parameter> all = everything();
        kept = collect(all, kept == null ? new float[size(all)] : kept);
    }

    /**
     * Takes the weights of the last {@link #checkpoint} and clears the optimiser's state.
     *
     * @throws IllegalStateException if there was no {@link #checkpoint}
     */
    public void rollback() {
        if (kept == null) {
            throw new IllegalStateException("no weights are kept");
        }
        put(everything(), kept);
    }

    /** Takes these weights and clears the optimiser's state. */
    public void restore(Weights weights) {
        if (!weights.spec().equals(spec)) {
            throw new IllegalArgumentException("weights of " + weights.spec() + " do not fit a net of " + spec);
        }
        put(parameters, weights.values());
    }

    private void put(List<Parameter> into, float[] values) {
        int at = 0;
        for (Parameter parameter : into) {
            System.arraycopy(values, at, parameter.value.values, 0, parameter.size());
            parameter.publish();
            at += parameter.size();
        }
        optimiser.forget();
    }

    /** What of it learns. */
    List<Parameter> learning() {
        return parameters;
    }

    /** Takes these numbers, and leaves the optimiser's state alone. */
    void overwrite(float[] values) {
        int at = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(values, at, parameter.value.values, 0, parameter.size());
            parameter.publish();
            at += parameter.size();
        }
    }

    private static int size(List<Parameter> parameters) {
        return parameters.stream().mapToInt(Parameter::size).sum();
    }

    private static float[] collect(List<Parameter> from, float[] values) {
        int at = 0;
        for (Parameter parameter : from) {
            System.arraycopy(parameter.value.values, 0, values, at, parameter.size());
            at += parameter.size();
        }
        return values;
    }
}
