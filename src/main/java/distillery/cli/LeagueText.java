package distillery.cli;

import distillery.train.League;
import distillery.train.ProgressMonitor;
import distillery.train.SeedResult;
import distillery.train.Verdict;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code league} prints: progress on the way and a table at the end, or of what is done if it is stopped. */
final class LeagueText {
    private static final String NO_NUMBER = "no number";

    private final PrintWriter out;
    private final boolean json;
    private final TrainText progress;
    /** Runs when the program is stopped from outside. */
    private final Thread farewell = new Thread(this::stopped, "league-stopped");

    private volatile @Nullable League done;

    LeagueText(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
        progress = new TrainText(out, json);
    }

    ProgressMonitor progress() {
        return progress;
    }

    void begin(League league) {
        done = league;
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    void seed(League league) {
        done = league;
        SeedResult last = league.seeds().get(league.seeds().size() - 1);
        if (!json) {
            String errors = league.rows().stream()
                    .map(row -> row.method().kind().id() + " " + lastOf(row.errors()))
                    .collect(Collectors.joining(", "));
            line(
                    "seed %d: test errors labels only %s, smoothing %s, %s",
                    last.seed(), lastOf(league.labelsOnly()), lastOf(league.control()), errors);
        }
    }

    private static String lastOf(League.Errors errors) {
        Integer last = errors.testErrors().get(errors.testErrors().size() - 1);
        return last == null ? NO_NUMBER : String.valueOf(last);
    }

    void finish(LeagueReport report, League league) {
        if (json) {
            out.println(Json.of(report));
            out.flush();
            return;
        }
        table(league);
        report.leftOut()
                .forEach(left -> line("%s was left out: %s", left.method().id(), left.reason()));
    }

    /** Nothing is stopped any more. */
    void end() {
        if (done != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(farewell);
            } catch (IllegalStateException stopping) {
                return; // the table is being printed
            }
        }
    }

    private void stopped() {
        League league = done;
        if (!json && league != null && !league.seeds().isEmpty()) {
            table(league);
        }
    }

    /** The best first. */
    private void table(League league) {
        line("");
        line("%-12s %18s %10s  %-38s %s", "", "test errors", "seconds", "more than labels only", "more than smoothing");
        line(
                "%-12s %18s %10.2f",
                "labels only", spread(league.labelsOnly()), league.labelsOnly().secondsPerRun());
        line(
                "%-12s %18s %10.2f",
                "smoothing", spread(league.control()), league.control().secondsPerRun());
        league.rows().stream()
                .sorted(Comparator.comparingDouble(row -> row.errors().mean()))
                .forEach(row -> line(
                        "%-12s %18s %10.2f  %-38s %s",
                        row.method().kind().id(),
                        spread(row.errors()),
                        row.errors().secondsPerRun(),
                        say(row.overLabels()),
                        say(row.overControl())));
        line("");
        int seeds = league.seeds().size();
        line("Over %d of %d seed%s.", seeds, league.planned(), league.planned() == 1 ? "" : "s");
        if (seeds == league.planned() && seeds >= Verdict.FEWEST_SEEDS) {
            line(
                    "Two-sided paired t tests at %.0f %%. p is corrected for %d comparisons (Holm), intervals are each on"
                            + " its own;",
                    100 * Verdict.CONFIDENCE, league.comparisons());
            line("the number of seeds was fixed by --seeds before the first.");
        }
    }

    private static String spread(League.Errors errors) {
        return Double.isNaN(errors.mean())
                ? NO_NUMBER
                : String.format(Locale.ROOT, "%.1f ± %.1f", errors.mean(), errors.deviation());
    }

    /** Fewer errors have a minus sign. */
    private static String say(Verdict.Gain gain) {
        String words = MethodOptions.text("methods.outcome." + gain.key());
        return gain.isTested()
                ? String.format(Locale.ROOT, "%s, %+.0f to %+.0f, p %s", words, -gain.high(), -gain.low(), p(gain.p()))
                : words;
    }

    private static String p(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
    }

    /** The errors of the last seed; none where there is no number. */
    static String csv(League league) {
        StringBuilder csv = new StringBuilder("method,test_errors,seconds\n");
        SeedResult last = league.seeds().get(league.seeds().size() - 1);
        league.arms()
                .forEach((name, arm) -> csv.append(last.find(arm)
                        .map(result ->
                                String.format(Locale.ROOT, "%s,%d,%.3f\n", name, result.testErrors(), result.seconds()))
                        .orElse(name + ",,\n")));
        return csv.toString();
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
        out.flush();
    }
}
