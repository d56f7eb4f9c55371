package distillery.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against a plain net in double, and that one against the slope of what it says. */
class GradientTest {
    private static final String[] NETS = {
        "5-7-6-3",
        "30-4-3",
        "6x6-c3-p2-c2-5-3",
        "8x6x2-c3k5-c4-p2-3",
        "4x4x3-p2-6-2",
        "12x12-c4-p3-c3k1-p2-3",
        "6x6-c17-p2-c18-3",
        "6x6-c3-c17-p2-c2-3"
    };

    private static final int ROWS = 5;

    static String[] nets() {
        return NETS.clone();
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theEngineSaysWhatThePlainNetSays(String net) {
        for (int threads : new int[] {1, 2, 3}) {
            new Pair(net, Dropout.NONE, threads).check(0);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theEngineSaysWhatThePlainNetSaysWhereUnitsDropOut(String net) {
        for (int threads : new int[] {1, 2}) {
            new Pair(net, new Dropout(0.4, 0.25), threads).check(17);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void thePlainNetsGradientIsTheSlopeOfItsLoss(String net) {
        NetSpec spec = NetSpec.parse(net);
        double[] weights = random((int) spec.parameters(), 1);
        double[] sample = random(spec.inputs(), 2);
        Map<String, double[]> pulls = pulls(spec, 3);
        ReferenceNet plain = new ReferenceNet(spec, weights);
        plain.forward(sample);
        plain.backward(sample, pulls);
        double step = 1e-6;
        for (int i = 0; i < weights.length; i++) {
            double slope = (loss(spec, weights, i, step, sample, pulls) - loss(spec, weights, i, -step, sample, pulls))
                    / (2 * step);
            assertEquals(slope, plain.gradient()[i], 1e-6 * Math.max(1, Math.abs(slope)), net + " weight " + i);
        }
    }

    private static double loss(
            NetSpec spec, double[] weights, int index, double move, double[] sample, Map<String, double[]> pulls) {
        double[] moved = weights.clone();
        moved[index] += move;
        ReferenceNet net = new ReferenceNet(spec, moved);
        net.forward(sample);
        double sum = 0;
        for (Map.Entry<String, double[]> pull : pulls.entrySet()) {
            double[] value = net.value(pull.getKey());
            for (int i = 0; i < value.length; i++) {
                sum += value[i] * pull.getValue()[i];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theSlopeAlongTheInputsIsWhatMovingAnInputDoes(String net) {
        Pair pair = new Pair(net, Dropout.NONE, 2);
        int features = pair.spec.inputs();
        int classes = pair.spec.classes();
        double[] pull = random(ROWS * classes, 7);
        pair.net.forward(pair.inputs, 0);
        double[] slope = pair.net.inputSlope(pair.inputs, pull);
        assertEquals(ROWS * features, slope.length);
        double step = 1e-6;
        for (int i = 0; i < slope.length; i++) {
            int row = i / features;
            double rise = 0;
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] sample = Arrays.copyOfRange(pair.samples, row * features, (row + 1) * features);
                sample[i % features] += sign * step;
                double[] said = new ReferenceNet(pair.spec, pair.weights).forward(sample);
                for (int j = 0; j < classes; j++) {
                    rise += sign * said[j] * pull[row * classes + j];
                }
            }
            assertEquals(rise / (2 * step), slope[i], 1e-4 * Math.max(1, Math.abs(slope[i])), net + " input " + i);
        }
    }

    @Test
    void aPointThatNobodyAnnouncedIsNotShown() {
        Pair pair = new Pair("6x6-c3-p2-5-3", Dropout.NONE, 1);
        Tap announced = pair.spec.tap("pool1");
        Tap other = pair.spec.tap("dense1.before");
        pair.net.watch(Set.of(announced));
        pair.net.forward(pair.inputs, 0);
        assertEquals(ROWS * announced.shape().size(), pair.net.feature(announced).length);
        assertThrows(IllegalStateException.class, () -> pair.net.feature(other));
        double[] slope = new double[ROWS * 3];
        Map<Tap, double[]> along = Map.of(other, new double[ROWS * 5]);
        assertThrows(IllegalStateException.class, () -> pair.net.backward(pair.inputs, slope, along));
        String message = assertThrows(IllegalArgumentException.class, () -> pair.spec.tap("pool2"))
                .getMessage();
        assertTrue(message != null && message.contains("conv1.before, conv1, pool1, dense1.before, dense1, logits"));
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void manySamplesAreTheSameAsOneByOne(int threads) {
        NetSpec spec = NetSpec.parse("6x6-c3-p2-c2-5-3");
        Network net = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0, WorkerPool.of(threads));
        net.initialise(Initialisation.HE, 4);
        int rows = 300;
        double[] samples = random(rows * 36, 5);
        InputBatch all = new InputBatch(36, rows);
        all.fill(samples);
        double[] together = net.logits(all);
        InputBatch one = new InputBatch(36, 1);
        for (int row = 0; row < rows; row++) {
            one.fill(Arrays.copyOfRange(samples, row * 36, (row + 1) * 36));
            double[] alone = net.logits(one);
            for (int i = 0; i < 3; i++) {
                assertEquals(alone[i], together[row * 3 + i], 1e-5);
            }
        }
    }

    /** Slopes along every point of a net. */
    private static Map<String, double[]> pulls(NetSpec spec, long seed) {
        Map<String, double[]> pulls = new HashMap<>();
        for (Tap tap : spec.taps()) {
            pulls.put(tap.name(), random(tap.shape().size(), seed + pulls.size()));
        }
        return pulls;
    }

    static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    /** One net twice, with the same weights and samples. */
    private static final class Pair {
        final NetSpec spec;
        final Network net;
        final Dropout dropout;
        final InputBatch inputs;
        final double[] samples;
        final double[] weights;

        Pair(String text, Dropout dropout, int threads) {
            spec = NetSpec.parse(text);
            this.dropout = dropout;
            net = new Network(spec, Optimiser.Adam.standard(), dropout, 0, WorkerPool.of(threads));
            float[] drawn = new float[(int) spec.parameters()];
            double[] random = random(drawn.length, 1);
            weights = new double[drawn.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = (float) random[i];
                weights[i] = drawn[i];
            }
            net.restore(new Weights(spec, drawn));
            samples = random(ROWS * spec.inputs(), 2);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) samples[i];
            }
            inputs = new InputBatch(spec.inputs(), ROWS + 2);
            inputs.fill(samples);
        }

        /** Values and gradient, with a slope along every point. */
        void check(int key) {
            net.watch(new HashSet<>(spec.taps()));
            double[] logits = net.forward(inputs, key);
            Map<Tap, double[]> slopes = new HashMap<>();
            for (Tap tap : spec.taps()) {
                slopes.put(tap, new double[ROWS * tap.shape().size()]);
            }
            double[] expected = new double[weights.length];
            for (int row = 0; row < ROWS; row++) {
                ReferenceNet plain = new ReferenceNet(spec, weights);
                int from = row;
                maskAll(plain, row, key);
                double[] sample = Arrays.copyOfRange(samples, row * spec.inputs(), (row + 1) * spec.inputs());
                double[] said = plain.forward(sample);
                assertClose(said, Arrays.copyOfRange(logits, row * said.length, (row + 1) * said.length), "logits");
                Map<String, double[]> pulls = pulls(spec, 3 + row);
                for (Tap tap : spec.taps()) {
                    int size = tap.shape().size();
                    double[] feature = Arrays.copyOfRange(net.feature(tap), from * size, (from + 1) * size);
                    assertClose(plain.value(tap.name()), feature, tap.name());
                    System.arraycopy(pulls.get(tap.name()), 0, slopes.get(tap), row * size, size);
                }
                plain.backward(sample, pulls);
                for (int i = 0; i < expected.length; i++) {
                    expected[i] += plain.gradient()[i];
                }
            }
            double[] top = slopes.remove(spec.tap(Tap.LOGITS));
            net.backward(inputs, Objects.requireNonNull(top), slopes);
            float[] gradient = net.gradient().values();
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], gradient[i], 2e-6 * scale, spec + " weight " + i);
            }
        }

        /** The units that the engine drops: by their place among all that the layer hands on. */
        private void maskAll(ReferenceNet plain, int row, int key) {
            int flattened = 0;
            for (int i = 0; i + 1 < spec.layers().size(); i++) {
                LayerSpec layer = spec.layers().get(i);
                boolean dense = layer instanceof LayerSpec.Dense;
                flattened += dense && i > 0 && !(spec.layers().get(i - 1) instanceof LayerSpec.Dense) ? 1 : 0;
                double share = dropout.after(layer);
                Shape shape = spec.shapes().get(i);
                double[] mask = new double[shape.size()];
                int scattered = Kernels.scatter(i + flattened, key);
                for (int j = 0; j < mask.length; j++) {
                    int place = dense
                            ? row * shape.size() + j
                            : (j / shape.plane() * ROWS + row) * shape.plane() + j % shape.plane();
                    mask[j] = share == 0 ? 1 : Kernels.keep(place, scattered, Kernels.threshold(share)) / (1 - share);
                }
                plain.mask(spec.names().get(i), mask);
            }
        }

        private static void assertClose(double[] expected, double[] said, String what) {
            assertEquals(expected.length, said.length, what);
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], said[i], 2e-6 * Math.max(1, scale), what);
            }
        }
    }
}
