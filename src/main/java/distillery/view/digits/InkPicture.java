package distillery.view.digits;

import distillery.data.Samples;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pictures of ink: dark on light in every look, as on paper. */
final class InkPicture {
    private static final int WHITE = 255;

    private InkPicture() {}

    /** A picture of these pixels, row by row, 0 for paper to 1 for ink. */
    static Image of(float[] ink, int height) {
        return draw(ink, new WritableImage(ink.length / height, height));
    }

    /** One sample of the data. */
    static Image of(Samples samples, int index) {
        float[] pixels = new float[samples.features()];
        samples.copyInto(pixels, 0, index, 0, 0);
        return of(pixels, samples.height());
    }

    /** Draws over a picture. */
    static WritableImage draw(float[] ink, WritableImage image) {
        int[] colors = new int[ink.length];
        for (int i = 0; i < ink.length; i++) {
            int grey = Math.round(WHITE * (1 - Math.max(0, Math.min(1, ink[i]))));
            colors[i] = 0xff << 24 | grey << 16 | grey << 8 | grey;
        }
        int width = (int) image.getWidth();
        image.getPixelWriter()
                .setPixels(0, 0, width, ink.length / width, PixelFormat.getIntArgbInstance(), colors, 0, width);
        return image;
    }
}
