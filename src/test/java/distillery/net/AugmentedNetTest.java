package distillery.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.scheme.AugmentedNetLoss;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small net inside a wider one. */
class AugmentedNetTest {
    private static final int[] LABELS = {0, 1, 1};

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static InputBatch inputs(double[] numbers, int width) {
        InputBatch inputs = new InputBatch(width, 3);
        inputs.fill(numbers);
        return inputs;
    }

    @Test
    void slopesAreThoseOfTheWrittenLoss() throws Problem {
        NetSpec spec = NetSpec.dense(5, 2, 2);
        Network base = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0);
        base.initialise(Initialisation.HE, 1);
        AugmentedNet augmented = new AugmentedNet(spec, Map.of(2, spec.wider(2), 3, spec.wider(3)), 7);
        double[] x = new Random(3).doubles(15, -1, 1).toArray();
        double[] logits = augmented.forward(base.weights(), 2, inputs(x, 5));
        float[] all = flat(augmented);
        AugmentedNetLoss.Value written = new AugmentedNetLoss(2, 4, 1)
                .of(
                        x,
                        LABELS,
                        new AugmentedNetLoss.Net(
                                doubles(all, 0, 30), doubles(all, 30, 36), doubles(all, 36, 48), doubles(all, 48, 50)));
        assertArrayEquals(written.augmentedLogits(), logits, 1e-5);
        double[] own = base.forward(inputs(x, 5), 0);
        assertArrayEquals(written.baseLogits(), own, 1e-5);
        LossValue wide = HardLoss.of(logits, LABELS, 2);
        double[] shared = augmented.backward(2, inputs(x, 5), wide.gradient());
        base.backward(inputs(x, 5), HardLoss.of(own, LABELS, 2).gradient(), Map.of());
        base.addSlope(shared);
        double[] w1 = written.gradient().w1();
        double[] got = doubles(base.gradient().values(), 0, 18);
        assertArrayEquals(Arrays.copyOf(w1, 10), Arrays.copyOf(got, 10), 1e-5);
        assertArrayEquals(Arrays.copyOf(written.gradient().b1(), 2), Arrays.copyOfRange(got, 10, 12), 1e-5);
        assertArrayEquals(written.gradient().b2(), Arrays.copyOfRange(got, 16, 18), 1e-5);
        Parameter weights = augmented.parameters().get(0);
        assertArrayEquals(
                Arrays.copyOfRange(w1, 10, 20),
                Arrays.copyOfRange(doubles(weights.gradient.values, 0, 30), 10, 20),
                1e-5,
                "units beyond the base");
        for (int i = 20; i < 30; i++) {
            assertEquals(0, weights.gradient.values[i], "units beyond the width that was asked");
        }
    }

    @Test
    void aConvolutionalNetLivesInAWiderOneToo() throws Problem {
        NetSpec spec = NetSpec.parse("4x4-c2-p2-3-2");
        Network base = new Network(spec, Optimiser.Adam.standard(), Dropout.NONE, 0);
        base.initialise(Initialisation.HE, 1);
        AugmentedNet augmented = new AugmentedNet(spec, Map.of(2, spec.wider(2)), 7);
        double[] x = new Random(3).doubles(48).toArray();
        double[] logits = augmented.forward(base.weights(), 2, inputs(x, 16));
        double[] slope = HardLoss.of(logits, LABELS, 2).gradient();
        double[] found = augmented.backward(2, inputs(x, 16), slope);
        float[] values = base.weights().values();
        for (int i = 0; i < values.length; i += 5) {
            double difference =
                    loss(augmented, spec, values, i, 1e-2f, x) - loss(augmented, spec, values, i, -1e-2f, x);
            assertEquals(difference / 2e-2, found[i], 5e-3, "weight " + i);
        }
        assertTrue(Arrays.stream(found).anyMatch(each -> each != 0));
    }

    private static double loss(AugmentedNet net, NetSpec spec, float[] values, int at, float by, double[] x) {
        float[] moved = values.clone();
        moved[at] += by;
        return HardLoss.of(net.forward(new Weights(spec, moved), 2, inputs(x, 16)), LABELS, 2)
                .value();
    }

    private static float[] flat(AugmentedNet net) {
        int size = net.parameters().stream().mapToInt(Parameter::size).sum();
        float[] all = new float[size];
        int at = 0;
        for (Parameter parameter : net.parameters()) {
            System.arraycopy(parameter.value.values, 0, all, at, parameter.size());
            at += parameter.size();
        }
        return all;
    }

    private static double[] doubles(float[] values, int from, int to) {
        double[] doubles = new double[to - from];
        for (int i = from; i < to; i++) {
            doubles[i - from] = values[i];
        }
        return doubles;
    }
}
