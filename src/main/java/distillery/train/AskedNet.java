package distillery.train;

import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Tap;
import distillery.net.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A copy of a trained net that answers questions about single pictures and whole test sets, while the net that it is a copy
 * of may go on learning.
 *
 * <p>Not for two threads at once.
 */
public final class AskedNet {
    private final Weights weights;
    private final Network net;
    private final InputBatch single;

    private AskedNet(Weights weights, Network net) {
        this.weights = weights;
        this.net = net;
        this.single = new InputBatch(weights.spec().inputs(), 1);
    }

    /** A net with these weights. */
    public static AskedNet of(Weights weights) {
        return new AskedNet(weights, Teacher.of(weights).net());
    }

    public NetSpec spec() {
        return weights.spec();
    }

    public Weights weights() {
        return weights;
    }

    /** Its logits for one picture. */
    public double[] logits(float[] picture) {
        fill(picture);
        return net.logits(single);
    }

    /** Its logits for all samples, row-major {@code [count, classes]}. */
    public double[] logits(Samples samples) {
        InputBatch inputs = new InputBatch(spec().inputs(), LiveSettings.LARGEST_BATCH);
        int[] all = IntStream.range(0, samples.count()).toArray();
        return Evaluator.answers(samples, all, net::logits, inputs);
    }

    /** What it makes of one picture at all its points, from the inputs up; each is laid out as its shape says. */
    public Map<Tap, double[]> look(float[] picture) {
        fill(picture);
        List<Tap> taps = spec().taps();
        net.watch(Set.copyOf(taps));
        net.logits(single);
        Map<Tap, double[]> seen = new LinkedHashMap<>();
        taps.forEach(tap -> seen.put(tap, net.feature(tap)));
        return seen;
    }

    /** The values at one point for some samples, row-major {@code [rows, size]}. */
    public double[] values(Samples samples, int[] indices, Tap tap) {
        net.watch(Set.of(tap));
        InputBatch inputs = new InputBatch(spec().inputs(), LiveSettings.LARGEST_BATCH);
        return Evaluator.answers(
                samples,
                indices,
                batch -> {
                    net.forward(batch, 0);
                    return net.feature(tap);
                },
                inputs);
    }

    /**
     * The slope of something along the inputs, for one picture: how each pixel would change it.
     *
     * @param alongLogits the slope of that something along the logits: a 1 in one place asks for one logit
     */
    public double[] inputSlope(float[] picture, double[] alongLogits) {
        fill(picture);
        net.forward(single, 0);
        return net.inputSlope(single, alongLogits);
    }

    private void fill(float[] picture) {
        double[] numbers = new double[picture.length];
        for (int i = 0; i < picture.length; i++) {
            numbers[i] = picture[i];
        }
        single.fill(numbers);
    }
}
