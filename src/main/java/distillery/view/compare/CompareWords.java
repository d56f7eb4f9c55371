package distillery.view.compare;

import distillery.train.ArmName;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader;
import distillery.train.sweep.SweepCell;
import distillery.view.Numbers;
import distillery.view.Texts;
import distillery.view.train.SettingsWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What runs and cells of a map are called, and what came of them, in words no stronger than the evidence. */
final class CompareWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;

    CompareWords(Texts texts) {
        this.texts = texts;
    }

    /** The name a person gave it, else when it began. */
    String name(Kept run) {
        String given = run.header().label().name();
        return given.isBlank() ? SHORT.format(run.header().started().atZone(ZoneId.systemDefault())) : given;
    }

    String started(Kept run) {
        return TIME.format(run.header().started().atZone(ZoneId.systemDefault()));
    }

    /** What is set otherwise than in {@code reference}; empty if nothing is. */
    String differences(RunHeader run, TrainSettings reference) {
        List<String> own = new ArrayList<>(SettingsWords.of(run.settings(), texts));
        own.removeAll(SettingsWords.of(reference, texts));
        if (own.isEmpty() && !run.settings().equals(reference)) {
            return texts.get("compare.differs.otherwise");
        }
        return String.join(" · ", own);
    }

    /** All of how it was set up, in a line. */
    String settings(Kept run) {
        return String.join(" · ", SettingsWords.of(run.header().settings(), texts));
    }

    String seeds(RunHeader run) {
        int made = run.seeds().size();
        return made == run.planned()
                ? texts.get("train.count", made)
                : texts.get("compare.seeds.some", made, run.planned());
    }

    String errors(RunHeader run, ArmName arm) {
        return spread(run.errors(arm), run.seeds().size());
    }

    String spread(Verdict.Spread spread, int seeds) {
        if (Double.isNaN(spread.mean())) {
            return "";
        }
        long mean = Math.round(spread.mean());
        return seeds > 1 && Double.isFinite(spread.deviation())
                ? texts.get("train.spread", mean, Math.round(spread.deviation()))
                : texts.get("train.count", mean);
    }

    /** How the distilled student did against labels only; for a run that did not arrive, how it ended. */
    String verdict(RunHeader run) {
        if (run.ending() != RunHeader.Ending.FINISHED) {
            return texts.get("compare.ending." + run.ending().name().toLowerCase(Locale.ROOT));
        }
        return run.verdict()
                .map(verdict ->
                        texts.get("methods.outcome." + verdict.overLabels().key()))
                .orElse("");
    }

    String seconds(RunHeader run) {
        return String.format(Locale.ROOT, "%.1f", run.seconds());
    }

    /** A row for those who hear it. */
    String spoken(Kept run) {
        return texts.get(
                "compare.spoken",
                name(run),
                errors(run.header(), ArmName.DISTILLED),
                errors(run.header(), ArmName.LABELS_ONLY),
                verdict(run.header()));
    }

    /** Where a cell is. */
    String place(SweepCell cell) {
        List<String> values = new ArrayList<>();
        cell.values().forEach((name, value) -> values.add(texts.get("compare.axis." + name) + " " + value));
        return String.join(", ", values);
    }

    /** A cell in a sentence. */
    String cell(SweepCell cell) {
        String place = place(cell);
        if (cell.done() == 0) {
            return texts.get("compare.map.cell.none", place);
        }
        Verdict.Gain gain = cell.overLabels();
        String against = Double.isNaN(gain.mean())
                ? ""
                : texts.get(
                        gain.mean() < 0 ? "compare.map.more" : "compare.map.fewer", Math.round(Math.abs(gain.mean())));
        return texts.paragraph(List.of(
                texts.get("compare.map.cell", place, spread(cell.errors(), cell.done()), against),
                texts.get(
                        "compare.map.verdict",
                        texts.get("methods.outcome." + gain.key()),
                        cell.done(),
                        cell.runs().size())));
    }

    /** The second line of a cell: errors against labels only, with a mark where that is decided. */
    String difference(SweepCell cell) {
        Verdict.Gain gain = cell.overLabels();
        if (Double.isNaN(gain.mean())) {
            return "";
        }
        boolean decided = gain.outcome() == Verdict.Outcome.BETTER || gain.outcome() == Verdict.Outcome.WORSE;
        return Numbers.signed(-gain.mean(), 0) + (decided ? "*" : "");
    }
}
