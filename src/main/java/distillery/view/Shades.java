package distillery.view;

import distillery.data.Shape;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Numbers as colours: more than nothing in one colour, less in another that everybody tells from it, the stronger the
 * further from 0, over a ground on which a picture may lie faintly.
 */
public final class Shades {
    /** How strongly a picture below shows through: its ink against the ground. */
    private static final double FAINT = 0.3;

    private static final double MOST_INK = 0.92;
    private static final float[] NOTHING = {};

    private final Color ground;
    private final Color ink;
    private final Color more;
    private final Color less;

    public Shades(Palette palette) {
        ground = palette.color("d-card");
        ink = palette.color("d-text");
        more = palette.color("d-hot");
        less = palette.color("d-teacher");
    }

    /** A picture of numbers, row by row; {@code largest} has the full colour. */
    public Image picture(double[] values, int height, double largest) {
        return picture(values, height, largest, NOTHING, new Shape(1, height, values.length / height));
    }

    /** A picture of numbers, each perhaps as large as several pixels, over one of ink from 0 to 1. */
    public Image picture(double[] values, int height, double largest, float[] below, Shape size) {
        int width = values.length / height;
        int[] colors = new int[size.plane()];
        for (int i = 0; i < colors.length; i++) {
            int row = i / size.width() * height / size.height();
            int column = i % size.width() * width / size.width();
            Color paper = i < below.length ? ground.interpolate(ink, FAINT * Math.min(1, below[i])) : ground;
            colors[i] = argb(over(paper, values[row * width + column] / Math.max(largest, Double.MIN_NORMAL)));
        }
        WritableImage image = new WritableImage(size.width(), size.height());
        image.getPixelWriter()
                .setPixels(
                        0, 0, size.width(), size.height(), PixelFormat.getIntArgbInstance(), colors, 0, size.width());
        return image;
    }

    private Color over(Color paper, double share) {
        return Double.isNaN(share)
                ? paper
                : paper.interpolate(share < 0 ? less : more, MOST_INK * Math.min(1, Math.abs(share)));
    }

    /** As pixels are written. */
    public static int argb(Color color) {
        return 0xff << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
