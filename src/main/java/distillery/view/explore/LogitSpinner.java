package distillery.view.explore;

import distillery.lab.ClassLogits;
import distillery.view.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/** One logit to read, to type, and to step by 0.1 with the arrow keys, or by 0.01 with Shift. */
final class LogitSpinner extends Spinner<Double> {
    static final double STEP = 0.1;
    static final double FINE_STEP = 0.01;

    LogitSpinner(DoubleConsumer changed) {
        super(new Logits());
        setEditable(true);
        getStyleClass().add("logit");
        getEditor().setPrefColumnCount(4);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        valueProperty().addListener((property, before, now) -> changed.accept(now));
    }

    void show(double logit) {
        getValueFactory().setValue(logit);
    }

    /** A logit moved and rounded to the step, inside what a logit may be. */
    static double moved(double logit, double by, double step) {
        int decimals = step == STEP ? 1 : 2;
        double moved = BigDecimal.valueOf(logit + by)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
        return inside(moved, ClassLogits.LARGEST_LOGIT);
    }

    static double inside(double logit, double bound) {
        return Math.max(-bound, Math.min(bound, logit));
    }

    private void press(KeyEvent key) {
        double step = key.isShiftDown() ? FINE_STEP : STEP;
        switch (key.getCode()) {
            case UP -> show(moved(getValue(), step, step));
            case DOWN -> show(moved(getValue(), -step, step));
            case ESCAPE -> getEditor().setText(getValueFactory().getConverter().toString(getValue()));
            default -> {
                return;
            }
        }
        key.consume();
    }

    private static final class Logits extends SpinnerValueFactory<Double> {
        private Logits() {
            setConverter(new StringConverter<>() {
                @Override
                public String toString(Double logit) {
                    boolean tenths = Math.abs(logit * 10 - Math.rint(logit * 10)) < 1e-9;
                    return Numbers.signed(logit, tenths ? 1 : 2);
                }

                @Override
                public Double fromString(String typed) {
                    double now = getValue();
                    // the printed number may be rounded: leaving it as it is must not change the logit
                    return typed.equals(toString(now))
                            ? now
                            : inside(Numbers.parse(typed).orElse(now), ClassLogits.LARGEST_LOGIT);
                }
            });
            setValue(0.0);
        }

        @Override
        public void decrement(int steps) {
            setValue(moved(getValue(), -STEP * steps, STEP));
        }

        @Override
        public void increment(int steps) {
            setValue(moved(getValue(), STEP * steps, STEP));
        }
    }
}
