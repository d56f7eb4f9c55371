package distillery.data;

/**
 * The size of one sample, or of what a layer of a net makes of it: numbers in a row, or channels of a picture.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Shape(int channels, int height, int width) {
    /** A digit of MNIST. */
    public static final Shape DIGIT = new Shape(1, 28, 28);

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "sizes must be positive, were " + channels + " channels of " + height + " × " + width);
        }
    }

    /** Numbers in a row. */
    public static Shape flat(int width) {
        return new Shape(width, 1, 1);
    }

    /** Whether neighbours mean something. */
    public boolean isImage() {
        return height > 1 || width > 1;
    }

    /** How many numbers there are. */
    public int size() {
        return channels * plane();
    }

    /** How many numbers a channel has. */
    public int plane() {
        return height * width;
    }

    /** {@code 784}, {@code 28x28} or {@code 32x32x3}. */
    @Override
    public String toString() {
        if (!isImage()) {
            return String.valueOf(channels);
        }
        return height + "x" + width + (channels == 1 ? "" : "x" + channels);
    }
}
