package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.MaxPool;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a layer's numbers are among {@link Weights}: first the weights, {@code [outputs, channels, places]}, then the biases.
 *
 * @param kernels whether it is a convolution
 * @param channels that come in
 * @param places how many weights there are from one channel to one output: those of a kernel, or one for each pixel of a
 *     channel that a dense layer takes in
 */
public record WeightBlock(boolean kernels, int start, int outputs, int channels, int places) {
    /** Those of all layers that have any, from the inputs up. */
    public static List<WeightBlock> of(NetSpec spec) {
        List<WeightBlock> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            Shape before = spec.before(i);
            if (!(layer instanceof MaxPool)) {
                boolean kernels = layer instanceof Convolution;
                int places = layer instanceof Convolution convolution
                        ? convolution.kernel() * convolution.kernel()
                        : before.plane();
                int outputs = spec.shapes().get(i).channels();
                blocks.add(new WeightBlock(kernels, start, outputs, before.channels(), places));
            }
            start += (int) layer.parameters(before);
        }
        return blocks;
    }

    public int biases() {
        return start + outputs * channels * places;
    }

    /** Where the next layer's begin. */
    public int end() {
        return biases() + outputs;
    }
}
