package distillery.view.train;

import distillery.data.NumberRange;
import distillery.data.Problem;
import distillery.lab.train.TrainModel;
import distillery.train.TrainSettings;
import distillery.view.Typing;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** A number of the settings. Up and Down step, a whole number by one (by ten with Shift), another by half or double. */
final class NumberField extends TextField {
    private final TrainModel model;
    private final NumberRange range;
    private final ToDoubleFunction<TrainSettings> read;
    private final ObjDoubleConsumer<TrainSettings.Draft> write;
    private final Typing typing;

    /** A field for whole numbers, or for any, from {@code low} to {@code high}. */
    NumberField(
            String id,
            boolean whole,
            double low,
            double high,
            TrainModel model,
            ToDoubleFunction<TrainSettings> read,
            ObjDoubleConsumer<TrainSettings.Draft> write) {
        this.model = model;
        this.range = new NumberRange(low, high, whole, false);
        this.read = read;
        this.write = write;
        setId(id);
        getStyleClass().add("number");
        setPrefColumnCount(6);
        typing = new Typing(this, this, () -> NumberRange.words(value()), this::setText, this::take);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.settingsProperty().subscribe(now -> typing.valueChanged());
    }

    /** What is being typed. */
    Typing typing() {
        return typing;
    }

    private double value() {
        return read.applyAsDouble(model.settings());
    }

    private void take(String typed) throws Problem {
        double number = range.read(typed);
        Optional<Problem> refusal = model.edit(draft -> write.accept(draft, number));
        if (refusal.isPresent()) {
            throw new Problem("number.refused", NumberRange.quoted(typed), refusal.get());
        }
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case UP, KP_UP -> step(1, key.isShiftDown());
            case DOWN, KP_DOWN -> step(-1, key.isShiftDown());
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(int direction, boolean far) {
        if (typing.settle()) {
            double next = range.whole() ? value() + direction * (far ? 10 : 1) : value() * (direction > 0 ? 2 : 0.5);
            double inside = Math.max(range.lowest(), Math.min(range.highest(), next));
            model.edit(draft -> write.accept(draft, inside));
        }
    }
}
