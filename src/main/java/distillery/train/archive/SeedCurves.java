package distillery.train.archive;

import distillery.train.ArmName;
import java.util.Map;
import java.util.stream.Stream;

/** The curves of one seed, of each arm its training steps and its tests. */
public record SeedCurves(long seed, Map<ArmName, ArmCurve> training, Map<ArmName, ArmCurve> tests) {
    public SeedCurves {
        training = Map.copyOf(training);
        tests = Map.copyOf(tests);
    }

    /** Whether both say the same, bit for bit, but for how long it took. */
    public boolean sameNumbers(SeedCurves other) {
        return seed == other.seed && same(training, other.training) && same(tests, other.tests);
    }

    private static boolean same(Map<ArmName, ArmCurve> some, Map<ArmName, ArmCurve> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream()
                        .allMatch(each -> Stream.ofNullable(others.get(each.getKey()))
                                .allMatch(each.getValue()::sameNumbers));
    }
}
