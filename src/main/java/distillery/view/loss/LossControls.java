package distillery.view.loss;

import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What every card of the screen needs, and the small parts they are made of. */
record LossControls(LossModel model, Texts texts, TermHighlight lighting) {

    Label title(String key) {
        return title(texts.text(key));
    }

    /** The title of what is shown as it should be whatever mistakes are on; it says so while there are any. */
    Label titleOfTruth(String key) {
        return title(live(reading -> ofTruth(texts.get(key), reading)));
    }

    /** Words on what mistakes leave alone, which say so while there are any. */
    String ofTruth(String words, LossReading reading) {
        return reading.hasMistakes() ? texts.get("loss.without-mistakes", words) : words;
    }

    /** Words on the program on screen, and how they should be; that is empty where they are as they should be. */
    String withTruth(String words, String truth) {
        return truth.isEmpty() ? words : texts.get("loss.should", words, truth);
    }

    private static Label title(StringBinding words) {
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.textProperty().bind(words);
        return title;
    }

    /** A sentence that follows the reading. */
    Label sentence(String id, Function<LossReading, String> words) {
        Label sentence = new Label();
        sentence.setId(id);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("quiet");
        sentence.textProperty().bind(live(words));
        return sentence;
    }

    /** A number as the program on screen has it; where a mistake changes it, the true one stands beside. */
    HBox figure(String id, Function<LossNumbers, String> number) {
        Label shown = new Label();
        shown.setId(id);
        shown.getStyleClass().add("figure");
        shown.setMinWidth(Region.USE_PREF_SIZE);
        shown.textProperty().bind(live(reading -> number.apply(reading.shown())));
        Label truth = new Label();
        truth.setId(id + "-truth");
        truth.getStyleClass().add("truth");
        truth.setMinWidth(Region.USE_PREF_SIZE);
        truth.textProperty().bind(live(reading -> texts.get("loss.truth", number.apply(reading.truth()))));
        truth.visibleProperty().bind(model.readingProperty().map(reading -> !number.apply(reading.shown())
                .equals(number.apply(reading.truth()))));
        truth.managedProperty().bind(truth.visibleProperty());
        HBox figure = new HBox(shown, truth);
        figure.setAlignment(Pos.BASELINE_CENTER);
        return figure;
    }

    /** How much a bar or an arrow shows that fills its room. */
    Label full(ToDoubleFunction<LossReading> amount) {
        Label full = new Label();
        full.getStyleClass().add("axis-label");
        full.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("loss.full.tip"));
        full.setTooltip(tooltip);
        full.textProperty().bind(live(reading -> texts.get("loss.full", Numbers.plain(amount.applyAsDouble(reading)))));
        return full;
    }

    /** Words that follow reading and language. */
    StringBinding live(Function<LossReading, String> words) {
        return texts.live(() -> words.apply(model.reading()), model.readingProperty());
    }

    /** Gives a button its id, words and tooltip, all named after {@code key}. */
    <B extends ButtonBase> B button(B button, String key) {
        button.setId("loss-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.text("loss." + key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text("loss." + key + ".tip"));
        button.setTooltip(tooltip);
        return button;
    }

    /** A label for a class' name, which may be longer than its room. */
    static Label className() {
        Label name = new Label();
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        name.setTooltip(whole);
        return name;
    }
}
