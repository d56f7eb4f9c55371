package distillery.view.train;

import distillery.data.Problem;
import distillery.lab.train.MethodComparison;
import distillery.train.EvaluationSet;
import distillery.train.League;
import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Outcome;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a league says, in words that are no stronger than its evidence. */
final class LeagueWords {
    private final Texts texts;
    private final VerdictWords verdicts;

    LeagueWords(Texts texts) {
        this.texts = texts;
        verdicts = new VerdictWords(texts);
    }

    /** Mean and deviation of a student's errors. */
    String errors(LeagueRow row) {
        League.Errors errors = row.errors();
        if (errors == null) {
            return "";
        }
        if (Double.isNaN(errors.mean())) {
            return texts.get("train.league.no-number");
        }
        long mean = Math.round(errors.mean());
        return errors.testErrors().size() > 1
                ? texts.get("train.spread", mean, Math.round(errors.deviation()))
                : texts.get("train.count", mean);
    }

    String seconds(LeagueRow row) {
        return Double.isNaN(row.seconds()) ? "" : String.format(Locale.ROOT, "%.2f", row.seconds());
    }

    /** The outcome in a word or two. */
    String outcome(@Nullable Gain gain) {
        return gain == null ? "" : texts.get("methods.outcome." + gain.key());
    }

    /** Its p and its interval, as so many errors fewer or more. */
    String evidence(@Nullable Gain gain) {
        if (gain == null || !gain.isTested()) {
            return "";
        }
        long low = Math.round(gain.low());
        long high = Math.round(gain.high());
        String p = verdicts.p(gain);
        if (low >= 0) {
            return texts.get("train.league.fewer", low, high, p);
        }
        return high <= 0
                ? texts.get("train.league.more", -high, -low, p)
                : texts.get("train.league.between", high, -low, p);
    }

    /** A verdict in one line. */
    String verdict(@Nullable Gain gain) {
        String evidence = evidence(gain);
        return evidence.isEmpty() ? outcome(gain) : texts.get("train.league.verdict", outcome(gain), evidence);
    }

    /** Why these nets cannot learn by a method; empty if they can. */
    String reason(LeagueRow row) {
        Problem unfit = row.unfit();
        return unfit == null ? "" : texts.get(unfit.key(), unfit.arguments().toArray());
    }

    /** A row for those who hear it. */
    String spoken(LeagueRow row) {
        String name = texts.get(row.name());
        if (!row.isTried()) {
            String reason = reason(row);
            return reason.isEmpty() ? name : texts.get("train.league.spoken.unfit", name, reason);
        }
        return row.overLabels() == null
                ? texts.get("train.league.spoken.errors", name, errors(row))
                : texts.get(
                        "train.league.spoken",
                        name,
                        errors(row),
                        verdict(row.overLabels()),
                        verdict(row.overControl()));
    }

    /** What stands above the errors. */
    String errorsHead(TrainSettings settings) {
        return texts.get(
                settings.evaluatedOn() == EvaluationSet.TEST ? "train.league.errors" : "train.league.errors.held-out");
    }

    /** What came out, or how far it is. */
    String title(MethodComparison methods, boolean going) {
        League league = methods.leagueProperty().get();
        League asked = methods.asked();
        if (going) {
            return texts.get("train.league.under-way", asked.seeds().size(), asked.planned());
        }
        if (league == null) {
            return texts.get("train.league.none");
        }
        if (!league.isComplete()) {
            return texts.get("train.league.stopped", league.seeds().size(), league.planned());
        }
        return texts.get(
                "train.league.result",
                count(league, Outcome.BETTER, League.Row::overLabels),
                league.methods().size(),
                count(league, Outcome.BETTER, League.Row::overControl));
    }

    /** What else came out, and how it was tested; before, what is to be tested. */
    List<String> notes(MethodComparison methods) {
        League league = methods.leagueProperty().get();
        if (league == null || !league.isComplete()) {
            return List.of(texts.get("train.league.how"), texts.get("train.league.holm.plan"));
        }
        LongSummaryStatistics seeds =
                league.seeds().stream().mapToLong(SeedResult::seed).summaryStatistics();
        return List.of(
                counted("train.league.worse", count(league, Outcome.WORSE, League.Row::overLabels)),
                counted("train.league.open", count(league, Outcome.NOT_DECIDED, League.Row::overLabels)),
                counted("train.league.diverged", count(league, Outcome.DIVERGED, League.Row::overLabels)),
                texts.get(
                        "train.league.holm",
                        String.valueOf(seeds.getMin()),
                        String.valueOf(seeds.getMax()),
                        league.comparisons()));
    }

    private String counted(String key, long count) {
        return count == 0 ? "" : texts.get(key, count);
    }

    private static long count(League league, Outcome outcome, Function<League.Row, Gain> gain) {
        return league.rows().stream()
                .filter(row -> gain.apply(row).outcome() == outcome)
                .count();
    }
}
