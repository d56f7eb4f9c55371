package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example that the program opens with, to every printed digit. */
class HorseDonkeyCarTest {
    private static final double[] TEACHER = {6, 2, -2};
    private static final double[] STUDENT = {2, 1, 1.5};
    private static final int[] HORSE = {0};

    private static HintonLoss.Value at(double temperature) {
        return new HintonLoss(temperature, 1, 1).of(STUDENT, TEACHER, HORSE, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, .99966 .00034 .00000, .66524 .09003 .24473",
        "1, .98169 .01798 .00033, .50648 .18632 .30720",
        "2, .86681 .11731 .01588, .41923 .25428 .32650",
        "4, .66524 .24473 .09003, .37576 .29264 .33160",
        "10, .47178 .31624 .21198, .35013 .31681 .33306",
        "20, .40176 .32893 .26931, .34170 .32504 .33326",
        "Infinity, .33333 .33333 .33333, .33333 .33333 .33333"
    })
    void probabilities(double temperature, String teacher, String student) {
        assertArrayEquals(numbers(teacher), Softmax.probabilities(TEACHER, temperature), 0.5e-5);
        assertArrayEquals(numbers(student), Softmax.probabilities(STUDENT, temperature), 0.5e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, .00302, .405257, .10131, -.16721 +.04485 +.12236",
        "1, .09304, .605380, .60538, -.47521 +.16834 +.30687",
        "2, .44106, .490905, 1.96362, -.89517 +.27393 +.62124",
        "4, .83240, .218854, 3.50167, -1.15794 +.19164 +.96629",
        "10, 1.04733, .044336, 4.43356, -1.21644 +.00571 +1.21073",
        "20, 1.08541, .011589, 4.63557, -1.20118 -.07795 +1.27913",
        "Infinity, 1.09861, 0, 4.75, -1.16667 -.16667 +1.33333"
    })
    void lossesAndPulls(double temperature, double entropy, double divergence, double timesT2, String pulls) {
        HintonLoss.Value value = at(temperature);
        assertEquals(entropy, value.teacherEntropy(), 0.5e-5);
        assertEquals(divergence, value.soft(), 0.5e-6);
        assertEquals(timesT2, value.softTimesT2(), 0.5e-5);
        assertArrayEquals(numbers(pulls), value.softGradient(), 0.5e-5);
    }

    @Test
    void hardLossAndItsPulls() {
        assertEquals(.68027, at(1).hard(), 0.5e-5);
        assertArrayEquals(numbers("-.49352 .18632 .30720"), at(1).hardGradient(), 0.5e-5);
    }

    @Test
    void theDonkeysPullTurnsRoundAtItsTemperature() {
        assertTrue(at(10.37055).softGradient()[1] > 0);
        assertTrue(at(10.37065).softGradient()[1] < 0);
    }

    @ParameterizedTest
    @CsvSource({"1, .721, .0005", "4, .288, .0005", "20, .0616, .00005", "100, .0123, .00005"})
    void distanceToLogitMatching(double temperature, double error, double halfDigit) {
        HighTemperatureLimit limit = new HighTemperatureLimit(STUDENT, TEACHER, 3);
        assertEquals(error, limit.at(temperature).errorToCentred(), halfDigit);
    }

    @ParameterizedTest
    @CsvSource({"1, .590, .0005", "4, .0950, .00005", "20, .00439, .000005"})
    void lengthOfThePullWithoutT2(double temperature, double length, double halfDigit) {
        assertEquals(
                length, length(SoftLoss.of(STUDENT, TEACHER, 3, temperature).gradient()), halfDigit);
    }

    @Test
    void withoutT2ThePullShrinksAndWithItGrows() {
        double plain = length(SoftLoss.of(STUDENT, TEACHER, 3, 1).gradient());
        assertEquals(134, plain / length(SoftLoss.of(STUDENT, TEACHER, 3, 20).gradient()), 0.5);
        assertEquals(1.756, length(at(20).softGradient()), 0.0005);
    }

    @Test
    void decoupledAtFour() {
        DecoupledLoss.Value value = new DecoupledLoss(4, 1, 1).of(STUDENT, TEACHER, HORSE, 3);
        assertEquals(.171393, value.tckdPerSample()[0], 0.5e-6);
        assertEquals(.334759, 1 - value.teacherTarget()[0], 0.5e-6);
        assertEquals(.141778, value.nckdPerSample()[0], 0.5e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 10, 100})
    void theStudentBelievesCarBeforeDonkeyAtEveryTemperature(double temperature) {
        double[] student = Softmax.probabilities(STUDENT, temperature);
        assertTrue(student[0] > student[2] && student[2] > student[1]);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }
}
