package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.BatchSample;
import distillery.lab.train.TrainModel;
import distillery.lesson.Target;
import distillery.method.LiveHyperparameters;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Scale;
import distillery.view.ScaleSlider;
import distillery.view.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The batch of the last step, seen at a temperature of its own. */
final class BatchCard extends VBox {
    private final TrainModel model;
    private final Texts texts;

    BatchCard(TrainModel model, Appearance appearance, TrainControls parts) {
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
        TrainControls.showIf(some, some.textProperty().map(words -> !words.isEmpty()));
        HBox legend = new HBox(
                parts.swatch(Role.TEACHER, "train.teacher-bar"), parts.swatch(Role.DISTILLED, "train.arm.distilled"));
        legend.getStyleClass().add("legend");
        Label sentence = parts.prose(
                "train-dark-knowledge", texts.live(this::sentence, model.batchProperty(), model.viewingProperty()));
        setId("train-batch");
        getStyleClass().addAll("card", "batch-card");
        getChildren().setAll(parts.label("train.batch", "card-title"), glasses, strip, legend, some, sentence);
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
