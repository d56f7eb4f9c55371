package distillery.train.archive;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one arm did on the way, point by point: of every quantity that was a number, a value for each point.
 *
 * @param steps the step after which a point was taken, ascending; of a point for several steps the last
 * @param epochs the epoch, from 1 for training steps; for tests how many were over
 * @param seconds how long all arms together had learned by then
 */
@SuppressWarnings("ArrayRecordComponent") // compared by sameNumbers
public record ArmCurve(long[] steps, int[] epochs, double[] seconds, Map<RecordedQuantity, double[]> values) {
    public ArmCurve {
        boolean equal = epochs.length == steps.length && seconds.length == steps.length;
        for (double[] each : values.values()) {
            equal &= each.length == steps.length;
        }
        if (!equal) {
            throw new IllegalArgumentException("a curve needs as many values as it has points");
        }
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    public int points() {
        return steps.length;
    }

    /** Whether both say the same, bit for bit, but for how long it took. */
    public boolean sameNumbers(ArmCurve other) {
        return Arrays.equals(steps, other.steps)
                && Arrays.equals(epochs, other.epochs)
                && values.keySet().equals(other.values.keySet())
                && values.entrySet().stream()
                        .allMatch(each -> Arrays.equals(each.getValue(), other.values.get(each.getKey())));
    }
}
