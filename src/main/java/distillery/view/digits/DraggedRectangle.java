package distillery.view.digits;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** A rectangle from where it was begun to where it was dragged, whichever way that is. */
final class DraggedRectangle {
    private @Nullable Point2D from;
    private @Nullable Point2D to;

    void begin(Point2D at) {
        from = at;
        to = at;
    }

    void to(Point2D at) {
        to = at;
    }

    /** Draws its end on, from {@code start} if it was not begun. */
    void stretch(Point2D start, double right, double down) {
        if (from == null) {
            begin(start);
        }
        to = to == null ? start : to.add(right, down);
    }

    void drop() {
        from = null;
        to = null;
    }

    boolean isUnderWay() {
        return from != null;
    }

    /** Empty if none is under way. */
    Rectangle2D rectangle() {
        Point2D begun = from;
        Point2D end = to;
        return begun == null || end == null
                ? Rectangle2D.EMPTY
                : new Rectangle2D(
                        Math.min(begun.getX(), end.getX()),
                        Math.min(begun.getY(), end.getY()),
                        Math.abs(begun.getX() - end.getX()),
                        Math.abs(begun.getY() - end.getY()));
    }
}
