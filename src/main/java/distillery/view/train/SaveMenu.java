package distillery.view.train;

import distillery.lab.RunReading;
import distillery.lab.RunReading.Stage;
import distillery.lab.TrainModel;
import distillery.view.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** What can be taken along: curves as a table, charts as pictures, weights. */
final class SaveMenu extends MenuButton {
    private final Texts texts;

    SaveMenu(TrainModel model, ChartBoard charts, Parts parts) {
        texts = parts.texts();
        parts.button(this, "train-save", "train.save", "train.save.tip");
        RunReading reading = model.reading();
        MenuItem weights = item("train-save-weights", "train.save.weights", () -> askFolder(model::saveWeights));
        weights.disableProperty()
                .bind(reading.stageProperty().isEqualTo(Stage.FAILED)); // nobody is left to hand them over
        getItems()
                .setAll(
                        item("train-save-curves", "train.save.curves", () -> ask("curves", "csv", model::saveCurves)),
                        item("train-save-charts", "train.save.charts", () -> ask("charts", "png", charts::save)),
                        weights);
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reading.readyProperty().get() == null, reading.readyProperty()));
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void ask(String name, String ending, Consumer<Path> save) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("train.save"));
        chooser.setInitialFileName(name + "." + ending);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            save.accept(file.toPath());
        }
    }

    private void askFolder(Consumer<Path> save) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("train.save.weights"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            save.accept(folder.toPath());
        }
    }
}
