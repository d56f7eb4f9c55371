package distillery.view.train;

import distillery.data.PlaneSettings;
import distillery.data.PlaneShape;
import distillery.lab.train.PlaneModel;
import distillery.lab.train.TrainModel;
import distillery.train.Fit;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Picker;
import distillery.view.Texts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;

/** How points in the plane lie, shown where the data are such. What changes them takes a person's own points away. */
final class PlaneForm {
    private PlaneForm() {}

    static void addTo(FormGrid form, TrainModel model, Controls parts) {
        Texts texts = parts.texts();
        ObservableValue<Boolean> shown =
                model.settingsProperty().map(now -> PlaneModel.of(now).isPresent());
        ObservableValue<PlaneSettings> plane = model.settingsProperty().map(PlaneForm::of);
        Picker<PlaneShape> shapes = new Picker<>(
                "train-plane-shape",
                List.of(PlaneShape.values()),
                texts,
                shape -> texts.get("train.plane.shape." + shape.id()),
                plane.map(PlaneSettings::shape),
                shape -> put(model, of(model.settings()).with(shape)));
        form.control(Controls.showIf(shapes, shown), "train.plane.shape", "train.plane.shape.tip");
        Picker<Integer> classes = new Picker<>(
                "train-plane-classes",
                counts(of(model.settings())),
                texts,
                String::valueOf,
                plane.map(PlaneSettings::classes),
                count -> {
                    PlaneSettings now = of(model.settings());
                    put(model, now.with(count, now.noise(), now.seed()));
                });
        plane.subscribe(now -> classes.offer(counts(now)));
        form.control(Controls.showIf(classes, shown), "train.plane.classes", "train.plane.classes.tip");
        NumberField noise = field(
                "train-plane-noise",
                false,
                PlaneSettings.MOST_NOISE,
                model,
                (now, value) -> now.with(now.classes(), value, now.seed()));
        form.number(Controls.showIf(noise, shown), "train.plane.noise", "train.plane.noise.tip");
        NumberField seed = field(
                "train-plane-seed",
                true,
                PlaneSettings.MOST_SEED,
                model,
                (now, value) -> now.with(now.classes(), now.noise(), value.longValue()));
        form.number(Controls.showIf(seed, shown), "train.plane.seed", "train.plane.seed.tip");
    }

    private static NumberField field(
            String id,
            boolean whole,
            double most,
            TrainModel model,
            BiFunction<PlaneSettings, Double, PlaneSettings> change) {
        return new NumberField(
                id,
                whole,
                0,
                most,
                model,
                now -> whole ? (double) of(now).seed() : of(now).noise(),
                (draft, value) -> draft.data =
                        change.apply(PlaneSettings.parse(draft.data), value).toString());
    }

    /** The points of the settings; where they name other data, the first ones, which are not shown. */
    private static PlaneSettings of(TrainSettings settings) {
        return PlaneModel.of(settings).orElse(PlaneSettings.FIRST);
    }

    private static List<Integer> counts(PlaneSettings plane) {
        return IntStream.rangeClosed(PlaneSettings.FEWEST_CLASSES, PlaneSettings.MOST_CLASSES)
                .filter(plane.shape()::takes)
                .boxed()
                .toList();
    }

    private static void put(TrainModel model, PlaneSettings plane) {
        model.set(Fit.toPlane(model.settings(), plane));
    }
}
