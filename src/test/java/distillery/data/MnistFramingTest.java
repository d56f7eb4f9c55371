package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistFramingTest {
    private static final int SIDE = MnistFraming.SIDE;
    private static final int MANY = 1_000;

    private static float[] digit(Samples digits, int index) {
        float[] picture = new float[SIDE * SIDE];
        digits.copyInto(picture, 0, index, 0, 0);
        return picture;
    }

    /** A picture somewhere on a larger sheet, each pixel drawn as a square. */
    static float[] onSheet(float[] picture, int side, int scale, int left, int top) {
        float[] sheet = new float[side * side];
        for (int i = 0; i < SIDE * scale * SIDE * scale; i++) {
            int row = i / (SIDE * scale);
            int column = i % (SIDE * scale);
            float ink = picture[row / scale * SIDE + column / scale];
            if (ink > 0) {
                sheet[(top + row) * side + left + column] = ink;
            }
        }
        return sheet;
    }

    /** A centre of mass between two pixels may go either way; in every other case nothing changes. */
    @ParameterizedTest
    @CsvSource({"28, 1, 0, 0", "56, 1, 0, 28", "56, 1, 13, 5", "140, 3, 40, 7"})
    void aDigitOfMnistComesBackFromAnywhereAndAnySize(int side, int scale, int left, int top) throws Problem {
        Samples digits = DataSet.mnist().test();
        int same = 0;
        for (int i = 0; i < MANY; i++) {
            float[] digit = digit(digits, i);
            float[] framed = MnistFraming.centred(onSheet(digit, side, scale, left, top), side);
            float most = 0;
            for (int j = 0; j < digit.length; j++) {
                most = Math.max(most, Math.abs(digit[j] - framed[j]));
            }
            same += most < 1e-5 ? 1 : 0;
        }
        assertEquals(MANY, same, 0.01 * MANY);
    }

    @Test
    void inkIsTwentyPixelsLongAndItsMassInTheMiddle() {
        float[] ink = new float[100 * 100];
        for (int row = 10; row < 70; row++) {
            Arrays.fill(ink, row * 100 + 80, row * 100 + 92, 1);
        }
        float[] framed = MnistFraming.centred(ink, 100);
        for (int i = 0; i < framed.length; i++) {
            boolean inside = i / SIDE >= 5 && i / SIDE < 25 && i % SIDE >= 13 && i % SIDE < 17;
            assertEquals(inside ? 1 : 0, framed[i], 1e-6, "pixel " + i);
        }
    }

    @Test
    void anUnevenShareOfAPixelIsGrey() {
        float[] ink = new float[3 * 3];
        Arrays.fill(ink, 1);
        ink[4] = 0;
        float[] framed = MnistFraming.scaled(ink, 3, 2);
        assertArrayEquals(new float[] {8 / 9f, 8 / 9f, 8 / 9f, 8 / 9f}, framed, 1e-6f);
    }

    @Test
    void paperStaysPaper() {
        assertArrayEquals(new float[SIDE * SIDE], MnistFraming.centred(new float[280 * 280], 280));
    }

    @Test
    void inkFarFromItsCentreIsNotCutOff() {
        float[] ink = new float[SIDE * SIDE];
        for (int row = 0; row < 20; row++) {
            ink[row * SIDE] = 1;
        }
        ink[19] = 1e-3f; // a speck that makes the box wide
        float[] framed = MnistFraming.centred(ink, SIDE);
        double sum = 0;
        for (float value : framed) {
            sum += value;
        }
        assertEquals(20.001, sum, 1e-3);
    }
}
