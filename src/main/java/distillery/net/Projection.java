package distillery.net;

import distillery.data.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A linear map with biases from one point of a net to another width: of flat features a matrix, of pictures the same at each
 * place ("1×1 convolution"). It stands beside a net and learns with it, as the regressor of Romero et al. (2015, section 2.1)
 * does. Either is one product, for features are laid out {@code [channels, rows · pixels]} on the way.
 */
public final class Projection {
    private final Shape from;
    private final int channels;
    private final Parameter weight;
    private final Parameter bias;
    private Buffer inputs = Buffer.heap(0);
    private Buffer outputs = Buffer.heap(0);
    /** How many places the last batch has, all samples together. */
    private int places;

    /** A map to {@code channels} channels (or features), drawn with variance 1 / inputs. */
    public Projection(Shape from, int channels, long seed) {
        this.from = from;
        this.channels = channels;
        weight = Parameter.matrix(channels, from.channels());
        bias = Parameter.bias(channels);
        Random random = new Random(seed);
        for (int i = 0; i < weight.size(); i++) {
            weight.value.values[i] = (float) (random.nextGaussian() / Math.sqrt(from.channels()));
        }
        weight.publish();
    }

    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** {@code [rows, channels, height, width]} of the input to the same of the output. */
    public double[] forward(double[] x) {
        project(x);
        outputs.fromNative(0, channels * places);
        return gathered(outputs, channels);
    }

    /**
     * The mean squared difference of the output from what it is to be, at a weight. {@link #slopes} then has its slopes:
     * what is wide stays where the products are made.
     */
    public double match(double[] x, double[] wanted, double weight) {
        project(x);
        outputs.fromNative(0, wanted.length);
        double share = 2.0 / wanted.length;
        double sum = 0;
        for (int i = 0; i < wanted.length; i += from.plane()) {
            int start = place(i / from.plane(), channels);
            for (int j = 0; j < from.plane(); j++) {
                double apart = outputs.values[start + j] - wanted[i + j];
                sum += apart * apart / 2 * share;
                outputs.values[start + j] = (float) (weight * (share * apart));
            }
        }
        outputs.toNative(0, wanted.length);
        return weight * sum;
    }

    private void project(double[] x) {
        places = x.length / from.channels();
        inputs = room(inputs, x.length);
        outputs = room(outputs, channels * places);
        spread(x, inputs, from.channels());
        for (int out = 0; out < channels; out++) {
            Arrays.fill(outputs.values, out * places, (out + 1) * places, bias.value.values[out]);
        }
        outputs.toNative(0, channels * places);
        outcome().product(weights(), features(), 1);
    }

    /**
     * Fills in the gradient of {@link #parameters} from the slope along the output of the last {@link #forward}, and returns
     * the slope along its input.
     */
    public double[] backward(double[] slope) {
        spread(slope, outputs, channels);
        return slopes();
    }

    /** The same after {@link #match}. */
    public double[] slopes() {
        for (int out = 0; out < channels; out++) {
            double sum = 0;
            for (int i = out * places; i < (out + 1) * places; i++) {
                sum += outputs.values[i];
            }
            bias.gradient.values[out] = (float) sum;
        }
        weight.gradient
                .memory()
                .matrix(0, channels, from.channels())
                .product(outcome(), features().transpose(), 0);
        features().product(weights().transpose(), outcome(), 0);
        inputs.fromNative(0, from.channels() * places);
        return gathered(inputs, from.channels());
    }

    private Matrix weights() {
        return weight.value.memory().matrix(0, channels, from.channels());
    }

    private Matrix features() {
        return inputs.memory().matrix(0, from.channels(), places);
    }

    private Matrix outcome() {
        return outputs.memory().matrix(0, channels, places);
    }

    private static Buffer room(Buffer there, int length) {
        return there.values.length < length ? Buffer.shared(length) : there;
    }

    /** Samples after each other to channels after each other. */
    private void spread(double[] x, Buffer to, int width) {
        for (int i = 0; i < x.length; i += from.plane()) {
            int start = place(i / from.plane(), width);
            for (int j = 0; j < from.plane(); j++) {
                to.values[start + j] = (float) x[i + j];
            }
        }
        to.toNative(0, x.length);
    }

    private double[] gathered(Buffer all, int width) {
        double[] x = new double[width * places];
        for (int i = 0; i < x.length; i += from.plane()) {
            int start = place(i / from.plane(), width);
            for (int j = 0; j < from.plane(); j++) {
                x[i + j] = all.values[start + j];
            }
        }
        return x;
    }

    /** Where the plane of this number among all of the samples is kept. */
    private int place(int plane, int width) {
        return plane % width * places + plane / width * from.plane();
    }
}
