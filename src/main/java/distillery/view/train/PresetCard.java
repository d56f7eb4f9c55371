package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.train.Preset;
import distillery.train.Verdict;
import distillery.view.Controls;
import distillery.view.Picker;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Experiments worth showing, what each is about, and what it came to when it was measured. */
final class PresetCard extends VBox {
    /** How faintly there is what was measured for settings that are no longer these. */
    private static final double PAST = 0.45;

    private final Texts texts;
    private final VerdictWords words;
    private final ObjectBinding<@Nullable Preset> chosen;
    private final ObservableValue<@Nullable Preset> base;

    PresetCard(TrainModel model, Controls parts) {
        texts = parts.texts();
        words = new VerdictWords(texts);
        base = model.baseProperty();
        chosen = Bindings.createObjectBinding(
                () -> Preset.of(model.settings())
                        .filter(preset -> preset.settings().equals(model.settings())) // measured with its own seeds
                        .orElse(null),
                model.settingsProperty());
        Picker<Preset> picker = new Picker<>(
                "train-preset",
                List.of(Preset.values()),
                texts,
                preset -> texts.get("train.preset." + preset.id()),
                chosen,
                preset -> model.set(preset.settings()));
        picker.promptTextProperty().bind(texts.text("train.own-settings"));
        picker.setMaxWidth(Double.MAX_VALUE);
        Label about = parts.prose("train-preset-about", texts.live(this::about, base), "quiet");
        about.visibleProperty().bind(chosen.isNotNull());
        Label own = parts.prose("train-own-settings", texts.live(this::own, base), "quiet");
        own.visibleProperty().bind(chosen.isNull());
        StackPane either = new StackPane(about, own); // as high as the higher, or what is below would move in use
        either.setAlignment(Pos.TOP_LEFT);
        Label measured = parts.prose("train-preset-measured", texts.live(this::measured, base), "quiet");
        measured.opacityProperty()
                .bind(Bindings.when(chosen.isNull()).then(PAST).otherwise(1));
        Controls.showIf(measured, measured.textProperty().map(text -> !text.isEmpty()));
        getStyleClass().add("card");
        getChildren()
                .setAll(
                        parts.label("train.preset", "card-title"),
                        parts.tip(picker, "train.preset.tip"),
                        either,
                        measured);
    }

    private String about() {
        Preset preset = base.getValue();
        return preset == null ? "" : texts.get("train.about." + preset.id());
    }

    private String own() {
        Preset preset = base.getValue();
        return preset == null
                ? texts.get("train.own-settings.about")
                : texts.get("train.own-settings.changed", texts.get("train.preset." + preset.id()));
    }

    private String measured() {
        Preset preset = base.getValue();
        if (preset == null) {
            return "";
        }
        Verdict verdict = preset.measured();
        return texts.paragraph(List.of(
                texts.get("train.measured"),
                words.errors(verdict, preset.settings().evaluatedOn()),
                words.labels(verdict) + texts.get("train.verdict.stop"),
                words.control(verdict, preset.settings().smoothing()),
                words.others(verdict)));
    }
}
