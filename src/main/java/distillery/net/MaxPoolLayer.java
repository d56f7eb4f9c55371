package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.MaxPool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The largest of each square of a picture; the slope goes back to where it came from, to the first of equals. */
final class MaxPoolLayer implements Layer {
    private final Shape input;
    private final int size;
    private final Activation output;
    /** Where in its square each output was found. */
    private byte[] winners = {};

    MaxPoolLayer(Shape input, MaxPool spec) {
        this.input = input;
        size = spec.size();
        output = new Activation(new Shape(input.channels(), input.height() / size, input.width() / size), false);
    }

    @Override
    public Activation output() {
        return output;
    }

    @Override
    public void forward(LayerInput x, double dropout, int key, WorkerPool pool) {
        output.resize(x.rows());
        if (winners.length < output.values().values.length) {
            winners = new byte[output.values().values.length];
        }
        pool.parallel(slice -> {
            int end = slice.evenTo(x.rows());
            for (int row = slice.evenFrom(x.rows()); row < end; row++) {
                for (int channel = 0; channel < input.channels(); channel++) {
                    forward(x.planes(), x.plane(channel, row, input.plane()), output.plane(channel, row));
                }
            }
        });
    }

    private void forward(float[] x, int from, int to) {
        float[] y = output.values().values;
        for (int line = 0; line < output.shape.height(); line++) {
            for (int column = 0; column < output.shape.width(); column++) {
                int corner = from + line * size * input.width() + column * size;
                float best = x[corner];
                int winner = 0;
                for (int place = 1; place < size * size; place++) {
                    float other = x[corner + place / size * input.width() + place % size];
                    winner = other > best ? place : winner;
                    best = Math.max(best, other);
                }
                y[to] = best;
                winners[to++] = (byte) winner;
            }
        }
    }

    @Override
    public void backward(LayerInput x, double dropout, @Nullable Activation below, WorkerPool pool) {
        if (below == null) {
            return;
        }
        below.slopes();
        output.slopes();
        pool.parallel(slice -> {
            int end = slice.evenTo(x.rows());
            for (int row = slice.evenFrom(x.rows()); row < end; row++) {
                for (int channel = 0; channel < input.channels(); channel++) {
                    backward(below.slopes().values, below.plane(channel, row), output.plane(channel, row));
                }
            }
        });
    }

    private void backward(float[] below, int to, int from) {
        Arrays.fill(below, to, to + input.plane(), 0);
        float[] slope = output.slopes().values;
        for (int line = 0; line < output.shape.height(); line++) {
            for (int column = 0; column < output.shape.width(); column++) {
                int corner = to + line * size * input.width() + column * size;
                int winner = winners[from];
                below[corner + winner / size * input.width() + winner % size] = slope[from++];
            }
        }
    }
}
