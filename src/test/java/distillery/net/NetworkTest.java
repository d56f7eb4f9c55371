package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final NetSpec SMALL = NetSpec.dense(5, 7, 6, 3);
    private static final int ROWS = 4;

    private final InputBatch inputs = inputs(ROWS);
    private final double[] pull = random(ROWS * 3, 2);

    @Thorough
    @Test
    void moreThreadsComeToTheSameAndAlwaysToTheSameBits() {
        threads(NetSpec.dense(784, 128, 100, 10));
        threads(NetSpec.parse("28x28-c4-p2-c6-p2-20-10"));
    }

    private static void threads(NetSpec shape) {
        for (int rows : new int[] {64, 37}) {
            float[] alone = learned(shape, rows, WorkerPool.of(1)).values();
            assertTrue(finite(alone));
            for (int threads : new int[] {1, 2, 3, 5}) {
                float[] shared = learned(shape, rows, WorkerPool.of(threads)).values();
                assertArrayEquals(alone, shared, 1e-4f, threads + " threads");
                assertArrayEquals(
                        shared, learned(shape, rows, WorkerPool.of(threads)).values(), threads + " threads");
            }
        }
    }

    private static Weights learned(NetSpec shape, int rows, WorkerPool pool) {
        Network net = new Network(shape, Optimiser.Adam.standard(), Dropout.dense(0.2), 3, pool);
        net.initialise(Initialisation.HE, 1);
        InputBatch images = new InputBatch(shape.inputs(), rows);
        images.fill(random(rows * shape.inputs(), 5));
        for (int step = 0; step < 4; step++) {
            double[] slope = net.forward(images, step).clone();
            net.backward(images, slope, Map.of());
            net.update(0.01);
        }
        return net.weights();
    }

    @Test
    void featuresThatAreZeroThroughoutABatchAreSteppedOverWithoutATrace() {
        NetSpec wide = NetSpec.dense(30, 7, 3);
        Network packed = net(wide, 0);
        Network whole = net(wide, 0);
        InputBatch empty = new InputBatch(30, 8);
        InputBatch tiny = new InputBatch(30, 8);
        int[][] ranges = {{0, 5}, {8, 19}, {0, 3, 9, 15, 24, 30}, {}, {0, 30}, {1, 30}, {2, 3, 20, 30}};
        for (int[] silent : ranges) {
            String what = Arrays.toString(silent);
            double[] batch = random(ROWS * 30, 6);
            silence(batch, 30, silent);
            empty.fill(batch);
            tiny.fill(Arrays.stream(batch).map(x -> x == 0 ? 1e-30 : x).toArray());
            assertArrayEquals(whole.forward(tiny, 0), packed.forward(empty, 0), 1e-5, what);
            whole.backward(tiny, pull, Map.of());
            packed.backward(empty, pull, Map.of());
            assertArrayEquals(whole.gradient().values(), packed.gradient().values(), 1e-5f, what);
            whole.update(0.01);
            packed.update(0.01);
            assertArrayEquals(whole.weights().values(), packed.weights().values(), 1e-4f, what);
        }
    }

    /** Zeroes columns of a batch, from the first number to before the second, from the third to before the fourth … */
    private static void silence(double[] batch, int width, int[] ranges) {
        for (int i = 0; i < ranges.length; i += 2) {
            for (int start = 0; start < batch.length; start += width) {
                Arrays.fill(batch, start + ranges[i], start + ranges[i + 1], 0);
            }
        }
    }

    @Test
    void gradientBelongsToTheLastLessonEvenIfOtherSamplesWereAskedSince() {
        Network net = net(SMALL, 0);
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of());
        float[] gradient = net.gradient().values();
        InputBatch blank = new InputBatch(5, 8);
        blank.fill(new double[] {0, 0, 1, 0, 0});
        net.logits(blank);
        assertArrayEquals(gradient, net.gradient().values());
    }

    @Test
    void aBatchIsTheSameAsItsSamplesOneByOne() {
        Network net = net(SMALL, 0);
        double[] together = net.logits(inputs);
        InputBatch one = new InputBatch(5, 1);
        double[] samples = random(ROWS * 5, 1);
        for (int row = 0; row < ROWS; row++) {
            one.fill(Arrays.copyOfRange(samples, row * 5, (row + 1) * 5));
            double[] alone = net.logits(one);
            assertArrayEquals(Arrays.copyOfRange(together, row * 3, (row + 1) * 3), alone, 1e-6);
        }
    }

    @Test
    void sameSeedSameNet() {
        float[] first = net(SMALL, 0).weights().values();
        assertArrayEquals(first, net(SMALL, 0).weights().values());
        Network other = blank(SMALL, 0, 0);
        other.initialise(Initialisation.HE, 6);
        assertFalse(Arrays.equals(first, other.weights().values()));
    }

    @Test
    void firstWeightsSpreadAsTheirInitialisationSays() {
        for (Initialisation initialisation : List.of(
                Initialisation.HE, Initialisation.XAVIER, Initialisation.normal(0.01), Initialisation.normal(1))) {
            Network net = blank(NetSpec.dense(200, 300), 0, 0);
            net.initialise(initialisation, 1);
            double square = square(net.weights().values(), 0, 200 * 300) / (200 * 300);
            double wanted = initialisation.deviation(200, 300);
            assertEquals(wanted, Math.sqrt(square), 0.02 * wanted, initialisation.text());
        }
    }

    @Test
    void dropoutSilencesItsShareAndKeepsTheMean() {
        Network net = blank(NetSpec.dense(1, 10_000, 1), 0.3, 0);
        float[] weights = new float[Math.toIntExact(net.spec().parameters())];
        Arrays.fill(weights, 1);
        net.restore(new Weights(net.spec(), weights));
        InputBatch one = new InputBatch(1, 1);
        one.fill(new double[] {0});
        Tap hidden = net.spec().tap("dense1");
        net.watch(Set.of(hidden));
        net.forward(one, 3);
        double[] units = net.feature(hidden);
        double silent = Arrays.stream(units).filter(unit -> unit == 0).count() / 10_000.0;
        assertEquals(0.3, silent, 0.02);
        assertEquals(1, Arrays.stream(units).average().orElseThrow(), 0.03);
        assertTrue(Arrays.stream(units).allMatch(unit -> unit == 0 || Math.abs(unit - 1 / 0.7) < 1e-6));
    }

    @Test
    void maxNormHoldsEveryHiddenUnitAndLeavesTheLastLayerAlone() {
        Network net = blank(SMALL, 0, 0.5);
        net.initialise(Initialisation.HE, 5);
        net.forward(inputs, 0);
        net.backward(inputs, random(ROWS * 3, 9), Map.of());
        net.update(0.5);
        float[] values = net.weights().values();
        for (int unit = 0; unit < 7; unit++) {
            assertTrue(square(values, unit * 5, (unit + 1) * 5) <= 0.25 + 1e-6);
        }
        assertTrue(square(values, values.length - 3 * 7, values.length - 3) > 0.25);
    }

    @Test
    void restoringForgetsWhereItWasHeading() {
        Network net = net(SMALL, 0);
        Weights start = net.weights();
        step(net);
        float[] once = net.weights().values();
        step(net);
        net.restore(start);
        step(net);
        assertArrayEquals(once, net.weights().values());
    }

    @Test
    void goingBackIsRestoringTheWeightsThatWereKeptLast() {
        Network net = net(SMALL, 0);
        assertThrows(IllegalStateException.class, net::rollback);
        net.checkpoint();
        step(net);
        net.checkpoint();
        Weights kept = net.weights();
        step(net);
        float[] ahead = net.weights().values();
        net.rollback();
        assertArrayEquals(kept.values(), net.weights().values());
        step(net);
        float[] again = net.weights().values();
        net.restore(kept);
        step(net);
        assertArrayEquals(again, net.weights().values());
        assertFalse(Arrays.equals(kept.values(), ahead));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneWeightThatIsNoNumberIsFound(double broken) {
        Network net = net(SMALL, 0);
        for (int i = 0; i < SMALL.parameters(); i++) {
            assertTrue(net.finite());
            float[] values = net.weights().values();
            float whole = values[i];
            values[i] = (float) broken;
            net.restore(new Weights(SMALL, values));
            assertFalse(net.finite(), "weight " + i);
            values[i] = whole;
            net.restore(new Weights(SMALL, values));
        }
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        Network net = net(SMALL, 0);
        Weights other = new Weights(NetSpec.dense(2, 1), new float[3]);
        String message = assertThrows(IllegalArgumentException.class, () -> net.restore(other))
                .getMessage();
        assertEquals("weights of 2-1 do not fit a net of 5-7-6-3", message);
    }

    private void step(Network net) {
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of());
        net.update(0.01);
    }

    private static Network net(NetSpec layers, double dropout) {
        Network net = blank(layers, dropout, 0);
        net.initialise(Initialisation.HE, 5);
        return net;
    }

    private static Network blank(NetSpec layers, double dropout, double maxNorm) {
        return new Network(layers, Optimiser.Adam.standard(), Dropout.dense(dropout), maxNorm);
    }

    private static InputBatch inputs(int rows) {
        InputBatch inputs = new InputBatch(5, 8);
        inputs.fill(random(rows * 5, 1));
        return inputs;
    }

    private static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    private static double square(float[] numbers, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) numbers[i] * numbers[i];
        }
        return sum;
    }

    private static boolean finite(float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
