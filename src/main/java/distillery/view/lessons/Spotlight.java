package distillery.view.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Lies over a screen: dims all but the parts in the light, and puts a lock on what is locked. Mouse and keys go through
 * it to the screen; only a lock answers, with its reason.
 */
final class Spotlight extends Pane {
    private static final double MARGIN = 5;
    private static final double ROUND = 22;

    /** A ring that is not this many times as high as the reminder has no room for it. */
    private static final double SMALL = 3;

    private static final String LOCK = "lock-sign";

    /** Half of a ring's width: as near as it comes to the edge of the screen. */
    private static final double EDGE = 3;

    private final Runnable follow = this::follow;
    private List<Node> lit = List.of();
    private List<Node> locked = List.of();
    private List<Bounds> drawn = List.of();
    private final Label reminder = new Label();

    Spotlight() {
        setId("lessons-spotlight");
        setPickOnBounds(false);
        setManaged(true);
        reminder.setId("lessons-reminder");
        reminder.setMouseTransparent(true);
        sceneProperty().addListener((property, before, now) -> move(before, now));
    }

    /** Words on the first ring: what was guessed to happen in it; empty for none. */
    void remind(String words) {
        reminder.setText(words);
        drawn = List.of();
        requestLayout();
    }

    /** Shines on these parts, on everything if there are none. */
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
        List<Bounds> now = new ArrayList<>();
        now.add(getLayoutBounds());
        lit.forEach(node -> now.add(place(node)));
        locked.forEach(node -> now.add(place(node)));
        if (!now.equals(drawn)) {
            drawn = now;
            draw(now.subList(1, 1 + lit.size()), now.subList(1 + lit.size(), now.size()));
        }
    }

    /** Where a part can be seen, in this pane: what is scrolled away is not in the light. */
    private Bounds place(Node node) {
        Bounds seen = node.localToScene(node.getLayoutBounds());
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                seen = common(seen, scroll.localToScene(scroll.getLayoutBounds()));
            }
        }
        return sceneToLocal(seen);
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private void draw(List<Bounds> holes, List<Bounds> locks) {
        getChildren().removeIf(Shape.class::isInstance);
        List<Node> rings = new ArrayList<>();
        if (!holes.isEmpty()) {
            Shape veil = new Rectangle(getWidth(), getHeight());
            for (Bounds hole : holes) {
                if (hole.getWidth() == 0 || hole.getHeight() == 0) {
                    continue;
                }
                veil = Shape.subtract(veil, rectangle(hole));
                Rectangle ring = rectangle(hole);
                ring.getStyleClass().add("spotlight-ring");
                rings.add(ring);
            }
            veil.getStyleClass().add("spotlight-veil");
            rings.add(0, veil);
            rings.forEach(shape -> shape.setMouseTransparent(true));
            getChildren().addAll(0, rings);
        }
        placeReminder(rings.size() > 1 ? rings.get(1).getLayoutBounds() : null);
        List<Node> signs = getChildren().filtered(node -> node.getStyleClass().contains(LOCK));
        for (int i = 0; i < locks.size(); i++) {
            Node sign = signs.get(i);
            Bounds part = locks.get(i);
            sign.applyCss();
            sign.autosize();
            double size = sign.getLayoutBounds().getWidth();
            double left = Math.min(getWidth() - size, part.getMaxX() - 0.2 * size); // in the margin, beside words
            sign.relocate(Math.max(0, left), Math.max(0, part.getMinY() - 0.15 * size));
            sign.setVisible(part.getWidth() > 0 && part.getHeight() > 0);
        }
    }

    /** On the ring's upper edge, at its right, as a tab on a folder; beside a ring that is too small for one. */
    private void placeReminder(@Nullable Bounds ring) {
        getChildren().remove(reminder);
        if (ring != null && !reminder.getText().isEmpty()) {
            getChildren().add(reminder);
            reminder.applyCss();
            boolean beside = ring.getHeight() < SMALL * reminder.prefHeight(-1);
            double room = beside ? getWidth() - ring.getMaxX() - 3 * EDGE : ring.getWidth() - 2 * ROUND;
            reminder.setMaxWidth(Math.max(0, room));
            reminder.autosize();
            Bounds size = reminder.getLayoutBounds();
            double left = beside ? ring.getMaxX() + 2 * EDGE : ring.getMaxX() - ROUND - size.getWidth();
            double middle = beside ? ring.getCenterY() : ring.getMinY();
            reminder.relocate(left, Math.max(0, middle - size.getHeight() / 2));
        }
    }

    /** A little larger than the part, and never beyond the screen's edge. */
    private Rectangle rectangle(Bounds part) {
        Bounds large = new BoundingBox(
                part.getMinX() - MARGIN,
                part.getMinY() - MARGIN,
                part.getWidth() + 2 * MARGIN,
                part.getHeight() + 2 * MARGIN);
        Bounds screen = new BoundingBox(EDGE, EDGE, getWidth() - 2 * EDGE, getHeight() - 2 * EDGE);
        Bounds seen = common(large, screen);
        Rectangle rectangle = new Rectangle(seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight());
        rectangle.setArcWidth(ROUND);
        rectangle.setArcHeight(ROUND);
        return rectangle;
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
