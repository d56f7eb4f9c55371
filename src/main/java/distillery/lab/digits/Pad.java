package distillery.lab.digits;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The pad that is drawn on. A stroke is on it at once, but belongs to the drawing only when the pen is lifted: until then it
 * is nothing to be undone.
 */
public final class Pad {
    private final ObjectProperty<PadDrawing> drawing =
            new SimpleObjectProperty<>(this, "drawing", DigitsSettings.FIRST.drawing());
    private final ReadOnlyLongWrapper inked = new ReadOnlyLongWrapper(this, "inked");
    private InkImage image = new InkImage();
    private @Nullable PenStroke stroke;
    /** What the image shows without the stroke under way. */
    private PadDrawing shown = drawing.get();

    Pad() {
        drawing.addListener((property, before, now) -> show(now));
    }

    /** What was drawn; set, it takes the place of a stroke under way, too. */
    public ObjectProperty<PadDrawing> drawingProperty() {
        return drawing;
    }

    /** Counts up whenever the ink changes. */
    public ReadOnlyLongProperty inkedProperty() {
        return inked.getReadOnlyProperty();
    }

    /** The ink on the pad now. */
    public InkImage image() {
        return image;
    }

    /** Whether the pen is down. */
    public boolean isDrawing() {
        return stroke != null;
    }

    /** Whether there is room for one more stroke. */
    public boolean isFull() {
        return drawing.get().isFull();
    }

    /** Puts a pen down, if there is room for a stroke; places are shares of the pad's side. */
    public void penDown(double width, boolean erasing, double x, double y) {
        if (stroke == null && !isFull()) {
            stroke = PenStroke.begin(width, erasing, x, y);
            image.draw(stroke, 0);
            inked.set(inked.get() + 1);
        }
    }

    /** Leads the pen to a place; nothing if it is not down. */
    @SuppressWarnings("ReferenceEquality") // a stroke that did not grow is the same
    public void penTo(double x, double y) {
        PenStroke before = stroke;
        if (before == null) {
            return;
        }
        PenStroke longer = before.to(x, y);
        if (longer != before) {
            stroke = longer;
            image.draw(longer, before.points());
            inked.set(inked.get() + 1);
        }
    }

    /** Lifts the pen: the stroke is a part of the drawing. */
    public void penUp() {
        PenStroke done = stroke;
        if (done != null) {
            stroke = null;
            PadDrawing next = drawing.get().with(done);
            shown = next; // it is there already
            drawing.set(next);
        }
    }

    public void clear() {
        stroke = null;
        drawing.set(PadDrawing.EMPTY);
        show(PadDrawing.EMPTY);
    }

    private void show(PadDrawing now) {
        if (stroke == null && now.equals(shown)) {
            return;
        }
        stroke = null;
        shown = now;
        image = InkImage.of(now);
        inked.set(inked.get() + 1);
    }
}
