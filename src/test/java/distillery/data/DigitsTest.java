package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitsTest {
    /** Two pictures of 2 × 3 pixels, 1 to 6 and 249 to 254. */
    private final Digits digits = new Digits(
            2,
            3,
            new byte[] {1, 2, 3, 4, 5, 6, (byte) 249, (byte) 250, (byte) 251, (byte) 252, (byte) 253, (byte) 254},
            new byte[] {4, 9},
            ClassLabels.numbered(10));

    @Test
    void scalesPixelsFromZeroToOne() {
        Digits ends = new Digits(1, 3, new byte[] {0, (byte) 255, (byte) 128}, new byte[] {0}, ClassLabels.numbered(2));
        assertArrayEquals(new float[] {0, 1, 128 / 255f}, picture(ends, 0, 0, 0));
    }

    @Test
    void movesRightAndDownAndFillsWithZero() {
        assertArrayEquals(new int[] {249, 250, 251, 252, 253, 254}, moved(0, 0));
        assertArrayEquals(new int[] {0, 249, 250, 0, 252, 253}, moved(1, 0));
        assertArrayEquals(new int[] {250, 251, 0, 253, 254, 0}, moved(-1, 0));
        assertArrayEquals(new int[] {0, 0, 0, 249, 250, 251}, moved(0, 1));
        assertArrayEquals(new int[] {252, 253, 254, 0, 0, 0}, moved(0, -1));
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 249}, moved(2, 1));
        assertArrayEquals(new int[] {254, 0, 0, 0, 0, 0}, moved(-2, -1));
    }

    @Test
    void leavesAnEmptyPictureWhenMovedOutOfSight() {
        int[] nothing = new int[6];
        assertArrayEquals(nothing, moved(3, 0));
        assertArrayEquals(nothing, moved(-7, 0));
        assertArrayEquals(nothing, moved(0, 2));
        assertArrayEquals(nothing, moved(0, -5));
    }

    @Test
    void keepsItsMassButForTheInkThatLeaves() throws Problem {
        Samples test = DataSet.mnist().test();
        for (int index = 0; index < 1000; index++) {
            // Two to the right, one up: the last two columns and the first row leave.
            assertEquals(sum(picture(test, index, 0, 0), 1, 28, 26), sum(picture(test, index, 2, -1), 0, 28, 28));
        }
    }

    @Test
    void turningSwapsRowsAndColumnsAndTwiceIsNothing() {
        byte[] before = digits.pixels().clone();
        Digits turned = digits.turned();
        assertEquals(3, turned.height());
        assertEquals(2, turned.width());
        assertArrayEquals(new byte[] {1, 4, 2, 5, 3, 6}, Arrays.copyOf(turned.pixels(), 6));
        assertArrayEquals(before, turned.turned().pixels());
    }

    @Test
    void refusesImagesWithoutLabels() {
        Problem problem = assertThrows(Problem.class, () -> read(IdxFile.images(3, 2, 2), IdxFile.labels(0, 9)));
        assertEquals("idx.counts", problem.key());
    }

    @Test
    void refusesPixelsThatDoNotMakePictures() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Digits(2, 3, new byte[7], new byte[1], ClassLabels.numbered(2)));
    }

    @Test
    void knowsNoPictureBeyondTheLast() {
        assertThrows(IndexOutOfBoundsException.class, () -> digits.label(2));
        assertThrows(IndexOutOfBoundsException.class, () -> digits.copyInto(new float[6], 0, 2, 0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> digits.copyInto(new float[6], 0, 2, 5, 0));
    }

    private static Digits read(byte[] images, byte[] labels) throws Problem {
        NamedFile names = new NamedFile("labels", () -> new ByteArrayInputStream(labels));
        return Digits.read(
                new NamedFile("images", () -> new ByteArrayInputStream(images)),
                names,
                Idx.read(names, 1),
                ClassLabels.numbered(10));
    }

    /** The second picture, moved, in bytes again, after making sure that nothing around it was touched. */
    private int[] moved(int dx, int dy) {
        float[] target = {-1, -1, -1, -1, -1, -1, -1, -1};
        digits.copyInto(target, 1, 1, dx, dy);
        assertEquals(-1, target[0]);
        assertEquals(-1, target[7]);
        int[] pixels = new int[6];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.round(target[i + 1] * 255);
        }
        return pixels;
    }

    private static float[] picture(Samples samples, int index, int dx, int dy) {
        float[] pixels = new float[samples.features()];
        samples.copyInto(pixels, 0, index, dx, dy);
        return pixels;
    }

    private static double sum(float[] pixels, int firstRow, int rows, int columns) {
        double sum = 0;
        for (int row = firstRow; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                sum += pixels[row * 28 + column];
            }
        }
        return sum;
    }
}
