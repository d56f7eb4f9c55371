package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void becomesUniformAsTheTemperatureGrows() {
        double[] logits = {6, 2, -2};
        double[] third = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        assertArrayEquals(third, Softmax.probabilities(logits, INFINITY), 1e-16);
        assertArrayEquals(third, Softmax.probabilities(logits, 1e12), 1e-11);
        assertEquals(Math.log(3), Softmax.entropy(Softmax.probabilities(logits, INFINITY)), 1e-15);
    }

    @Test
    void becomesOneHotAsTheTemperatureFalls() {
        assertArrayEquals(new double[] {1, 0, 0}, Softmax.probabilities(new double[] {6, 2, -2}, 0));
        assertArrayEquals(new double[] {1, 0, 0}, Softmax.probabilities(new double[] {6, 2, -2}, 1e-3), 1e-16);
    }

    @Test
    void equalLargestLogitsShareAtTemperatureZero() {
        double[] half = {0.5, 0, 0.5};
        assertArrayEquals(half, Softmax.probabilities(new double[] {4, 1, 4}, 0));
        assertArrayEquals(half, Softmax.probabilities(new double[] {4, 1, 4}, 1e-3), 1e-16);
        double[] logs = {-Math.log(2), Double.NEGATIVE_INFINITY, -Math.log(2)};
        assertArrayEquals(logs, Softmax.logProbabilities(new double[] {4, 1, 4}, 3, 0), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 20, 1000})
    void everyRowSumsToOneAndLogsAgree(double temperature) {
        double[] logits = GradientCheck.logits(1, 60);
        double[] q = Softmax.probabilities(logits, 10, temperature);
        double[] logQ = Softmax.logProbabilities(logits, 10, temperature);
        for (int offset = 0; offset < q.length; offset += 10) {
            assertEquals(1, GradientCheck.sum(q, offset, 10), 1e-15);
        }
        for (int i = 0; i < q.length; i++) {
            assertEquals(q[i], Math.exp(logQ[i]), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 2, 10, 100, 1000})
    void temperatureNeverChangesTheOrder(double temperature) {
        double[] logits = GradientCheck.logits(2, 10);
        double[] logQ = Softmax.logProbabilities(logits, 10, temperature);
        assertEquals(ranking(logits), ranking(logQ));
    }

    private static List<Integer> ranking(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
    }

    @Test
    void survivesHugeLogits() {
        double[] logits = {1e4, -1e4, 0, 1, -1};
        double[] logQ = Softmax.logProbabilities(logits, 5, 0.05);
        assertArrayEquals(new double[] {0, -4e5, -2e5, -199980, -200020}, logQ, 1e-9);
        assertArrayEquals(new double[] {1, 0, 0, 0, 0}, Softmax.probabilities(logits, 0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 20})
    void jacobianIsTheSlopeOfEachProbability(double temperature) {
        double[] logits = GradientCheck.logits(3, 4);
        double[][] jacobian = Softmax.jacobian(logits, temperature);
        for (int i = 0; i < 4; i++) {
            int output = i;
            GradientCheck.assertSlope(z -> Softmax.probabilities(z, temperature)[output], logits, jacobian[i]);
        }
    }

    @Test
    void jacobianVanishesAtInfinityAndIsRefusedAtZero() {
        double[][] flat = Softmax.jacobian(new double[] {6, 2, -2}, INFINITY);
        assertTrue(Arrays.stream(flat).flatMapToDouble(Arrays::stream).allMatch(slope -> slope == 0));
        assertThrows(IllegalArgumentException.class, () -> Softmax.jacobian(new double[] {6, 2, -2}, 0));
    }

    @Test
    void entropyCountsNothingForZero() {
        assertEquals(0, Softmax.entropy(new double[] {1, 0, 0}));
        assertEquals(Math.log(2), Softmax.entropy(new double[] {0.5, 0, 0.5}), 1e-16);
    }

    @Test
    void theFirstOfEqualLogitsIsTheLargest() {
        assertEquals(1, Softmax.largest(new double[] {9, 1, 3, 3, 2}, 1, 4));
    }

    @Test
    void refusalsNameTheValue() {
        assertRefused("-1.0", () -> Softmax.probabilities(new double[] {1, 2}, -1));
        assertRefused("NaN", () -> Softmax.probabilities(new double[] {1, 2}, Double.NaN));
        assertRefused("NaN in row 1, class 0", () -> Softmax.probabilities(new double[] {1, 2, Double.NaN, 4}, 2, 1));
        assertRefused("Infinity", () -> Softmax.probabilities(new double[] {1, INFINITY}, 1));
        assertRefused("found 1", () -> Softmax.probabilities(new double[] {1}, 1));
        assertRefused("no row", () -> Softmax.probabilities(new double[0], 2, 1));
        assertRefused("3 numbers", () -> Softmax.probabilities(new double[3], 2, 1));
        assertRefused("1.5", () -> Softmax.entropy(new double[] {1.5}));
    }

    private static void assertRefused(String part, Runnable call) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, call::run);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(part), message);
    }
}
