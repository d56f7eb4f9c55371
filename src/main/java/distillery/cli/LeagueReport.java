package distillery.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import distillery.method.MethodKind;
import distillery.train.League;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code league} found out, as its JSON has it.
 *
 * @param preset where it started from; null for a set-up
 * @param labelsOnly the student that everything is held against
 * @param control the student from smoothed labels
 * @param leftOut the methods that these nets cannot learn by
 * @param test how the verdicts were reached
 */
record LeagueReport(
        @Nullable String preset,
        TrainSettings settings,
        League.Errors labelsOnly,
        League.Errors control,
        List<Row> methods,
        List<LeftOut> leftOut,
        Test test) {

    /**
     * One method.
     *
     * @param parameters its own numbers
     * @param testErrors one number a seed; null where the loss stopped being a number
     * @param verdict against labels only
     * @param verdictAgainstControl against label smoothing
     * @param gain how many errors fewer than labels only; left out where there are too few seeds for a verdict
     */
    record Row(
            MethodKind method,
            Map<String, Double> parameters,
            List<@Nullable Integer> testErrors,
            double mean,
            double deviation,
            double secondsPerRun,
            Verdict.Outcome verdict,
            Verdict.Outcome verdictAgainstControl,
            @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Gain gain,
            @JsonInclude(JsonInclude.Include.NON_NULL) Verdict.@Nullable Gain gainOverControl) {}

    /** A method and why it was not tried. */
    record LeftOut(MethodKind method, String reason) {}

    /** The test behind all verdicts; {@code p} is corrected for so many comparisons, intervals are not. */
    record Test(String name, double confidence, String correction, int comparisons, int seeds) {}

    static LeagueReport of(@Nullable String preset, TrainSettings settings, League league, List<LeftOut> leftOut) {
        return new LeagueReport(
                preset,
                settings,
                league.labelsOnly(),
                league.control(),
                league.rows().stream().map(LeagueReport::row).toList(),
                List.copyOf(leftOut),
                new Test("two-sided paired t", Verdict.CONFIDENCE, "Holm", league.comparisons(), league.planned()));
    }

    private static Row row(League.Row row) {
        return new Row(
                row.method().kind(),
                row.method().parameters(),
                row.errors().testErrors(),
                row.errors().mean(),
                row.errors().deviation(),
                row.errors().secondsPerRun(),
                row.overLabels().outcome(),
                row.overControl().outcome(),
                TrainReport.decided(row.overLabels()),
                TrainReport.decided(row.overControl()));
    }
}
