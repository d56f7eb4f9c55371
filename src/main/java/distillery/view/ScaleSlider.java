package distillery.view;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;

/**
 * A slider over a {@link Scale}. Its keys: arrows step, Shift makes them fine, Page Up and Page Down go to the next
 * detent, Home and End to the ends. Its amount may also lie beyond the ends, where only a program can put it.
 */
public final class ScaleSlider extends Slider {
    private final Scale scale;
    private final DoubleProperty amount = new SimpleDoubleProperty(this, "amount");
    private boolean following;

    public ScaleSlider(Scale scale, double start) {
        super(0, 1, scale.position(start));
        this.scale = scale;
        amount.set(start);
        amount.addListener((property, before, now) -> follow());
        valueProperty().addListener((property, before, now) -> {
            if (!following) {
                amount.set(scale.pointed(now.doubleValue()));
                follow();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    public DoubleProperty amountProperty() {
        return amount;
    }

    /** Puts the thumb where the amount lies, without reading the amount back from the thumb. */
    private void follow() {
        following = true;
        setValue(scale.position(amount.get()));
        following = false;
    }

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        double now = amount.get();
        switch (key.getCode()) {
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> amount.set(scale.stepped(now, -1, key.isShiftDown()));
            case RIGHT, UP, KP_RIGHT, KP_UP -> amount.set(scale.stepped(now, 1, key.isShiftDown()));
            case PAGE_DOWN -> amount.set(scale.jumped(now, -1));
            case PAGE_UP -> amount.set(scale.jumped(now, 1));
            case HOME -> amount.set(scale.lowest());
            case END -> amount.set(scale.highest());
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** Screen readers speak the amount, not the place of the thumb. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> amount.get();
            case MIN_VALUE -> scale.lowest();
            case MAX_VALUE -> scale.highest();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
