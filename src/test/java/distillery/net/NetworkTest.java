package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    private static final NetSpec SMALL = NetSpec.dense(5, 7, 6, 3);
    private static final int ROWS = 4;

    private final InputBatch inputs = inputs(Precision.DOUBLE, ROWS);
    private final double[] pull = random(ROWS * 3, 2);

    @Test
    void gradientIsTheSlopeOfTheLoss() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of());
        assertSlope(net, () -> dot(pull, net.logits(inputs)));
    }

    @Test
    void gradientTakesInWhatAMethodAddsAlongHiddenLayers() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        double[] inner = random(ROWS * 7, 3);
        double[] upper = random(ROWS * 6, 4);
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of(0, inner, 1, upper));
        assertSlope(net, () -> {
            double sum = dot(pull, net.logits(inputs));
            return sum + dot(inner, net.activation(0, ROWS)) + dot(upper, net.activation(1, ROWS));
        });
    }

    @Test
    void gradientWithDropoutIsTheSlopeOfTheSameThinnedNet() {
        Network net = net(SMALL, Precision.DOUBLE, 0.4);
        net.forward(inputs, 17);
        net.backward(inputs, pull, Map.of());
        assertSlope(net, () -> dot(pull, net.forward(inputs, 17)));
    }

    @Test
    void moreThreadsComeToTheSameAndAlwaysToTheSameBits() {
        NetSpec shape = NetSpec.dense(784, 128, 100, 10);
        for (int rows : new int[] {64, 37}) {
            double[] alone = learned(shape, rows, WorkerPool.of(1)).values();
            assertTrue(Arrays.stream(alone).allMatch(Double::isFinite));
            for (int threads : new int[] {1, 2, 3, 5}) {
                double[] shared = learned(shape, rows, WorkerPool.of(threads)).values();
                assertArrayEquals(alone, shared, 1e-4, threads + " threads");
                assertArrayEquals(shared, learned(shape, rows, WorkerPool.of(threads)).values(), threads + " threads");
            }
        }
    }

    private static Weights learned(NetSpec shape, int rows, WorkerPool crew) {
        Network net = new Network(shape, Precision.FLOAT, rows, Optimiser.Adam.standard(), 0.2, 3, crew);
        net.initialise(Initialisation.HE, 1);
        InputBatch images = new InputBatch(shape.inputs(), rows, Precision.FLOAT);
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
        Network packed = net(wide, Precision.DOUBLE, 0);
        Network whole = net(wide, Precision.DOUBLE, 0);
        InputBatch empty = new InputBatch(30, 8, Precision.DOUBLE);
        InputBatch tiny = new InputBatch(30, 8, Precision.DOUBLE);
        int[][] ranges = {{0, 5}, {8, 19}, {0, 3, 9, 15, 24, 30}, {}, {0, 30}, {1, 30}, {2, 3, 20, 30}};
        for (int[] silent : ranges) {
            String what = Arrays.toString(silent);
            double[] batch = random(ROWS * 30, 6);
            silence(batch, 30, silent);
            empty.fill(batch);
            tiny.fill(Arrays.stream(batch).map(x -> x == 0 ? 1e-30 : x).toArray());
            assertArrayEquals(whole.forward(tiny, 0), packed.forward(empty, 0), 1e-12, what);
            whole.backward(tiny, pull, Map.of());
            packed.backward(empty, pull, Map.of());
            assertArrayEquals(whole.gradient().values(), packed.gradient().values(), 1e-12, what);
            whole.update(0.01);
            packed.update(0.01);
            assertArrayEquals(whole.weights().values(), packed.weights().values(), 1e-9, what);
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
        Network net = net(SMALL, Precision.DOUBLE, 0);
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of());
        double[] gradient = net.gradient().values();
        InputBatch blank = new InputBatch(5, 8, Precision.DOUBLE);
        blank.fill(new double[] {0, 0, 1, 0, 0});
        net.logits(blank);
        assertArrayEquals(gradient, net.gradient().values());
    }

    @Test
    void bothPrecisionsAgree() {
        Network single = net(SMALL, Precision.FLOAT, 0);
        Network twice = net(SMALL, Precision.DOUBLE, 0);
        InputBatch singleInputs = inputs(Precision.FLOAT, ROWS);
        for (int step = 0; step < 5; step++) {
            assertArrayEquals(twice.forward(inputs, 0), single.forward(singleInputs, 0), 1e-5);
            single.backward(singleInputs, pull, Map.of());
            twice.backward(inputs, pull, Map.of());
            single.update(0.01);
            twice.update(0.01);
        }
        assertArrayEquals(twice.weights().values(), single.weights().values(), 1e-5);
    }

    @Test
    void aBatchIsTheSameAsItsSamplesOneByOne() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        double[] together = net.logits(inputs);
        InputBatch one = new InputBatch(5, 1, Precision.DOUBLE);
        double[] samples = random(ROWS * 5, 1);
        for (int row = 0; row < ROWS; row++) {
            one.fill(Arrays.copyOfRange(samples, row * 5, (row + 1) * 5));
            double[] alone = net.logits(one);
            assertArrayEquals(Arrays.copyOfRange(together, row * 3, (row + 1) * 3), alone, 1e-12);
        }
    }

    @Test
    void sameSeedSameNet() {
        double[] first = net(SMALL, Precision.FLOAT, 0).weights().values();
        assertArrayEquals(first, net(SMALL, Precision.FLOAT, 0).weights().values());
        Network other = blank(SMALL, Precision.FLOAT, 0, 0);
        other.initialise(Initialisation.HE, 6);
        assertFalse(Arrays.equals(first, other.weights().values()));
    }

    @Test
    void firstWeightsSpreadAsTheirInitialisationSays() {
        for (Initialisation initialisation : Initialisation.values()) {
            Network net = blank(NetSpec.dense(200, 300), Precision.DOUBLE, 0, 0);
            net.initialise(initialisation, 1);
            double[] weights = Arrays.copyOf(net.weights().values(), 200 * 300);
            double square = dot(weights, weights) / weights.length;
            double wanted = initialisation.deviation(200, 300);
            assertEquals(wanted, Math.sqrt(square), 0.02 * wanted, initialisation.name());
        }
    }

    @Test
    void dropoutSilencesItsShareAndKeepsTheMean() {
        Network net = blank(NetSpec.dense(1, 10_000, 1), Precision.FLOAT, 0.3, 0);
        double[] weights = new double[Math.toIntExact(net.layers().parameters())];
        Arrays.fill(weights, 1);
        net.restore(new Weights(net.layers(), weights));
        InputBatch one = new InputBatch(1, 1, Precision.FLOAT);
        one.fill(new double[] {0});
        net.forward(one, 3);
        double[] units = net.activation(0, 1);
        double silent = Arrays.stream(units).filter(unit -> unit == 0).count() / 10_000.0;
        assertEquals(0.3, silent, 0.02);
        assertEquals(1, Arrays.stream(units).average().orElseThrow(), 0.03);
        assertTrue(Arrays.stream(units).allMatch(unit -> unit == 0 || Math.abs(unit - 1 / 0.7) < 1e-6));
    }

    @Test
    void maxNormHoldsEveryHiddenUnitAndLeavesTheLastLayerAlone() {
        Network net = blank(SMALL, Precision.DOUBLE, 0, 0.5);
        net.initialise(Initialisation.HE, 5);
        net.forward(inputs, 0);
        net.backward(inputs, random(ROWS * 3, 9), Map.of());
        net.update(0.5);
        double[] values = net.weights().values();
        for (int unit = 0; unit < 7; unit++) {
            double[] incoming = Arrays.copyOfRange(values, unit * 5, (unit + 1) * 5);
            assertTrue(dot(incoming, incoming) <= 0.25 + 1e-12);
        }
        double[] last = Arrays.copyOfRange(values, values.length - 3 * 7, values.length - 3);
        assertTrue(dot(last, last) > 0.25);
    }

    @Test
    void restoringForgetsWhereItWasHeading() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        Weights start = net.weights();
        step(net);
        double[] once = net.weights().values();
        step(net);
        net.restore(start);
        step(net);
        assertArrayEquals(once, net.weights().values());
    }

    @Test
    void goingBackIsRestoringTheWeightsThatWereKeptLast() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        assertThrows(IllegalStateException.class, net::goBack);
        net.keep();
        step(net);
        net.keep();
        Weights kept = net.weights();
        step(net);
        double[] ahead = net.weights().values();
        net.goBack();
        assertArrayEquals(kept.values(), net.weights().values());
        step(net);
        double[] again = net.weights().values();
        net.restore(kept);
        step(net);
        assertArrayEquals(again, net.weights().values());
        assertFalse(Arrays.equals(kept.values(), ahead));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void oneWeightThatIsNoNumberIsFound(double broken) {
        Network net = net(SMALL, Precision.FLOAT, 0);
        for (int i = 0; i < SMALL.parameters(); i++) {
            assertTrue(net.finite());
            double[] values = net.weights().values();
            double whole = values[i];
            values[i] = broken;
            net.restore(new Weights(SMALL, values));
            assertFalse(net.finite(), "weight " + i);
            values[i] = whole;
            net.restore(new Weights(SMALL, values));
        }
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        Network net = net(SMALL, Precision.DOUBLE, 0);
        Weights other = new Weights(NetSpec.dense(2, 1), new double[3]);
        String message = assertThrows(IllegalArgumentException.class, () -> net.restore(other))
                .getMessage();
        assertEquals("weights of 2-1 do not fit a net of 5-7-6-3", message);
    }

    private void step(Network net) {
        net.forward(inputs, 0);
        net.backward(inputs, pull, Map.of());
        net.update(0.01);
    }

    /** Central differences on every single weight. */
    private static void assertSlope(Network net, DoubleSupplier loss) {
        double[] gradient = net.gradient().values();
        double[] weights = net.weights().values();
        double step = 1e-6;
        for (int i = 0; i < weights.length; i++) {
            double slope = (at(net, weights, i, step, loss) - at(net, weights, i, -step, loss)) / (2 * step);
            assertEquals(slope, gradient[i], 1e-7 * Math.max(1, Math.abs(slope)), "weight " + i);
        }
    }

    private static double at(Network net, double[] weights, int index, double move, DoubleSupplier loss) {
        double[] moved = weights.clone();
        moved[index] += move;
        net.restore(new Weights(net.layers(), moved));
        return loss.getAsDouble();
    }

    private static Network net(NetSpec layers, Precision precision, double dropout) {
        Network net = blank(layers, precision, dropout, 0);
        net.initialise(Initialisation.HE, 5);
        return net;
    }

    private static Network blank(NetSpec layers, Precision precision, double dropout, double maxNorm) {
        return new Network(layers, precision, 8, Optimiser.Adam.standard(), dropout, maxNorm);
    }

    private static InputBatch inputs(Precision precision, int rows) {
        InputBatch inputs = new InputBatch(5, 8, precision);
        inputs.fill(random(rows * 5, 1));
        return inputs;
    }

    private static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
