package distillery.view.train;

import distillery.lab.TrainModel;
import distillery.train.Preset;
import distillery.train.Student;
import distillery.train.Verdict.Spread;
import distillery.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Experiments worth showing, what each is about, and what it came to when it was measured. */
final class PresetCard extends VBox {
    private final Texts texts;
    private final ObjectBinding<@Nullable Preset> chosen;

    PresetCard(TrainModel model, Parts parts) {
        texts = parts.texts();
        chosen = Bindings.createObjectBinding(
                () -> Arrays.stream(Preset.values())
                        .filter(preset -> preset.settings().equals(model.settings()))
                        .findFirst()
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
        Parts.showIf(measured, measured.textProperty().map(text -> !text.isEmpty()));
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
        Map<Student, Spread> errors = preset.measured();
        return texts.get(
                "train.measured",
                spread(errors, Student.DISTILLED),
                spread(errors, Student.LABELS_ONLY),
                spread(errors, Student.CONTROL));
    }

    private String spread(Map<Student, Spread> errors, Student student) {
        Spread spread = Objects.requireNonNull(errors.get(student));
        return texts.get("train.spread", Math.round(spread.mean()), Math.round(spread.deviation()));
    }
}
