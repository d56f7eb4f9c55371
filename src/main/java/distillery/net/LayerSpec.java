package distillery.net;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Shape;

/** One layer as it is written: what it makes of a shape, and what it costs. */
public sealed interface LayerSpec {

    /**
     * The shape that comes out; whether numbers in a row are taken for maps of 1 × 1, {@link NetSpec} looks after.
     *
     * @throws Problem if this layer cannot take what comes in
     */
    Shape output(Shape input) throws Problem;

    /** Weights and biases. */
    long parameters(Shape input);

    /** Multiply-adds for one sample on the way forward. */
    long multiplyAdds(Shape input);

    /** The same layer with so many times as many units or channels; pooling stays as it is. */
    LayerSpec wider(int times);

    /** A fully connected layer. */
    record Dense(int units) implements LayerSpec {
        public Dense {
            Refusal.unlessBetween(1, NetSpec.WIDEST, "units", units);
        }

        @Override
        public Shape output(Shape input) {
            return Shape.flat(units);
        }

        @Override
        public long parameters(Shape input) {
            return (input.size() + 1L) * units;
        }

        @Override
        public long multiplyAdds(Shape input) {
            return (long) input.size() * units;
        }

        @Override
        public LayerSpec wider(int times) {
            return new Dense(units * times);
        }

        @Override
        public String toString() {
            return String.valueOf(units);
        }
    }

    /** A square kernel that slides over the picture with a border of zeros, so that the picture keeps its size. */
    record Convolution(int channels, int kernel) implements LayerSpec {
        /** The kernel of a convolution that names none. */
        static final int USUAL_KERNEL = 3;

        public Convolution {
            Refusal.unlessBetween(1, NetSpec.MOST_CHANNELS, "channels", channels);
            Refusal.unlessBetween(1, NetSpec.LARGEST_KERNEL, "kernel", kernel);
            if (kernel % 2 == 0) {
                throw new Refusal("kernel", "refused.odd", String.valueOf(kernel));
            }
        }

        @Override
        public Shape output(Shape input) throws Problem {
            if (kernel > Math.min(input.height(), input.width())) {
                String picture = input.height() + "x" + input.width();
                throw new Problem("net.kernel.large", toString(), String.valueOf(kernel), picture);
            }
            return new Shape(channels, input.height(), input.width());
        }

        @Override
        public long parameters(Shape input) {
            return ((long) input.channels() * kernel * kernel + 1) * channels;
        }

        @Override
        public long multiplyAdds(Shape input) {
            return (long) input.size() * kernel * kernel * channels;
        }

        @Override
        public LayerSpec wider(int times) {
            return new Convolution(channels * times, kernel);
        }

        @Override
        public String toString() {
            return "c" + channels + (kernel == USUAL_KERNEL ? "" : "k" + kernel);
        }
    }

    /** The largest of each square of {@code size} × {@code size} numbers. */
    record MaxPool(int size) implements LayerSpec {
        public MaxPool {
            Refusal.unlessBetween(1, NetSpec.LARGEST_POOL, "size", size);
        }

        @Override
        public Shape output(Shape input) throws Problem {
            if (input.height() % size != 0 || input.width() % size != 0) {
                throw new Problem("net.pool", toString(), String.valueOf(size), input.height() + "x" + input.width());
            }
            return new Shape(input.channels(), input.height() / size, input.width() / size);
        }

        @Override
        public long parameters(Shape input) {
            return 0;
        }

        @Override
        public long multiplyAdds(Shape input) {
            return 0;
        }

        @Override
        public LayerSpec wider(int times) {
            return this;
        }

        @Override
        public String toString() {
            return "p" + size;
        }
    }
}
