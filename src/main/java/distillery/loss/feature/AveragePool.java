package distillery.loss.feature;

import static distillery.loss.Preconditions.require;

import java.util.stream.IntStream;

/**
 * Maps made smaller by averaging, so that a student and a teacher whose maps differ in size can be compared: each pixel of
 * the small map is the mean of the pixels it covers, whole ones, which may overlap where sizes do not divide, as PyTorch's
 * {@code adaptive_avg_pool2d} has it. Maps are {@code [maps, height, width]}.
 */
public record AveragePool(int height, int width, int smallHeight, int smallWidth) {
    public AveragePool {
        require(
                smallHeight >= 1 && smallWidth >= 1 && height >= smallHeight && width >= smallWidth,
                "maps of " + height + " × " + width + " cannot shrink to " + smallHeight + " × " + smallWidth);
    }

    /** The small maps. */
    public double[] apply(double[] maps) {
        double[] small = new double[maps.length / (height * width) * smallHeight * smallWidth];
        pool(maps, small, false);
        return small;
    }

    /** From slopes along the small maps those along the large ones. */
    public double[] slopes(double[] along) {
        double[] slopes = new double[along.length / (smallHeight * smallWidth) * height * width];
        pool(slopes, along, true);
        return slopes;
    }

    private void pool(double[] large, double[] small, boolean back) {
        int[] tops = firsts(height, smallHeight);
        int[] bottoms = ends(height, smallHeight);
        int[] lefts = firsts(width, smallWidth);
        int[] rights = ends(width, smallWidth);
        int at = 0;
        for (int map = 0; at < small.length; map++) {
            for (int row = 0; row < smallHeight; row++) {
                int first = (map * height + tops[row]) * width;
                int last = (map * height + bottoms[row]) * width;
                for (int column = 0; column < smallWidth; column++) {
                    int columns = rights[column] - lefts[column];
                    int count = columns * (bottoms[row] - tops[row]);
                    if (back) {
                        spread(large, first + lefts[column], last, columns, small[at] / count);
                    } else {
                        small[at] = sum(large, first + lefts[column], last, columns) / count;
                    }
                    at++;
                }
            }
        }
    }

    private double sum(double[] large, int first, int last, int columns) {
        double sum = 0;
        for (int row = first; row < last; row += width) {
            for (int i = 0; i < columns; i++) {
                sum += large[row + i];
            }
        }
        return sum;
    }

    private void spread(double[] large, int first, int last, int columns, double slope) {
        for (int row = first; row < last; row += width) {
            for (int i = 0; i < columns; i++) {
                large[row + i] += slope;
            }
        }
    }

    private static int[] firsts(int size, int smallSize) {
        return IntStream.range(0, smallSize).map(i -> i * size / smallSize).toArray();
    }

    /** Rounded up: a pixel that is covered in part is covered. */
    private static int[] ends(int size, int smallSize) {
        return IntStream.range(0, smallSize)
                .map(i -> ((i + 1) * size + smallSize - 1) / smallSize)
                .toArray();
    }
}
