package distillery.view.train;

import distillery.lab.TrainModel;
import distillery.net.Layers;
import distillery.train.TrainSettings;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The widths of a net, to choose or to type: {@code 784-128-10}. */
final class LayersField extends ComboBox<String> {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final TrainModel model;
    private final List<String> offered;
    private final Function<TrainSettings, Layers> read;
    private final BiConsumer<TrainSettings.Draft, Layers> write;
    private final BooleanProperty refused = new SimpleBooleanProperty(this, "refused");
    private final ObservableValue<String> refusal;
    private boolean showing;

    LayersField(
            String id,
            List<String> offered,
            TrainModel model,
            Parts parts,
            Function<TrainSettings, Layers> read,
            BiConsumer<TrainSettings.Draft, Layers> write) {
        this.model = model;
        this.offered = offered;
        this.read = read;
        this.write = write;
        setId(id);
        setEditable(true);
        getEditor().setPrefColumnCount(9);
        getEditor().accessibleTextProperty().bind(accessibleTextProperty());
        refusal = parts.texts()
                .live(
                        () -> refused.get()
                                ? parts.texts()
                                        .get(
                                                "train.refused.layers",
                                                model.settings()
                                                        .teacher()
                                                        .layers()
                                                        .inputs(),
                                                model.settings()
                                                        .teacher()
                                                        .layers()
                                                        .classes())
                                : "",
                        refused,
                        model.settingsProperty());
        refused.addListener((property, before, now) -> pseudoClassStateChanged(REFUSED, now));
        valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                take(now);
            }
        });
        getEditor().focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take(getEditor().getText());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !isShowing()) {
                show(model.settings());
            }
        });
        model.settingsProperty().subscribe(now -> show(now));
    }

    /** What is wrong with what was typed; empty if nothing is. */
    ObservableValue<String> refusalProperty() {
        return refusal;
    }

    private void show(TrainSettings settings) {
        showing = true;
        refused.set(false);
        offer(read.apply(settings));
        String text = read.apply(settings).toString();
        setValue(text);
        getEditor().setText(text);
        showing = false;
    }

    /** The same hidden layers for whatever goes in and comes out. */
    private void offer(Layers net) {
        List<String> fitting = offered.stream()
                .map(hidden -> net.inputs() + "-" + hidden + net.classes())
                .toList();
        if (!getItems().equals(fitting)) {
            getItems().setAll(fitting);
        }
    }

    private void take(String text) {
        if (text == null || text.equals(read.apply(model.settings()).toString())) {
            refused.set(false);
            return;
        }
        refused.set(model.edit(draft -> write.accept(draft, Layers.parse(text))).isPresent());
    }
}
