package distillery.view.digits;

import distillery.lab.digits.ConfusionModel;
import distillery.lab.train.ConfusionHistory;
import distillery.view.Controls;
import distillery.view.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Goes through the epochs of a run: its right end is the newest, and stays so while the run goes on. */
final class EpochSlider extends HBox {
    private final ConfusionModel model;
    private final Texts texts;
    private final Slider slider = new Slider(0, 1, 1);
    private boolean following;

    EpochSlider(ConfusionModel model, Controls parts) {
        this.model = model;
        texts = parts.texts();
        slider.setId("digits-epoch");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label where = parts.label(texts.live(this::where, model.shownProperty(), model.epochsProperty()), "quiet");
        where.setId("digits-epoch-where");
        where.setMinWidth(USE_PREF_SIZE);
        where.setLabelFor(slider);
        slider.accessibleTextProperty().bind(where.textProperty());
        parts.tip(slider, "digits.epochs.tip");
        slider.valueProperty().addListener((property, before, now) -> {
            if (!following) {
                model.go((int) Math.rint(now.doubleValue()));
            }
        });
        getStyleClass().add("tools");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(where, slider);
        Controls.showIf(this, model.epochsProperty().map(epochs -> epochs.size() > 1));
        model.epochsProperty().subscribe(this::follow);
    }

    private void follow(List<ConfusionHistory.Entry> epochs) {
        following = true;
        slider.setMax(Math.max(1, epochs.size() - 1));
        slider.setValue(model.place());
        following = false;
    }

    private String where() {
        List<ConfusionHistory.Entry> epochs = model.epochsProperty().get();
        int place = model.place();
        if (epochs.isEmpty()) {
            return "";
        }
        String epoch = texts.get("digits.epoch", epochs.get(place).epoch());
        return place == epochs.size() - 1 ? texts.get("digits.epoch.latest", epoch) : epoch;
    }
}
