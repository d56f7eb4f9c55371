package distillery.net;

import distillery.data.Shape;
import java.util.List;
import java.util.Random;

/**
 * A linear map with biases from one point of a net to another width: of flat features a matrix, of pictures the same at each
 * place ("1×1 convolution"). It stands beside a net and learns with it, as the regressor of Romero et al. (2015, section 2.1)
 * does. Small, so its sums are plain loops in double precision.
 */
public final class Projection {
    private final Shape from;
    private final int channels;
    private final Parameter weight;
    private final Parameter bias;

    /** A map to {@code channels} channels (or features), drawn with variance 1 / inputs. */
    public Projection(Shape from, int channels, long seed) {
        this.from = from;
        this.channels = channels;
        weight = Parameter.plain(channels, from.channels());
        bias = Parameter.bias(channels);
        Random random = new Random(seed);
        for (int i = 0; i < weight.size(); i++) {
            weight.value.values[i] = (float) (random.nextGaussian() / Math.sqrt(from.channels()));
        }
    }

    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    /** {@code [rows, channels, height, width]} of the input to the same of the output. */
    public double[] forward(double[] x) {
        int plane = from.plane();
        int rows = x.length / from.size();
        double[] y = new double[rows * channels * plane];
        for (int row = 0; row < rows; row++) {
            for (int out = 0; out < channels; out++) {
                int to = (row * channels + out) * plane;
                for (int i = 0; i < plane; i++) {
                    y[to + i] = bias.value.values[out];
                }
                for (int in = 0; in < from.channels(); in++) {
                    double w = weight.value.values[out * from.channels() + in];
                    int start = (row * from.channels() + in) * plane;
                    for (int i = 0; i < plane; i++) {
                        y[to + i] += w * x[start + i];
                    }
                }
            }
        }
        return y;
    }

    /** Fills in the gradient of {@link #parameters} from the slope along the output, and returns the slope along the input. */
    public double[] backward(double[] x, double[] slope) {
        int plane = from.plane();
        int rows = x.length / from.size();
        double[] below = new double[x.length];
        double[] weights = new double[weight.size()];
        double[] biases = new double[channels];
        for (int row = 0; row < rows; row++) {
            for (int out = 0; out < channels; out++) {
                int at = (row * channels + out) * plane;
                for (int i = 0; i < plane; i++) {
                    biases[out] += slope[at + i];
                }
                for (int in = 0; in < from.channels(); in++) {
                    int place = out * from.channels() + in;
                    double w = weight.value.values[place];
                    int start = (row * from.channels() + in) * plane;
                    for (int i = 0; i < plane; i++) {
                        weights[place] += slope[at + i] * x[start + i];
                        below[start + i] += slope[at + i] * w;
                    }
                }
            }
        }
        put(weights, weight);
        put(biases, bias);
        return below;
    }

    private static void put(double[] gradient, Parameter parameter) {
        for (int i = 0; i < gradient.length; i++) {
            parameter.gradient.values[i] = (float) gradient[i];
        }
    }
}
