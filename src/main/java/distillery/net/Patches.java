package distillery.net;

import distillery.data.Shape;
import java.util.Arrays;

/**
 * The squares that a kernel sees as it slides over pictures with a border of zeros, unrolled into a matrix {@code
 * [channels · kernel · kernel, samples · height · width]} ("im2col"): a convolution is the product of the kernels and this.
 *
 * <p>A row of the matrix is the picture moved by the kernel's place. So it is copied in one go for each sample, and the
 * columns that this carried over from one line of the picture to the next are made zero.
 */
final class Patches {
    private final int channels;
    private final int width;
    private final int kernel;
    private final int plane;
    private final float[] row;

    /** @param most how many samples there is room for */
    Patches(Shape picture, int kernel, int most) {
        channels = picture.channels();
        width = picture.width();
        plane = picture.plane();
        this.kernel = kernel;
        row = new float[most * plane];
    }

    /** How many numbers a kernel sees. */
    int inner() {
        return channels * kernel * kernel;
    }

    /** Unrolls the samples {@code from..to} into the start of ND4J's memory. */
    void unroll(LayerInput input, int from, int to, Buffer.Native patches) {
        int columns = (to - from) * plane;
        for (int line = 0; line < inner(); line++) {
            int channel = line / (kernel * kernel);
            int shift = shift(line);
            int start = Math.max(0, -shift);
            int end = Math.min(plane, plane - shift);
            for (int sample = from; sample < to; sample++) {
                int at = (sample - from) * plane;
                Arrays.fill(row, at, at + start, 0);
                int source = input.plane(channel, sample, plane);
                System.arraycopy(input.planes(), source + start + shift, row, at + start, end - start);
                Arrays.fill(row, at + end, at + plane, 0);
            }
            clearMargin(right(line), columns);
            patches.put(line * columns, row, 0, columns);
        }
    }

    /** The way back: adds a slope along the patches to the slope along the samples ("col2im"). */
    void addBack(Buffer.Native patches, Activation input, int from, int to) {
        int columns = (to - from) * plane;
        for (int line = 0; line < inner(); line++) {
            int channel = line / (kernel * kernel);
            int shift = shift(line);
            int start = Math.max(0, -shift);
            int end = Math.min(plane, plane - shift);
            patches.get(line * columns, row, 0, columns);
            clearMargin(right(line), columns);
            for (int sample = from; sample < to; sample++) {
                int at = (sample - from) * plane;
                int target = input.plane(channel, sample);
                Kernels.add(input.slopes().values, target + start + shift, row, at + start, end - start);
            }
        }
    }

    /** How far to the right of its middle the kernel's place lies that a row of the matrix belongs to. */
    private int right(int line) {
        return line % kernel - kernel / 2;
    }

    /** How many numbers further on in a picture that place is. */
    private int shift(int line) {
        return (line / kernel % kernel - kernel / 2) * width + right(line);
    }

    /** Makes the columns zero that lie beyond the picture's left or right edge when it moves by {@code right}. */
    private void clearMargin(int right, int length) {
        for (int line = 0; right < 0 && line < length; line += width) {
            for (int i = 0; i < -right; i++) {
                row[line + i] = 0;
            }
        }
        for (int line = width; right > 0 && line <= length; line += width) {
            for (int i = 1; i <= right; i++) {
                row[line - i] = 0;
            }
        }
    }
}
