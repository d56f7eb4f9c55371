package distillery.net;

import distillery.data.Shape;
import distillery.net.Buffer.Native;
import distillery.net.LayerSpec.Convolution;
import distillery.net.WorkerPool.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution with a border of zeros: {@code output = max(0, K * x + b)}. Each thread takes samples of its own, one at a
 * time, so that all it needs for one stays in its cache. Few channels are made by {@linkplain MovedPlanes sums of moved planes},
 * more of them by {@linkplain Patches products}; so is the slope along the input, which is a convolution too, with the kernels
 * turned around.
 */
final class ConvolutionLayer implements Layer {
    /** Up to so many channels are made one by one; for more of them a product is faster. */
    private static final int FEW = 16;

    private final Shape input;
    private final int channels;
    private final int kernel;
    private final Parameter weight;
    private final Parameter bias;
    private final Activation output;
    /** The weights in the order of the patches' rows. */
    private final Buffer kernels;
    /** The weights of each input channel with the kernels turned around, {@code [inputs, outputs, size, size]}. */
    private final float[] turned;

    private List<Workspace> workspaces = List.of();

    ConvolutionLayer(Shape input, Convolution spec) {
        this.input = input;
        channels = spec.channels();
        kernel = spec.kernel();
        weight = Parameter.kernels(channels, input.channels(), kernel);
        weight.limited = true;
        bias = Parameter.bias(channels);
        output = new Activation(new Shape(channels, input.height(), input.width()), false);
        kernels = Buffer.shared(weight.size());
        turned = new float[weight.size()];
    }

    private boolean sumsOutputs() {
        return channels <= FEW;
    }

    /** A product sums up the slopes of many outputs at once. */
    private boolean sumsInputs() {
        return input.channels() <= FEW && channels <= FEW;
    }

    /** What one thread needs. */
    private final class Workspace {
        final Patches patches = new Patches(input, kernel);
        private @Nullable MovedPlanes seen;
        private @Nullable MovedPlanes slopes;
        /** One channel of one sample. */
        final float[] plane = new float[input.plane()];
        /** A sample's output or the slope along it, {@code [channels, height · width]}. */
        final Native planes = Native.of(output.shape.size());

        final Buffer gradient = Buffer.shared(weight.size());
        final Buffer biasGradient = Buffer.shared(channels);
        /** What slopes are multiplied by to sum them up: a product does that faster than a loop. */
        final Buffer ones = Buffer.shared(input.plane());

        Workspace() {
            Arrays.fill(ones.values, 1);
            ones.toNative(0, ones.values.length);
        }

        MovedPlanes seen(LayerInput x, float[] planes, int sample) {
            MovedPlanes moved = seen == null ? new MovedPlanes(input, kernel) : seen;
            seen = moved;
            moved.take(planes, x, sample);
            return moved;
        }

        MovedPlanes slopes(int sample) {
            MovedPlanes moved = slopes == null ? new MovedPlanes(output.shape, kernel) : slopes;
            slopes = moved;
            moved.take(output.slopes().values, output, sample);
            return moved;
        }
    }

