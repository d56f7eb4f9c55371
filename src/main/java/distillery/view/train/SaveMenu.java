package distillery.view.train;

import distillery.data.AtomicFile;
import distillery.data.Ending;
import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.picture.ChartPictures;
import distillery.view.shell.AskEvent;
import distillery.view.shell.ChoiceOverlay;
import distillery.view.shell.SavePlace;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What can be taken along: curves as a table, charts as pictures, weights. */
final class SaveMenu extends MenuButton {
    private final TrainModel model;
    private final Texts texts;
    private final SavePlace place;

    SaveMenu(TrainModel model, ChartBoard charts, Controls parts) {
        this.model = model;
        texts = parts.texts();
        place = new SavePlace(this, texts);
        parts.button(this, "train-save", "train.save", "train.save.tip");
        RunState reading = model.reading();
        MenuItem weights = parts.item(
                "train-save-weights",
                "train.save.weights",
                () -> place.folder("train.save.weights", model.files()::weightFiles, model.files()::weights));
        weights.disableProperty()
                .bind(reading.stageProperty().isEqualTo(Stage.FAILED)); // nobody is left to hand them over
        getItems()
                .setAll(
                        parts.item(
                                "train-save-curves",
                                "train.save.curves",
                                () -> place.file("train.save", "curves", Ending.CSV, model.files()::curves)),
                        parts.item("train-save-sheet", "train.save.sheet", () -> saveCharts(charts.pictures()::sheet)),
                        parts.item("train-save-charts", "train.save.charts", () -> askForEach(charts.pictures())),
                        weights);
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reading.readyProperty().get() == null, reading.readyProperty()));
    }

    /** Which files there will be is said before one of them is named. */
    private void askForEach(ChartPictures pictures) {
        fireEvent(new AskEvent(
                texts.text("train.each.title"),
                texts.text(
                        "train.each.sentence",
                        pictures.charts().size(),
                        pictures.ids().get(0),
                        pictures.ids().get(1)),
                new ChoiceOverlay.Answer("train.each.go", () -> saveCharts(pictures::each)),
                new ChoiceOverlay.Answer("train.each.leave", () -> {})));
    }

    private void saveCharts(Function<Path, Map<Path, AtomicFile.Content>> drawn) {
        place.oneOf(ChartPictures.KINDS, "train.save", "charts", (file, leave) -> {
            Map<Path, AtomicFile.Content> pictures = drawn.apply(file);
            leave.toWrite(pictures.keySet(), agreed -> model.files().write(pictures, agreed));
        });
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }
}
