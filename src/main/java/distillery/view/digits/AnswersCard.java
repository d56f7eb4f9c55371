package distillery.view.digits;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.NetSource;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Picker;
import distillery.view.TemperatureSlider;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the nets say to what is shown, at one temperature. */
final class AnswersCard extends VBox {
    /** Times the picture's width. */
    private static final double WITH_PICTURE = 3;

    private final DigitsModel model;
    private final Texts texts;
    private final TemperatureSlider temperature;
    private final NetFilesRow files;
    private final BooleanBinding whole;

    /**
     * The card between pad and pages.
     *
     * @param alone whether the pad is out of sight, and with it what the nets look at
     * @param beside whether a page is shown: a class that looks at one needs of this card the temperature only
     */
    AnswersCard(
            DigitsModel model,
            Appearance appearance,
            Controls parts,
            ObservableValue<Boolean> alone,
            ObservableValue<Boolean> beside) {
        this.model = model;
        texts = parts.texts();
        temperature = new TemperatureSlider("digits-temperature", texts, false);
        temperature.temperatureProperty().bindBidirectional(model.viewingProperty());
        temperature.setMinHeight(USE_PREF_SIZE);
        files = new NetFilesRow(model, parts);
        AnswersPane bars = new AnswersPane(model, appearance, texts);
        HBox.setHgrow(bars, Priority.ALWAYS);
        SeenPane seen = new SeenPane("digits-answers-seen", SeenPane.LARGE, model, appearance, texts);
        HBox row = new HBox(seen, bars);
        Label firsts = parts.prose(
                "digits-firsts",
                texts.live(this::firsts, model.answersProperty(), model.troubleProperty(), model.viewingProperty()));
        HBox head = LessonAnchors.aside(head(parts));
        whole = Bindings.createBooleanBinding(
                () -> head.isVisible() || !beside.getValue(), head.visibleProperty(), beside);
        Controls.showIf(row, whole);
        Controls.showIf(firsts, whole);
        // What stands beside the bars leaves them room.
        Controls.showIf(
                seen,
                Bindings.createBooleanBinding(
                        () -> alone.getValue() && getWidth() > WITH_PICTURE * seen.getMinWidth(),
                        alone,
                        widthProperty()));
        row.getStyleClass().add("seen-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        Label second = LessonAnchors.aside(parts.prose(
                "digits-second", texts.live(this::second, model.answersProperty(), model.viewingProperty()), "quiet"));
        setId("digits-answers");
        getStyleClass().addAll("card", "answers-card");
        getChildren().setAll(head, files, row, firsts, second, temperature);
    }

    private HBox head(Controls parts) {
        Picker<NetSource> nets = new Picker<>(
                "digits-nets",
                List.of(NetSource.values()),
                texts,
                source -> texts.get("digits.nets." + source.id()),
                model.netsProperty(),
                this::take);
        nets.setMinWidth(USE_PREF_SIZE);
        parts.tip(nets, "digits.nets.tip");
        Label title = parts.label("digits.answers", "card-title");
        HBox head = new HBox(title, Controls.space(), nets);
        // Where there is no room for both, the card says by its bars what it is.
        Controls.showIf(
                title,
                head.widthProperty()
                        .map(width -> width.doubleValue() == 0
                                || width.doubleValue() > nets.prefWidth(-1) + title.prefWidth(-1) + head.getSpacing()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.NEVER);
        return head;
    }

    /** Whoever wants nets from files and has none is asked for the teacher's; it counts once it fits. */
    private void take(NetSource source) {
        if (source == NetSource.FILES
                && model.files().filesProperty().get().teacher().isEmpty()) {
            files.askForTeacher();
        } else {
            model.netsProperty().set(source);
        }
    }

    /** Whether nothing but the temperature is left of it. */
    BooleanBinding reduced() {
        return whole.not();
    }

    /** Where nets from files are chosen. */
    NetFilesRow files() {
        return files;
    }

    void focusTemperature() {
        temperature.requestFocus();
    }

    private String firsts() {
        Problem trouble = model.troubleProperty().get();
        Answers answers = model.answersProperty().get();
        if (trouble != null) {
            return texts.get(trouble.key(), trouble.arguments().toArray());
        }
        if (answers == null) {
            return texts.get("digits.loading");
        }
        return answers.isBlank()
                ? texts.get("digits.blank")
                : AnswerWords.firsts(answers, model.viewingProperty().get(), texts);
    }

    private String second() {
        Answers answers = model.answersProperty().get();
        return answers == null || answers.isBlank()
                ? ""
                : AnswerWords.second(answers, model.viewingProperty().get(), texts);
    }
}
