package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Shows what is to be seen in one net. The mouse or the arrow keys lead over it, and what is led over is told. */
final class NetPane extends Region {
    private static final double TEXT = 14;
    private static final double SMALLEST_EM = 13;
    private static final double HEAD_EM = 2.6;

    private final Appearance appearance;
    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<@Nullable NetSight> sight = new SimpleObjectProperty<>(this, "sight");
    private int led;

    NetPane(String id, Appearance appearance, Texts texts) {
        this.appearance = appearance;
        this.texts = texts;
        setId(id);
        getStyleClass().add("matrix");
        canvas.setManaged(false);
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleHelpProperty().bind(texts.text("digits.inside.help"));
        InvalidationListener repaint = cause -> setNeedsLayout(true);
        for (Observable cause : List.of(
                sight,
                focusedProperty(),
                hoverProperty(),
                appearance.lookProperty(),
                appearance.languageProperty(),
                appearance.textScaleProperty())) {
            cause.addListener(repaint);
        }
        setOnMouseMoved(mouse -> lead(mouse.getX(), mouse.getY()));
        setOnMousePressed(mouse -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    ObjectProperty<@Nullable NetSight> sightProperty() {
        return sight;
    }

    private double em() {
        return TEXT * appearance.textScaleProperty().get();
    }

    private NetSight.Room room() {
        return new NetSight.Room(getWidth(), Math.max(1, getHeight() - HEAD_EM * em()), em());
    }

    private void lead(double x, double y) {
        NetSight shown = sight.get();
        if (shown != null) {
            IntStream.range(0, shown.items())
                    .filter(item -> shown.place(item, room()).contains(x, y - HEAD_EM * em()))
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

    private void press(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        switch (key.getCode()) {
            case RIGHT -> go(led + 1);
            case LEFT -> go(led - 1);
            case DOWN -> go(led + perRow());
            case UP -> go(led - perRow());
            case HOME -> go(0);
            case END -> go(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        key.consume();
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
    protected double computeMinWidth(double height) {
        return SMALLEST_EM * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return (SMALLEST_EM + HEAD_EM) * em();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        NetSight shown = sight.get();
        if (shown == null || getWidth() < 4 * em()) {
            setAccessibleText(texts.get("digits.loading"));
            return;
        }
        led = Math.min(led, Math.max(0, shown.items() - 1));
        String spoken = shown.items() == 0 ? shown.subtitle() : shown.spoken(led);
        setAccessibleText(shown.title() + ". " + spoken);
        paint(pen, Palette.of(appearance.lookProperty().get()), shown, isFocused() || isHover() ? spoken : "");
    }

    private void paint(GraphicsContext pen, Palette palette, NetSight shown, String spoken) {
        pen.setImageSmoothing(false);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.95 * em()));
        pen.setFill(palette.color(shown.role().color()));
        pen.fillText(shown.title(), 0, 0.6 * em(), getWidth());
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.85 * em()));
        pen.setFill(palette.color("d-text-soft"));
        pen.fillText(spoken.isEmpty() ? shown.subtitle() : spoken, 0, 1.85 * em(), getWidth());
        pen.save();
        pen.translate(0, HEAD_EM * em());
        for (int item = 0; item < shown.items(); item++) {
            shown.paint(pen, palette, item, shown.place(item, room()), em());
        }
        if (!spoken.isEmpty() && shown.items() > 0) {
            Rectangle2D at = shown.place(led, room());
            pen.setStroke(palette.color("d-focus"));
            pen.setLineWidth(2 * palette.thickness());
            pen.strokeRect(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        }
        pen.restore();
    }
}
