package distillery.view.lessons;

import distillery.view.Formula;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/** The learner's guess at the ring around what will show whether it was right: a tab where it hides the fewest words. */
final class Reminder extends Label {
    /** How far from a ring's corner a tab begins, and how far beside a ring it stands. */
    private static final double CORNER = 22;

    private static final double GAP = 6;

    Reminder() {
        setId("lessons-reminder");
        setMouseTransparent(true);
    }

    /** Puts it at a ring of this pane. */
    void place(Bounds ring, Pane pane) {
        applyCss();
        double width = Math.min(Math.ceil(prefWidth(-1)), pane.getWidth() - 2 * GAP);
        Dimension2D size = new Dimension2D(width, Math.ceil(prefHeight(width)));
        List<Bounds> words = new ArrayList<>();
        pane.getParent().getChildrenUnmodifiable().stream()
                .filter(sibling -> sibling != pane)
                .forEach(sibling -> collect(sibling, pane, words));
        Point2D best = places(ring, size).stream()
                .map(place -> inside(place, size, pane))
                .min(Comparator.comparingDouble(place -> hidden(place, size, words)))
                .orElseThrow();
        resizeRelocate(best.getX(), best.getY(), size.getWidth(), size.getHeight());
    }

    /** Tabs on the ring's edges first, then beside, below and above it; of equals the first is taken. */
    private static List<Point2D> places(Bounds ring, Dimension2D size) {
        double left = ring.getMinX() + CORNER;
        double middle = ring.getCenterX() - size.getWidth() / 2;
        double right = ring.getMaxX() - CORNER - size.getWidth();
        double upper = ring.getMinY() - size.getHeight() / 2;
        double lower = ring.getMaxY() - size.getHeight() / 2;
        double half = ring.getCenterY() - size.getHeight() / 2;
        return List.of(
                new Point2D(right, upper),
                new Point2D(middle, upper),
                new Point2D(left, upper),
                new Point2D(right, lower),
                new Point2D(middle, lower),
                new Point2D(left, lower),
                new Point2D(ring.getMaxX() + GAP, half),
                new Point2D(ring.getMinX() - GAP - size.getWidth(), half),
                new Point2D(right, ring.getMaxY() + GAP),
                new Point2D(left, ring.getMaxY() + GAP),
                new Point2D(right, ring.getMinY() - GAP - size.getHeight()),
                new Point2D(left, ring.getMinY() - GAP - size.getHeight()));
    }

    private static Point2D inside(Point2D place, Dimension2D size, Pane pane) {
        return new Point2D(
                Math.max(GAP, Math.min(place.getX(), pane.getWidth() - GAP - size.getWidth())),
                Math.max(0, Math.min(place.getY(), pane.getHeight() - size.getHeight())));
    }

    private static double hidden(Point2D place, Dimension2D size, List<Bounds> words) {
        Bounds tab = new BoundingBox(place.getX(), place.getY(), size.getWidth(), size.getHeight());
        return words.stream().mapToDouble(word -> overlap(tab, word)).sum();
    }

    private static double overlap(Bounds one, Bounds other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** Where words and controls are, in the pane. */
    private static void collect(Node node, Pane pane, List<Bounds> words) {
        if (!node.isVisible()) {
            return;
        }
        if (speaks(node)) {
            words.add(pane.sceneToLocal(node.localToScene(node.getLayoutBounds())));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, pane, words));
        }
    }

    /** Whether it is words, a formula, a plot or something to use; labels have a {@link Text} in them, which is smaller. */
    private static boolean speaks(Node node) {
        if (node instanceof Text text) {
            return !text.getText().isBlank();
        }
        return node instanceof Formula
                || node instanceof Canvas
                || node instanceof ScrollBar
                || (node instanceof Control && node.isFocusTraversable());
    }
}
