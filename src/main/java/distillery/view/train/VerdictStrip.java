package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.Comparison;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.CastFactory;
import distillery.train.SeedResult;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.train.Verdict.Outcome;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What may be said after some seeds, in words, and the button that gets more of them. */
final class VerdictStrip extends HBox {
    private static final int SEEDS = 5;
    private static final int MOST_SEEDS = 40;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final TrainModel model;
    private final Comparison comparison;
    private final Texts texts;
    private final VerdictWords words;
    private final RunEnding ending;
    private final BooleanBinding going;

    /** A strip with a button that leads to the comparison of methods. */
    VerdictStrip(TrainModel model, Appearance appearance, Controls parts, Runnable compareMethods) {
        this.model = model;
        RunState reading = model.reading();
        comparison = reading.comparison();
        texts = parts.texts();
        words = new VerdictWords(texts);
        ending = new RunEnding(reading, texts);
        going = Bindings.createBooleanBinding(
                reading::comparing, reading.stageProperty(), reading.beatProperty(), reading.workProperty());
        Label title = parts.label(
                texts.live(this::title, comparison.verdictProperty(), going, reading.stageProperty()), "verdict-title");
        LessonAnchors.head(title).setId("train-verdict");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label sentence = parts.label(
                texts.live(
                        this::sentence,
                        comparison.verdictProperty(),
                        model.settingsProperty(),
                        going,
                        reading.stageProperty(),
                        reading.workProperty()),
                "quiet");
        sentence.setId("train-verdict-words");
        sentence.setWrapText(true);
        sentence.setMinHeight(0); // where there is no room for all of it, the tooltip has the rest
        VBox words = new VBox(title, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        SeedChart seeds = new SeedChart(comparison, appearance, texts);
        Button more = new Button();
        more.setId("train-compare");
        more.setMinWidth(USE_PREF_SIZE);
        more.textProperty().bind(texts.live(this::next, comparison.verdictProperty(), model.settingsProperty(), going));
        more.setOnAction(pressed -> goOnOrCancel());
        more.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reading.stage().busy() && !going.get(), reading.stageProperty(), going));
        parts.tip(more, texts.live(() -> texts.get(going.get() ? "train.cancel.tip" : "train.compare.tip"), going));
        title.setTooltip(more.getTooltip());
        parts.tip(sentence, sentence.textProperty());
        comparison.verdictProperty().subscribe(now -> colour());
        model.settingsProperty().subscribe(now -> colour());
        setId("train-verdict-strip");
        getStyleClass().addAll("card", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        Button methods = parts.button(new Button(), "train-methods", "train.league", "train.league.tip");
        methods.setOnAction(pressed -> compareMethods.run());
        methods.setMaxWidth(Double.MAX_VALUE);
        more.setMaxWidth(Double.MAX_VALUE);
        VBox buttons = new VBox(more, methods);
        buttons.getStyleClass().add("verdict-buttons");
        buttons.setAlignment(Pos.CENTER);
        getChildren().setAll(words, seeds, buttons);
    }

    /** One button, as with Run and Pause: who has pressed it has the way back under the same finger. */
    private void goOnOrCancel() {
        if (going.get()) {
            model.cancel();
        } else {
            model.compareSeeds(count());
        }
    }

    private String next() {
        if (going.get()) {
            return texts.get("train.cancel");
        }
        int missing = comparison.missingOf(model.settings()).size();
        if (missing > 0) {
            return texts.get("train.compare.missing", missing);
        }
        return texts.get(isOfNow() ? "train.compare.new" : "train.compare", count());
    }

    /** Twice as many as the last time: new seeds have a verdict of their own, and more of them tell more. */
    private int count() {
        Verdict verdict = comparison.verdictProperty().get();
        return verdict == null || !isOfNow() ? SEEDS : Math.min(MOST_SEEDS, 2 * verdict.planned());
    }

    /** Whether what was compared is what the settings show. */
    private boolean isOfNow() {
        return comparison.seedsOf(model.settings()) > 0;
    }

    private void colour() {
        Verdict verdict = comparison.verdictProperty().get();
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            pseudoClassStateChanged(PseudoClass.getPseudoClass(name), verdict != null && verdict.toLabels() == outcome);
        }
        pseudoClassStateChanged(STALE, verdict != null && !isOfNow());
    }

    private String title() {
        Verdict verdict = comparison.verdictProperty().get();
        if (verdict == null) {
            if (going.get()) {
                return texts.get("train.verdict.under-way", 0, comparison.asked());
            }
            return ending.isReached() ? ending.reason() : texts.get("train.verdict.none");
        }
        return verdict.toLabels() == Outcome.MORE_SEEDS
                ? texts.get("train.verdict.under-way", verdict.seeds(), verdict.planned())
                : words.labels(verdict);
    }

    private String sentence() {
        Verdict verdict = comparison.verdictProperty().get();
        TrainSettings compared = comparison.settingsProperty().get();
        String work = going.get() ? RunBar.work(model.reading(), texts) + texts.get("train.verdict.stop") : "";
        if (verdict == null || compared == null) {
            String before = ending.isReached() ? ending.outcome() : "";
            return going.get() ? work : before.isEmpty() ? how() : before;
        }
        String errors = words.errors(verdict, compared.evaluatedOn());
        String stale = isOfNow() ? "" : texts.get("train.verdict.stale");
        return verdict.toLabels() == Outcome.MORE_SEEDS
                ? texts.paragraph(List.of(work, errors, stale))
                : texts.paragraph(List.of(
                        work,
                        evidence(verdict),
                        errors,
                        words.control(verdict, compared.smoothing()),
                        words.others(verdict),
                        stale));
    }

    /** How to get a verdict, and against whom. */
    private String how() {
        String rivals = CastFactory.of(model.settings()).names().stream()
                .map(ArmName::role)
                .filter(ArmWords::isRival)
                .distinct()
                .map(role -> texts.get(ArmWords.key(role)))
                .reduce((all, next) -> texts.get("train.verdict.how.next", all, next))
                .orElse("");
        return texts.get("train.verdict.how", rivals);
    }

    /** Which seeds, at which level, with which p. */
    private String evidence(Verdict verdict) {
        LongSummaryStatistics seeds =
                comparison.results().stream().mapToLong(SeedResult::seed).summaryStatistics();
        return texts.get(
                "train.verdict.seeds",
                String.valueOf(seeds.getMin()),
                String.valueOf(seeds.getMax()),
                words.p(verdict.overLabels()),
                verdict.wins(),
                verdict.seeds());
    }
}
