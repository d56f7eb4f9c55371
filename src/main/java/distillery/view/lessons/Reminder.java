package distillery.view.lessons;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The learner's guess at the ring around what will show whether it was right: a tab where it hides no words. */
final class Reminder extends Label {
    /** How far from a ring's corner a tab begins. */
    private static final double CORNER = 22;

    /** What stays free between a tab and the window's edge, or a ring that it is in. */
    private static final double GAP = 6;

    /** How far a tab below or above a ring reaches over its line, to hang on it. */
    private static final double LINE = 2;

    /** How far a tab at a ring's side reaches over it, for else it would seem to belong to what stands beside. */
    private static final double OVERLAP = 14;

    /** Shares of the length of all words that are tried as a width: one line, two, three; at a side, three first. */
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
        List<Dimension2D> sizes = SHAPES.stream()
                .map(share -> Math.min(Math.ceil(share * prefWidth(-1)), room.getWidth()))
                .map(width -> new Dimension2D(width, Math.ceil(prefHeight(width))))
                .toList();
        Optional<Bounds> free = Stream.of(
                        sizes.stream().flatMap(size -> onTheEdge(ring, size)),
                        IntStream.rangeClosed(1, sizes.size())
                                .mapToObj(back -> sizes.get(sizes.size() - back))
                                .flatMap(size -> atASide(ring, size)),
                        sizes.stream().flatMap(size -> belowOrAbove(ring, size)),
                        sizes.stream().flatMap(size -> inside(ring, size)))
                .flatMap(places -> places)
                .filter(room::contains)
                .filter(taken::isFree)
                .findFirst();
        setVisible(free.isPresent());
        free.ifPresent(place -> resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()));
    }

    /** Tabs on the ring's upper edge first, from the right, then on the lower one. */
    private static Stream<Bounds> onTheEdge(Bounds ring, Dimension2D size) {
        return Stream.of(ring.getMinY(), ring.getMaxY())
                .flatMap(edge -> along(ring, size, edge - size.getHeight() / 2));
    }

    private static Stream<Bounds> atASide(Bounds ring, Dimension2D size) {
        return Stream.of(ring.getMaxX() - OVERLAP, ring.getMinX() + OVERLAP - size.getWidth())
                .flatMap(x -> steps(ring.getHeight() - size.getHeight())
                        .mapToObj(step -> tab(x, ring.getMinY() + step, size)));
    }

    private static Stream<Bounds> belowOrAbove(Bounds ring, Dimension2D size) {
        return Stream.of(ring.getMaxY() - LINE, ring.getMinY() + LINE - size.getHeight())
                .flatMap(y -> along(ring, size, y));
    }

    /** Last, for what is in the ring may move. */
    private static Stream<Bounds> inside(Bounds ring, Dimension2D size) {
        return steps(ring.getHeight() - 2 * GAP - size.getHeight())
                .boxed()
                .flatMap(step -> along(ring, size, ring.getMinY() + GAP + step));
    }

    private static Stream<Bounds> along(Bounds ring, Dimension2D size, double y) {
        double length = Math.max(0, ring.getWidth() - 2 * CORNER - size.getWidth());
        double right = ring.getCenterX() + (length - size.getWidth()) / 2;
        return steps(length).mapToObj(step -> tab(right - step, y, size));
    }

    private static Bounds tab(double x, double y, Dimension2D size) {
        return new BoundingBox(x, y, size.getWidth(), size.getHeight());
    }

    private static DoubleStream steps(double length) {
        return DoubleStream.iterate(0, step -> step <= length, step -> step + STEP);
    }
}
