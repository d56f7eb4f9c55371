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
    private static final int ROWS = 3;
    private static final int SAMPLE = 1;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 3, 3", "1, 5, 6, 5", "3, 2, 2, 1", "2, 5, 5, 5", "1, 3, 4, 3"})
    void productsSeeWhatTheKernelSeesWithZerosBeyondThePicture(int channels, int height, int width, int kernel) {
        Shape shape = new Shape(channels, height, width);
        Patches patches = new Patches(shape, kernel);
        Activation pictures = pictures(shape, 1);
        float[] planes = pictures.values().values;
        for (int pass = 0; pass < 2; pass++) { // products have been there since the first
            patches.unroll(planes, pictures, SAMPLE);
            for (int j = 0; j < channels * kernel * kernel; j++) {
                int rows = channels * kernel * kernel / patches.products();
                float[] seen = read(patches.seen(patches.rowOf(j) / rows));
                for (int i = 0; i < shape.plane(); i++) {
                    int y = i / width + j / kernel % kernel - kernel / 2;
                    int x = i % width + j % kernel - kernel / 2;
                    boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                    int plane = pictures.plane(j / (kernel * kernel), SAMPLE);
                    assertEquals(
                            inside ? planes[plane + y * width + x] : 0,
                            seen[patches.rowOf(j) % rows * shape.plane() + i],
                            "weight " + j + " over " + i);
                }
            }
            fold(patches, pictures(shape, 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 3, 3", "1, 5, 6, 5", "3, 2, 2, 1", "2, 5, 5, 5", "1, 3, 4, 3"})
    void foldingIsUnrollingTurnedRound(int channels, int height, int width, int kernel) {
        Shape shape = new Shape(channels, height, width);
        Patches patches = new Patches(shape, kernel);
        Activation pictures = pictures(shape, 3);
        patches.unroll(pictures.values().values, pictures, SAMPLE);
        double there = 0;
        for (int product = 0; product < patches.products(); product++) {
            float[] seen = read(patches.seen(product));
            for (int i = 0; i < seen.length; i++) {
                there += seen[i] * (1.0 + product + i % shape.plane());
            }
        }
        Activation folded = pictures(shape, 4);
        float[] untouched = folded.values().values.clone();
        fold(patches, folded);
        double back = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int i = folded.plane(channel, row); i < folded.plane(channel, row) + shape.plane(); i++) {
                    if (row == SAMPLE) {
                        back += folded.values().values[i] * (double) pictures.values().values[i];
                    } else {
                        assertEquals(untouched[i], folded.values().values[i]);
                    }
                }
            }
        }
        assertEquals(there, back, 1e-6 * there);
    }

    /** Adds to all that each product sees its number and its column's, as a product with these does, and folds that. */
    private static void fold(Patches patches, Activation into) {
        patches.clear();
        for (int product = 0; product < patches.products(); product++) {
            Matrix seen = patches.seen(product);
            Buffer left = Buffer.shared(seen.rows());
            Buffer right = Buffer.shared(seen.columns());
            Arrays.fill(left.values, 1);
            for (int i = 0; i < seen.columns(); i++) {
                right.values[i] = 1 + product + i;
            }
            left.toNative(0, seen.rows());
            right.toNative(0, seen.columns());
            seen.product(left.memory().matrix(0, seen.rows(), 1), right.memory().matrix(0, 1, seen.columns()), 1);
        }
        patches.fold(into.values().values, into, SAMPLE);
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
