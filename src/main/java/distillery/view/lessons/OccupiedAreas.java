package distillery.view.lessons;

import distillery.view.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Where a screen has words, formulas, plots, bars or something to use, which nothing may lie on.
 *
 * @param places in the pane that lies over the screen
 */
record OccupiedAreas(List<Bounds> places) {
    /** What stays free around each place. */
    private static final double MARGIN = 2;

    /** The occupied areas of the screen under this pane. */
    static OccupiedAreas under(Pane pane) {
        List<Bounds> places = new ArrayList<>();
        pane.getParent().getChildrenUnmodifiable().stream()
                .filter(sibling -> sibling != pane)
                .forEach(sibling -> collect(sibling, pane, places));
        return new OccupiedAreas(places);
    }

    /** These places as well. */
    OccupiedAreas and(List<Bounds> more) {
        return new OccupiedAreas(Stream.concat(places.stream(), more.stream()).toList());
    }

    boolean isFree(Bounds place) {
        return places.stream().noneMatch(taken -> overlap(place, taken));
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() < other.getMaxX() + MARGIN
                && other.getMinX() < one.getMaxX() + MARGIN
                && one.getMinY() < other.getMaxY() + MARGIN
                && other.getMinY() < one.getMaxY() + MARGIN;
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
                || node instanceof ButtonBase // of some groups only one can have the focus
                || (node instanceof Control && node.isFocusTraversable())
                || (node instanceof Region region && isBar(region));
    }

    /** Bars, and the swatches that explain them: what is painted and has nothing in it. */
    private static boolean isBar(Region region) {
        return region.getBackground() != null
                && !region.getBackground().isEmpty()
                && region.getChildrenUnmodifiable().isEmpty();
    }
}
