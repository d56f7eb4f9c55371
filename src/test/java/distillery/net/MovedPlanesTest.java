package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Shape;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedPlanesTest {
    private static final int SAMPLE = 1;

    @ParameterizedTest
    @CsvSource({"2, 4, 3, 3", "1, 5, 6, 5", "3, 2, 2, 1", "2, 5, 5, 5", "1, 3, 4, 3", "1, 2, 2, 1", "4, 7, 9, 7"})
    void theirSumIsTheConvolutionWithZerosBeyondThePicture(int channels, int height, int width, int kernel) {
        Shape shape = new Shape(channels, height, width);
        MovedPlanes moved = new MovedPlanes(shape, kernel);
        Random random = new Random(3);
        float[] sum = new float[shape.plane()];
        for (int picture = 0; picture < 2; picture++) { // the second must find nothing of the first
            Activation pictures = pictures(shape, random);
            int from = picture * channels * kernel * kernel; // behind the kernels of other outputs
            float[] kernels = numbers(from + channels * kernel * kernel, random);
            moved.take(pictures.values().values, pictures, SAMPLE);
            moved.convolve(kernels, from, sum);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double expected = convolution(pictures, kernels, from, kernel, y, x);
                    assertEquals(expected, sum[y * width + x], 1e-5, "at " + y + ", " + x);
                }
            }
        }
    }

    private static double convolution(Activation pictures, float[] kernels, int from, int kernel, int y, int x) {
        Shape shape = pictures.shape;
        double sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int i = 0; i < kernel * kernel; i++) {
                int line = y + i / kernel - kernel / 2;
                int column = x + i % kernel - kernel / 2;
                if (line >= 0 && line < shape.height() && column >= 0 && column < shape.width()) {
                    int at = pictures.plane(channel, SAMPLE) + line * shape.width() + column;
                    sum += (double) pictures.values().values[at] * kernels[from + channel * kernel * kernel + i];
                }
            }
        }
        return sum;
    }

    private static Activation pictures(Shape shape, Random random) {
        Activation pictures = new Activation(shape, false);
        pictures.resize(SAMPLE + 2);
        float[] values = pictures.values().values;
        System.arraycopy(numbers(values.length, random), 0, values, 0, values.length);
        return pictures;
    }

    private static float[] numbers(int length, Random random) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
