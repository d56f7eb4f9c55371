package distillery.view.train;

import distillery.data.Problem;
import distillery.method.MethodKind;
import distillery.train.League;
import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Outcome;
import distillery.view.Role;
import distillery.view.chart.Dots;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One student in the table of a league.
 *
 * @param place where it stands while the table is not sorted
 * @param name among the texts
 * @param kind null for the two students that everything is held against
 * @param errors null before it has learned
 * @param overLabels null while nothing can be said, and for the student from labels only
 * @param overControl the same against label smoothing
 * @param dots how many errors fewer than labels only
 * @param unfit why these nets cannot learn by it; null if they can
 */
record LeagueRow(
        int place,
        String name,
        @Nullable MethodKind kind,
        League.@Nullable Errors errors,
        @Nullable Gain overLabels,
        @Nullable Gain overControl,
        Dots dots,
        @Nullable Problem unfit) {

    /** All rows of a league, if there is one, and of the methods that could be in the next. */
    static List<LeagueRow> of(@Nullable League league, List<League.Candidate> candidates) {
        List<LeagueRow> rows = new ArrayList<>();
        rows.add(base("methods.labels", league == null ? null : league.labelsOnly(), none(Role.LABELS_ONLY), 0));
        rows.add(
                league == null
                        ? base("train.league.smoothing", null, none(Role.CONTROL), 1)
                        : base(
                                "train.league.smoothing",
                                league.control(),
                                dots(Role.CONTROL, league, league.control(), league.controlOverLabels()),
                                1));
        List<League.Row> results = league == null ? List.of() : league.rows();
        for (League.Candidate candidate : candidates) {
            MethodKind kind = candidate.method().kind();
            League.Row result = results.stream()
                    .filter(each -> each.method().kind() == kind)
                    .findFirst()
                    .orElse(null);
            rows.add(method(rows.size(), kind, league, result, candidate.unfit()));
        }
        return rows;
    }

    private static LeagueRow base(String name, League.@Nullable Errors errors, Dots dots, int place) {
        return new LeagueRow(place, name, null, errors, null, null, dots, null);
    }

    private static LeagueRow method(
            int place, MethodKind kind, @Nullable League league, League.@Nullable Row result, @Nullable Problem unfit) {
        String name = "methods." + kind.id();
        if (league == null || result == null) {
            return new LeagueRow(place, name, kind, null, null, null, none(Role.DISTILLED), unfit);
        }
        return new LeagueRow(
                place,
                name,
                kind,
                result.errors(),
                said(result.overLabels(), league),
                said(result.overControl(), league),
                dots(Role.DISTILLED, league, result.errors(), result.overLabels()),
                unfit);
    }

    /** Before the last seed nothing is said but that a method has diverged. */
    private static @Nullable Gain said(Gain gain, League league) {
        return gain.outcome() == Outcome.MORE_SEEDS && !league.isComplete() ? null : gain;
    }

    private static Dots none(Role role) {
        return new Dots(role, List.of(), Double.NaN, Double.NaN, Double.NaN);
    }

    private static Dots dots(Role role, League league, League.Errors own, Gain gain) {
        List<@Nullable Integer> labels = league.labelsOnly().testErrors();
        List<Double> fewer = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) != null && own.testErrors().get(i) != null) {
                fewer.add((double) Objects.requireNonNull(labels.get(i))
                        - Objects.requireNonNull(own.testErrors().get(i)));
            }
        }
        double mean = fewer.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
        return new Dots(role, fewer, mean, gain.low(), gain.high());
    }

    /** Whether it has a result. */
    boolean isTried() {
        return errors != null;
    }

    /** Mean of the errors; no number if there is none. */
    double mean() {
        return errors == null ? Double.NaN : errors.mean();
    }

    double seconds() {
        return errors == null ? Double.NaN : errors.secondsPerRun();
    }
}
