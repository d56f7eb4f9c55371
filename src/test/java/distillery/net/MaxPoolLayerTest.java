package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.LayerSpec.MaxPool;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxPoolLayerTest {
    private static final Shape PICTURE = new Shape(1, 4, 4);

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "2, false", "4, true", "4, false"})
    void ofEqualsTheFirstTakesTheWholeSlope(int size, boolean positive) {
        float[] picture = {
            1, 1, 0, 3,
            1, 0, 3, 3,
            0, 0, 1, 2,
            0, 0, 4, 2,
        };
        float[] ofPairs = {
            1, 0, 0, 2,
            0, 0, 0, 0,
            3, 0, 0, 0,
            0, 0, 4, 0,
        };
        float[] ofAll = new float[16];
        ofAll[14] = 1;
        MaxPoolLayer layer = new MaxPoolLayer(PICTURE, new MaxPool(size), positive);
        Activation below = of(picture);
        layer.forward(below, 0, 0, WorkerPool.of(1));
        for (int i = 0; i < layer.output().shape.size(); i++) {
            layer.output().slopes().values[i] = 1 + i;
        }
        layer.backward(below, 0, below, WorkerPool.of(1));
        assertArrayEquals(size == 2 ? ofPairs : ofAll, below.slopes().values);
    }

    @ParameterizedTest
    @CsvSource({"2", "4"})
    void theLargestOfNegativeNumbersIsTheOneClosestToZero(int size) {
        float[] picture = new float[16];
        for (int i = 0; i < 16; i++) {
            picture[i] = -1 - i % 5;
        }
        MaxPoolLayer layer = new MaxPoolLayer(PICTURE, new MaxPool(size), false);
        layer.forward(of(picture), 0, 0, WorkerPool.of(1));
        float[] largest = size == 2 ? new float[] {-1, -2, -3, -1} : new float[] {-1};
        int length = layer.output().shape.size();
        assertArrayEquals(largest, Arrays.copyOf(layer.output().values().values, length));
    }

    private static Activation of(float[] picture) {
        Activation below = new Activation(PICTURE, false);
        below.resize(1);
        System.arraycopy(picture, 0, below.values().values, 0, picture.length);
        return below;
    }
}
