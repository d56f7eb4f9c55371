package distillery.view.lessons;

import distillery.view.ThrottledExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Lies over a screen: dims all but the highlighted parts, and puts a lock on what is locked. Mouse and keys go through
 * it to the screen; only a lock answers, with its reason.
 */
final class Spotlight extends Pane {
    /** From one place that is tried for a lock to the next. */
    private static final double STEP = 4;

    /** What stays free on both sides of a lock, for else it would seem to belong to what stands there. */
    private static final double AIR = 5;

    private static final String LOCK = "lock-sign";

    private final Runnable follow = this::follow;
    private List<Node> lit = List.of();
    private List<Node> locked = List.of();
    private List<HighlightBounds> drawn = List.of();

    /** Signs that had no free place when they were put up. */
    private Set<Node> unavoidable = Set.of();

    /** To look at all of a screen takes too long for every frame. */
    private final ThrottledExecutor glances = new ThrottledExecutor(4);

    private boolean glanceDue;

    private final GuessBadge reminder = new GuessBadge();

    Spotlight() {
        setId("lessons-spotlight");
        setPickOnBounds(false);
        setManaged(true);
        sceneProperty().addListener((property, before, now) -> move(before, now));
    }

    /** Words on the ring of the first part: what was guessed to happen in it; empty for none. */
    void remind(String words) {
        reminder.setWords(words);
        drawn = List.of();
        follow();
    }

    /** Highlights these parts, everything if there are none. */
    void show(List<Node> inTheLight, List<Node> underLock, ObservableValue<String> reason) {
        lit = inTheLight;
        locked = underLock;
        drawn = List.of();
        getChildren().setAll(locked.stream().map(node -> lock(reason)).toList());
        follow();
    }

