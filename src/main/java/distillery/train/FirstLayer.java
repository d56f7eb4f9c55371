package distillery.train;

import distillery.data.Shape;
import distillery.net.NetSpec;
import distillery.net.WeightBlock;
import distillery.net.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the units of a net's first layer look for, as pictures, and what each adds to one logit for one picture: its value
 * times the slope of the logit along it, which is exact where every layer is dense, as long as no unit switches on or off.
 *
 * @param kernels whether these are the kernels of a convolution
 * @param pictures {@code [units, height, width]}; of a layer that takes in several channels, the weights from the first
 * @param parts what each unit adds; empty for kernels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FirstLayer(boolean kernels, int height, int width, double[] pictures, double[] parts) {

    /**
     * The first layer of a net.
     *
     * @param picture what goes in
     * @param values of each layer with weights, from the inputs up, after its ReLU
     */
    static FirstLayer of(Weights net, Shape picture, List<double[]> values, int chosen) {
        List<WeightBlock> blocks = WeightBlock.of(net.spec());
        WeightBlock first = blocks.get(0);
        Shape shape = shape(net.spec(), first, picture);
        int inputs = first.channels() * first.places();
        int plane = shape.plane();
        double[] pictures = new double[first.outputs() * plane];
        for (int i = 0; i < pictures.length; i++) {
            pictures[i] = net.values()[first.start() + i / plane * inputs + i % plane];
        }
        double[] parts = first.kernels() ? new double[0] : parts(net, blocks, values, chosen);
        return new FirstLayer(first.kernels(), shape.height(), shape.width(), pictures, parts);
    }

    /** What a unit's weights look at: a kernel's square, or the whole picture that comes in. */
    private static Shape shape(NetSpec spec, WeightBlock first, Shape picture) {
        if (first.kernels()) {
            int side = (int) Math.round(Math.sqrt(first.places()));
            return new Shape(1, side, side);
        }
        if (!spec.convolutional()) {
            return new Shape(1, picture.height(), picture.channels() * picture.width());
        }
        int dense = IntStream.range(0, spec.layers().size())
                .filter(layer -> !spec.shapes().get(layer).isImage())
                .findFirst()
                .orElseThrow();
        Shape before = spec.before(dense);
        return new Shape(1, before.height(), before.width());
    }

    /** The slope of the logit is led down from layer to layer, through the units that are on. */
    private static double[] parts(Weights net, List<WeightBlock> blocks, List<double[]> values, int chosen) {
        double[] slope = new double[net.spec().classes()];
        slope[chosen] = 1;
        for (int layer = blocks.size() - 1; layer > 0; layer--) {
            slope = below(net, blocks.get(layer), slope, values.get(layer - 1));
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] *= values.get(0)[i];
        }
        return slope;
    }

    private static double[] below(Weights net, WeightBlock block, double[] slope, double[] values) {
        double[] below = new double[values.length];
        for (int output = 0; output < slope.length; output++) {
            int row = block.start() + output * values.length;
            for (int i = 0; slope[output] != 0 && i < below.length; i++) {
                below[i] += values[i] > 0 ? slope[output] * net.values()[row + i] : 0;
            }
        }
        return below;
    }

    public int units() {
        return pictures.length / (height * width);
    }

    /** The weights of one unit, row by row. */
    public double[] of(int unit) {
        int plane = height * width;
        return Arrays.copyOfRange(pictures, unit * plane, (unit + 1) * plane);
    }

    /** All units: kernels as they come, others with the one that adds most first. */
    public int[] order() {
        return IntStream.range(0, units())
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> kernels ? 0 : -parts[unit]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
