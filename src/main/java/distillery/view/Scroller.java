package distillery.view;

import java.util.EnumSet;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls what has no room. Whatever gets the focus in it comes into view, by whichever way it got it, and again with
 * every key it gets but those that turn the page. Space goes on to what is around, for in this program it runs and
 * pauses; other keys scroll where nobody else wants them, and where the scroller itself has the focus.
 */
public final class Scroller extends ScrollPane {
    private static final KeyCombination SPACE = new KeyCodeCombination(KeyCode.SPACE);

    private static final Set<KeyCode> TURNING =
            EnumSet.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.END);

    /** Room in pixels that stays around what is brought into view, so that its ring is seen whole. */
    private static final double MARGIN = 12;

    /** A scroller that gives its content all the room there is. */
    public Scroller(Region content) {
        super(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::passOnOwn);
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::passOn);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::follow);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    /** The same, which never scrolls sideways. */
    public static Scroller upAndDown(Region content) {
        Scroller scroller = new Scroller(content);
        scroller.setHbarPolicy(ScrollBarPolicy.NEVER);
        return scroller;
    }

    /**
     * The default skin caches an image of the whole content, which makes scrolling fast; but here numbers change, and
     * each change would have the whole image painted anew.
     */
    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }

    private void follow(KeyEvent key) {
        Node owner = getScene().getFocusOwner();
        boolean presses =
                owner instanceof Button && key.getCode() == KeyCode.SPACE; // which may bring up something else
        if (owner != null && Focus.isWithin(owner, getContent()) && !TURNING.contains(key.getCode()) && !presses) {
            show(owner); // it has its place: no layout for every key
        }
    }

    private void passOnOwn(KeyEvent key) {
        if (key.getTarget() == this) {
            passOn(key);
        }
    }

    /** Past the scroll pane's own handler, which would turn the page. */
    private void passOn(KeyEvent key) {
        if (SPACE.match(key)) {
            getParent().fireEvent(key.copyFor(getParent(), getParent()));
            key.consume();
        }
    }

    private void reveal(@Nullable Node owner) {
        if (owner == null || !Focus.isWithin(owner, getContent())) {
            return;
        }
        if (!isPlaced(owner)) { // what has just been put there has no place yet
            layOut(getScene());
        }
        show(owner);
    }

    /** Whether no layout is due that could move it: giving a whole window its places anew takes longer than a frame. */
    private static boolean isPlaced(Node node) {
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (around.isNeedsLayout()) {
                return false;
            }
        }
        return true;
    }

    /** Gives everything in a window its place before the next frame does, if anything may have lost it. */
    public static void layOut(Scene scene) {
        if (scene.getRoot().isNeedsLayout()) { // styles for a whole window take longer than a frame
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** Brings a part of the content into view with the least movement, its beginning if it is too large. */
    public void show(Node part) {
        Bounds place = place(part);
        Bounds all = getContent().getLayoutBounds();
        Bounds view = getViewportBounds();
        setVvalue(revealed(getVvalue(), all.getHeight(), view.getHeight(), place.getMinY(), place.getMaxY()));
        setHvalue(revealed(getHvalue(), all.getWidth(), view.getWidth(), place.getMinX(), place.getMaxX()));
    }

    /** Where a part of the content is within it. */
    public Bounds place(Node part) {
        return getContent().sceneToLocal(part.localToScene(part.getLayoutBounds()));
    }

    /** Whether so much of the content can be seen at once. */
    public boolean holds(double height) {
        return height + 2 * MARGIN <= getViewportBounds().getHeight();
    }

    /** The scroll bar's value, 0 to 1, that shows the part from start to end with the least movement. */
    private static double revealed(double now, double all, double view, double start, double end) {
        double hidden = all - view;
        if (hidden <= 0) {
            return now;
        }
        double from = Math.min(Math.max(now * hidden, end + MARGIN - view), start - MARGIN);
        return Math.max(0, Math.min(1, from / hidden));
    }
}
