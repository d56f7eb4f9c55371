package distillery.view.train;

import distillery.lab.TrainModel;
import distillery.train.TrainSettings;
import distillery.view.Numbers;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * A number of the settings. Enter or leaving the field takes it; Escape shows the old one again; Up and Down step, a
 * whole number by one (by ten with Shift), another by half or double. A number that makes no sense is not taken, and
 * the field says which would.
 */
final class NumberField extends TextField {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final TrainModel model;
    private final double low;
    private final double high;
    private final boolean whole;
    private final ToDoubleFunction<TrainSettings> read;
    private final ObjDoubleConsumer<TrainSettings.Draft> write;
    private final BooleanProperty refused = new SimpleBooleanProperty(this, "refused");
    private final ObservableValue<String> refusal;

    /** A field for whole numbers, or for any, from {@code low} to {@code high}. */
    NumberField(
            String id,
            boolean whole,
            double low,
            double high,
            TrainModel model,
            Parts parts,
            ToDoubleFunction<TrainSettings> read,
            ObjDoubleConsumer<TrainSettings.Draft> write) {
        this.model = model;
        this.low = low;
        this.high = high;
        this.whole = whole;
        this.read = read;
        this.write = write;
        setId(id);
        getStyleClass().add("number");
        setPrefColumnCount(6);
        refusal = parts.texts()
                .live(
                        () -> refused.get() ? parts.texts().get("train.refused.number", words(low), words(high)) : "",
                        refused);
        refused.addListener((property, before, now) -> pseudoClassStateChanged(REFUSED, now));
        setOnAction(entered -> take());
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                take();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.settingsProperty().subscribe(now -> show());
    }

    /** What is wrong with what was typed; empty if nothing is. */
    ObservableValue<String> refusalProperty() {
        return refusal;
    }

    private double value() {
        return read.applyAsDouble(model.settings());
    }

    private void show() {
        refused.set(false);
        if (!getText().equals(words(value()))) {
            setText(words(value()));
        }
    }

    private void take() {
        if (getText().equals(words(value()))) {
            refused.set(false);
            return;
        }
        OptionalDouble typed = Numbers.parse(getText().replace(",", ""));
        if (typed.isPresent() && set(typed.getAsDouble())) {
            show();
        } else {
            refused.set(true);
        }
    }

    private boolean set(double number) {
        boolean sound = number >= low && number <= high && (!whole || number == Math.rint(number));
        return sound && model.edit(draft -> write.accept(draft, number)).isEmpty();
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> show();
            case UP, KP_UP -> step(1, key.isShiftDown());
            case DOWN, KP_DOWN -> step(-1, key.isShiftDown());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(int direction, boolean far) {
        double next = whole ? value() + direction * (far ? 10 : 1) : value() * (direction > 0 ? 2 : 0.5);
        set(Math.max(low, Math.min(high, next)));
    }

    private static String words(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
