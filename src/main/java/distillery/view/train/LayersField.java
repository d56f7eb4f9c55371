package distillery.view.train;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.data.Shape;
import distillery.lab.train.TrainModel;
import distillery.net.NetSpec;
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
    private final List<String> offered;
    private final BiConsumer<TrainSettings.Draft, NetSpec> write;
    private final Typing typing;
    private boolean showing;

    /** A field that offers these hidden layers, such as {@code 128-}, between the inputs and classes of the net. */
    LayersField(
            String id,
            List<String> offered,
            TrainModel model,
            Function<TrainSettings, NetSpec> read,
            BiConsumer<TrainSettings.Draft, NetSpec> write) {
        this.model = model;
        this.offered = offered;
        this.write = write;
        setId(id);
        setEditable(true);
        getEditor().setPrefColumnCount(9);
        getEditor().accessibleTextProperty().bind(accessibleTextProperty());
        typing =
                new Typing(this, getEditor(), () -> read.apply(model.settings()).toString(), this::print, this::take);
        valueProperty().addListener((property, before, now) -> choose(now));
        model.settingsProperty().subscribe(now -> {
            offer(read.apply(now));
            typing.valueChanged();
        });
    }

    /** What is being typed. */
    Typing typing() {
        return typing;
    }

    private void print(String text) {
        showing = true;
        setValue(text);
        getEditor().setText(text);
        showing = false;
    }

    /** The same hidden layers for whatever goes in and comes out. */
    private void offer(NetSpec net) {
        List<String> fitting = offered.stream()
                .map(hidden -> start(net, hidden) + "-" + hidden + net.classes())
                .filter(LayersField::isNet)
                .toList();
        if (!getItems().equals(fitting)) {
            String typed = getEditor().getText();
            showing = true;
            getItems().setAll(fitting);
            getEditor().setText(typed);
            showing = false;
        }
    }

    /** A convolution begins with the size of the pictures, a dense layer with how many numbers they are. */
    private String start(NetSpec net, String hidden) {
        Shape data = model.data().readingProperty().get().shape();
        return hidden.startsWith("c") && data != null ? data.toString() : String.valueOf(net.inputs());
    }

    private static boolean isNet(String text) {
        try {
            NetSpec.read(text);
            return true;
        } catch (Problem cannotBe) {
            return false;
        }
    }

    private void choose(@Nullable String text) {
        if (text != null && !showing) {
            getEditor().setText(text);
            typing.settle();
        }
    }

    /** Teacher and student go through the same data, so either knows what fits. */
    private void take(String typed) throws Problem {
        NetSpec now = model.settings().student();
        NetSpec widths = NetSpec.read(typed).fitting(now.input(), now.classes());
        Optional<Problem> refusal = model.edit(draft -> write.accept(draft, widths));
        if (refusal.isPresent()) {
            throw new Problem("number.refused", NumberRange.quoted(typed), refusal.get());
        }
    }
}
