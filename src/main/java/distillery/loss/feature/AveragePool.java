package distillery.loss.feature;

import static distillery.loss.Preconditions.require;

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
        int at = 0;
        for (int map = 0; map < small.length / (smallHeight * smallWidth); map++) {
            for (int row = 0; row < smallHeight; row++) {
                int top = row * height / smallHeight;
                int bottom = end(row, height, smallHeight);
                for (int column = 0; column < smallWidth; column++) {
                    int left = column * width / smallWidth;
                    int right = end(column, width, smallWidth);
                    double share = 1.0 / ((bottom - top) * (right - left));
                    for (int y = map * height + top; y < map * height + bottom; y++) {
                        for (int pixel = y * width + left; pixel < y * width + right; pixel++) {
                            if (back) {
                                large[pixel] += share * small[at];
                            } else {
                                small[at] += share * large[pixel];
                            }
                        }
                    }
                    at++;
                }
            }
        }
    }

    /** Rounded up: a pixel that is covered in part is covered. */
    private static int end(int index, int size, int smallSize) {
        return ((index + 1) * size + smallSize - 1) / smallSize;
    }
}
