package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.DataSet;
import distillery.data.MnistFraming;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.net.Tap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway") // what is not there fails the test
class AskedNetTest {
    private static final int SIDE = MnistFraming.SIDE;
    private static final int MANY = 1_000;
    private static final int SHEET = 84;

    private static float[] picture(Samples digits, int index) {
        float[] picture = new float[digits.features()];
        digits.copyInto(picture, 0, index, 0, 0);
        return picture;
    }

    private static int taken(AskedNet net, float[] picture) {
        double[] logits = net.logits(picture);
        return Softmax.largest(logits, 0, logits.length);
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(IncludedNets.class)
    void onePictureIsAnsweredAsAmongAll(IncludedNets included) throws Problem {
        AskedNet net = AskedNet.of(included.teacher());
        Samples few = DataSet.mnist().test();
        double[] all = net.logits(few);
        for (int i = 0; i < 40; i++) {
            double[] own = Arrays.copyOfRange(all, i * 10, (i + 1) * 10);
            assertArrayEquals(own, net.logits(picture(few, i)), 1e-3);
        }
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(IncludedNets.class)
    void theTaughtStudentIsTheBetterOneAndNeitherIsAsGoodAsTheTeacher(IncludedNets included) throws Problem {
        Samples test = DataSet.mnist().test();
        int teacher = errors(AskedNet.of(included.teacher()), test);
        Map<ArmName, Integer> students = Map.of(
                ArmName.LABELS_ONLY,
                errors(AskedNet.of(included.students().get(ArmName.LABELS_ONLY)), test),
                ArmName.DISTILLED,
                errors(AskedNet.of(included.students().get(ArmName.DISTILLED)), test));
        assertTrue(teacher < 100, "teacher " + teacher);
        assertTrue(students.get(ArmName.DISTILLED) < students.get(ArmName.LABELS_ONLY), students.toString());
        assertTrue(students.get(ArmName.DISTILLED) > teacher, students.toString());
    }

    private static int errors(AskedNet net, Samples test) {
        double[] logits = net.logits(test);
        return (int) IntStream.range(0, test.count())
                .filter(i -> Softmax.largest(logits, i * 10, 10) != test.label(i))
                .count();
    }

    /** What a hand does to a digit: puts it elsewhere, writes it smaller, presses the pen harder. */
    private enum Hand {
        AWAY(0.005),
        LARGE(0.005),
        SMALL(0.03),
        THICK(0.05);

        private final double mayCost;

        Hand(double mayCost) {
            this.mayCost = mayCost;
        }

        float[] write(float[] digit) {
            float[] sheet = new float[SHEET * SHEET];
            for (int row = 0; row < SIDE * 2; row++) {
                for (int column = 0; column < SIDE * 2; column++) {
                    float ink = ink(digit, row, column);
                    if (ink > 0) {
                        sheet[(row + 3) * SHEET + column + 24] = ink;
                    }
                }
            }
            return sheet;
        }

        private float ink(float[] digit, int row, int column) {
            return switch (this) {
                case AWAY -> at(digit, row, column);
                case LARGE -> at(digit, row / 2, column / 2);
                case SMALL -> at(digit, row * 3 / 2, column * 3 / 2);
                case THICK ->
                    Math.max(Math.max(at(digit, row, column), at(digit, row - 1, column)), at(digit, row, column - 1));
            };
        }

        private static float at(float[] digit, int row, int column) {
            return row >= 0 && row < SIDE && column >= 0 && column < SIDE ? digit[row * SIDE + column] : 0;
        }
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(Hand.class)
    void centredAsMnistADigitIsStillKnown(Hand hand) throws Problem {
        AskedNet net = AskedNet.of(IncludedNets.CONVOLUTIONAL.teacher());
        Samples test = DataSet.mnist().test();
        int right = 0;
        int still = 0;
        for (int i = 0; i < MANY; i++) {
            float[] digit = picture(test, i);
            right += taken(net, digit) == test.label(i) ? 1 : 0;
            still += taken(net, MnistFraming.centred(hand.write(digit), SHEET)) == test.label(i) ? 1 : 0;
        }
        assertTrue(still >= right - hand.mayCost * MANY, hand + ": " + still + " of " + right + " known");
    }

    @Test
    void asDrawnADigitInACornerIsNotKnown() throws Problem {
        AskedNet net = AskedNet.of(IncludedNets.CONVOLUTIONAL.teacher());
        Samples test = DataSet.mnist().test();
        long known = IntStream.range(0, 200)
                .filter(i -> taken(net, MnistFraming.scaled(Hand.AWAY.write(picture(test, i)), SHEET)) == test.label(i))
                .count();
        assertTrue(known < 100, known + " of 200 known");
    }

    @Test
    void everyPointOfANetCanBeSeen() throws Problem {
        AskedNet net = AskedNet.of(IncludedNets.CONVOLUTIONAL.teacher());
        float[] digit = picture(DataSet.mnist().test(), 0);
        Map<Tap, double[]> seen = net.look(digit);
        assertEquals(net.spec().taps(), List.copyOf(seen.keySet()));
        seen.forEach((tap, values) -> assertEquals(tap.shape().size(), values.length, tap.name()));
        assertArrayEquals(net.logits(digit), seen.get(net.spec().tap(Tap.LOGITS)), 1e-6);
    }
}
