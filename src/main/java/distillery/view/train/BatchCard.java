package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.BatchSample;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.method.LiveHyperparameters;
import distillery.train.ArmName;
import distillery.train.StepReport;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Scale;
import distillery.view.ScaleSlider;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The batch of the last step, seen at a temperature of its own. */
final class BatchCard extends VBox {
    /** What can be seen of a batch whose method looks inside the nets. */
    private enum Page {
        INSIDE,
        OUTPUTS
    }

    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.INSIDE);
    private final TrainModel model;
    private final Texts texts;

    BatchCard(TrainModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        ScaleSlider viewing =
                new ScaleSlider(Scale.TEMPERATURE, model.viewingProperty().get());
        viewing.setId("train-viewing");
        viewing.amountProperty().bindBidirectional(model.viewingProperty());
        parts.tip(viewing, "train.viewing.tip");
        Label value = parts.label(
                texts.live(
                        () -> "T = "
                                + Numbers.temperature(model.viewingProperty().get()),
                        model.viewingProperty()),
                "viewing-value");
        value.setId("train-viewing-value");
        value.setMinWidth(USE_PREF_SIZE);
        Button copy = LessonAnchors.tie(
                parts.button(new Button(), "train-copy", "train.copy", "train.copy.tip"), Target.TRAIN_KNOWLEDGE);
        copy.setOnAction(pressed -> copy());
        Label name = parts.label("train.viewing", "quiet");
        name.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(name, value);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox glasses = new VBox(header, viewing, copy);
        glasses.getStyleClass().add("viewing");
        SampleStrip strip = new SampleStrip(model, appearance, texts);
        VBox.setVgrow(strip, Priority.ALWAYS);
        Label some = parts.prose("train-batch-some", texts.live(this::some, model.batchProperty()), "quiet");
        Controls.showIf(some, some.textProperty().map(words -> !words.isEmpty()));
        HBox legend = new HBox(
                parts.swatch(Role.TEACHER, texts.text("train.teacher-bar")),
                parts.swatch(
                        Role.DISTILLED,
                        texts.live(this::watched, model.reading().reportProperty())));
        legend.getStyleClass().add("legend");
        Label sentence = parts.prose(
                "train-dark-knowledge", texts.live(this::sentence, model.batchProperty(), model.viewingProperty()));
        VBox outputs = page(glasses, strip, legend, some, sentence);
        VBox inside = inside(appearance, parts);
        ObservableValue<Boolean> drawn = model.usedProperty().map(BatchCard::isDrawn);
        ObjectBinding<Boolean> shown =
                Bindings.createObjectBinding(() -> drawn.getValue() && page.get() == Page.INSIDE, drawn, page);
        inside.managedProperty().bind(drawn);
        inside.visibleProperty().bind(shown);
        outputs.visibleProperty().bind(shown.map(is -> !is));
        model.inside()
                .watchedProperty()
                .bind(Bindings.createBooleanBinding(() -> shown.get() && getScene() != null, shown, sceneProperty()));
        SegmentedControl<Page> pages = Controls.showIf(
                new SegmentedControl<>(
                        "train-batch-page",
                        page,
                        List.of(Page.values()),
                        each -> texts.text("train.batch.page." + each.name().toLowerCase(Locale.ROOT))),
                drawn);
        StackPane both = new StackPane(outputs, inside);
        VBox.setVgrow(both, Priority.ALWAYS);
        setId("train-batch");
        getStyleClass().addAll("card", "batch-card");
        getChildren().setAll(parts.label("train.batch", "card-title"), pages, both);
    }

    private static VBox page(Node... content) {
        VBox page = new VBox(content);
        page.getStyleClass().add("batch-page");
        return page;
    }

    private VBox inside(Appearance appearance, Controls parts) {
        InsidePane pane = new InsidePane(model, appearance, texts);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return page(pane, parts.prose("train-inside-words", pane.words()));
    }

    private static boolean isDrawn(TrainSettings used) {
        return used.method().method().hasPicture(used.teacher().layers(), used.student());
    }

    private void copy() {
        model.edit(draft -> {
            LiveHyperparameters knobs = draft.live.knobs();
            draft.live = draft.live.withKnobs(
                    new LiveHyperparameters(model.viewingProperty().get(), knobs.softWeight(), knobs.hardWeight()));
        });
    }

    /** That not all classes are shown; empty if they are. */
    private String some() {
        List<BatchSample> samples = model.batchProperty().get();
        int classes = samples.isEmpty() ? 0 : samples.get(0).names().size();
        return classes <= SamplePainter.MOST_CLASSES
                ? ""
                : texts.get("train.batch.some", SamplePainter.MOST_CLASSES, classes);
    }

    /** Whose answers are shown beside the teacher's: before the distilled student's turn those of one who learns for it. */
    private String watched() {
        StepReport report = model.reading().reportProperty().get();
        return ArmWords.of(report == null ? ArmName.DISTILLED : report.leading(), texts);
    }

    private String sentence() {
        List<BatchSample> samples = model.batchProperty().get();
        if (samples.isEmpty()) {
            return texts.get("train.batch.none");
        }
        BatchSample first = samples.get(0);
        String heat = Numbers.temperature(model.viewingProperty().get());
        String share = Numbers.percent(first.doubt());
        boolean mistaken = first.doubt() > first.teacher()[first.label()];
        return mistaken
                ? texts.get("train.batch.mistaken", first.labelName(), first.otherName(), share, heat)
                : texts.get("train.batch.dark", first.labelName(), first.otherName(), share, heat);
    }
}
