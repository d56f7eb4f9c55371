package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.WorkerPool.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A convolution with a border of zeros: {@code output = max(0, K * x + b)}. Each thread takes samples of its own, a few at
 * a time, so that their {@linkplain Patches patches} stay in its cache and memory stays small.
 */
final class ConvolutionLayer implements Layer {
    /** Numbers of the patches of one go. */
    private static final int CHUNK = 1 << 17;

    private final Shape input;
    private final int channels;
    private final int kernel;
    private final Parameter weight;
    private final Parameter bias;
    private final Activation output;
    private final int chunk;
    private List<Workspace> workspaces = List.of();

    ConvolutionLayer(Shape input, Convolution spec) {
        this.input = input;
        channels = spec.channels();
        kernel = spec.kernel();
        weight = Parameter.kernels(channels, input.channels(), kernel);
        weight.limited = true;
        bias = Parameter.bias(channels);
        output = new Activation(new Shape(channels, input.height(), input.width()), false);
        chunk = Math.max(1, CHUNK / (weight.width() * input.plane()));
    }

    /** What one thread needs. */
    private final class Workspace {
        final Patches patches = new Patches(input, kernel, chunk);
        final Buffer.Native unrolled = Buffer.Native.of(weight.width() * chunk * input.plane());
        final Buffer.Native outputs = Buffer.Native.of(channels * chunk * input.plane());
        final Buffer gradient = Buffer.shared(weight.size());
        final float[] biasGradient = new float[channels];
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
        pool.parallel(slice -> {
            Workspace own = workspaces.get(slice.index());
            int end = slice.evenTo(x.rows());
            for (int from = slice.evenFrom(x.rows()); from < end; from += chunk) {
                forward(own, x, from, Math.min(from + chunk, end), dropout, key);
            }
        });
    }

    private void forward(Workspace own, LayerInput x, int from, int to, double dropout, int key) {
        int columns = (to - from) * input.plane();
        own.patches.unroll(x, from, to, own.unrolled);
        own.outputs.matrix(0, channels, columns).product(kernels(), unrolled(own, columns), 0);
        float[] y = output.values().values;
        for (int channel = 0; channel < channels; channel++) {
            int start = output.plane(channel, from);
            int end = start + columns;
            own.outputs.get(channel * columns, y, start, columns);
            Kernels.addConstant(y, bias.value.values[channel], start, end);
            output.noteBefore(start, end);
            Kernels.relu(y, start, end);
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
        pool.parallel(slice -> backward(slice, x, dropout, below));
        for (int channel = 0; channel < channels; channel++) {
            float sum = 0;
            for (Workspace own : workspaces) {
                sum += own.biasGradient[channel];
            }
            bias.gradient.values[channel] = sum;
        }
        pool.parallel(slice -> {
            int start = slice.from(weight.size());
            int length = slice.to(weight.size()) - start;
            for (Workspace own : workspaces) {
                if (own == workspaces.get(0)) {
                    System.arraycopy(own.gradient.values, start, weight.gradient.values, start, length);
                } else {
                    Kernels.add(weight.gradient.values, start, own.gradient.values, start, length);
                }
            }
        });
    }

    /** The part of one thread: its samples' slopes, and what they add to the gradient. */
    private void backward(Slice slice, LayerInput x, double dropout, @Nullable Activation below) {
        Workspace own = workspaces.get(slice.index());
        Arrays.fill(own.biasGradient, 0);
        Arrays.fill(own.gradient.values, 0);
        own.gradient.toNative(0, weight.size());
        int end = slice.evenTo(x.rows());
        for (int from = slice.evenFrom(x.rows()); from < end; from += chunk) {
            backward(own, x, from, Math.min(from + chunk, end), dropout, below);
        }
        own.gradient.fromNative(0, weight.size());
    }

    private void backward(Workspace own, LayerInput x, int from, int to, double dropout, @Nullable Activation below) {
        int columns = (to - from) * input.plane();
        float[] slope = output.slopes().values;
        for (int channel = 0; channel < channels; channel++) {
            int start = output.plane(channel, from);
            int end = start + columns;
            Kernels.reluBackward(slope, output.values().values, (float) (1 / (1 - dropout)), start, end);
            output.addSlopeBefore(start, end);
            own.biasGradient[channel] += Kernels.sum(slope, start, end);
            own.outputs.put(channel * columns, slope, start, columns);
        }
        own.patches.unroll(x, from, to, own.unrolled);
        Matrix slopes = own.outputs.matrix(0, channels, columns);
        own.gradient
                .memory()
                .matrix(0, channels, weight.width())
                .product(slopes, unrolled(own, columns).transpose(), 1);
        if (below != null) {
            unrolled(own, columns).product(kernels().transpose(), slopes, 0);
            for (int channel = 0; channel < input.channels(); channel++) {
                int start = below.plane(channel, from);
                Arrays.fill(below.slopes().values, start, start + columns, 0);
            }
            own.patches.addBack(own.unrolled, below, from, to);
        }
    }

    private Matrix kernels() {
        return weight.value.memory().matrix(0, channels, weight.width());
    }

    private Matrix unrolled(Workspace own, int columns) {
        return own.unrolled.matrix(0, weight.width(), columns);
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