    @Override
    public Activation output() {
        return output;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void forward(LayerInput x, double dropout, int key, WorkerPool pool) {
        output.resize(x.rows());
        prepare(pool);
        if (!sumsOutputs()) {
            arrangeForProducts();
        }
        float[] planes = x.planes();
        pool.parallel(slice -> {
            Workspace own = workspaces.get(slice.index());
            int end = slice.evenTo(x.rows());
            for (int sample = slice.evenFrom(x.rows()); sample < end; sample++) {
                convolve(own, x, planes, sample);
                activate(sample, dropout, key);
            }
        });
    }

    private void convolve(Workspace own, LayerInput x, float[] seen, int sample) {
        float[] y = output.values().values;
        if (sumsOutputs()) {
            MovedPlanes moved = own.seen(x, seen, sample);
            for (int channel = 0; channel < channels; channel++) {
                moved.convolve(weight.value.values, channel * weight.width(), own.plane);
                System.arraycopy(own.plane, 0, y, output.plane(channel, sample), input.plane());
            }
            return;
        }
        own.patches.unroll(seen, x, sample);
        Matrix planes = planes(own);
        for (int i = 0; i < own.patches.products(); i++) {
            planes.product(own.patches.part(kernels(), i), own.patches.seen(i), i == 0 ? 0 : 1);
        }
        for (int channel = 0; channel < channels; channel++) {
            own.planes.get(channel * input.plane(), y, output.plane(channel, sample), input.plane());
        }
    }

    private void activate(int sample, double dropout, int key) {
        float[] y = output.values().values;
        for (int channel = 0; channel < channels; channel++) {
            int start = output.plane(channel, sample);
            int end = start + input.plane();
            float constant = bias.value.values[channel];
            output.noteBefore(start, end, constant);
            Kernels.relu(y, constant, start, end);
            if (dropout > 0) {
                Kernels.dropout(y, dropout, key, start, end);
            }
        }
    }

    @Override
    public void backward(LayerInput x, double dropout, @Nullable Activation below, WorkerPool pool) {
        if (below != null) {
            below.slopes();
        }
        output.slopes();
        if (below != null) {
            arrangeForSlopes();
        }
        float[] seen = x.planes();
        pool.parallel(slice -> backward(slice, x, seen, dropout, below));
        for (int channel = 0; channel < channels; channel++) {
            float sum = 0;
            for (Workspace own : workspaces) {
                sum += own.biasGradient.values[channel];
            }
            bias.gradient.values[channel] = sum;
        }
        for (int i = 0; i < weight.size(); i++) {
            float sum = 0;
            for (Workspace own : workspaces) {
                sum += own.gradient.values[place(i)];
            }
            weight.gradient.values[i] = sum;
        }
    }

    /** The part of one thread: its samples' slopes, and what they add to the gradient. */
    private void backward(Slice slice, LayerInput x, float[] seen, double dropout, @Nullable Activation below) {
        Workspace own = workspaces.get(slice.index());
        own.biasGradient.memory().clear();
        own.gradient.memory().clear();
        int end = slice.evenTo(x.rows());
        for (int sample = slice.evenFrom(x.rows()); sample < end; sample++) {
            backward(own, x, seen, sample, dropout, below);
        }
        own.biasGradient.fromNative(0, channels);
        own.gradient.fromNative(0, weight.size());
    }

    private void backward(
            Workspace own, LayerInput x, float[] seen, int sample, double dropout, @Nullable Activation below) {
        float[] slope = output.slopes().values;
        for (int channel = 0; channel < channels; channel++) {
            int start = output.plane(channel, sample);
            int end = start + input.plane();
            Kernels.reluBackward(slope, output.values().values, (float) (1 / (1 - dropout)), start, end);
            output.addSlopeBefore(start, end);
            own.planes.put(channel * input.plane(), slope, start, input.plane());
        }
        own.patches.unroll(seen, x, sample);
        Matrix slopes = planes(own);
        Matrix gradient = own.gradient.memory().matrix(0, channels, weight.width());
        for (int i = 0; i < own.patches.products(); i++) {
            Matrix part = own.patches.part(gradient, i);
            if (sumsOutputs()) {
                part.addByRows(slopes, own.patches.seen(i));
            } else {
                part.product(slopes, own.patches.seen(i).transpose(), 1);
            }
        }
        Matrix ones = own.ones.memory().matrix(0, input.plane(), 1);
        own.biasGradient.memory().matrix(0, channels, 1).product(slopes, ones, 1);
        if (below != null) {
            handDown(own, sample, below);
        }
    }

    private void handDown(Workspace own, int sample, Activation below) {
        float[] under = below.slopes().values;
        if (sumsInputs()) {
            MovedPlanes moved = own.slopes(sample);
            int width = weight.size() / input.channels();
            for (int channel = 0; channel < input.channels(); channel++) {
                moved.convolve(turned, channel * width, own.plane);
                System.arraycopy(own.plane, 0, under, below.plane(channel, sample), input.plane());
            }
            return;
        }
        own.patches.clear();
        for (int i = 0; i < own.patches.products(); i++) {
            Matrix part = own.patches.part(kernels(), i);
            own.patches.seen(i).product(part.transpose(), planes(own), 1);
        }
        own.patches.fold(under, below, sample);
    }

    private void arrangeForProducts() {
        for (int i = 0; i < weight.size(); i++) {
            kernels.values[place(i)] = weight.value.values[i];
        }
        kernels.toNative(0, weight.size());
    }

    private void arrangeForSlopes() {
        if (!sumsInputs()) {
            if (sumsOutputs()) { // else the way forward has done it
                arrangeForProducts();
            }
            return;
        }
        int area = kernel * kernel;
        for (int i = 0; i < turned.length; i++) {
            int within = i % area;
            int outer = i / area / input.channels();
            int inner = i / area % input.channels();
            turned[(inner * channels + outer) * area + area - 1 - within] = weight.value.values[i];
        }
    }

    private Matrix planes(Workspace own) {
        return own.planes.matrix(0, channels, input.plane());
    }

    private Matrix kernels() {
        return kernels.memory().matrix(0, channels, weight.width());
    }

    /** Where a weight lies among {@link #kernels}. */
    private int place(int index) {
        int width = weight.width();
        int within = index % width;
        return index - within + workspaces.get(0).patches.rowOf(within);
    }

    private void prepare(WorkerPool pool) {
        if (workspaces.size() == pool.size()) {
            return;
        }
        List<Workspace> made = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            made.add(new Workspace());
        }
        workspaces = made;
    }
}
