package distillery.view.lessons;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The learner's guess at the ring around what will show whether it was right: a tab where it hides no words. */
final class GuessBadge extends Label {
    /** How far from a ring's corner a tab begins. */
    private static final double CORNER = 22;

    /** What stays free between a tab and the window's edge, or a ring that it is in. */
    private static final double GAP = 6;

    /** How far a tab below or above a ring reaches over its line, to hang on it. */
    private static final double LINE = 2;

    /** How far a tab at a ring's side reaches over it, for else it would seem to belong to what stands beside. */
    private static final double OVERLAP = 14;

    /** Where words may be divided: behind the colon. */
    private static final Pattern COLON = Pattern.compile("(?<=[:：]) ?");

    /** What a guess of two lines keeps of its width to take three. */
    private static final double NARROWER = 0.6;

    /** In em: narrower lines would hold a word each. */
    private static final double LEAST = 8;

    /** From one place that is tried to the next. */
    private static final double STEP = 8;

    private String words = "";

    GuessBadge() {
        setId("lessons-reminder");
        setManaged(false); // or its pane would give it one line, however long
        setMouseTransparent(true);
        setWrapText(true);
    }

    /** What it says; empty for nothing. */
    void setWords(String now) {
        words = now;
        setAccessibleText(now);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Puts it at a ring of this pane; it is not shown where it would hide words, for the dock says the same. */
    void place(Bounds ring, Pane pane, OccupiedAreas taken) {
        applyCss();
        Bounds room = new BoundingBox(
                GAP, GAP, Math.max(0, pane.getWidth() - 2 * GAP), Math.max(0, pane.getHeight() - 2 * GAP));
        String divided = COLON.matcher(words).replaceFirst("\n");
        List<Shape> shapes = List.of(
                shape(words, 1, room.getWidth()),
                shape(divided, 1, room.getWidth()),
                shape(divided, NARROWER, room.getWidth()));
        List<Shape> narrowFirst = List.of(shapes.get(2), shapes.get(1), shapes.get(0));
        Optional<Place> free = Stream.of(
                        shapes.stream().flatMap(shape -> onTheEdge(ring, shape)),
                        narrowFirst.stream().flatMap(shape -> atASide(ring, shape)),
                        shapes.stream().flatMap(shape -> belowOrAbove(ring, shape)),
                        shapes.stream().flatMap(shape -> inside(ring, shape)))
                .flatMap(places -> places)
                .filter(place -> room.contains(place.bounds()) && taken.isFree(place.bounds()))
                .findFirst();
        setVisible(free.isPresent());
        free.ifPresent(place -> {
            setText(place.shape().text());
            relocate(place.bounds().getMinX(), place.bounds().getMinY());
            resize(place.shape().width(), place.shape().height());
        });
    }

    private Shape shape(String text, double share, double most) {
        setText(text);
        double whole = prefWidth(-1);
        double least = Math.min(whole, LEAST * getFont().getSize());
        double width = Math.min(Math.ceil(Math.max(share * whole, least)), most);
        return new Shape(text, width, Math.ceil(prefHeight(width)));
    }

    private record Shape(String text, double width, double height) {
        Place at(double x, double y) {
            return new Place(this, new BoundingBox(x, y, width, height));
        }
    }

    private record Place(Shape shape, Bounds bounds) {}

    /** Tabs on the ring's upper edge first, from the right, then on the lower one. */
    private static Stream<Place> onTheEdge(Bounds ring, Shape shape) {
        return Stream.of(ring.getMinY(), ring.getMaxY()).flatMap(edge -> along(ring, shape, edge - shape.height() / 2));
    }

    private static Stream<Place> atASide(Bounds ring, Shape shape) {
        return Stream.of(ring.getMaxX() - OVERLAP, ring.getMinX() + OVERLAP - shape.width())
                .flatMap(x ->
                        steps(ring.getHeight() - shape.height()).mapToObj(step -> shape.at(x, ring.getMinY() + step)));
    }

    private static Stream<Place> belowOrAbove(Bounds ring, Shape shape) {
        return Stream.of(ring.getMaxY() - LINE, ring.getMinY() + LINE - shape.height())
                .flatMap(y -> along(ring, shape, y));
    }

    /** Last, for what is in the ring may move. */
    private static Stream<Place> inside(Bounds ring, Shape shape) {
        return steps(ring.getHeight() - 2 * GAP - shape.height())
                .boxed()
                .flatMap(step -> along(ring, shape, ring.getMinY() + GAP + step));
    }

    private static Stream<Place> along(Bounds ring, Shape shape, double y) {
        double length = Math.max(0, ring.getWidth() - 2 * CORNER - shape.width());
        double right = ring.getCenterX() + (length - shape.width()) / 2;
        return steps(length).mapToObj(step -> shape.at(right - step, y));
    }

    private static DoubleStream steps(double length) {
        return DoubleStream.iterate(0, step -> step <= length, step -> step + STEP);
    }
}
