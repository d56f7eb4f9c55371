package distillery.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says at a field why what was typed or chosen there cannot be taken. It lies over the window, so that nothing moves for
 * it, and never over the field or what has the focus. Each window has one: of several fields it speaks for the one with
 * the focus, else for the newest. A press on it puts it away, and coming back to the field brings it again. No PopOver of
 * ControlsFX: that is a window of its own, which does not follow a page that scrolls.
 */
public final class RefusalCard extends Label {
    /** In em: longer sentences have several lines. */
    private static final double WIDEST = 22;

    /** In pixels, around the ring of the field and inside the window. */
    private static final double GAP = 5;

    private final Pane window;
    private final List<Refused> all = new ArrayList<>();

    private record Refused(Control field, ObservableValue<String> words) {
        /** Whether the field can be seen: on the screen in front, and not scrolled or folded away. */
        private boolean isInSight() {
            Bounds place = field.localToScene(field.getLayoutBounds());
            for (Node around = field; around != null; around = around.getParent()) {
                Node clip = around.getClip();
                Bounds seen = clip == null ? place : around.localToScene(clip.getBoundsInParent());
                if (!around.isVisible() || !seen.contains(place.getCenterX(), place.getCenterY())) {
                    return false;
                }
            }
            return true;
        }
    }

    private RefusalCard(Pane window) {
        this.window = window;
        setManaged(false);
        setVisible(false);
        setWrapText(true);
        setGraphic(new FontIcon("fth-alert-triangle"));
        getStyleClass().add("refusal");
        setOnMousePressed(press -> {
            all.clear();
            place();
            press.consume();
        });
        // What is pressed on another control stays its own, though leaving the field brings this up over it.
        window.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                press -> setMouseTransparent(!Focus.isWithin((Node) press.getTarget(), this)));
        window.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> setMouseTransparent(false));
        window.getScene().addPostLayoutPulseListener(this::place);
    }

    /** Has the words shown at a field while there are any, and read with it. */
    public static void explain(Control field, ObservableValue<String> words) {
        field.accessibleHelpProperty().bind(words);
        Refused refused = new Refused(field, words);
        words.subscribe(() -> say(refused));
        field.focusedProperty().subscribe(() -> say(refused));
        // later: what the field comes into the window with is itself being put there
        field.sceneProperty().addListener((property, before, now) -> {
            if (now != null && !words.getValue().isEmpty()) {
                Platform.runLater(() -> say(refused));
            }
        });
    }

    private static void say(Refused refused) {
        boolean wanted = !refused.words.getValue().isEmpty();
        Pane window = null;
        Node part = refused.field; // of the window, that the field is in
        for (Node inner = refused.field; inner.getParent() != null; inner = inner.getParent()) {
            if (inner.getParent() instanceof Pane pane) {
                window = pane;
                part = inner;
            }
        }
        if (window == null || refused.field.getScene() == null) {
            return;
        }
        RefusalCard card = (RefusalCard) window.getProperties().get(RefusalCard.class);
        if (card == null && wanted) {
            card = new RefusalCard(window);
            window.getProperties().put(RefusalCard.class, card);
        }
        if (card != null) {
            card.say(refused, wanted, part);
        }
    }

    /** Right above the part of the window that the field is in: questions and messages lie over both. */
    private void say(Refused refused, boolean wanted, Node part) {
        all.remove(refused);
        if (wanted) {
            all.add(refused);
            window.getChildren().remove(this);
            window.getChildren().add(window.getChildren().indexOf(part) + 1, this);
        }
        show(chosen());
    }

    private @Nullable Refused chosen() {
        all.removeIf(each -> each.field.getScene() != window.getScene());
        Refused chosen = null;
        for (Refused each : all) {
            if (each.isInSight() && (chosen == null || !chosen.field.isFocused())) {
                chosen = each;
            }
        }
        return chosen;
    }

    private void show(@Nullable Refused refused) {
        if (refused != null) {
            setId(refused.field.getId() + "-refusal");
            setText(refused.words.getValue());
        }
        setVisible(refused != null);
    }

    /** After everything has its place, with every frame: fields scroll, and windows change their size. */
    private void place() {
        Refused refused = chosen();
        show(refused);
        if (refused != null) {
            applyCss();
            Bounds room = window.getLayoutBounds();
            double width = snapSizeX(Math.min(
                    Math.min(prefWidth(-1), WIDEST * getFont().getSize()), Math.max(0, room.getWidth() - 2 * GAP)));
            double height = snapSizeY(prefHeight(width));
            Bounds field = inWindow(refused.field);
            double x = Math.max(GAP, Math.min(field.getMinX(), room.getWidth() - GAP - width));
            Stream.of(field.getMaxY() + GAP, field.getMinY() - GAP - height)
                    .map(y -> new BoundingBox(snapPositionX(x), snapPositionY(y), width, height))
                    .filter(place -> room.contains(place) && !hides(place))
                    .findFirst()
                    .ifPresentOrElse(this::lie, () -> setVisible(false));
        }
    }

    private void lie(Bounds place) {
        resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        layout();
    }

    /** Whether whoever goes on elsewhere could not see where. */
    private boolean hides(Bounds place) {
        return window.getScene().getFocusOwner() instanceof Control focused
                && focused.getScene() == window.getScene()
                && inWindow(focused).intersects(place);
    }

    private Bounds inWindow(Node node) {
        return window.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
