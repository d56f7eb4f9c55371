package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Shows what is to be seen in one net. The mouse or the arrow keys lead over it, and what is led over is told. */
final class NetPane extends PaintedPane {
    private final Texts texts;
    private final ObjectProperty<@Nullable NetSight> sight = new SimpleObjectProperty<>(this, "sight");
    private int led;

    NetPane(String id, Appearance appearance, Texts texts) {
        super(appearance);
        atLeast(NetHead.NARROWEST, NetHead.NARROWEST + NetHead.HEIGHT);
        this.texts = texts;
        setId(id);
        getStyleClass().add("matrix");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("digits.inside.help"));
        repaintAfter(sight, focusedProperty(), hoverProperty());
        setOnMouseMoved(mouse -> lead(mouse.getX(), mouse.getY()));
        setOnMousePressed(mouse -> requestFocus());
        onKeys(this::press);
    }

    ObjectProperty<@Nullable NetSight> sightProperty() {
        return sight;
    }

    private NetSight.Room room() {
        return new NetSight.Room(getWidth(), Math.max(1, getHeight() - NetHead.HEIGHT * em()), em());
    }

    private void lead(double x, double y) {
        NetSight shown = sight.get();
        if (shown != null) {
            IntStream.range(0, shown.items())
                    .filter(item -> shown.place(item, room()).contains(x, y - NetHead.HEIGHT * em()))
                    .findFirst()
                    .ifPresent(this::go);
        }
    }

    private void go(int item) {
        NetSight shown = sight.get();
        int next = Math.max(0, Math.min(shown == null ? 0 : shown.items() - 1, item));
        if (next != led) {
            led = next;
            setNeedsLayout(true);
        }
    }

    private boolean press(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> go(led + 1);
            case LEFT -> go(led - 1);
            case DOWN -> go(led + perRow());
            case UP -> go(led - perRow());
            case HOME -> go(0);
            case END -> go(Integer.MAX_VALUE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int perRow() {
        NetSight shown = sight.get();
        if (shown == null || shown.items() == 0) {
            return 1;
        }
        double top = shown.place(0, room()).getMinY();
        return (int) Math.max(
                1,
                IntStream.range(0, shown.items())
                        .filter(item -> shown.place(item, room()).getMinY() == top)
                        .count());
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        NetSight shown = sight.get();
        if (shown == null || getWidth() < 4 * em()) {
            setAccessibleText(texts.get("digits.loading"));
            return;
        }
        led = Math.min(led, Math.max(0, shown.items() - 1));
        NetHead told = shown.items() == 0 ? shown.head() : shown.head().saying(shown.spoken(led));
        setAccessibleText(told.spoken());
        boolean leads = shown.items() > 0 && (isFocused() || isHover());
        pen.setImageSmoothing(false);
        (leads ? told : shown.head()).paint(pen, palette, em(), 0, getWidth());
        pen.save();
        pen.translate(0, NetHead.HEIGHT * em());
        for (int item = 0; item < shown.items(); item++) {
            shown.paint(pen, palette, item, shown.place(item, room()), em());
        }
        if (leads) {
            Rectangle2D at = shown.place(led, room());
            pen.setStroke(palette.color("d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        }
        pen.restore();
    }
}
