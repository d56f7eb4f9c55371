package distillery.view.train;

import distillery.data.ClassLabels;
import distillery.data.DataFolder;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.lab.train.DataReading;
import distillery.lab.train.TrainModel;
import distillery.train.DataChoice;
import distillery.train.Fit;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What was found in a folder of one's own, and what to do. What is wrong with it is said at the control that chooses it:
 * here it would push away what is below it.
 */
final class DataFacts extends VBox {
    private static final int LISTED = 10;

    private final TrainModel model;
    private final ObservableValue<DataReading> reading;
    private final Texts texts;

    DataFacts(TrainModel model, Controls parts) {
        this.model = model;
        reading = model.data().readingProperty();
        texts = parts.texts();
        CheckBox turned = parts.button(new CheckBox(), "train-turned", "train.turned", "train.turned.tip");
        turned.setWrapText(true);
        turned.setMinWidth(0);
        turned.setOnAction(pressed -> model.data().turn(turned.isSelected()));
        model.settingsProperty()
                .subscribe(now -> turned.setSelected(DataChoice.of(now.data()).turned()));
        Controls.showIf(turned, model.settingsProperty().map(now -> DataChoice.of(now.data())
                .isFolder()));
        Button fit = parts.button(new Button(), "train-fit", "train.fit", "train.fit.tip");
        fit.setOnAction(pressed -> model.data().fitNets());
        fit.disableProperty()
                .bind(texts.live(this::misfit, reading, model.settingsProperty())
                        .map(String::isEmpty));
        getStyleClass().add("data-facts");
        getChildren()
                .setAll(
                        words(parts, "train-data-found", this::found, "quiet"),
                        turned,
                        fit,
                        words(parts, "train-data-advice", this::advice, "quiet"));
    }

    /** What is wrong with the chosen data, or with nets that they do not fit; empty if nothing is. */
    ObservableValue<String> refusal() {
        return texts.live(() -> trouble().isEmpty() ? misfit() : trouble(), reading, model.settingsProperty());
    }

    /** A sentence that is there only while it says anything. All of them depend on settings and folder. */
    private Label words(Controls parts, String id, Supplier<String> sentence, String style) {
        Label label = parts.prose(id, texts.live(sentence, reading, model.settingsProperty()), style);
        return Controls.showIf(label, label.textProperty().map(text -> !text.isEmpty()));
    }

    private String found() {
        DataFolder folder = reading.getValue().folder();
        if (folder == null) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        ClassLabels classes = folder.classes();
        sentences.add(texts.get(
                "train.data.found",
                classes.count(),
                list(classes.names()),
                folder.width(),
                folder.height(),
                folder.trainCount(),
                folder.testCount()));
        if (!classes.countFromZero() || !classes.names().get(0).equals("0")) {
            sentences.add(texts.get(
                    "train.data.numbered",
                    classes.numbers().get(0),
                    classes.numbers().get(classes.count() - 1)));
        }
        if (!folder.untested().isEmpty()) {
            sentences.add(texts.get("train.data.untested", list(folder.untested())));
        }
        if (folder.lyingDown() && !DataChoice.of(model.settings().data()).turned()) {
            sentences.add(texts.get("train.data.lying"));
        }
        return texts.paragraph(sentences);
    }

    private String trouble() {
        Problem problem = reading.getValue().problem();
        return problem == null
                ? ""
                : texts.get(problem.key(), problem.arguments().toArray());
    }

    private String misfit() {
        TrainSettings settings = model.settings();
        DataReading now = reading.getValue();
        Shape needed = now.shape();
        if (needed == null || now.fits(settings)) {
            return "";
        }
        TrainSettings fitting = Fit.nets(settings, needed, now.classes());
        return texts.get(
                "train.data.misfit",
                needed.size(),
                now.classes(),
                fitting.teacher().layers().toString(),
                fitting.student().toString());
    }

    private String advice() {
        TrainSettings settings = model.settings();
        List<String> sentences = new ArrayList<>();
        boolean shipped = settings.teacher().source() == TeacherSettings.Source.SHIPPED;
        if (shipped && DataChoice.of(settings.data()).isFolder()) {
            sentences.add(texts.get("train.data.shipped"));
        }
        int classes = settings.student().classes() - settings.omitted().size();
        if (settings.images() < classes) {
            sentences.add(texts.get("train.data.few", settings.images(), classes));
        }
        return texts.paragraph(sentences);
    }

    private static String list(List<String> names) {
        return names.size() <= LISTED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " ... " + names.get(names.size() - 1);
    }
}
