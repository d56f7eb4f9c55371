package distillery.lab.lessons;

import distillery.lesson.Setting;
import distillery.lesson.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The path of a setting from one value to another: temperatures by equal factors, weights and logits by equal steps.
 *
 * @param from the first value, of the same form as {@code to}
 */
record Interpolation(Setting setting, Value from, Value to) {
    private static final Set<Setting> TEMPERATURES =
            EnumSet.of(Setting.EXPLORE_TEMPERATURE, Setting.TRAIN_TEMPERATURE, Setting.TRAIN_VIEWING);
    private static final Set<Setting> WEIGHTS = EnumSet.of(Setting.EXPLORE_SOFT_WEIGHT, Setting.TRAIN_SOFT_WEIGHT);
    private static final Set<Setting> LOGITS = EnumSet.of(Setting.EXPLORE_TEACHER, Setting.EXPLORE_STUDENT);

    /**
     * Empty where there is no path: between other settings, to and from the limits of T, from three classes to four.
     */
    static Optional<Interpolation> of(Setting setting, Value from, Value to) {
        boolean between = false;
        if (from instanceof Value.Amount start && to instanceof Value.Amount goal) {
            between = WEIGHTS.contains(setting)
                    || (TEMPERATURES.contains(setting) && isTemperature(start) && isTemperature(goal));
        } else if (from instanceof Value.Logits start && to instanceof Value.Logits goal) {
            between = LOGITS.contains(setting)
                    && start.numbers().size() == goal.numbers().size();
        }
        return between && !from.equals(to) ? Optional.of(new Interpolation(setting, from, to)) : Optional.empty();
    }

    private static boolean isTemperature(Value.Amount amount) {
        return amount.number() > 0 && Double.isFinite(amount.number());
    }

    /** The value after this share of the path. */
    Value at(double share) {
        if (from instanceof Value.Amount start && to instanceof Value.Amount goal) {
            return Value.of(
                    TEMPERATURES.contains(setting)
                            ? start.number() * Math.pow(goal.number() / start.number(), share)
                            : between(start.number(), goal.number(), share));
        }
        List<Double> start = ((Value.Logits) from).numbers();
        List<Double> goal = ((Value.Logits) to).numbers();
        return Value.of(IntStream.range(0, start.size())
                .mapToObj(i -> between(start.get(i), goal.get(i), share))
                .toList());
    }

    private static double between(double start, double goal, double share) {
        return start + share * (goal - start);
    }
}
