package distillery.net;

import distillery.data.Shape;
import java.util.Arrays;

/**
 * A picture once for each place of a kernel, moved to where the kernel looks from there, with zeros where it has left: a
 * convolution is then a weighted sum of whole planes ("direct convolution"). For few channels that is much faster than
 * {@linkplain Patches products}, which copy as much and are too thin.
 *
 * <p>Moved copies and not one plane read from several places on: Java 17 makes vector instructions of such a loop only where all
 * arrays are read at the same index, and only where there are few of them.
 */
final class MovedPlanes {
    /** Planes that one loop adds up. */
    private static final int AT_ONCE = 3;

    private final int channels;
    private final int width;
    private final int kernel;
    private final int plane;
    /** {@code [channels, kernel, kernel]}, and planes of zeros up to a multiple of {@link #AT_ONCE}. */
    private final float[][] planes;

    MovedPlanes(Shape picture, int kernel) {
        channels = picture.channels();
        width = picture.width();
        this.kernel = kernel;
        plane = picture.plane();
        int places = channels * kernel * kernel;
        planes = new float[(places + AT_ONCE - 1) / AT_ONCE * AT_ONCE][plane];
    }

    /** Takes a sample of planes that lie where {@code input} says. */
    void take(float[] source, LayerInput input, int sample) {
        int middle = kernel / 2;
        for (int channel = 0; channel < channels; channel++) {
            int from = input.plane(channel, sample, plane);
            int first = channel * kernel * kernel;
            for (int x = 0; x < kernel; x++) {
                float[] sideways = planes[first + middle * kernel + x];
                int left = x - middle;
                System.arraycopy(
                        source, from + Math.max(0, left), sideways, Math.max(0, -left), plane - Math.abs(left));
                clearMargin(sideways, left);
                for (int y = 0; y < kernel; y++) {
                    int up = (y - middle) * width;
                    if (up != 0) { // what is not written to is zero from the beginning
                        float[] moved = planes[first + y * kernel + x];
                        System.arraycopy(sideways, Math.max(0, up), moved, Math.max(0, -up), plane - Math.abs(up));
                    }
                }
            }
        }
    }

    /** What the kernels {@code [channels, kernel, kernel]} that begin at {@code from} make of the picture. */
    void convolve(float[] kernels, int from, float[] sum) {
        Arrays.fill(sum, 0);
        int places = channels * kernel * kernel;
        for (int i = 0; i < places; i += AT_ONCE) {
            float second = i + 1 < places ? kernels[from + i + 1] : 0;
            float third = i + 2 < places ? kernels[from + i + 2] : 0;
            Kernels.addThree(sum, planes[i], kernels[from + i], planes[i + 1], second, planes[i + 2], third);
        }
    }

    /** Makes the columns zero that lie beyond the picture's left or right edge when it moves to the left. */
    private void clearMargin(float[] numbers, int left) {
        int margin = Math.abs(left);
        for (int at = left < 0 ? 0 : width - margin; at < plane; at += width) {
            for (int i = at; i < at + margin; i++) {
                numbers[i] = 0;
            }
        }
    }
}
