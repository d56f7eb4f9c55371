package distillery.net;

import distillery.data.Shape;

/**
 * The squares that a kernel sees as it slides over pictures with a border of zeros, laid out so that a line of a
 * convolution's output is one product. This is "im2col", but sideways only: a line of the pictures becomes a block of rows
 * {@code [channels · kernel, samples · width]}, one row for each channel and each sideways place of the kernel: the line
 * moved there. The blocks of all lines lie one below the other, between blocks of zeros. So what the kernel sees from top
 * to bottom is a matrix too, {@code kernel} blocks high, and for the next line of output it begins one block further on.
 *
 * <p>With a kernel of one these are just the pictures line by line.
 */
final class Patches {
    private final int channels;
    private final int height;
    private final int width;
    private final int kernel;
    private final int middle;
    private final int most;
    /** Numbers of a block. */
    private final int block;

    private final Buffer blocks;

    /** @param most how many samples there is room for */
    Patches(Shape picture, int kernel, int most) {
        channels = picture.channels();
        height = picture.height();
        width = picture.width();
        this.kernel = kernel;
        middle = kernel / 2;
        this.most = most;
        block = channels * kernel * most * width;
        blocks = Buffer.shared(size(picture, kernel) * most);
    }

    /** How many numbers the patches of one sample are. */
    static int size(Shape picture, int kernel) {
        return (picture.height() + kernel - 1) * picture.channels() * kernel * picture.width();
    }

    /** What the kernel sees on its way along one line of so many samples. */
    Matrix line(int y, int samples) {
        int rows = kernel * channels * kernel;
        return new Matrix(blocks.memory(), row(y, 0, 0), rows, samples * width, most * width, false);
    }

    /** Which row of {@link #line} a number of a kernel {@code [channels, kernel, kernel]} meets. */
    int rowOf(int index) {
        return (index / kernel % kernel * channels + index / (kernel * kernel)) * kernel + index % kernel;
    }

    /** Takes the samples {@code from..to} of planes that lie where {@code input} says. */
    void unroll(float[] planes, LayerInput input, int from, int to) {
        int plane = height * width;
        for (int channel = 0; channel < channels; channel++) {
            for (int sample = from; sample < to; sample++) {
                int source = input.plane(channel, sample, plane);
                int target = row(middle, channel, middle) + (sample - from) * width;
                for (int y = 0; y < height; y++) {
                    System.arraycopy(planes, source + y * width, blocks.values, target + y * block, width);
                }
            }
        }
        for (int x = 0; x < kernel; x++) {
            if (x != middle) {
                move(x - middle, (to - from) * width);
            }
        }
        blocks.toNative(0, blocks.values.length); // with the zeros, for clear() and products have been there
    }

    /** Copies all rows that do not move to those that move by {@code right}. */
    private void move(int right, int columns) {
        int length = columns - Math.abs(right);
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < channels; channel++) {
                int still = row(y + middle, channel, middle) + Math.max(0, right);
                int moved = row(y + middle, channel, middle + right);
                System.arraycopy(blocks.values, still, blocks.values, moved + Math.max(0, -right), length);
                clearMargin(moved, right, columns);
            }
        }
    }

    /** Makes everything zero that products add to. */
    void clear() {
        blocks.memory().clear();
    }

    /** The way back: each number of the planes becomes the sum of the places where {@link #unroll} puts it. */
    void fold(float[] planes, LayerInput output, int from, int to) {
        int plane = height * width;
        blocks.fromNative(row(middle, 0, 0), height * block);
        for (int x = 0; x < kernel; x++) {
            if (x != middle) {
                addMoved(x - middle, (to - from) * width);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            for (int sample = from; sample < to; sample++) {
                int target = output.plane(channel, sample, plane);
                int source = row(middle, channel, middle) + (sample - from) * width;
                for (int y = 0; y < height; y++) {
                    System.arraycopy(blocks.values, source + y * block, planes, target + y * width, width);
                }
            }
        }
    }

    private void addMoved(int right, int columns) {
        int length = columns - Math.abs(right);
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < channels; channel++) {
                int still = row(y + middle, channel, middle) + Math.max(0, right);
                int moved = row(y + middle, channel, middle + right);
                clearMargin(moved, right, columns);
                Kernels.add(blocks.values, still, blocks.values, moved + Math.max(0, -right), length);
            }
        }
    }

    /** Where the row of a channel and a sideways place of the kernel begins in a block; the first blocks are zero. */
    private int row(int index, int channel, int x) {
        return ((index * channels + channel) * kernel + x) * most * width;
    }

    /** Makes the columns of a row zero that lie beyond the picture's left or right edge when it moves by {@code right}. */
    private void clearMargin(int row, int right, int columns) {
        int margin = Math.abs(right);
        for (int start = right < 0 ? 0 : width - margin; start < columns; start += width) {
            for (int i = start; i < start + margin; i++) {
                blocks.values[row + i] = 0;
            }
        }
    }
}
