package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.Dense;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A net written down as plainly as possible, in double, sample by sample, without a thought for speed: what the engine is
 * checked against. Every value and slope is {@code [channels, height, width]}.
 */
final class ReferenceNet {
    private final NetSpec spec;
    private final double[] weights;
    private final double[] gradient;
    /** What each point said for the last sample, by name. */
    private final Map<String, double[]> values = new LinkedHashMap<>();

    private final Map<String, double[]> masks = new LinkedHashMap<>();

    ReferenceNet(NetSpec spec, double[] weights) {
        this.spec = spec;
        this.weights = weights;
        gradient = new double[weights.length];
    }

    double[] gradient() {
        return gradient;
    }

    double[] value(String tap) {
        return values.getOrDefault(tap, new double[0]);
    }

    /** What a unit is multiplied by after its ReLU: zero or a number above one where units drop out. */
    void mask(String layer, double[] mask) {
        masks.put(layer, mask);
    }

    double[] forward(double[] sample) {
        double[] x = sample;
        int at = 0;
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            Shape in = spec.before(i);
            Shape out = spec.shapes().get(i);
            String name = spec.names().get(i);
            if (layer instanceof MaxPool pool) {
                x = pooled(x, in, out, pool.size());
            } else {
                x = linear(layer, in, out, x, at);
                values.put(name + Tap.BEFORE, x.clone());
                at += (int) layer.parameters(in);
                for (int j = 0; j < x.length && i + 1 < spec.layers().size(); j++) {
                    x[j] = Math.max(0, x[j]) * mask(name, j);
                }
            }
            values.put(name, x);
        }
        return x;
    }

    private double mask(String name, int index) {
        double[] mask = masks.get(name);
        return mask == null ? 1 : mask[index];
    }

    /** For each output the inputs and weights it sums up. */
    private record Term(int output, int input, int weight) {}

    private List<Term> terms(LayerSpec layer, Shape in, Shape out, int at) {
        List<Term> terms = new ArrayList<>();
        if (layer instanceof Dense) {
            for (int output = 0; output < out.size(); output++) {
                for (int input = 0; input < in.size(); input++) {
                    terms.add(new Term(output, input, at + output * in.size() + input));
                }
            }
            return terms;
        }
        int kernel = ((Convolution) layer).kernel();
        for (int output = 0; output < out.size(); output++) {
            int to = output / out.plane();
            int y = output % out.plane() / out.width();
            int x = output % out.width();
            for (int from = 0; from < in.channels(); from++) {
                for (int i = 0; i < kernel * kernel; i++) {
                    int row = y + i / kernel - kernel / 2;
                    int column = x + i % kernel - kernel / 2;
                    if (row >= 0 && row < in.height() && column >= 0 && column < in.width()) {
                        int input = from * in.plane() + row * in.width() + column;
                        terms.add(new Term(output, input, at + (to * in.channels() + from) * kernel * kernel + i));
                    }
                }
            }
        }
        return terms;
    }

    private double[] linear(LayerSpec layer, Shape in, Shape out, double[] x, int at) {
        double[] y = new double[out.size()];
        int biases = at + (int) layer.parameters(in) - out.channels();
        for (int output = 0; output < y.length; output++) {
            y[output] = weights[biases + output / out.plane()];
        }
        for (Term term : terms(layer, in, out, at)) {
            y[term.output()] += weights[term.weight()] * x[term.input()];
        }
        return y;
    }

    private static double[] pooled(double[] x, Shape in, Shape out, int size) {
        double[] y = new double[out.size()];
        for (int output = 0; output < y.length; output++) {
            y[output] = x[winner(x, in, out, size, output)];
        }
        return y;
    }

    private static int winner(double[] x, Shape in, Shape out, int size, int output) {
        int corner = output / out.plane() * in.plane()
                + output % out.plane() / out.width() * size * in.width()
                + output % out.width() * size;
        int best = corner;
        for (int i = 0; i < size * size; i++) {
            int other = corner + i / size * in.width() + i % size;
            best = x[other] > x[best] ? other : best;
        }
        return best;
    }

    /** Adds the gradient of one sample, after {@link #forward} with it. */
    void backward(double[] sample, Map<String, double[]> slopes) {
        double[] slope = slopes.getOrDefault(Tap.LOGITS, new double[0]).clone();
        int at = weights.length;
        for (int i = spec.layers().size() - 1; i >= 0; i--) {
            LayerSpec layer = spec.layers().get(i);
            String name = spec.names().get(i);
            Shape in = spec.before(i);
            Shape out = spec.shapes().get(i);
            double[] x = i == 0 ? sample : value(spec.names().get(i - 1));
            if (i + 1 < spec.layers().size()) {
                add(slope, slopes.get(name));
            }
            double[] below = new double[in.size()];
            if (layer instanceof MaxPool pool) {
                for (int output = 0; output < slope.length; output++) {
                    below[winner(x, in, out, pool.size(), output)] += slope[output];
                }
            } else {
                at -= (int) layer.parameters(in);
                if (i + 1 < spec.layers().size()) {
                    for (int j = 0; j < slope.length; j++) {
                        slope[j] *= value(name + Tap.BEFORE)[j] > 0 ? mask(name, j) : 0;
                    }
                    add(slope, slopes.get(name + Tap.BEFORE));
                }
                for (Term term : terms(layer, in, out, at)) {
                    gradient[term.weight()] += slope[term.output()] * x[term.input()];
                    below[term.input()] += slope[term.output()] * weights[term.weight()];
                }
                int biases = at + (int) layer.parameters(in) - out.channels();
                for (int output = 0; output < slope.length; output++) {
                    gradient[biases + output / out.plane()] += slope[output];
                }
            }
            slope = below;
        }
    }

    private static void add(double[] sum, double @Nullable [] more) {
        for (int i = 0; more != null && i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
