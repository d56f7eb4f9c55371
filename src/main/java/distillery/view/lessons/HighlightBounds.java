package distillery.view.lessons;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
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

    /** Where a part is, in this pane: what is scrolled away cannot be seen. */
    static HighlightBounds of(Node part, Parent pane) {
        Bounds whole = part.localToScene(part.getLayoutBounds());
        Bounds seen = whole;
        for (Node around = part.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                seen = common(seen, scroll.localToScene(scroll.getLayoutBounds()));
            }
        }
        return new HighlightBounds(pane.sceneToLocal(whole), pane.sceneToLocal(seen));
    }

    boolean isSeen() {
        return seen.getWidth() > 0 && seen.getHeight() > 0;
    }

    /** Whether all of it can be seen, but for less than a pixel. */
    boolean isWhole() {
        return seen.getWidth() > whole.getWidth() - 1 && seen.getHeight() > whole.getHeight() - 1;
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

    /** Where the ring is drawn: it stays open where the part goes on beyond what can be seen. */
    Rectangle window() {
        double left = seen.getMinX() > whole.getMinX() ? seen.getMinX() : -FAR;
        double top = seen.getMinY() > whole.getMinY() ? seen.getMinY() : -FAR;
        double right = seen.getMaxX() < whole.getMaxX() ? seen.getMaxX() : FAR;
        double bottom = seen.getMaxY() < whole.getMaxY() ? seen.getMaxY() : FAR;
        return new Rectangle(left, top, right - left, bottom - top);
    }

    /** What both places cover. */
    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
