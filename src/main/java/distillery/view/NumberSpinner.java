package distillery.view;

import distillery.data.NumberRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/**
 * One number to read, to type, and to step with the arrow keys, finely with Shift. The number is what was typed, not what
 * is printed of it.
 */
public final class NumberSpinner extends Spinner<Double> {
    private final Range range;
    private final Typing typing;

    /** A number that is written by {@code print}; {@code changed} is told of every new one. */
    public NumberSpinner(Range range, double start, Texts texts, DoubleFunction<String> print, DoubleConsumer changed) {
        super(new Typed(range, start, print));
        this.range = range;
        setEditable(true);
        typing = new Typing(
                this,
                getEditor(),
                () -> print.apply(getValue()),
                getEditor()::setText,
                typed -> show(range.allowed().read(typed)));
        typing.nameProperty().bind(accessibleTextProperty());
        typing.explain(texts);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        valueProperty().addListener((property, before, now) -> {
            changed.accept(now);
            typing.valueChanged();
        });
    }

    /** What is being typed. */
    public Typing typing() {
        return typing;
    }

    /** What the number can be, and its steps. */
    public record Range(double lowest, double highest, double step, double fineStep) {
        /** A number moved and rounded to the step's decimals, inside the range. */
        public double moved(double number, double by, double step) {
            int decimals = BigDecimal.valueOf(step).scale();
            return inside(BigDecimal.valueOf(number + by)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .doubleValue());
        }

        private NumberRange allowed() {
            return NumberRange.of(lowest, highest);
        }

        private double inside(double number) {
            return Math.max(lowest, Math.min(highest, number));
        }
    }

    public void show(double number) {
        getValueFactory().setValue(number);
    }

    @Override
    public void increment(int steps) {
        if (typing.settle()) {
            super.increment(steps);
        }
    }

    @Override
    public void decrement(int steps) {
        if (typing.settle()) {
            super.decrement(steps);
        }
    }

    private void press(KeyEvent key) {
        double step = key.isShiftDown() ? range.fineStep : range.step;
        switch (key.getCode()) {
            case UP -> step(step, step);
            case DOWN -> step(-step, step);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(double by, double step) {
        if (typing.settle()) {
            show(range.moved(getValue(), by, step));
        }
    }

    private static final class Typed extends SpinnerValueFactory<Double> {
        private final Range range;

        private Typed(Range range, double start, DoubleFunction<String> print) {
            this.range = range;
            setConverter(new StringConverter<>() {
                @Override
                public String toString(Double number) {
                    return print.apply(number);
                }

                @Override
                public Double fromString(String typed) {
                    return getValue(); // typing takes what was typed
                }
            });
            setValue(start);
        }

        @Override
        public void decrement(int steps) {
            setValue(range.moved(getValue(), -range.step * steps, range.step));
        }

        @Override
        public void increment(int steps) {
            setValue(range.moved(getValue(), range.step * steps, range.step));
        }
    }
}
