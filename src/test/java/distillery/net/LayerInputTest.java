package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import distillery.data.Shape;
import distillery.net.LayerSpec.Convolution;
import distillery.net.LayerSpec.MaxPool;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch is gathered by one thread: by two, each would see what the other has half written. */
class LayerInputTest {
    private static final int ROWS = 8;

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    /** A batch that notes who asks for its pictures. */
    private static final class Pictures implements LayerInput {
        final Set<String> askers = ConcurrentHashMap.newKeySet();
        private final float[] numbers = new float[ROWS * 16];

        @Override
        public int rows() {
            return ROWS;
        }

        @Override
        public Matrix matrix() {
            throw new AssertionError("pictures are no matrix");
        }

        @Override
        public NonZeroColumns columns() {
            throw new AssertionError("pictures are no matrix");
        }

        @Override
        public float[] planes() {
            askers.add(Thread.currentThread().getName());
            return numbers;
        }

        @Override
        public int plane(int channel, int row, int size) {
            return row * 16 + channel * size;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c3", "p2"})
    void aLayerAsksForItsBatchBeforeItSharesOutItsWork(String first) {
        Shape picture = new Shape(1, 4, 4);
        Layer layer = first.equals("c3")
                ? new ConvolutionLayer(picture, new Convolution(3, 3))
                : new MaxPoolLayer(picture, new MaxPool(2), false);
        Pictures batch = new Pictures();
        WorkerPool pool = WorkerPool.of(4);
        for (int i = 0; i < 50; i++) {
            layer.forward(batch, 0, i, pool);
            layer.backward(batch, 0, null, pool);
        }
        assertEquals(Set.of(Thread.currentThread().getName()), batch.askers);
    }
}
