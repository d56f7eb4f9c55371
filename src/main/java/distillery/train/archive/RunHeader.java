package distillery.train.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.Refusal;
import distillery.train.ArmName;
import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * All that is known of a run but its curves.
 *
 * @param started when it began
 * @param seconds from then to its end
 * @param planned how many seeds were asked for
 * @param points that a curve has at most
 * @param settings whose seed is that of data and teacher; students have seeds of their own
 * @param teacher how the teacher does
 * @param seeds those that were run, in this order
 */
public record RunHeader(
        RunLabel label,
        Instant started,
        double seconds,
        Ending ending,
        int planned,
        int points,
        Provenance provenance,
        TrainSettings settings,
        TeacherFigures teacher,
        List<SeedRecord> seeds) {
    public RunHeader {
        seeds = List.copyOf(seeds);
    }

    /** How a run ended. */
    public enum Ending {
        /** As far as it was to go. */
        @JsonProperty("finished")
        FINISHED,
        /** Before that, by whoever started it; or the program was. */
        @JsonProperty("stopped")
        STOPPED,
        /** The loss of some student stopped being a number. */
        @JsonProperty("diverged")
        DIVERGED
    }

    /**
     * How the teacher does on the test samples.
     *
     * @param seconds spent training it for this run; 0 for one that was there before
     */
    public record TeacherFigures(int testErrors, double testAccuracy, double seconds) {
        public TeacherFigures {
            Refusal.unless(testErrors >= 0, "testErrors", "refused.least", 0, String.valueOf(testErrors));
            Refusal.unless(seconds >= 0, "seconds", "refused.least", 0, String.valueOf(seconds));
        }
    }

    public List<SeedResult> results() {
        return seeds.stream().map(SeedRecord::result).toList();
    }

    /** Errors of an arm over the seeds in which it has a number; no numbers where there is none. */
    public Verdict.Spread errors(ArmName arm) {
        SummaryStatistics errors = new SummaryStatistics();
        results().forEach(result -> result.find(arm).ifPresent(own -> errors.addValue(own.testErrors())));
        return new Verdict.Spread(errors.getMean(), errors.getStandardDeviation());
    }

    /** The verdict over its seeds; empty where in some seed an arm that it needs has no number. */
    public Optional<Verdict> verdict() {
        boolean complete = !seeds.isEmpty()
                && results().stream()
                        .allMatch(result -> result.find(ArmName.DISTILLED).isPresent()
                                && result.find(ArmName.LABELS_ONLY).isPresent()
                                && result.find(ArmName.CONTROL).isPresent()
                                && result.arms()
                                        .keySet()
                                        .equals(results().get(0).arms().keySet()));
        return complete ? Optional.of(Verdict.over(results(), planned)) : Optional.empty();
    }

    /** The same with something else written on it. */
    public RunHeader with(RunLabel other) {
        return new RunHeader(other, started, seconds, ending, planned, points, provenance, settings, teacher, seeds);
    }
}
