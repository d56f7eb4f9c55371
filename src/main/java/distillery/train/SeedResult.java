package distillery.train;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the arms of one seed came to.
 *
 * @param arms without those whose loss stopped being a number
 */
public record SeedResult(long seed, @JsonIgnore Map<ArmName, Result> arms) {
    /**
     * One arm at the end of its run.
     *
     * @param testErrors on the samples that the settings name: the test samples, or those that are held out
     * @param agreement share of samples where its first choice is the teacher's
     * @param seconds spent learning, waiting for nobody else; 0 for several who are asked together
     * @param classErrors the errors of each class
     */
    public record Result(
            int testErrors,
            double testAccuracy,
            double agreement,
            double seconds,
            double imagesPerSecond,
            List<Integer> classErrors) {
        /** Records of earlier versions have no errors of each class. */
        public Result {
            classErrors = classErrors == null ? List.of() : List.copyOf(classErrors);
        }
    }

    /** Arms that are {@code lost} have no result. */
    public static SeedResult of(long seed, Experiment experiment, Evaluation evaluation, Set<ArmName> lost) {
        Map<ArmName, Result> arms = new TreeMap<>();
        evaluation.arms().forEach((name, score) -> {
            boolean learned = experiment.arms().contains(name);
            arms.put(
                    name,
                    new Result(
                            score.errors(),
                            score.accuracy(),
                            score.agreement(),
                            learned ? experiment.seconds(name) : 0,
                            learned ? experiment.imagesPerSecond(name) : 0,
                            score.classErrors()));
        });
        arms.keySet().removeAll(lost);
        return new SeedResult(seed, arms);
    }

    /** How JSON has it: one field for each arm. */
    @JsonAnyGetter
    Map<String, Result> byName() {
        Map<String, Result> fields = new LinkedHashMap<>();
        arms.forEach((name, result) -> fields.put(name.toString(), result));
        return fields;
    }

    public Result of(ArmName name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no result for " + name));
    }

    /** The same, or empty for an arm whose loss stopped being a number. */
    public Optional<Result> find(ArmName name) {
        return Optional.ofNullable(arms.get(name));
    }
}
