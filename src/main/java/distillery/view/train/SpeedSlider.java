package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.view.Controls;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** From one step in two seconds to as fast as it goes. */
final class SpeedSlider extends HBox {
    /** Milliseconds of standing still after each step, by place on the track. */
    private static final int[] STEP_MILLIS = {2000, 1000, 500, 200, 50, 0};

    private final Texts texts;
    private final Slider slider = new Slider(0, STEP_MILLIS.length - 1, STEP_MILLIS.length - 1);

    SpeedSlider(TrainModel model, Controls parts) {
        texts = parts.texts();
        slider.setId("train-speed");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        for (Observable cause : List.of(slider.valueProperty(), slider.valueChangingProperty())) {
            cause.addListener(changed -> {
                if (!slider
                        .isValueChanging()) { // slow motion has a card of its own, which must not come under the hand
                    model.stepMillisProperty().set(millis());
                }
            });
        }
        model.stepMillisProperty().subscribe(now -> {
            int place = place(now.intValue());
            if (Math.round(slider.getValue()) != place) {
                slider.setValue(place);
            }
        });
        parts.tip(slider, "train.speed.tip");
        Label words = parts.label(texts.live(this::words, slider.valueProperty()), "quiet");
        words.setId("train-speed-words");
        words.setMinWidth(USE_PREF_SIZE);
        Label name = parts.label("train.speed", "quiet");
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(name, slider, words);
        getStyleClass().add("speed");
        setAlignment(Pos.CENTER_LEFT);
    }

    private static int place(int millis) {
        int place = 0;
        while (STEP_MILLIS[place] > millis) {
            place++;
        }
        return place;
    }

    private int millis() {
        return STEP_MILLIS[(int) Math.round(slider.getValue())];
    }

    private String words() {
        int millis = millis();
        return millis == 0 ? texts.get("train.speed.full") : texts.get("train.speed.steps", 1000.0 / millis);
    }
}
