package distillery.view.train;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.lab.TrainModel;
import distillery.net.Layers;
import distillery.train.TrainSettings;
import distillery.view.Typing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** The widths of a net, to choose or to type: {@code 784-128-10}. */
final class LayersField extends ComboBox<String> {
    private final TrainModel model;
    private final BiConsumer<TrainSettings.Draft, Layers> write;
    private final Typing typing;

    LayersField(
            String id,
            List<String> offered,
            TrainModel model,
            Function<TrainSettings, Layers> read,
            BiConsumer<TrainSettings.Draft, Layers> write) {
        this.model = model;
        this.write = write;
        setId(id);
        setEditable(true);
        getItems().setAll(offered);
        getEditor().setPrefColumnCount(9);
        getEditor().accessibleTextProperty().bind(accessibleTextProperty());
        typing =
                new Typing(this, getEditor(), () -> read.apply(model.settings()).toString(), this::print, this::take);
        valueProperty().addListener((property, before, now) -> choose(now));
        model.settingsProperty().subscribe(now -> typing.valueChanged());
    }

    /** What is being typed. */
    Typing typing() {
        return typing;
    }

    private void print(String text) {
        setValue(text);
        getEditor().setText(text);
    }

    private void choose(@Nullable String text) {
        if (text != null) {
            getEditor().setText(text);
            typing.settle();
        }
    }

    /** Teacher and student go through the same data, so either knows what fits. */
    private void take(String typed) throws Problem {
        Layers now = model.settings().student();
        Layers widths = Layers.read(typed).fitting(now.inputs(), now.classes());
        Optional<String> refusal = model.edit(draft -> write.accept(draft, widths));
        if (refusal.isPresent()) {
            throw new Problem("number.refused", NumberRange.quoted(typed), refusal.get());
        }
    }
}
