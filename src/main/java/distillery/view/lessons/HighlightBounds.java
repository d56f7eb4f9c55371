package distillery.view.lessons;

import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.Rectangle;

/**
 * Where a part of the screen is, in the pane that lies over it.
 *
 * @param whole where it is, whatever of it can be seen
 * @param seen what can be seen of it
 */
record HighlightBounds(Bounds whole, Bounds seen) {
    /** From a part to its ring. */
    private static final double MARGIN = 5;

    private static final double ROUND = 22;

    /** Half of a ring's width: as near as it comes to the edge of the screen. */
    private static final double EDGE = 3;

    /** Farther than any screen reaches. */
    private static final double FAR = 1e5;

    boolean isSeen() {
        return seen.getWidth() > 0 && seen.getHeight() > 0;
    }

    /** A little larger than the part, but never beyond the screen's edge for that. */
    Rectangle ring(Bounds screen) {
        double left = Math.min(whole.getMinX(), Math.max(whole.getMinX() - MARGIN, screen.getMinX() + EDGE));
        double top = Math.min(whole.getMinY(), Math.max(whole.getMinY() - MARGIN, screen.getMinY() + EDGE));
        double right = Math.max(whole.getMaxX(), Math.min(whole.getMaxX() + MARGIN, screen.getMaxX() - EDGE));
        double bottom = Math.max(whole.getMaxY(), Math.min(whole.getMaxY() + MARGIN, screen.getMaxY() - EDGE));
        Rectangle ring = new Rectangle(left, top, right - left, bottom - top);
        ring.setArcWidth(ROUND);
        ring.setArcHeight(ROUND);
        return ring;
    }

    /** What can be seen of the ring. */
    Bounds visibleRing(Bounds screen) {
        return common(ring(screen).getLayoutBounds(), window().getLayoutBounds());
    }

    /** The four sides of the ring. */
    Stream<Bounds> lines(Bounds screen) {
        Bounds ring = visibleRing(screen);
        return Stream.of(
                new BoundingBox(ring.getMinX(), ring.getMinY(), ring.getWidth(), 0),
                new BoundingBox(ring.getMinX(), ring.getMaxY(), ring.getWidth(), 0),
                new BoundingBox(ring.getMinX(), ring.getMinY(), 0, ring.getHeight()),
                new BoundingBox(ring.getMaxX(), ring.getMinY(), 0, ring.getHeight()));
    }

    /** Where the ring is drawn: it stays open where the part goes on beyond what can be seen. */
    Rectangle window() {
        double left = seen.getMinX() > whole.getMinX() ? seen.getMinX() : -FAR;
        double top = seen.getMinY() > whole.getMinY() ? seen.getMinY() : -FAR;
        double right = seen.getMaxX() < whole.getMaxX() ? seen.getMaxX() : FAR;
        double bottom = seen.getMaxY() < whole.getMaxY() ? seen.getMaxY() : FAR;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** What both places cover. */
    static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
