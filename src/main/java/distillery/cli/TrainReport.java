package distillery.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import distillery.net.NetSpec;
import distillery.train.ArmName;
import distillery.train.BiasEffect;
import distillery.train.Evaluation.Score;
import distillery.train.SeedResult;
import distillery.train.Teacher;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code train} found out, as its JSON has it.
 *
 * @param preset where it started from; null for a set-up
 * @param errors mean and sample deviation of each arm's errors over the seeds
 * @param verdict distilled against labels only
 * @param verdictAgainstControl distilled against label smoothing
 * @param verdictAgainstShuffled distilled against shuffled soft labels; left out where there are none
 * @param verdictsAgainst distilled against each other control that its method has, shuffled soft labels among them
 * @param test how the verdicts were reached
 * @param gain how many errors fewer than labels only; left out where there are too few seeds for a verdict
 * @param gainOverControl how many errors fewer than label smoothing
 * @param gainOverShuffled how many errors fewer than shuffled soft labels
 * @param gainsOver how many errors fewer than each other control
 * @param bias what a corrected bias makes of each arm of each seed; left out where no class was omitted
 */
record TrainReport(
        @Nullable String preset,
        TrainSettings settings,
        TeacherReport teacher,
        List<SeedResult> seeds,
        Map<ArmName, Verdict.Spread> errors,
        Verdict.Outcome verdict,
        Verdict.Outcome verdictAgainstControl,
        @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Outcome verdictAgainstShuffled,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<ArmName, Verdict.Outcome> verdictsAgainst,
        Test test,
        @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Gain gain,
        @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Gain gainOverControl,
        @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Gain gainOverShuffled,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<ArmName, Verdict.Gain> gainsOver,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BiasEffect> bias) {

    /**
     * The test behind all verdicts, each of which is at this level on its own.
     *
     * @param seeds how many, fixed before the first
     */
    record Test(String name, double confidence, int seeds) {}

    /**
     * The teacher's own figures.
     *
     * @param seconds spent training it here; 0 for one that was not trained here
     * @param classErrors the errors of each class
     */
    record TeacherReport(
            NetSpec layers,
            int testErrors,
            double testAccuracy,
            double seconds,
            double imagesPerSecond,
            List<Integer> classErrors) {}

    static TrainReport of(
            @Nullable String preset,
            TrainSettings settings,
            Teacher teacher,
            @Nullable Score score,
            List<SeedResult> results,
            List<BiasEffect> bias) {
        if (score == null) {
            throw new IllegalArgumentException("no seed was run");
        }
        Verdict verdict = Verdict.over(results);
        Verdict.Gain shuffled = verdict.overShuffled();
        Map<ArmName, Verdict.Outcome> outcomes = new TreeMap<>();
        Map<ArmName, Verdict.Gain> decided = new TreeMap<>();
        verdict.overOthers().forEach((other, gain) -> {
            outcomes.put(other, gain.outcome());
            if (decided(gain) != null) {
                decided.put(other, gain);
            }
        });
        return new TrainReport(
                preset,
                settings,
                new TeacherReport(
                        settings.teacher().layers(),
                        score.errors(),
                        score.accuracy(),
                        teacher.seconds(),
                        teacher.imagesPerSecond(),
                        score.classErrors()),
                List.copyOf(results),
                verdict.errors(),
                verdict.toLabels(),
                verdict.toControl(),
                shuffled == null ? null : shuffled.outcome(),
                outcomes,
                new Test("two-sided paired t", Verdict.CONFIDENCE, verdict.planned()),
                decided(verdict.overLabels()),
                decided(verdict.overControl()),
                shuffled == null ? null : decided(shuffled),
                decided,
                List.copyOf(bias));
    }

    static Verdict.@Nullable Gain decided(Verdict.Gain gain) {
        return gain.isTested() ? gain : null;
    }

    String json() {
        return Json.of(this);
    }
}
