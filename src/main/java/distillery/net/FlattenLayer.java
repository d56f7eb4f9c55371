package distillery.net;

import distillery.data.Shape;
import org.jspecify.annotations.Nullable;

/** Lays the channels of a picture side by side, {@code [rows, channels · height · width]}, for the dense layers above. */
final class FlattenLayer implements Layer {
    private final Shape input;
    private final Activation output;

    FlattenLayer(Shape input) {
        this.input = input;
        output = new Activation(Shape.flat(input.size()), true);
    }

    @Override
    public Activation output() {
        return output;
    }

    @Override
    public void forward(LayerInput x, double dropout, int key, WorkerPool pool) {
        output.resize(x.rows());
        Buffer flat = output.values();
        for (int row = 0; row < x.rows(); row++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                System.arraycopy(
                        x.planes(),
                        x.plane(channel, row, input.plane()),
                        flat.values,
                        place(row, channel),
                        input.plane());
            }
        }
        flat.toNative(0, x.rows() * input.size());
    }

    @Override
    public void backward(LayerInput x, double dropout, @Nullable Activation below, WorkerPool pool) {
        if (below == null) {
            return;
        }
        float[] flat = output.slopes().values;
        float[] slope = below.slopes().values;
        for (int row = 0; row < x.rows(); row++) {
            for (int channel = 0; channel < input.channels(); channel++) {
                System.arraycopy(flat, place(row, channel), slope, below.plane(channel, row), input.plane());
            }
        }
    }

    private int place(int row, int channel) {
        return row * input.size() + channel * input.plane();
    }
}
