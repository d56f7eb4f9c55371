package distillery.net;

import distillery.data.Shape;
import distillery.net.LayerSpec.MaxPool;
import org.jspecify.annotations.Nullable;

/**
 * The largest of each square of a picture; the slope goes back to where it came from, to the first of equals. Which that is
 * is found without a branch, which would go either way at random.
 */
final class MaxPoolLayer implements Layer {
    private final Shape input;
    private final int size;
    /** Whether squares are two by two, which nearly all nets have, and what is said of their bits holds. */
    private final boolean pairs;

    private final Activation output;

    /** @param positive whether no input is negative, as behind a ReLU: then numbers are in the order of their bits */
    MaxPoolLayer(Shape input, MaxPool spec, boolean positive) {
        this.input = input;
        size = spec.size();
        pairs = positive && size == 2;
        output = new Activation(new Shape(input.channels(), input.height() / size, input.width() / size), false);
    }

    @Override
    public Activation output() {
        return output;
    }

    @Override
    public void forward(LayerInput x, double dropout, int key, WorkerPool pool) {
        output.resize(x.rows());
        float[] y = output.values().values;
        float[] planes = x.planes();
        pool.parallel(slice -> {
            int end = slice.evenTo(x.rows());
            for (int channel = 0; channel < input.channels(); channel++) {
                for (int row = slice.evenFrom(x.rows()); row < end; row++) {
                    int from = x.plane(channel, row, input.plane());
                    int to = output.plane(channel, row);
                    if (pairs) {
                        forwardPairs(planes, from, y, to);
                    } else {
                        forward(planes, from, y, to);
                    }
                }
            }
        });
    }

    private void forward(float[] x, int from, float[] y, int to) {
        int width = input.width();
        for (int line = 0; line < output.shape.height(); line++) {
            for (int column = 0; column < output.shape.width(); column++) {
                int corner = from + line * size * width + column * size;
                float best = x[corner];
                for (int i = corner; i < corner + size * width; i += width) {
                    for (int j = i; j < i + size; j++) {
                        best = Math.max(best, x[j]);
                    }
                }
                y[to++] = best;
            }
        }
    }

    private void forwardPairs(float[] x, int from, float[] y, int to) {
        int width = input.width();
        for (int line = 0; line < output.shape.height(); line++) {
            int top = from + 2 * line * width;
            int start = to + line * output.shape.width();
            for (int i = 0; i < output.shape.width(); i++) {
                int at = top + 2 * i;
                int above = Math.max(Float.floatToRawIntBits(x[at]), Float.floatToRawIntBits(x[at + 1]));
                int below =
                        Math.max(Float.floatToRawIntBits(x[at + width]), Float.floatToRawIntBits(x[at + width + 1]));
                y[start + i] = Float.intBitsToFloat(Math.max(above, below));
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
            for (int channel = 0; channel < input.channels(); channel++) {
                for (int row = slice.evenFrom(x.rows()); row < end; row++) {
                    int to = below.plane(channel, row);
                    int from = output.plane(channel, row);
                    if (pairs) {
                        backwardPairs(below, to, from);
                    } else {
                        backward(below, to, from);
                    }
                }
            }
        });
    }

    private void backward(Activation below, int to, int from) {
        float[] x = below.values().values;
        float[] under = below.slopes().values;
        int width = input.width();
        for (int line = 0; line < output.shape.height(); line++) {
            for (int column = 0; column < output.shape.width(); column++) {
                int corner = to + line * size * width + column * size;
                int best = Float.floatToRawIntBits(output.values().values[from]);
                int left = Float.floatToRawIntBits(output.slopes().values[from++]);
                for (int i = corner; i < corner + size * width; i += width) {
                    for (int j = i; j < i + size; j++) {
                        int other = differs(x[j], best);
                        under[j] = Float.intBitsToFloat(left & ~other);
                        left &= other; // nothing once the first of the largest has had it
                    }
                }
            }
        }
    }

    /** The same without loops in the loop. */
    private void backwardPairs(Activation below, int to, int from) {
        float[] x = below.values().values;
        float[] under = below.slopes().values;
        float[] y = output.values().values;
        float[] slope = output.slopes().values;
        int width = input.width();
        for (int line = 0; line < output.shape.height(); line++) {
            int top = to + 2 * line * width;
            int start = from + line * output.shape.width();
            for (int i = 0; i < output.shape.width(); i++) {
                int at = top + 2 * i;
                int best = Float.floatToRawIntBits(y[start + i]);
                int whole = Float.floatToRawIntBits(slope[start + i]);
                int first = differs(x[at], best);
                int second = differs(x[at + 1], best);
                int third = differs(x[at + width], best);
                under[at] = Float.intBitsToFloat(whole & ~first);
                under[at + 1] = Float.intBitsToFloat(whole & first & ~second);
                under[at + width] = Float.intBitsToFloat(whole & first & second & ~third);
                under[at + width + 1] = Float.intBitsToFloat(whole & first & second & third);
            }
        }
    }

    /** All bits set for a number that is not {@code best}, none for one that is. */
    private static int differs(float x, int best) {
        int different = Float.floatToRawIntBits(x) ^ best;
        return (different | -different) >> 31;
    }
}
