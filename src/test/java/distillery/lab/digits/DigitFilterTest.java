package distillery.lab.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Samples;
import distillery.data.ToyPoints;
import distillery.lab.digits.DigitFilter.Kind;
import distillery.lab.digits.DigitFilter.Order;
import distillery.loss.Softmax;
import distillery.net.NetSpec;
import distillery.net.Weights;
import distillery.train.ArmName;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters and orders against a look at every sample. */
class DigitFilterTest {
    private static final NetSpec SPEC = NetSpec.parse("6-5-4");
    private static Panel panel;

    @BeforeAll
    static void ask() throws Exception {
        Samples points = new ToyPoints(300, 6, 4, 1, point -> (int) (4 * Math.abs(point[0]) % 4));
        panel = Panel.of(NetSource.RUN, 3, points, weights(1), Map.of(ArmName.DISTILLED, weights(2)));
    }

    private static Weights weights(long seed) {
        float[] values = new float[(int) SPEC.parameters()];
        Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Weights(SPEC, values);
    }

    private static int teacher(int digit) {
        return Softmax.largest(panel.teacher().logits(), digit * 4, 4);
    }

    private static int student(int digit) {
        return Softmax.largest(panel.nets().get(1).logits(), digit * 4, 4);
    }

    private static int[] apply(DigitFilter filter) {
        return filter.apply(panel, ArmName.DISTILLED, 2);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void lettingThroughIsCountedByHand(Kind kind) {
        int[] expected = IntStream.range(0, 300)
                .filter(i -> switch (kind) {
                    case ALL -> true;
                    case BOTH_RIGHT -> teacher(i) == label(i) && student(i) == label(i);
                    case STUDENT_WRONG -> student(i) != label(i);
                    case TEACHER_WRONG -> teacher(i) != label(i);
                    case DISAGREE -> teacher(i) != student(i);
                })
                .toArray();
        assertArrayEquals(expected, apply(DigitFilter.ALL.with(kind)));
        assertTrue(expected.length > 0, "nothing is let through");
    }

    private static int label(int digit) {
        return panel.test().label(digit);
    }

    @Test
    void aCellOfTheMatrixHoldsAsManyAsAreLetThrough() {
        for (int net = 0; net < 2; net++) {
            for (int cell = 0; cell < 16; cell++) {
                DigitFilter filter = DigitFilter.ALL.labelled(cell / 4).takenFor(cell % 4, net == 0);
                assertEquals(
                        panel.nets().get(net).confusion().count(cell / 4, cell % 4),
                        apply(filter).length,
                        "net " + net + " cell " + cell);
            }
        }
    }

    @Test
    void doubtIsEntropyAtTheViewingTemperature() {
        int[] order = apply(DigitFilter.ALL.by(Order.DOUBT));
        double before = Double.POSITIVE_INFINITY;
        for (int digit : order) {
            double[] logits = Arrays.copyOfRange(panel.teacher().logits(), digit * 4, (digit + 1) * 4);
            double entropy = Softmax.entropy(Softmax.probabilities(logits, 2));
            assertTrue(entropy <= before + 1e-12);
            before = entropy;
        }
        assertEquals(300, Arrays.stream(order).distinct().count());
    }

    @Test
    void equalNetsAreNowhereApart() {
        Panel twins = Panel.of(NetSource.RUN, 0, panel.test(), weights(1), Map.of(ArmName.DISTILLED, weights(1)));
        assertEquals(0, DigitFilter.ALL.with(Kind.DISAGREE).apply(twins, ArmName.DISTILLED, 1).length);
        int[] order = DigitFilter.ALL.by(Order.DISTANCE).apply(twins, ArmName.DISTILLED, 1);
        assertArrayEquals(IntStream.range(0, 300).toArray(), order, "nobody is further away, so the order stays");
    }
}
