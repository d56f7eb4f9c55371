package distillery.view.shell;

import distillery.view.Focus;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;

/** Where the focus goes with a change of screens: to where it was on that screen before, else to its first control. */
final class FocusMemory {
    private final Map<Node, Node> last = new HashMap<>();

    /** Keeps where the focus is on a screen about to leave; false if it is somewhere else. */
    boolean leave(Node screen) {
        boolean held = screen.getScene() != null && hold(screen);
        if (held) {
            last.put(screen, screen.getScene().getFocusOwner());
        }
        return held;
    }

    /** Puts the focus on a screen that has just come, or leaves it where it is on this screen already. */
    void enter(Node screen) {
        if (screen.getScene() == null || hold(screen)) {
            return;
        }
        screen.applyCss(); // scroll panes have no children before
        Node before = last.get(screen);
        if (before != null && Focus.isWithin(before, screen)) {
            before.requestFocus();
        }
        if (!hold(screen)) {
            Focus.into(screen);
        }
    }

    private static boolean hold(Node screen) {
        return Focus.isWithin(screen.getScene().getFocusOwner(), screen);
    }
}
