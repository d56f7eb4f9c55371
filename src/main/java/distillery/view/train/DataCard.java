package distillery.view.train;

import distillery.lab.TrainModel;
import distillery.net.Layers;
import distillery.train.Preset;
import distillery.train.TeacherSettings;
import distillery.train.TrainSettings;
import distillery.view.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** What the students learn from: the data, how many labels, and what they never see. */
final class DataCard extends VBox {
    private static final Layers OWN_TEACHER = Layers.of(784, 400, 400, 10);
    private static final int OWN_EPOCHS = 5;
    private static final int MOST_IMAGES = 1_000_000;
    private static final int DIGITS = 10;

    private enum Choice {
        MNIST,
        TOY,
        FOLDER
    }

    private final TrainModel model;
    private final Parts parts;
    private final Texts texts;

    DataCard(TrainModel model, Parts parts) {
        this.model = model;
        this.parts = parts;
        this.texts = parts.texts();
        Form form = new Form(parts);
        form.control(
                new Picker<>(
                        "train-data",
                        List.of(Choice.values()),
                        texts,
                        this::name,
                        model.settingsProperty().map(now -> choice(now.data())),
                        this::take),
                "train.data.source",
                "train.data.source.tip");
        form.number(
                field("train-images", MOST_IMAGES, TrainSettings::images, (draft, count) -> draft.images = count),
                "train.images",
                "train.images.tip");
        form.number(
                field("train-jitter", 0, 8, TrainSettings::jitter, (draft, pixels) -> draft.jitter = pixels),
                "train.jitter",
                "train.jitter.tip");
        form.number(
                new NumberField(
                        "train-smoothing-of-control",
                        false,
                        0,
                        0.99,
                        model,
                        TrainSettings::smoothing,
                        (draft, share) -> draft.smoothing = share),
                "train.label-smoothing",
                "train.label-smoothing.tip");
        getStyleClass().add("card");
        getChildren()
                .setAll(
                        parts.label("train.data", "card-title"),
                        form,
                        parts.label("train.omitted", "form-name"),
                        omitted());
    }

    private interface Whole {
        void write(TrainSettings.Draft draft, int value);
    }

    private NumberField field(String id, int most, ToDoubleFunction<TrainSettings> read, Whole write) {
        return field(id, 1, most, read, write);
    }

    private NumberField field(String id, int least, int most, ToDoubleFunction<TrainSettings> read, Whole write) {
        return new NumberField(id, true, least, most, model, read, (draft, value) -> write.write(draft, (int) value));
    }

    /** Ten digits to press; a pressed one is never shown to the students. */
    private TilePane omitted() {
        TilePane digits = new TilePane();
        digits.setId("train-omitted");
        digits.getStyleClass().add("digits");
        digits.setPrefColumns(DIGITS / 2);
        for (int i = 0; i < DIGITS; i++) {
            int digit = i;
            ToggleButton button = new ToggleButton(Integer.toString(digit));
            button.setId("train-omit-" + digit);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(pressed -> omit(digit, button.isSelected()));
            button.accessibleTextProperty().bind(texts.text("train.omit", digit));
            parts.tip(button, "train.omitted.tip");
            model.settingsProperty().subscribe(now -> {
                button.setSelected(now.omitted().contains(digit));
                button.setDisable(digit >= now.student().classes());
            });
            digits.getChildren().add(button);
        }
        return digits;
    }

    private void omit(int digit, boolean gone) {
        Set<Integer> omitted = new TreeSet<>(model.settings().omitted());
        boolean changed = gone ? omitted.add(digit) : omitted.remove(digit);
        if (changed && model.edit(draft -> draft.omitted = omitted).isPresent()) {
            ((ToggleButton) lookup("#train-omit-" + digit)).setSelected(!gone); // one class must be left
        }
    }

    private static Choice choice(String data) {
        return switch (data) {
            case TrainSettings.MNIST -> Choice.MNIST;
            case TrainSettings.TOY -> Choice.TOY;
            default -> Choice.FOLDER;
        };
    }

    private String name(Choice choice) {
        String data = model.settings().data();
        return switch (choice) {
            case MNIST -> texts.get("train.data.mnist");
            case TOY -> texts.get("train.data.toy");
            case FOLDER ->
                choice(data) == Choice.FOLDER
                        ? String.valueOf(Path.of(data).getFileName())
                        : texts.get("train.data.folder");
        };
    }

    private void take(Choice choice) {
        switch (choice) {
            case MNIST -> model.set(Preset.FEW_LABELS.settings());
            case TOY -> model.set(Preset.TOY.settings());
            case FOLDER -> askForFolder();
        }
    }

    private void askForFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("train.data.folder.title"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            TrainSettings base =
                    model.settings().data().equals(TrainSettings.TOY) ? Preset.FEW_LABELS.settings() : model.settings();
            // The teacher on board knows digits, and these may be shirts.
            model.set(base.with(draft -> {
                draft.data = folder.getPath();
                draft.teacher = TeacherSettings.trained(OWN_TEACHER, OWN_EPOCHS);
            }));
        }
    }
}
