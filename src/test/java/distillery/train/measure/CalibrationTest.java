package distillery.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Logits whose softmax at this temperature says how often each of two classes is drawn. */
    private static double[] logits(int[] labels, double temperature) {
        Random random = new Random(7);
        double[] logits = new double[2 * labels.length];
        for (int i = 0; i < labels.length; i++) {
            double difference = 3 * random.nextGaussian();
            logits[2 * i] = difference * temperature;
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-difference)) ? 0 : 1;
        }
        return logits;
    }

    @Test
    void whoIsAsSureAsOftenRightHasNoError() {
        int[] labels = new int[100_000];
        double[] logits = logits(labels, 1);
        assertTrue(Calibration.of(logits, labels, 2, 1).expectedError() < 0.01);
        assertEquals(1, Calibration.bestTemperature(logits, labels, 2), 0.03);
    }

    @Test
    void theTemperatureOfLogitsThatAreThreeTimesTooLargeIsThree() {
        int[] labels = new int[100_000];
        double[] logits = logits(labels, 3);
        double best = Calibration.bestTemperature(logits, labels, 2);
        assertEquals(3, best, 0.1);
        Calibration plain = Calibration.of(logits, labels, 2, 1);
        Calibration mended = Calibration.of(logits, labels, 2, best);
        assertTrue(plain.expectedError() > 0.05, plain::toString);
        assertTrue(mended.expectedError() < 0.01, mended::toString);
        assertTrue(mended.loss() < plain.loss());
    }

    @Test
    void theErrorIsTheOneCountedByHand() {
        // Two samples at probability 0.9, one of them right, and two at 0.6, both right.
        double sure = Math.log(0.9 / 0.1);
        double half = Math.log(0.6 / 0.4);
        double[] logits = {sure, 0, sure, 0, half, 0, half, 0};
        Calibration calibration = Calibration.of(logits, new int[] {0, 1, 0, 0}, 2, 1);
        assertEquals((2 * Math.abs(0.9 - 0.5) + 2 * Math.abs(0.6 - 1)) / 4, calibration.expectedError(), 1e-12);
        assertEquals(2, calibration.bins().size());
        assertEquals(2, calibration.bins().get(0).count());
        assertEquals(0.6, calibration.bins().get(0).confidence(), 1e-12);
        assertEquals(0.5, calibration.bins().get(1).accuracy(), 1e-12);
    }
}
