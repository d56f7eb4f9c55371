package distillery.view;

import distillery.lab.Appearance;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * A pane that paints what it shows. It is painted during the layout pass, so at most once a frame and only after look,
 * language, size of text or something else that it depends on has changed. Lengths in em follow the size of text.
 */
public abstract class PaintedPane extends Region {
    /** Text of normal size, in pixels. */
    private static final double TEXT = 14;

    private final Appearance appearance;
    private final Canvas canvas = new Canvas();
    private double leastWidth;
    private double leastHeight;

    /** A pane that is painted again after one of these has changed. */
    protected PaintedPane(Appearance appearance, Observable... causes) {
        this.appearance = appearance;
        cover(canvas);
        repaintAfter(causes);
        repaintAfter(appearance.lookProperty(), appearance.languageProperty(), appearance.textScaleProperty());
    }

    /** Paints on an empty canvas of the pane's size. */
    protected abstract void paint(GraphicsContext pen, Palette palette);

    protected final void repaintAfter(Observable... causes) {
        InvalidationListener repaint = cause -> setNeedsLayout(true);
        for (Observable cause : causes) {
            cause.addListener(repaint);
        }
    }

    /** What the keys do that go with no other than Shift: a key that is taken goes no further. */
    protected final void onKeys(Predicate<KeyEvent> taken) {
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (!key.isShortcutDown() && !key.isControlDown() && !key.isAltDown() && taken.test(key)) {
                key.consume();
            }
        });
    }

    /** The least that it asks for, in em. */
    protected final void atLeast(double width, double height) {
        leastWidth = width;
        leastHeight = height;
    }

    protected final double em() {
        return em(1);
    }

    protected final double em(double count) {
        return count * TEXT * appearance.textScaleProperty().get();
    }

    /** The colours of the moment. */
    protected final Palette palette() {
        return Palette.of(appearance.lookProperty().get());
    }

    /** Puts a canvas over all that is there; the mouse does not see it. */
    protected final void cover(Canvas over) {
        over.setManaged(false);
        over.setMouseTransparent(true);
        getChildren().add(over);
    }

    /** Makes a canvas as large as the pane, and empty. */
    protected final GraphicsContext emptied(Canvas on) {
        on.setWidth(getWidth());
        on.setHeight(getHeight());
        GraphicsContext pen = on.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        return pen;
    }

    @Override
    protected double computeMinWidth(double height) {
        return em(leastWidth);
    }

    @Override
    protected double computeMinHeight(double width) {
        return em(leastHeight);
    }

    @Override
    protected void layoutChildren() {
        boolean room = getWidth() >= 1 && getHeight() >= 1;
        canvas.setVisible(room); // or what was painted when there was some would stay
        if (room) { // JavaFX keeps what is painted on an empty canvas, for ever
            paint(emptied(canvas), palette());
        }
    }
}
