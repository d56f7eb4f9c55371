package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Drawer;
import distillery.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** All that is set, in one line, and the button that opens the settings. */
final class SettingsLine extends HBox {
    private final TrainModel model;
    private final Texts texts;

    SettingsLine(TrainModel model, Drawer drawer, Controls parts) {
        this.model = model;
        texts = parts.texts();
        ToggleButton settings =
                parts.button(new ToggleButton(), "train-settings", "train.settings", "train.settings.tip");
        settings.setGraphic(Controls.icon(Feather.SLIDERS));
        settings.setOnAction(pressed -> drawer.toggle());
        drawer.openProperty().subscribe(settings::setSelected);
        Label line = parts.label(texts.live(this::line, model.settingsProperty()), "quiet");
        line.setId("train-settings-line");
        line.setMinWidth(0);
        parts.tip(line, line.textProperty());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("settings-line");
        getChildren().setAll(settings, line);
    }

    private String line() {
        TrainSettings now = model.settings();
        String preset = Preset.of(now)
                .map(each -> texts.get("train.preset." + each.id()))
                .orElseGet(() -> texts.get("train.own-settings"));
        return texts.get("train.settings.line", preset, String.join(" · ", SettingsWords.of(now, texts)));
    }
}
