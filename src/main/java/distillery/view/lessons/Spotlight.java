package distillery.view.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/**
 * Lies over a screen: dims all but the highlighted parts, and shows the locks of what is locked. Mouse and keys go
 * through it to the screen; only a lock answers, with its reason.
 */
final class Spotlight extends Pane {
    private final Runnable follow = this::follow;
    private List<Node> lit = List.of();
    private List<LockSign> locks = List.of();
    private List<HighlightBounds> drawn = List.of();

    Spotlight() {
        setId("lessons-spotlight");
        setPickOnBounds(false);
        setManaged(true);
        sceneProperty().addListener((property, before, now) -> move(before, now));
    }

    /** Highlights these parts, everything if there are none. */
    void show(List<Node> inTheLight, List<LockSign> signs) {
        locks.forEach(LockSign::giveRoomBack);
        signs.forEach(LockSign::makeRoom);
        lit = inTheLight;
        locks = signs;
        drawn = List.of();
        getChildren().setAll(locks);
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
        locks.forEach(LockSign::follow);
        List<HighlightBounds> now = new ArrayList<>();
        now.add(new HighlightBounds(getLayoutBounds(), getLayoutBounds()));
        lit.forEach(node -> now.add(HighlightBounds.of(node, this)));
        if (!now.equals(drawn)) {
            drawn = now;
            draw(now.subList(1, now.size()));
        }
    }

    private void draw(List<HighlightBounds> lights) {
        getChildren().removeIf(Shape.class::isInstance);
        List<HighlightBounds> holes =
                lights.stream().filter(HighlightBounds::isSeen).toList();
        if (holes.isEmpty()) {
            return; // else nothing would be highlighted
        }
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
}
