package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.data.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTest {
    private static final int ROWS = 5;
    private static final int FROM = 1;
    private static final int TO = 4;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 3, 3", "1, 5, 6, 5", "3, 2, 2, 1", "2, 5, 5, 5", "1, 3, 4, 3"})
    void aLineHoldsWhatTheKernelSeesAlongItWithZerosBeyondThePicture(int channels, int height, int width, int kernel) {
        Shape shape = new Shape(channels, height, width);
        Patches patches = new Patches(shape, kernel, ROWS);
        Activation pictures = pictures(shape, 1);
        for (int pass = 0; pass < 2; pass++) { // products have been there since the first
            float[] planes = pictures.values().values;
            patches.unroll(planes, pictures, FROM, TO);
            for (int y = 0; y < height; y++) {
                float[] line = read(patches.line(y, TO - FROM));
                for (int i = 0; i < line.length; i++) {
                    int column = i % ((TO - FROM) * width);
                    float seen = 0;
                    for (int j = 0; j < channels * kernel * kernel; j++) {
                        int atY = y + j / kernel % kernel - kernel / 2;
                        int atX = column % width + j % kernel - kernel / 2;
                        boolean inside = atY >= 0 && atY < height && atX >= 0 && atX < width;
                        if (patches.rowOf(j) == i / ((TO - FROM) * width) && inside) {
                            int plane = pictures.plane(j / (kernel * kernel), FROM + column / width);
                            seen = planes[plane + atY * width + atX];
                        }
                    }
                    assertEquals(seen, line[i], "line " + y + " number " + i);
                }
            }
            fold(patches, shape, pictures(shape, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 3, 3", "1, 5, 6, 5", "3, 2, 2, 1", "2, 5, 5, 5", "1, 3, 4, 3"})
    void foldingIsUnrollingTurnedRound(int channels, int height, int width, int kernel) {
        Shape shape = new Shape(channels, height, width);
        Patches patches = new Patches(shape, kernel, ROWS);
        Activation pictures = pictures(shape, 3);
        patches.unroll(pictures.values().values, pictures, FROM, TO);
        double there = 0;
        for (int y = 0; y < height; y++) {
            for (float seen : read(patches.line(y, TO - FROM))) {
                there += seen * (1 + y);
            }
        }
        Activation folded = pictures(shape, 4);
        float[] untouched = folded.values().values.clone();
        fold(patches, shape, folded);
        double back = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int i = folded.plane(channel, row); i < folded.plane(channel, row) + shape.plane(); i++) {
                    if (row >= FROM && row < TO) {
                        back += folded.values().values[i] * (double) pictures.values().values[i];
                    } else {
                        assertEquals(untouched[i], folded.values().values[i]);
                    }
                }
            }
        }
        assertEquals(there, back, 1e-4);
    }

    /** Adds its number, counted from one, to all that each line sees, as a product with ones does, and folds that. */
    private static void fold(Patches patches, Shape shape, Activation into) {
        patches.clear();
        for (int y = 0; y < shape.height(); y++) {
            Matrix line = patches.line(y, TO - FROM);
            Buffer left = Buffer.shared(line.rows());
            Buffer right = Buffer.shared(line.columns());
            Arrays.fill(left.values, 1 + y);
            Arrays.fill(right.values, 1);
            left.toNative(0, line.rows());
            right.toNative(0, line.columns());
            line.product(left.memory().matrix(0, line.rows(), 1), right.memory().matrix(0, 1, line.columns()), 1);
        }
        patches.fold(into.values().values, into, FROM, TO);
    }

    private static Activation pictures(Shape shape, long seed) {
        Activation pictures = new Activation(shape, false);
        pictures.resize(ROWS);
        Random random = new Random(seed);
        for (int i = 0; i < ROWS * shape.size(); i++) {
            pictures.values().values[i] = random.nextFloat() + 0.5f;
        }
        return pictures;
    }

    private static float[] read(Matrix matrix) {
        float[] all = new float[matrix.rows() * matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            int at = matrix.offset() + row * matrix.stride();
            matrix.memory().get(at, all, row * matrix.columns(), matrix.columns());
        }
        return all;
    }
}
