package distillery.view.train;

import distillery.lab.TrainModel;
import distillery.lab.TrainSetUp;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** How all charts are drawn, and a way to take them along. */
final class ChartTools extends HBox {
    ChartTools(TrainModel model, SaveMenu save, Parts parts) {
        CheckBox log = parts.button(new CheckBox(), "train-log", "train.log", "train.log.tip");
        log.selectedProperty().bindBidirectional(model.logAxisProperty());
        Slider smoothing = new Slider(0, TrainSetUp.STRONGEST_SMOOTHING, 0);
        smoothing.setId("train-smoothing");
        smoothing.setBlockIncrement(0.1);
        smoothing.valueProperty().bindBidirectional(model.smoothingProperty());
        parts.tip(smoothing, "train.smoothing.tip");
        getStyleClass().add("chart-tools");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        parts.label("train.smoothing", "quiet"),
                        smoothing,
                        parts.label("train.smoothing.words", "quiet"),
                        Parts.space(),
                        log,
                        save);
    }
}
