package distillery.train;

import distillery.net.WeightBlock;
import distillery.net.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sum that makes one logit: the bias, and from each unit of the last hidden layer its value times its weight.
 *
 * @param chosen the class whose logit it is
 * @param values of the units
 * @param weights from the units to this class
 * @param logit what the net itself says, which adds up 32-bit numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogitSum(int chosen, double bias, double[] values, double[] weights, double logit) {

    static LogitSum of(Weights net, double[] values, int chosen, double logit) {
        List<WeightBlock> blocks = WeightBlock.of(net.spec());
        WeightBlock last = blocks.get(blocks.size() - 1);
        double[] weights = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = net.values()[last.start() + chosen * weights.length + i];
        }
        return new LogitSum(chosen, net.values()[last.biases() + chosen], values, weights, logit);
    }

    public int units() {
        return values.length;
    }

    /** What a unit adds; below 0 if it takes away. */
    public double part(int unit) {
        return values[unit] * weights[unit];
    }

    /** All units, the one that adds most first. */
    public int[] order() {
        return sorted(Comparator.comparingDouble(unit -> -part(unit)));
    }

    /** The units that add or take away most, as many as there are of so many. */
    public int[] largest(int count) {
        return Arrays.copyOf(
                sorted(Comparator.comparingDouble(unit -> -Math.abs(part(unit)))), Math.min(count, units()));
    }

    private int[] sorted(Comparator<Integer> order) {
        return IntStream.range(0, units())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What all units but these add together. */
    public double rest(int[] but) {
        Set<Integer> named = Arrays.stream(but).boxed().collect(Collectors.toSet());
        return IntStream.range(0, units())
                .filter(unit -> !named.contains(unit))
                .mapToDouble(this::part)
                .sum();
    }
}
