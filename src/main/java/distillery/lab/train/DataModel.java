package distillery.lab.train;

import distillery.data.DataFolder;
import distillery.data.PlaneSettings;
import distillery.data.Shape;
import distillery.lab.Workers;
import distillery.train.DataChoice;
import distillery.train.Fit;
import distillery.train.TrainSettings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The data that the settings name: what is found there, and how to choose others. Folders are looked at beside the
 * window's thread, whenever the settings name another one and before each run.
 */
public final class DataModel {
    private final TrainModel model;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<DataReading> reading;

    DataModel(TrainModel model, Workers workers) {
        this.model = model;
        this.workers = workers;
        reading = new ReadOnlyObjectWrapper<>(this, "reading", DataReading.of(place(model.settings())));
        model.settingsProperty().addListener((property, before, now) -> {
            if (!place(now).equals(reading.get().place())) {
                reading.set(DataReading.of(place(now)));
                look();
            }
        });
    }

    /** What was found; follows the settings. */
    public ReadOnlyObjectProperty<DataReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Looks again: somebody may have put the missing file there. */
    void look() {
        DataChoice wanted = DataChoice.of(model.settings().data());
        if (wanted.isFolder()) {
            workers.files().execute(() -> {
                DataReading found = DataReading.look(wanted.place());
                workers.window().execute(() -> {
                    if (found.place().equals(reading.get().place())) {
                        reading.set(found);
                    }
                });
            });
        }
    }

    /**
     * Takes other data: {@code mnist}, {@code toy}, {@code plane} or a folder. All other settings stay, but for nets that do not fit. A
     * folder that cannot be used is taken as well, so that what the settings say, what is shown and what runs agree.
     */
    public void choose(String place) {
        switch (place) {
            case TrainSettings.MNIST -> model.set(Fit.toMnist(model.settings()));
            case TrainSettings.TOY -> model.set(Fit.toToy(model.settings()));
            case PlaneSettings.PLANE -> model.set(Fit.toPlane(model.settings(), PlaneSettings.FIRST));
            default ->
                workers.files().execute(() -> {
                    DataReading found = DataReading.look(place);
                    workers.window().execute(() -> take(found));
                });
        }
    }

    private void take(DataReading found) {
        reading.set(found);
        DataFolder folder = found.folder();
        TrainSettings now = model.settings();
        TrainSettings pictures = DataChoice.of(now.data()).arePoints() ? Fit.toMnist(now) : now;
        model.set(
                folder == null
                        ? pictures.with(draft -> draft.data = found.place())
                        : Fit.own(now, found.place(), folder.shape(), found.classes()));
    }

    /** Swaps rows and columns of the folder's pictures, or leaves them as they are stored. */
    public void turn(boolean turned) {
        model.edit(draft ->
                draft.data = DataChoice.of(draft.data).withTurned(turned).data());
    }

    /** Gives the nets the ends that the data need. */
    public void fitNets() {
        DataReading found = reading.get();
        Shape needed = found.shape();
        if (needed != null) {
            model.set(Fit.nets(model.settings(), needed, found.classes()));
        }
    }

    private static String place(TrainSettings settings) {
        return DataChoice.of(settings.data()).place();
    }
}
