package distillery.lab.digits;

import distillery.data.PathText;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import distillery.train.AskedNet;
import distillery.train.ConfusionMatrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A net that is asked about digits, with what it says to all test digits.
 *
 * @param arm whose net it is; empty for the teacher. Of students from files only the number counts, from 1
 * @param file that it was read from; empty if it came another way
 * @param logits for each test digit, row-major {@code [count, classes]}
 * @param taken the class each test digit is taken for
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DigitNet(
        Optional<ArmName> arm, String file, AskedNet net, double[] logits, int[] taken, ConfusionMatrix confusion) {

    /** Asks a net about all test digits. */
    static DigitNet of(Optional<ArmName> arm, String file, AskedNet net, Samples test) {
        double[] logits = net.logits(test);
        int classes = test.classes();
        int[] taken = Softmax.largest(logits, classes);
        int[] labels = IntStream.range(0, test.count()).map(test::label).toArray();
        return new DigitNet(arm, file, net, logits, taken, ConfusionMatrix.of(taken, labels, classes));
    }

    /** The logits for one test digit. */
    double[] logits(int digit, int classes) {
        return Arrays.copyOfRange(logits, digit * classes, (digit + 1) * classes);
    }

    /** What it is called in tables. */
    public String id() {
        return arm.map(name -> file.isEmpty() ? name.toString() : PathText.lastName(file))
                .orElse("teacher");
    }

    public boolean isTeacher() {
        return arm.isEmpty();
    }
}
