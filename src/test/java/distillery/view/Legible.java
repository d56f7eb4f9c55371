package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Whether a sentence can be read whole where it stands. */
public final class Legible {
    private static final double ROUNDING = 1;

    private Legible() {}

    /** Fails unless all its words are painted, inside all that holds them, and over nothing else. */
    public static void assertLegible(Label label, String where) {
        assertTrue(isShown(label), where + " is not shown");
        assertFalse(label.getText().isBlank(), where + " says nothing");
        assertEquals(label.getText(), ((Text) label.lookup(".text")).getText(), where + " is cut");
        assertTrue(label.getHeight() + ROUNDING >= label.prefHeight(label.getWidth()), where + " lacks lines");
        Bounds own = label.localToScene(label.getLayoutBounds()); // a space at a line's end may hang out
        for (Parent above = label.getParent(); above != null && !isWindowOnMore(above); above = above.getParent()) {
            Bounds room = above.localToScene(above.getLayoutBounds());
            assertTrue(
                    room.getMinX() - ROUNDING <= own.getMinX()
                            && room.getMaxX() + ROUNDING >= own.getMaxX()
                            && room.getMinY() - ROUNDING <= own.getMinY()
                            && room.getMaxY() + ROUNDING >= own.getMaxY(),
                    where + " leaves " + above + ": " + own + " in " + room);
            for (Node other : above.getChildrenUnmodifiable()) {
                boolean apart = !other.isVisible() || !other.isManaged() || contains(other, label);
                Bounds its = other.localToScene(other.getLayoutBounds());
                assertTrue(
                        apart
                                || its.getMaxY() - ROUNDING <= own.getMinY()
                                || its.getMinY() + ROUNDING >= own.getMaxY()
                                || its.getMaxX() - ROUNDING <= own.getMinX()
                                || its.getMinX() + ROUNDING >= own.getMaxX(),
                        where + " is painted over " + other + ": " + own + " on " + its);
            }
        }
    }

    private static boolean isWindowOnMore(Parent parent) {
        boolean inViewport =
                parent.getParent() != null && parent.getParent().getStyleClass().contains("viewport");
        return inViewport || parent.getStyleClass().contains("viewport");
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static boolean contains(Node node, Node inner) {
        for (Node each = inner; each != null; each = each.getParent()) {
            if (each == node) {
                return true;
            }
        }
        return false;
    }
}
