package distillery.view.lessons;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The learner's guess at the ring around what will show whether it was right: a tab where it hides no words. */
final class Reminder extends Label {
    /** How far from a ring's corner a tab begins, and how far above or below a ring it stands. */
    private static final double CORNER = 22;

    private static final double GAP = 6;

    /** How far a tab at a ring's side reaches over it, for else it would seem to belong to what stands beside. */
    private static final double OVERLAP = 14;

    /** Shares of the length of all words that are tried as a width: one line, two, three. */
    private static final List<Double> SHAPES = List.of(1.0, 0.6, 0.4);

    /** From one place that is tried to the next. */
    private static final double STEP = 8;

    Reminder() {
        setId("lessons-reminder");
        setManaged(false); // or its pane would give it one line, however long
        setMouseTransparent(true);
        setWrapText(true);
    }

    /** Puts it at a ring of this pane; it is not shown where it would hide words, for the dock says the same. */
    void place(Bounds ring, Pane pane, Taken taken) {
        applyCss();
        Bounds room = new BoundingBox(
                GAP, GAP, Math.max(0, pane.getWidth() - 2 * GAP), Math.max(0, pane.getHeight() - 2 * GAP));
        Optional<Bounds> free = SHAPES.stream()
                .map(share -> Math.min(Math.ceil(share * prefWidth(-1)), room.getWidth()))
                .map(width -> new Dimension2D(width, Math.ceil(prefHeight(width))))
                .flatMap(size -> places(ring, size))
                .filter(room::contains)
                .filter(taken::isFree)
                .findFirst();
        setVisible(free.isPresent());
        free.ifPresent(place -> resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()));
    }

    /**
     * Tabs on the ring's upper edge first, from the right, then on the lower one, then at its sides, below and above it,
     * and at last where there is room in it.
     */
    private static Stream<Bounds> places(Bounds ring, Dimension2D size) {
        double upper = ring.getMinY() - size.getHeight() / 2;
        double lower = ring.getMaxY() - size.getHeight() / 2;
        return Stream.of(
                        along(ring, size, upper),
                        along(ring, size, lower),
                        down(ring, size, ring.getMaxX() - OVERLAP),
                        down(ring, size, ring.getMinX() + OVERLAP - size.getWidth()),
                        along(ring, size, ring.getMaxY() + GAP),
                        along(ring, size, ring.getMinY() - GAP - size.getHeight()),
                        steps(ring.getHeight() - 2 * GAP - size.getHeight())
                                .boxed()
                                .flatMap(step -> along(ring, size, ring.getMinY() + GAP + step)))
                .flatMap(places -> places)
                .map(at -> new BoundingBox(at.getX(), at.getY(), size.getWidth(), size.getHeight()));
    }

    private static Stream<Point2D> along(Bounds ring, Dimension2D size, double y) {
        double length = Math.max(0, ring.getWidth() - 2 * CORNER - size.getWidth());
        double right = ring.getCenterX() + (length - size.getWidth()) / 2;
        return steps(length).mapToObj(step -> new Point2D(right - step, y));
    }

    private static Stream<Point2D> down(Bounds ring, Dimension2D size, double x) {
        return steps(ring.getHeight() - size.getHeight()).mapToObj(step -> new Point2D(x, ring.getMinY() + step));
    }

    private static DoubleStream steps(double length) {
        return DoubleStream.iterate(0, step -> step <= length, step -> step + STEP);
    }
}
