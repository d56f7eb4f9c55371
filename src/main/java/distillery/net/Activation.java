package distillery.net;

import distillery.data.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a layer hands on for one batch, and the slope of the loss along it. Its buffers grow with the largest batch seen.
 *
 * <p>A flat one is {@code [rows, width]}, row by row, on both sides. One of pictures is {@code [channels, rows, height,
 * width]}, for that is how a product of kernels and patches comes out; it lives on Java's side only.
 */
final class Activation implements LayerInput {
    final Shape shape;
    private final boolean flat;
    private final NonZeroColumns columns;
    private Buffer values = Buffer.heap(0);
    private Buffer slopes = Buffer.heap(0);
    /** A copy from before the ReLU, if a tap is there, and the slope along it. */
    private float @Nullable [] before;

    private double @Nullable [] slopeBefore;

    private int rows;

    Activation(Shape shape, boolean flat) {
        this.shape = shape;
        this.flat = flat;
        columns = NonZeroColumns.all(shape.size());
    }

    /** Pictures that go into a net, with room for a slope along them. */
    static Activation of(Shape shape, LayerInput pictures) {
        Activation copy = new Activation(shape, false);
        copy.resize(pictures.rows());
        for (int row = 0; row < pictures.rows(); row++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int from = pictures.plane(channel, row, shape.plane());
                int to = copy.plane(channel, row);
                System.arraycopy(pictures.planes(), from, copy.values.values, to, shape.plane());
            }
        }
        return copy;
    }

    /** Makes room for a batch. */
    void resize(int wanted) {
        rows = wanted;
        if (values.values.length < wanted * shape.size()) {
            values = room();
            before = before == null ? null : new float[values.values.length];
        }
        slopeBefore = null;
    }

    private Buffer room() {
        int length = rows * shape.size();
        return flat ? Buffer.shared(length) : Buffer.heap(length);
    }

    Buffer values() {
        return values;
    }

    /** Where the layer above writes its slope. */
    Buffer slopes() {
        if (slopes.values.length < rows * shape.size()) {
            slopes = room();
        }
        return slopes;
    }

    /** From now on keeps a copy of its values from before the ReLU. */
    void keepBefore() {
        if (before == null) {
            before = new float[values.values.length];
        }
    }

    /** Copies what is about to go through the ReLU, if a tap is there. */
    void noteBefore(int from, int to) {
        if (before != null) {
            System.arraycopy(values.values, from, before, from, to - from);
        }
    }

    /** The same of what a constant is yet to be added to. */
    void noteBefore(int from, int to, float constant) {
        noteBefore(from, to);
        for (int i = from; before != null && i < to; i++) {
            before[i] += constant;
        }
    }

    /** Adds the slope that a loss has along this before the ReLU, after the slope has gone back through it. */
    void addSlopeBefore(int from, int to) {
        if (slopeBefore == null) {
            return;
        }
        float[] slope = slopes.values;
        for (int i = from; i < to; i++) {
            slope[i] += (float) slopeBefore[i];
        }
    }

    /** {@code [rows, width]} or {@code [rows, channels, height, width]}. */
    double[] read(boolean beforeRelu) {
        return read(beforeRelu && before != null ? before : values.values);
    }

    /** The slope along this, laid out in the same way. */
    double[] readSlope() {
        return read(slopes().values);
    }

    private double[] read(float[] source) {
        double[] copy = new double[rows * shape.size()];
        int run = run(copy.length);
        for (int at = 0; at < copy.length; at += run) {
            int from = place(at);
            for (int i = 0; i < run; i++) {
                copy[at + i] = source[from + i];
            }
        }
        return copy;
    }

    /** Takes a slope laid out like what {@link #read} gives instead of the one it has. */
    void setSlope(double[] slope) {
        float[] target = slopes().values;
        for (int i = 0; i < slope.length; i++) {
            target[place(i)] = (float) slope[i];
        }
    }

    /** Adds to the slope along this, after or before the ReLU. */
    void addSlope(double[] slope, boolean beforeRelu) {
        if (!beforeRelu) {
            float[] target = slopes().values;
            int run = run(slope.length);
            for (int at = 0; at < slope.length; at += run) {
                int to = place(at);
                for (int i = 0; i < run; i++) {
                    target[to + i] += (float) slope[at + i];
                }
            }
            return;
        }
        double[] placed = new double[slope.length];
        for (int i = 0; i < slope.length; i++) {
            placed[place(i)] = slope[i];
        }
        slopeBefore = placed;
    }

    /** How many numbers of so many lie side by side in either layout. */
    private int run(int length) {
        return flat ? Math.max(1, length) : shape.plane();
    }

    /** Where the number in this place of {@code [rows, channels, height, width]} is kept. */
    private int place(int index) {
        if (flat) {
            return index;
        }
        int plane = index / shape.plane();
        return plane(plane % shape.channels(), plane / shape.channels()) + index % shape.plane();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Matrix matrix() {
        return values.memory().matrix(0, rows, shape.size());
    }

    @Override
    public NonZeroColumns columns() {
        return columns;
    }

    @Override
    public float[] planes() {
        return values.values;
    }

    @Override
    public int plane(int channel, int row, int size) {
        return plane(channel, row);
    }

    /** Where the plane of a channel of a sample begins. */
    int plane(int channel, int row) {
        return (channel * rows + row) * shape.plane();
    }
}
