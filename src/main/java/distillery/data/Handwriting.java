package distillery.data;

/**
 * Whether pictures of handwriting lie on their side. Letters and digits are taller than wide; EMNIST stores its pictures
 * with rows and columns swapped, so that there they are wider than tall.
 */
final class Handwriting {
    /** How many pictures are looked at. */
    static final int SAMPLE = 1_000;

    /** Ink, not noise. */
    private static final int DARK = 64;

    private static final int FEWEST = 50;
    private static final double MOST = 0.8;

    private Handwriting() {}

    /** Whether four of five pictures that are not as wide as tall are wider. */
    static boolean liesDown(byte[] pixels, int height, int width) {
        int wide = 0;
        int tall = 0;
        for (int from = 0; from + height * width <= pixels.length; from += height * width) {
            int difference = widthOfInk(pixels, from, height, width) - heightOfInk(pixels, from, height, width);
            wide += difference > 0 ? 1 : 0;
            tall += difference < 0 ? 1 : 0;
        }
        return wide + tall >= FEWEST && wide > MOST * (wide + tall);
    }

    private static int heightOfInk(byte[] pixels, int from, int height, int width) {
        return extent(height, width, (row, column) -> pixels[from + row * width + column]);
    }

    private static int widthOfInk(byte[] pixels, int from, int height, int width) {
        return extent(width, height, (column, row) -> pixels[from + row * width + column]);
    }

    private interface Pixel {
        byte at(int line, int place);
    }

    /** How many lines there are from the first with ink to the last. */
    private static int extent(int lines, int places, Pixel pixel) {
        int first = -1;
        int last = -1;
        for (int line = 0; line < lines; line++) {
            for (int place = 0; place < places; place++) {
                if (Byte.toUnsignedInt(pixel.at(line, place)) >= DARK) {
                    first = first < 0 ? line : first;
                    last = line;
                }
            }
        }
        return first < 0 ? 0 : last - first + 1;
    }
}
