package distillery.view.train;

import distillery.data.PlaneSettings;
import distillery.lab.train.TrainModel;
import distillery.train.DataChoice;
import distillery.train.EvaluationSet;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Picker;
import distillery.view.Texts;
import distillery.view.shell.SavePlace;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/** What the students learn from: the data, how many labels, and what they never see. */
final class DataCard extends VBox {
    private static final int MOST_IMAGES = 1_000_000;

    /** What is offered last: a folder yet to be named. */
    private static final String ANOTHER = "";

    private final TrainModel model;
    private final Texts texts;
    private final Supplier<@Nullable Path> chooser;

    DataCard(TrainModel model, Controls parts) {
        this(model, parts, null);
    }

    /** With another way to ask for a folder than the system's window, if any. */
    DataCard(TrainModel model, Controls parts, @Nullable Supplier<@Nullable Path> chooser) {
        this.model = model;
        this.texts = parts.texts();
        this.chooser = chooser == null ? this::askForFolder : chooser;
        FormGrid form = new FormGrid(parts);
        DataFacts facts = new DataFacts(model, parts);
        form.control(source(), "train.data.source", "train.data.source.tip", facts.refusal());
        PlaneForm.addTo(form, model, parts);
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
        form.control(
                new Picker<>(
                        "train-evaluated-on",
                        List.of(EvaluationSet.values()),
                        texts,
                        set -> texts.get("train.evaluated-on." + set.id()),
                        model.settingsProperty().map(TrainSettings::evaluatedOn),
                        set -> model.edit(draft -> draft.evaluatedOn = set)),
                "train.evaluated-on",
                "train.evaluated-on.tip");
        getStyleClass().add("card");
        getChildren()
                .setAll(
                        parts.label("train.data", "card-title"),
                        form,
                        facts,
                        parts.label("train.omitted", "form-name"),
                        new OmittedClasses(model, parts));
    }

    /** What there is to choose: an item for each set, so that a name says what its item is, and one that always asks. */
    private Picker<String> source() {
        Picker<String> source = new Picker<>(
                "train-data",
                offered(),
                texts,
                this::name,
                model.settingsProperty().map(now -> kind(DataChoice.of(now.data()))),
                this::take);
        model.settingsProperty().subscribe(now -> source.offer(offered()));
        model.data().readingProperty().subscribe(now -> source.offer(offered()));
        return source;
    }

    /** The item that stands for these data: there is one for all points in the plane. */
    private static String kind(DataChoice choice) {
        return choice.isPlane() ? PlaneSettings.PLANE : choice.place();
    }

    private List<String> offered() {
        DataChoice chosen = DataChoice.of(model.settings().data());
        List<String> places = new ArrayList<>(List.of(TrainSettings.MNIST, TrainSettings.TOY, PlaneSettings.PLANE));
        if (chosen.isFolder()) {
            places.add(chosen.place());
            places.addAll(model.data().readingProperty().get().choices());
        }
        places.add(ANOTHER);
        return places.stream().distinct().toList();
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

    private String name(String place) {
        return place.equals(ANOTHER) ? texts.get("train.data.folder") : DataName.of(place, texts);
    }

    private void take(String place) {
        Path folder = place.equals(ANOTHER) ? chooser.get() : null;
        String taken = folder == null ? place : folder.toString();
        if (!taken.equals(ANOTHER)) {
            model.data().choose(taken);
        }
    }

    private @Nullable Path askForFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("train.data.folder.title"));
        File now = new File(DataChoice.of(model.settings().data()).place());
        if (now.isAbsolute() && now.isDirectory()) {
            chooser.setInitialDirectory(now);
        }
        File folder = chooser.showDialog(getScene().getWindow());
        return folder == null ? null : new SavePlace(this, texts).path(folder).orElse(null);
    }
}