    private void move(Scene before, Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(follow);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(follow);
        }
    }

    /** Draws anew if anything has moved since. */
    private void follow() {
        if (getScene() == null) {
            return;
        }
        List<HighlightBounds> now = new ArrayList<>();
        now.add(new HighlightBounds(getLayoutBounds(), getLayoutBounds()));
        lit.forEach(node -> now.add(place(node)));
        locked.forEach(node -> now.add(place(node)));
        if (!now.equals(drawn)) {
            drawn = now;
            OccupiedAreas taken = OccupiedAreas.under(this);
            draw(now.subList(1, 1 + lit.size()), now.subList(1 + lit.size(), now.size()), taken);
            unavoidable = hiding(taken);
        } else if (!glanceDue) {
            glanceDue = true;
            glances.execute(this::glance);
        }
    }

    /** Draws anew if words have come up where a sign stands. */
    private void glance() {
        glanceDue = false;
        if (!unavoidable.containsAll(hiding(OccupiedAreas.under(this)))) {
            drawn = List.of();
            follow();
        }
    }

    /** Those of the signs over the screen that lie on something that is to be seen. */
    private Set<Node> hiding(OccupiedAreas taken) {
        return getChildren().stream()
                .filter(child -> child.isVisible() && !(child instanceof Shape) && !taken.isFree(frame(child)))
                .collect(Collectors.toSet());
    }

    /** Where a part is, in this pane: what is scrolled away cannot be seen. */
    private HighlightBounds place(Node node) {
        Bounds whole = node.localToScene(node.getLayoutBounds());
        Bounds seen = whole;
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                seen = HighlightBounds.common(seen, scroll.localToScene(scroll.getLayoutBounds()));
            }
        }
        return new HighlightBounds(sceneToLocal(whole), sceneToLocal(seen));
    }

    private void draw(List<HighlightBounds> lights, List<HighlightBounds> locks, OccupiedAreas taken) {
        getChildren().removeIf(child -> child instanceof Shape || child == reminder);
        List<HighlightBounds> holes =
                lights.stream().filter(HighlightBounds::isSeen).toList();
        if (!holes.isEmpty()) { // else nothing would be highlighted
            Shape veil = new Rectangle(getWidth(), getHeight());
            List<Shape> rings = new ArrayList<>();
            for (HighlightBounds hole : holes) {
                Rectangle ring = hole.ring(getLayoutBounds());
                Rectangle window = hole.window();
                veil = Shape.subtract(veil, Shape.intersect(ring, window));
                ring.setClip(window);
                ring.getStyleClass().add("spotlight-ring");
                rings.add(ring);
            }
            veil.getStyleClass().add("spotlight-veil");
            rings.add(0, veil);
            rings.forEach(shape -> shape.setMouseTransparent(true));
            getChildren().addAll(0, rings);
        }
        List<Node> signs = getChildren().filtered(node -> node.getStyleClass().contains(LOCK));
        for (int i = 0; i < locks.size(); i++) {
            HighlightBounds part = locks.get(i);
            put(signs.get(i), part, taken.and(linesBut(part, holes)));
        }
        if (!lights.isEmpty() && lights.get(0).isSeen() && !reminder.isEmpty()) {
            getChildren().add(reminder);
            List<Bounds> shown =
                    signs.stream().filter(Node::isVisible).map(Spotlight::frame).toList();
            HighlightBounds about = lights.get(0);
            reminder.place(
                    about.visibleRing(getLayoutBounds()),
                    this,
                    taken.and(shown).and(linesBut(about, holes)).and(lockedBeside(about, locks)));
        }
    }

    /** What a sign covers; what is in it has no place before its next layout. */
    private static Bounds frame(Node sign) {
        Bounds size = sign.getLayoutBounds();
        return new BoundingBox(sign.getLayoutX(), sign.getLayoutY(), size.getWidth(), size.getHeight());
    }

    /** The rings of these parts, without that of the one. */
    private List<Bounds> linesBut(HighlightBounds one, List<HighlightBounds> parts) {
        return parts.stream()
                .filter(part -> !part.equals(one))
                .flatMap(part -> part.lines(getLayoutBounds()))
                .toList();
    }

    /** Locked parts that are no parts of this one: a guess that lies on them would seem to be about them. */
    private static List<Bounds> lockedBeside(HighlightBounds one, List<HighlightBounds> locks) {
        return locks.stream()
                .map(HighlightBounds::seen)
                .filter(place -> !place.intersects(one.seen()))
                .toList();
    }

    /**
     * At the upper right corner of its part, or where else along it, above it or at its lower edge the sign hides
     * nothing; with air on both sides where there is such a place.
     */
    private void put(Node sign, HighlightBounds part, OccupiedAreas taken) {
        sign.applyCss();
        sign.autosize();
        double size = sign.getLayoutBounds().getWidth();
        Bounds seen = part.seen();
        sign.setVisible(seen.getHeight() >= Math.min(2 * size, part.whole().getHeight() / 2) && part.isSeen());
        double corner = Math.max(0, Math.min(getWidth() - size, seen.getMaxX() - 0.2 * size));
        double edge = Math.max(0, seen.getMinY() - 0.5 * size);
        List<Point2D> places = DoubleStream.of(
                        edge,
                        seen.getMinY() + 1,
                        seen.getMaxY() - size,
                        seen.getMinY() - size,
                        seen.getMaxY() - 0.5 * size)
                .boxed()
                .flatMap(y -> DoubleStream.iterate(corner, x -> x >= seen.getMinX(), x -> x - STEP)
                        .mapToObj(x -> new Point2D(x, y)))
                .toList();
        Point2D place = DoubleStream.of(AIR, 0)
                .boxed()
                .flatMap(air -> places.stream()
                        .filter(at -> taken.isFree(new BoundingBox(at.getX() - air, at.getY(), size + 2 * air, size))))
                .findFirst()
                .orElse(new Point2D(corner, edge));
        sign.relocate(place.getX(), place.getY());
    }

    private Label lock(ObservableValue<String> reason) {
        Label lock = new Label("", Signs.of(Feather.LOCK));
        lock.getStyleClass().add(LOCK);
        lock.setAccessibleRole(AccessibleRole.TEXT);
        lock.accessibleTextProperty().bind(reason);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(reason);
        tooltip.setShowDelay(Duration.millis(150));
        lock.setTooltip(tooltip);
        return lock;
    }
}
