package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.train.Preset;
import distillery.train.Verdict;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Experiments worth showing, what each is about, and what it came to when it was measured. */
final class PresetCard extends VBox {
    private final Texts texts;
    private final VerdictWords words;
    private final ObjectBinding<@Nullable Preset> chosen;

    PresetCard(TrainModel model, TrainControls parts) {
        texts = parts.texts();
        words = new VerdictWords(texts);
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
        Label about = parts.prose("train-preset-about", texts.live(this::about, chosen), "quiet");
        Label measured = parts.prose("train-preset-measured", texts.live(this::measured, chosen), "quiet");
        TrainControls.showIf(measured, measured.textProperty().map(text -> !text.isEmpty()));
        getStyleClass().add("card");
        getChildren()
                .setAll(
                        parts.label("train.preset", "card-title"),
                        parts.tip(picker, "train.preset.tip"),
                        about,
                        measured);
    }

    private String about() {
        Preset preset = chosen.get();
        return preset == null ? texts.get("train.own-settings.about") : texts.get("train.about." + preset.id());
    }

    private String measured() {
        Preset preset = chosen.get();
        if (preset == null) {
            return "";
        }
        Verdict verdict = preset.measured();
        return texts.paragraph(List.of(
                texts.get("train.measured"),
                words.errors(verdict, preset.settings().evaluatedOn()),
                words.labels(verdict) + texts.get("train.verdict.stop"),
                words.control(verdict, preset.settings().smoothing()),
                words.shuffled(verdict)));
    }
}
