package distillery.view.train;

import distillery.lab.Comparison;
import distillery.lab.RunReading;
import distillery.lab.TrainModel;
import distillery.train.Student;
import distillery.train.Verdict;
import distillery.train.Verdict.Outcome;
import distillery.train.Verdict.Spread;
import distillery.view.Texts;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
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
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final TrainModel model;
    private final Comparison comparison;
    private final Texts texts;

    VerdictStrip(TrainModel model, Parts parts) {
        this.model = model;
        RunReading reading = model.reading();
        comparison = reading.comparison();
        texts = parts.texts();
        Label title = parts.label(texts.live(this::title, comparison.verdictProperty()), "verdict-title");
        title.setId("train-verdict");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label sentence = parts.prose(
                "train-verdict-words",
                texts.live(this::sentence, comparison.verdictProperty(), model.settingsProperty()),
                "quiet");
        VBox words = new VBox(title, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button more = new Button();
        more.setId("train-compare");
        more.setMinWidth(USE_PREF_SIZE);
        more.textProperty()
                .bind(texts.live(
                        () -> texts.get(goesOn() ? "train.compare.more" : "train.compare", SEEDS),
                        comparison.verdictProperty(),
                        model.settingsProperty()));
        more.setOnAction(pressed -> model.compareSeeds(SEEDS));
        more.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> reading.stage().busy(), reading.stageProperty()));
        parts.tip(more, "train.compare.tip");
        comparison.verdictProperty().subscribe(now -> colour());
        model.settingsProperty().subscribe(now -> colour());
        setId("train-verdict-strip");
        getStyleClass().addAll("card", "verdict");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(words, more);
    }

    /** Whether the next seeds would be added to those that are there. */
    private boolean goesOn() {
        return comparison.seedsOf(model.settings()) > 0;
    }

    private void colour() {
        Verdict verdict = comparison.verdictProperty().get();
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            pseudoClassStateChanged(PseudoClass.getPseudoClass(name), verdict != null && verdict.toLabels() == outcome);
        }
        pseudoClassStateChanged(STALE, verdict != null && !goesOn());
    }

    private String title() {
        Verdict verdict = comparison.verdictProperty().get();
        return verdict == null
                ? texts.get("train.verdict.none")
                : switch (verdict.toLabels()) {
                    case BETTER -> texts.get("train.verdict.better", verdict.wins(), verdict.seeds());
                    case NO_DIFFERENCE -> texts.get("train.verdict.no-difference", verdict.seeds());
                    case WORSE -> texts.get("train.verdict.worse", verdict.wins(), verdict.seeds());
                    case MORE_SEEDS -> texts.get("train.verdict.more-seeds", verdict.seeds());
                };
    }

    private String sentence() {
        Verdict verdict = comparison.verdictProperty().get();
        if (verdict == null) {
            return texts.get("train.verdict.how");
        }
        String errors = texts.get(
                "train.verdict.errors",
                spread(verdict, Student.DISTILLED),
                spread(verdict, Student.LABELS_ONLY),
                spread(verdict, Student.CONTROL));
        String control =
                switch (verdict.toControl()) {
                    case BETTER -> texts.get("train.verdict.control.better");
                    case NO_DIFFERENCE -> texts.get("train.verdict.control.no-difference");
                    case WORSE -> texts.get("train.verdict.control.worse");
                    case MORE_SEEDS -> "";
                };
        String stale = goesOn() ? "" : texts.get("train.verdict.stale");
        return String.join(" ", errors, control, stale).strip();
    }

    private String spread(Verdict verdict, Student student) {
        Spread spread = Objects.requireNonNull(verdict.errors().get(student));
        long mean = Math.round(spread.mean());
        return Double.isFinite(spread.deviation()) && verdict.seeds() > 1
                ? texts.get("train.spread", mean, Math.round(spread.deviation()))
                : texts.get("train.count", mean);
    }
}
