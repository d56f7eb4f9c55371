package distillery.lab.digits;

import distillery.data.AtomicFile;
import distillery.data.MnistFraming;
import distillery.data.Problem;
import distillery.lesson.PictureFile;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of ink in files: what is dropped onto the pad, and what is saved from it. */
final class PadPicture {
    private static final int WHITE = 255;

    /** Less than this share of ink is the grain of the paper. */
    private static final float GRAIN = 0.12f;

    private PadPicture() {}

    /** A picture file as a drawing: in the middle of the pad, dark on light or light on dark. */
    static PadDrawing read(Path file) throws Problem {
        BufferedImage picture = PictureFile.decode(file);
        int side = Math.max(picture.getWidth(), picture.getHeight());
        int left = (side - picture.getWidth()) / 2;
        int top = (side - picture.getHeight()) / 2;
        boolean light = isLight(picture);
        float[] ink = new float[side * side];
        for (int row = 0; row < picture.getHeight(); row++) {
            for (int column = 0; column < picture.getWidth(); column++) {
                float bright = brightness(picture, column, row);
                float dark = light ? 1 - bright : bright;
                ink[(top + row) * side + left + column] = dark < GRAIN ? 0 : dark;
            }
        }
        return PadDrawing.of(MnistFraming.scaled(ink, side, PadDrawing.SIDE));
    }

    /** Whether it is drawn on light paper: its edge is more light than dark. */
    private static boolean isLight(BufferedImage picture) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < picture.getHeight(); row++) {
            boolean edge = row == 0 || row == picture.getHeight() - 1;
            int step = edge ? 1 : Math.max(1, picture.getWidth() - 1);
            for (int column = 0; column < picture.getWidth(); column += step) {
                sum += brightness(picture, column, row);
                count++;
            }
        }
        return sum > 0.5 * count;
    }

    /** What can be seen through is paper. Grey is taken as it is written: Java would make it brighter for a screen. */
    private static float brightness(BufferedImage picture, int column, int row) {
        Color seen = new Color(picture.getRGB(column, row), true);
        float grey = (0.299f * seen.getRed() + 0.587f * seen.getGreen() + 0.114f * seen.getBlue()) / WHITE;
        if (picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            int depth = picture.getColorModel().getComponentSize(0);
            grey = picture.getRaster().getSample(column, row, 0) / (float) ((1 << depth) - 1);
        }
        float cover = (float) seen.getAlpha() / WHITE;
        return cover * grey + 1 - cover;
    }

    /** Ink as a PNG, dark on light. */
    static AtomicFile.Content content(float[] ink, int height) {
        return out -> {
            int width = ink.length / height;
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < ink.length; i++) {
                int grey = WHITE - Math.round(WHITE * Math.max(0, Math.min(1, ink[i])));
                picture.getRaster().setSample(i % width, i / width, 0, grey);
            }
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java has no PNG writer");
            }
        };
    }
}
