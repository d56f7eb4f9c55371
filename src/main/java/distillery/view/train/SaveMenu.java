package distillery.view.train;

import distillery.data.Ending;
import distillery.lab.train.RunState;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.view.Texts;
import distillery.view.shell.SavePlace;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** What can be taken along: curves as a table, charts as pictures, weights. */
final class SaveMenu extends MenuButton {
    private final Texts texts;
    private final SavePlace place;

    SaveMenu(TrainModel model, ChartBoard charts, TrainControls parts) {
        texts = parts.texts();
        place = new SavePlace(this, texts);
        parts.button(this, "train-save", "train.save", "train.save.tip");
        RunState reading = model.reading();
        MenuItem weights = item(
                "train-save-weights",
                "train.save.weights",
                () -> place.folder("train.save.weights", model::weightFiles, model::saveWeights));
        weights.disableProperty()
                .bind(reading.stageProperty().isEqualTo(Stage.FAILED)); // nobody is left to hand them over
        getItems()
                .setAll(
                        item(
                                "train-save-curves",
                                "train.save.curves",
                                () -> place.file("train.save", "curves", Ending.CSV, model::saveCurves)),
                        item(
                                "train-save-charts",
                                "train.save.charts",
                                () -> place.files("train.save", "charts", Ending.PNG, charts::save)),
                        weights);
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reading.readyProperty().get() == null, reading.readyProperty()));
    }

    /** Where all of it is saved. */
    SavePlace place() {
        return place;
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
