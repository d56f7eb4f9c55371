package distillery.view;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;

/**
 * Whether a column of settings is open. As long as nobody says otherwise it is where there is room beside the picture, and is
 * not where there is none; opened there, it lies over the picture.
 */
public final class Drawer {
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", true);
    private boolean room = true;

    /** A drawer that opens before something in {@code content} is shown. */
    public Drawer(Node content) {
        content.getProperties().put(Drawer.class, this);
    }

    /** Opens all drawers that a node lies in. */
    public static void reveal(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (around.hasProperties() && around.getProperties().get(Drawer.class) instanceof Drawer drawer) {
                drawer.open.set(true);
            }
        }
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    /** Whether it is open and lies over what is beside it. */
    public boolean isOver() {
        return open.get() && !room;
    }

    public void toggle() {
        open.set(!open.get());
    }

    public void close() {
        open.set(false);
    }

    /** There is room beside the picture now, or is none any more. */
    void room(boolean enough) {
        if (enough != room) {
            room = enough;
            open.set(enough);
        }
    }
}
