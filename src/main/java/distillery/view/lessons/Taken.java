package distillery.view.lessons;

import distillery.view.Formula;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/**
 * Where a screen has words, formulas, plots or something to use, which nothing may lie on.
 *
 * @param places in the pane that lies over the screen
 */
record Taken(List<Bounds> places) {
    /** What is taken on the screen under this pane. */
    static Taken under(Pane pane) {
        List<Bounds> places = new ArrayList<>();
        pane.getParent().getChildrenUnmodifiable().stream()
                .filter(sibling -> sibling != pane)
                .forEach(sibling -> collect(sibling, pane, places));
        return new Taken(places);
    }

    boolean isFree(Bounds place) {
        return places.stream().noneMatch(taken -> overlap(place, taken));
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() < other.getMaxX()
                && other.getMinX() < one.getMaxX()
                && one.getMinY() < other.getMaxY()
                && other.getMinY() < one.getMaxY();
    }

    private static void collect(Node node, Pane pane, List<Bounds> places) {
        if (!node.isVisible()) {
            return;
        }
        if (isTaken(node)) {
            places.add(pane.sceneToLocal(node.localToScene(node.getLayoutBounds())));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, pane, places));
        }
    }

    /** Labels count by the {@link Text} in them, which is smaller. */
    private static boolean isTaken(Node node) {
        if (node instanceof Text text) {
            return !text.getText().isBlank();
        }
        return node instanceof Formula
                || node instanceof Canvas
                || node instanceof ScrollBar
                || (node instanceof Control && node.isFocusTraversable());
    }
}
