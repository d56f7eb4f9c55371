package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.lab.Appearance;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.MissingDigit;
import distillery.lab.digits.MissingModel;
import distillery.lab.train.RunState;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import distillery.view.train.ArmWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What becomes of a digit that the students never saw, and of everything else, when its bias is raised. */
final class MissingPage extends VBox {
    private final MissingModel model;
    private final Controls parts;
    private final Texts texts;

    MissingPage(DigitsModel digits, Appearance appearance, Controls parts) {
        model = digits.missing();
        this.parts = parts;
        texts = parts.texts();
        ObservableValue<Boolean> known =
                model.foundProperty().map(found -> true).orElse(false);
        Label title = LessonAnchors.head(parts.label(words(this::title), "card-title"));
        title.setId("digits-missing-title");
        MissingPlot plot = new MissingPlot(model, appearance, texts);
        VBox.setVgrow(plot, Priority.ALWAYS);
        FlowPane choices = new FlowPane(
                parts.label("digits.missing.bias", "quiet"),
                choice("zero", found -> 0),
                choice("best", MissingDigit::best),
                choice("prior", MissingDigit::priorBias));
        FigureSave save =
                new FigureSave("digits-save-missing", "missing", digits::save, parts, this::picture, this::table);
        choices.getChildren().add(LessonAnchors.aside(save));
        choices.getStyleClass().add("filters");
        choices.setMinHeight(USE_PREF_SIZE);
        Label sentence = parts.prose("digits-missing-words", words(this::sentence));
        Controls.showIf(plot, known);
        Controls.showIf(choices, known);
        getStyleClass().add("digits-page");
        setId("digits-missing");
        getChildren().setAll(title, sentence, plot, choices);
    }

    private Optional<FigurePage> picture() {
        return Optional.ofNullable(model.foundProperty().get())
                .map(found -> new FigurePage(
                        title(),
                        List.of(new Figure.Curves(MissingPlot.numbers(found, title(), texts))),
                        List.of(sentence())));
    }

    private Optional<AtomicFile.Content> table() {
        return Optional.ofNullable(model.foundProperty().get()).map(MissingPlot::table);
    }

    private StringBinding words(Supplier<String> said) {
        return texts.live(
                said, model.foundProperty(), model.biasProperty(), model.stageProperty(), model.askingProperty());
    }

    private Button choice(String id, ToDoubleFunction<MissingDigit> bias) {
        String key = "digits.missing." + id;
        Button button = parts.button(new Button(), "digits-bias-" + id, key, key + ".tip");
        button.setOnAction(pressed -> {
            MissingDigit found = model.foundProperty().get();
            if (found != null) {
                model.biasProperty().set(bias.applyAsDouble(found));
            }
        });
        button.disableProperty()
                .bind(model.foundProperty()
                        .map(found -> !Double.isFinite(bias.applyAsDouble(found)))
                        .orElse(true));
        return button;
    }

    private String title() {
        MissingDigit found = model.foundProperty().get();
        return found == null
                ? texts.get("digits.page.missing")
                : texts.get("digits.missing.title", ArmWords.of(found.student(), texts), found.names());
    }

    private String sentence() {
        MissingDigit found = model.foundProperty().get();
        if (found == null) {
            if (model.askingProperty().get()) {
                return texts.get("digits.loading");
            }
            RunState.Stage stage = model.stageProperty().get();
            return texts.get(stage == RunState.Stage.RUNNING ? "digits.missing.running" : "digits.missing.none");
        }
        double bias = model.biasProperty().get();
        String said = texts.get(
                "digits.missing.words",
                ArmWords.of(found.student(), texts),
                found.names(),
                Numbers.signed(bias, 2),
                found.test().errors(bias),
                found.test().errorsOnOmitted(bias));
        return found.isChosen() ? said : texts.paragraph(List.of(said, texts.get("digits.missing.no-held-out")));
    }
}
