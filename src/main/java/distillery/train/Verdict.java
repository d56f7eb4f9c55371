package distillery.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What may be said after some seeds. Seeds are compared in pairs: twins of one seed share weights and batches, so the
 * difference of their errors says more than the difference of two means.
 *
 * @param toLabels distilled against labels only
 * @param toControl distilled against the control
 * @param errors test errors of each student over the seeds
 */
public record Verdict(Outcome toLabels, Outcome toControl, Map<Student, Spread> errors, int seeds, int wins) {
    /** Fewer seeds say nothing. */
    public static final int FEWEST_SEEDS = 3;

    private static final double CONFIDENCE = 0.95;

    /** How the distilled student did against another. */
    public enum Outcome {
        @JsonProperty("better")
        BETTER,
        @JsonProperty("no difference")
        NO_DIFFERENCE,
        @JsonProperty("worse")
        WORSE,
        @JsonProperty("more seeds needed")
        MORE_SEEDS
    }

    /** Mean and sample standard deviation. */
    public record Spread(double mean, double deviation) {}

    /** The verdict over these seeds. */
    public static Verdict over(List<SeedResult> results) {
        Map<Student, Spread> errors = new EnumMap<>(Student.class);
        for (Student student : Student.values()) {
            SummaryStatistics statistics = new SummaryStatistics();
            results.forEach(result -> statistics.addValue(result.of(student).testErrors()));
            errors.put(student, new Spread(statistics.getMean(), statistics.getStandardDeviation()));
        }
        int wins = (int) results.stream()
                .filter(result -> gain(result, Student.LABELS_ONLY) > 0)
                .count();
        return new Verdict(
                compare(results, Student.LABELS_ONLY), compare(results, Student.CONTROL), errors, results.size(), wins);
    }

    /**
     * A paired t test at 95 %: better or worse only if zero is outside the interval around the mean gain.
     */
    private static Outcome compare(List<SeedResult> results, Student other) {
        if (results.size() < FEWEST_SEEDS) {
            return Outcome.MORE_SEEDS;
        }
        SummaryStatistics gains = new SummaryStatistics();
        results.forEach(result -> gains.addValue(gain(result, other)));
        double quantile =
                new TDistribution(null, results.size() - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
        double halfWidth = quantile * gains.getStandardDeviation() / Math.sqrt(results.size());
        if (Math.abs(gains.getMean()) <= halfWidth || gains.getMean() == 0) {
            return Outcome.NO_DIFFERENCE;
        }
        return gains.getMean() > 0 ? Outcome.BETTER : Outcome.WORSE;
    }

    /** How many test errors fewer the distilled student made. */
    private static int gain(SeedResult result, Student other) {
        return result.of(other).testErrors() - result.of(Student.DISTILLED).testErrors();
    }
}
