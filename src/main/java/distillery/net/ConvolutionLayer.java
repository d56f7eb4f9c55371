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
 * time: its {@linkplain Patches patches} and its output stay in the thread's cache, and lie in the order of the planes.
 */
final class ConvolutionLayer implements Layer {
    private final Shape input;
    private final int channels;
    private final int kernel;
    private final Parameter weight;
    private final Parameter bias;
    private final Activation output;
    /** The weights in the order of the patches' rows. */
    private final Buffer kernels;

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
    }

    /** What one thread needs. */
    private final class Workspace {
        final Patches patches = new Patches(input, kernel);
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
        for (int i = 0; i < weight.size(); i++) {
            kernels.values[place(i)] = weight.value.values[i];
        }
        kernels.toNative(0, weight.size());
        float[] planes = x.planes();
        pool.parallel(slice -> {
            Workspace own = workspaces.get(slice.index());
            int end = slice.evenTo(x.rows());
            for (int sample = slice.evenFrom(x.rows()); sample < end; sample++) {
                own.patches.unroll(planes, x, sample);
                forward(own, sample, dropout, key);
            }
        });
    }

    private void forward(Workspace own, int sample, double dropout, int key) {
        Matrix planes = planes(own);
        for (int i = 0; i < own.patches.products(); i++) {
            planes.product(own.patches.part(kernels(), i), own.patches.seen(i), i == 0 ? 0 : 1);
        }
        float[] y = output.values().values;
        for (int channel = 0; channel < channels; channel++) {
            int start = output.plane(channel, sample);
            int end = start + input.plane();
            own.planes.get(channel * input.plane(), y, start, input.plane());
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
            own.patches.part(gradient, i).product(slopes, own.patches.seen(i).transpose(), 1);
        }
        Matrix ones = own.ones.memory().matrix(0, input.plane(), 1);
        own.biasGradient.memory().matrix(0, channels, 1).product(slopes, ones, 1);
        if (below != null) {
            own.patches.clear();
            for (int i = 0; i < own.patches.products(); i++) {
                Matrix part = own.patches.part(kernels(), i);
                own.patches.seen(i).product(part.transpose(), slopes, 1);
            }
            own.patches.fold(below.slopes().values, below, sample);
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
