package distillery.view.loss;

import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.lab.loss.LossSettings;
import distillery.view.Formula;
import distillery.view.NumberSpinner;
import distillery.view.Numbers;
import distillery.view.WrappingPair;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The divergence split at the label, "the label or not" and the rest among themselves, and how DKD weighs the two. */
final class SplitCard extends VBox {
    private static final NumberSpinner.Range WEIGHTS =
            new NumberSpinner.Range(0, LossSettings.LARGEST_WEIGHT, 0.5, 0.1);
    /** At a high T the divergence is small, and its parts are to be seen nevertheless. */
    private static final double SHORTEST = 1e-4;

    private static final Set<Term> WEIGHTED_TARGET = EnumSet.of(Term.TARGET_WEIGHT, Term.TARGET);
    private static final Set<Term> WEIGHTED_NON_TARGET = EnumSet.of(Term.NON_TARGET_WEIGHT, Term.NON_TARGET);

    private final LossControls parts;
    private final StackBar bar;
    private final StackBar weighted;

    SplitCard(LossControls parts) {
        this.parts = parts;
        getStyleClass().add("card");
        bar = new StackBar(parts, SHORTEST, "loss-split", "target", "non-target");
        parts.lighting().join(bar.first(), EnumSet.of(Term.TARGET), Term.TARGET.kin());
        parts.lighting().join(bar.second(), EnumSet.of(Term.NON_TARGET), Term.NON_TARGET.kin());
        weighted = new StackBar(parts, SHORTEST, "loss-weighted", "target", "non-target");
        BooleanBinding isOnScreen = parts.model().kindProperty().isEqualTo(LossKind.DECOUPLED);
        parts.lighting().joinWhile(isOnScreen, weighted.first(), WEIGHTED_TARGET);
        parts.lighting().joinWhile(isOnScreen, weighted.second(), WEIGHTED_NON_TARGET);
        bar.setMinHeight(USE_PREF_SIZE);
        weighted.setMinHeight(USE_PREF_SIZE);
        NumberSpinner target = weight("target-weight", parts.model().targetWeightProperty());
        NumberSpinner rest = weight("non-target-weight", parts.model().nonTargetWeightProperty());
        HBox weights = new HBox(named(FormulaCard.TARGET_WEIGHT, target), named(FormulaCard.NON_TARGET_WEIGHT, rest));
        weights.getStyleClass().add("weights");
        WrappingPair header = new WrappingPair(parts.titleOfTruth("loss.split"), weights);
        Formula formula =
                new Formula("\\mathrm{KL}=\\mathrm{TCKD}+(1-p_t)\\cdot\\mathrm{NCKD}", "KL = TCKD + (1 - p_t) NCKD");
        getChildren()
                .setAll(
                        header,
                        formula,
                        bar,
                        parts.sentence("loss-split-words", this::identity),
                        parts.sentence("loss-split-note", this::note),
                        weighted,
                        parts.sentence("loss-weighted-words", this::weighing));
    }

    void show(LossReading reading) {
        bar.show(reading.target(), LossNumbers.weighted(reading.doubt(), reading.nonTarget()), reading.divergence());
        double target = LossNumbers.weighted(reading.settings().targetWeight(), reading.target());
        double nonTarget = LossNumbers.weighted(reading.settings().nonTargetWeight(), reading.nonTarget());
        weighted.show(target, nonTarget, target + nonTarget);
    }

    private NumberSpinner weight(String key, DoubleProperty weight) {
        NumberSpinner spinner = new NumberSpinner(WEIGHTS, weight.get(), parts.texts(), Numbers::plain, weight::set);
        spinner.setId("loss-" + key);
        spinner.getStyleClass().add("weight");
        spinner.accessibleTextProperty().bind(parts.texts().text("loss." + key));
        weight.addListener((property, before, now) -> spinner.show(now.doubleValue()));
        return spinner;
    }

    /** A symbol that says its name where the mouse rests. */
    private static HBox named(String latex, NumberSpinner spinner) {
        Formula symbol = new Formula(latex, "");
        Tooltip name = new Tooltip();
        name.textProperty().bind(spinner.accessibleTextProperty());
        Tooltip.install(symbol, name);
        HBox box = new HBox(symbol, spinner);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String identity(LossReading reading) {
        return parts.texts()
                .get(
                        "loss.split.identity",
                        Numbers.factor(reading.divergence()),
                        Numbers.factor(reading.target()),
                        Numbers.factor(reading.doubt()),
                        Numbers.factor(reading.nonTarget()));
    }

    private String weighing(LossReading reading) {
        LossSettings settings = reading.settings();
        return parts.texts()
                .get(
                        "loss.split.weighted",
                        Numbers.plain(settings.targetWeight()),
                        Numbers.factor(reading.target()),
                        Numbers.plain(settings.nonTargetWeight()),
                        Numbers.factor(reading.nonTarget()),
                        Numbers.factor(LossNumbers.weighted(settings.targetWeight(), reading.target())
                                + LossNumbers.weighted(settings.nonTargetWeight(), reading.nonTarget())));
    }

    private String note(LossReading reading) {
        return reading.example().size() == 2
                ? parts.texts().get("loss.split.two")
                : parts.texts().get("loss.split.note", Numbers.percent(reading.doubt()));
    }
}
