package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Random batches, and the slope of a loss measured by moving one logit at a time. */
public final class GradientCheck {
    private GradientCheck() {}

    public static double[] logits(long seed, int size) {
        return new Random(seed).doubles(size, -5, 5).toArray();
    }

    public static int[] labels(long seed, int rows, int classes) {
        return new Random(seed).ints(rows, 0, classes).toArray();
    }

    static double[] shifted(double[] values, double shift) {
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += shift;
        }
        return result;
    }

    static double sum(double[] values, int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** Compares a gradient with central differences of fourth order. */
    public static void assertSlope(ToDoubleFunction<double[]> loss, double[] at, double[] gradient) {
        double step = 1e-3;
        for (int i = 0; i < at.length; i++) {
            double near = moved(loss, at, i, step) - moved(loss, at, i, -step);
            double far = moved(loss, at, i, 2 * step) - moved(loss, at, i, -2 * step);
            double slope = (8 * near - far) / (12 * step);
            assertEquals(slope, gradient[i], 1e-9 * (1 + Math.abs(slope)), "logit " + i);
        }
    }

    private static double moved(ToDoubleFunction<double[]> loss, double[] at, int index, double step) {
        double[] there = at.clone();
        there[index] += step;
        return loss.applyAsDouble(there);
    }
}
