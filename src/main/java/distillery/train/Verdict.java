package distillery.train;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What may be said after a comparison over seeds. Arms of one seed share first weights and batches, so the
 * difference of their errors within a seed says more than the difference of two means.
 *
 * <p>How many seeds there will be is fixed beforehand, and nothing is decided earlier: a look after each seed would
 * find a difference where there is none far more often than the level admits. The verdicts, against labels only,
 * against label smoothing and against the other controls, are each at that level on their own.
 *
 * @param overLabels distilled against labels only
 * @param overControl distilled against label smoothing
 * @param overOthers distilled against each of the other controls that its method has, such as shuffled soft labels
 * @param errors errors of each arm over the seeds
 * @param seeds how many are through
 * @param planned how many were asked for; nothing is decided before they all are through
 * @param wins in how many seeds distilled made fewer errors than labels only
 */
public record Verdict(
        Gain overLabels,
        Gain overControl,
        Map<ArmName, Gain> overOthers,
        Map<ArmName, Spread> errors,
        int seeds,
        int planned,
        int wins) {
    /** Fewer seeds say nothing. */
    public static final int FEWEST_SEEDS = 3;

    /** The level of the interval and of the verdict: where there is no difference, one in twenty verdicts is false. */
    public static final double CONFIDENCE = 0.95;

    /** A p from here on decides at the level, but is weak evidence. */
    public static final double WEAK = 0.01;

    /** The arms of every classic cast. */
    private static final Set<ArmName> ALWAYS = Set.of(ArmName.LABELS_ONLY, ArmName.DISTILLED, ArmName.CONTROL);

    /** What only some methods are held against. */
    private static final List<ArmName> OTHERS = List.of(
            ArmName.SHUFFLED, ArmName.UNTRAINED, ArmName.WEIGHTED, ArmName.NOISE, ArmName.DIRECT, ArmName.JOINT);

    /** Errors are whole numbers: they cannot show less scatter between two arms than their rounding has. */
    private static final double LEAST_VARIANCE = 1.0 / 6;

    /** How the distilled student did against another. */
    public enum Outcome {
        @JsonProperty("better")
        BETTER,
        /** The seeds speak neither for a difference nor against one. */
        @JsonProperty("not decided")
        NOT_DECIDED,
        @JsonProperty("worse")
        WORSE,
        @JsonProperty("more seeds needed")
        MORE_SEEDS,
        /** In some seed the student's loss stopped being a number, which no other seed makes good. */
        @JsonProperty("diverged")
        DIVERGED
    }

    /** Mean and sample standard deviation. */
    public record Spread(double mean, double deviation) {}

    /**
     * How many errors fewer the distilled student makes than another: a two-sided paired t test.
     *
     * @param mean over the seeds; below 0 it makes more
     * @param low where the interval for the mean begins; no number while nothing {@linkplain #isTested is tested}
     * @param high where it ends
     * @param p how often seeds would differ as much if there were no difference
     */
    public record Gain(@JsonIgnore Outcome outcome, double mean, double low, double high, double p) {
        /**
         * What these differences, one a seed, say.
         *
         * @param planned how many seeds were asked for
         */
        public static Gain of(List<Integer> differences, int planned) {
            SummaryStatistics gains = new SummaryStatistics();
            differences.forEach(gains::addValue);
            double mean = gains.getMean();
            int seeds = differences.size();
            if (seeds < Math.max(FEWEST_SEEDS, planned)) {
                return new Gain(Outcome.MORE_SEEDS, mean, Double.NaN, Double.NaN, Double.NaN);
            }
            TDistribution student = new TDistribution(null, seeds - 1);
            double error = Math.sqrt(Math.max(LEAST_VARIANCE, gains.getVariance()) / seeds);
            double p = 2 * student.cumulativeProbability(-Math.abs(mean) / error);
            double halfWidth = error * student.inverseCumulativeProbability((1 + CONFIDENCE) / 2);
            return new Gain(outcome(mean, p), mean, mean - halfWidth, mean + halfWidth, p);
        }

        /** What may be said of a student that stopped being numbers. */
        public static Gain diverged() {
            return new Gain(Outcome.DIVERGED, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }

        /** The same with a p that takes other comparisons into account. */
        Gain corrected(double corrected) {
            return isTested() ? new Gain(outcome(mean, corrected), mean, low, high, corrected) : this;
        }

        /** Its name among the texts: of its outcome, and that it is weak. */
        public String key() {
            return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-') + (isWeak() ? ".weak" : "");
        }

        /** Whether there is an interval, and a p. */
        @JsonIgnore
        public boolean isTested() {
            return outcome != Outcome.MORE_SEEDS && outcome != Outcome.DIVERGED;
        }

        private static Outcome outcome(double mean, double p) {
            if (p >= 1 - CONFIDENCE) {
                return Outcome.NOT_DECIDED;
            }
            return mean > 0 ? Outcome.BETTER : Outcome.WORSE;
        }

        /** Whether there is a verdict, if only just. */
        @JsonIgnore
        public boolean isWeak() {
            return (outcome == Outcome.BETTER || outcome == Outcome.WORSE) && p >= WEAK;
        }
    }

    /** The verdict over a comparison that was planned with these seeds. */
    public static Verdict over(List<SeedResult> results) {
        return over(results, results.size());
    }

    /** What may be said after some of the seeds that are planned. */
    public static Verdict over(List<SeedResult> results, int planned) {
        Set<ArmName> names = results.isEmpty() ? ALWAYS : results.get(0).arms().keySet();
        Map<ArmName, Spread> errors = new TreeMap<>();
        for (ArmName name : names) {
            SummaryStatistics statistics = new SummaryStatistics();
            results.forEach(result -> statistics.addValue(result.of(name).testErrors()));
            errors.put(name, new Spread(statistics.getMean(), statistics.getStandardDeviation()));
        }
        Map<ArmName, Gain> others = new TreeMap<>();
        for (ArmName name : OTHERS) {
            if (names.contains(name)) {
                others.put(name, compare(results, planned, name));
            }
        }
        int wins = (int) results.stream()
                .filter(result -> gain(result, ArmName.LABELS_ONLY) > 0)
                .count();
        return new Verdict(
                compare(results, planned, ArmName.LABELS_ONLY),
                compare(results, planned, ArmName.CONTROL),
                others,
                errors,
                results.size(),
                planned,
                wins);
    }

    /** Distilled against shuffled soft labels; null where there are none. */
    public @Nullable Gain overShuffled() {
        return overOthers.get(ArmName.SHUFFLED);
    }

    public Outcome toLabels() {
        return overLabels.outcome();
    }

    public Outcome toControl() {
        return overControl.outcome();
    }

    private static Gain compare(List<SeedResult> results, int planned, ArmName other) {
        return Gain.of(results.stream().map(result -> gain(result, other)).toList(), planned);
    }

    /** How many errors fewer the distilled student made. */
    private static int gain(SeedResult result, ArmName other) {
        return result.of(other).testErrors() - result.of(ArmName.DISTILLED).testErrors();
    }
}
