package distillery.loss.application;

/** Maps with a row for each pixel, {@code [rows · plane, channels]}, instead of a plane for each channel, and back. */
final class PixelRows {
    private PixelRows() {}

    /** The pixels of {@code [rows, channels, plane]}. */
    static double[] of(double[] maps, int channels, int plane) {
        return swapped(maps, channels, plane);
    }

    /** The maps of {@code [rows, plane, channels]}. */
    static double[] maps(double[] pixels, int channels, int plane) {
        return swapped(pixels, plane, channels);
    }

    /** Transposes each block of {@code [blocks, height, width]}. */
    private static double[] swapped(double[] values, int height, int width) {
        double[] swapped = new double[values.length];
        for (int block = 0; block < values.length; block += height * width) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    swapped[block + j * height + i] = values[block + i * width + j];
                }
            }
        }
        return swapped;
    }
}
