package distillery.net;

import distillery.data.Shape;
import distillery.net.Buffer.Native;
import java.util.Arrays;

/**
 * The squares that a kernel sees as it slides over one picture with a border of zeros, laid out so that products do the
 * convolution. This is "im2col", but sideways only: for each channel and each sideways place of the kernel there is a row,
 * the whole picture moved there, with lines of zeros above and below. What one line of the kernel sees is these rows from
 * one column on, and for the kernel's next line it begins a line of the picture further on: a product for each line of the
 * kernel. Under a picture of one channel such a product would be too thin; there the kernel's lines get rows of their own,
 * and one product does it all.
 */
final class Patches {
    private final int channels;
    private final int width;
    private final int kernel;
    private final int middle;
    /** Numbers of a picture's channel. */
    private final int plane;
    /** How many lines of the kernel one product takes, all or one. */
    private final int lines;
    /** From one row to the next: a picture with its lines of zeros. */
    private final int stride;

    private final Native rows;
    /** One row on Java's side; its lines of zeros are never written to. */
    private final float[] row;
    /** What one row gives back to a channel. */
    private final float[] share;

    Patches(Shape picture, int kernel) {
        channels = picture.channels();
        width = picture.width();
        this.kernel = kernel;
        middle = kernel / 2;
        plane = picture.plane();
        lines = channels == 1 ? kernel : 1;
        stride = plane + (kernel - 1) * width;
        rows = Native.of(lines * channels * kernel * stride);
        row = new float[stride];
        share = new float[plane];
    }

    /** How many products make a convolution. */
    int products() {
        return kernel / lines;
    }

    /** What the product of this number multiplies, {@code [rows, height · width]}. */
    Matrix seen(int product) {
        return new Matrix(rows, product * width, lines * channels * kernel, plane, stride, false);
    }

    /** Of kernels in the order of {@link #rowOf}, the part that the product of this number multiplies. */
    Matrix part(Matrix kernels, int product) {
        int width = lines * channels * kernel;
        return kernels.columns(product * width, (product + 1) * width);
    }

    /** Which row, counted through all products, a number of a kernel {@code [channels, kernel, kernel]} meets. */
    int rowOf(int index) {
        return (index / kernel % kernel * channels + index / (kernel * kernel)) * kernel + index % kernel;
    }

    /** Takes a sample of planes that lie where {@code input} says. */
    void unroll(float[] planes, LayerInput input, int sample) {
        int start = middle * width;
        for (int channel = 0; channel < channels; channel++) {
            int source = input.plane(channel, sample, plane);
            for (int x = 0; x < kernel; x++) {
                int left = x - middle;
                System.arraycopy(
                        planes, source + Math.max(0, left), row, start + Math.max(0, -left), plane - Math.abs(left));
                clearMargin(row, start, left);
                for (int line = 0; line < lines; line++) {
                    rows.put(place(line, channel, x), row, line * width, stride - line * width);
                }
            }
        }
    }

    /** Makes everything zero that products add to. */
    void clear() {
        rows.clear();
    }

    /** The way back: each number of a sample's planes becomes the sum of the places where {@link #unroll} puts it. */
    void fold(float[] planes, Activation input, int sample) {
        for (int channel = 0; channel < channels; channel++) {
            int target = input.plane(channel, sample);
            Arrays.fill(planes, target, target + plane, 0);
            for (int x = 0; x < kernel; x++) {
                int left = x - middle;
                for (int line = 0; line < lines; line++) {
                    takeShare(line, channel, x);
                    clearMargin(share, 0, left);
                    Kernels.add(planes, target + Math.max(0, left), share, Math.max(0, -left), plane - Math.abs(left));
                }
            }
        }
    }

    /** Fetches from a row what its numbers would be without being moved up or down. */
    private void takeShare(int line, int channel, int x) {
        int down = (middle - line) * width;
        int from = Math.max(0, -down);
        int to = Math.min(plane, (lines == 1 ? stride : plane) - down);
        Arrays.fill(share, 0, from, 0);
        Arrays.fill(share, to, plane, 0);
        rows.get(place(line, channel, x) + down + from, share, from, to - from);
    }

    private int place(int line, int channel, int x) {
        return ((line * channels + channel) * kernel + x) * stride;
    }

    /** Makes the columns zero that lie beyond the picture's left or right edge when it moves to the left. */
    private void clearMargin(float[] numbers, int start, int left) {
        int margin = Math.abs(left);
        for (int at = start + (left < 0 ? 0 : width - margin); at < start + plane; at += width) {
            for (int i = at; i < at + margin; i++) {
                numbers[i] = 0;
            }
        }
    }
}
