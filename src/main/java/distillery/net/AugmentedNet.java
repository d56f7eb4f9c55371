package distillery.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A net in whose first channels and units a smaller one lives, the base: every layer is so many times as wide, and what
 * belongs to the base is the base's own. Nets of widths in between live in it in the same way (Cai et al. 2022, section 3.2).
 *
 * <p>Not for use by two threads at once.
 */
public final class AugmentedNet {
    private final NetSpec base;
    private final Map<Integer, Network> nets = new HashMap<>();
    private final List<WeightBlock> blocks;
    private final Network widest;
    private final List<Parameter> parameters = new ArrayList<>();

    /**
     * A wider net with first weights.
     *
     * @param specs the nets that can be asked, by how many times as wide they are; the widest has all the weights
     */
    public AugmentedNet(NetSpec base, Map<Integer, NetSpec> specs, long seed) {
        this.base = base;
        specs.forEach((times, spec) -> {
            Network net = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0);
            nets.put(times, net);
        });
        int most = specs.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        widest = net(most);
        widest.initialise(Initialisation.HE, seed);
        blocks = WeightBlock.of(widest.spec());
        parameters.addAll(widest.learning());
    }

    private Network net(int times) {
        Network net = nets.get(times);
        if (net == null) {
            throw new IllegalArgumentException("no net is " + times + " times as wide");
        }
        return net;
    }

    /** All weights of the widest net; those of the base among them are overwritten by the base's at every {@link #forward}. */
    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    /**
     * The logits of the net that is so many times as wide, on the way to {@link #backward}.
     *
     * @param own the base's weights now
     */
    public double[] forward(Weights own, int times, InputBatch inputs) {
        float[] all = widest.weights().values();
        copy(own.values(), WeightBlock.of(base), all, blocks, WeightBlock.of(base));
        widest.overwrite(all);
        Network net = net(times);
        if (net != widest) {
            List<WeightBlock> part = WeightBlock.of(net.spec());
            float[] some = new float[Math.toIntExact(net.spec().parameters())];
            copy(all, blocks, some, part, part);
            net.overwrite(some);
        }
        return net.forward(inputs, 0);
    }

    /**
     * Fills in the gradient of {@link #parameters}, zero beyond the net that was asked and for what is the base's, and returns
     * the slope along the base's weights, laid out like {@link Weights}.
     */
    public double[] backward(int times, InputBatch inputs, double[] logitSlope) {
        Network net = net(times);
        net.backward(inputs, logitSlope, Map.of());
        float[] slopes = net.gradient().values();
        List<WeightBlock> part = WeightBlock.of(net.spec());
        List<WeightBlock> small = WeightBlock.of(base);
        float[] own = new float[Math.toIntExact(base.parameters())];
        copy(slopes, part, own, small, small);
        copy(new float[own.length], small, slopes, part, small);
        float[] all = new float[Math.toIntExact(widest.spec().parameters())];
        copy(slopes, part, all, blocks, part);
        int at = 0;
        for (Parameter parameter : parameters) {
            parameter.clearGradient();
            parameter.addSlope(doubles(all, at, parameter.size()), 0);
            at += parameter.size();
        }
        return doubles(own, 0, own.length);
    }

    /** Copies what belongs to the smallest of three nets, that of {@code size}, from one to another. */
    private static void copy(
            float[] from, List<WeightBlock> source, float[] to, List<WeightBlock> target, List<WeightBlock> size) {
        for (int layer = 0; layer < size.size(); layer++) {
            WeightBlock a = source.get(layer);
            WeightBlock b = target.get(layer);
            WeightBlock common = size.get(layer);
            int run = common.channels() * common.places();
            for (int out = 0; out < common.outputs(); out++) {
                int start = a.start() + out * a.channels() * a.places();
                System.arraycopy(from, start, to, b.start() + out * b.channels() * b.places(), run);
            }
            System.arraycopy(from, a.biases(), to, b.biases(), common.outputs());
        }
    }

    private static double[] doubles(float[] values, int from, int count) {
        double[] doubles = new double[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = values[from + i];
        }
        return doubles;
    }
}
