package distillery.view.shell;

import distillery.view.Focus;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;

/** Where the focus goes with a change of screens: to where it was on that screen before, else to its first control. */
final class Hands {
    private final Map<Node, Node> last = new HashMap<>();

    /** Keeps where the focus is on a screen about to leave; false if it is somewhere else. */
    boolean leave(Node screen) {
        Node owner = screen.getScene() == null ? null : screen.getScene().getFocusOwner();
        if (owner == null || !Focus.isWithin(owner, screen)) {
            return false;
        }
        last.put(screen, owner);
        return true;
    }

    /** Puts the focus on a screen that has just come, or leaves it where it is on this screen already. */
    void enter(Node screen) {
        if (screen.getScene() == null || Focus.isWithin(screen.getScene().getFocusOwner(), screen)) {
            return;
        }
        screen.applyCss(); // scroll panes have no children before
        Node before = last.getOrDefault(screen, screen);
        if (Focus.isWithin(before, screen)) {
            before.requestFocus();
        }
        if (before == screen || !before.isFocused()) {
            Focus.into(screen);
        }
    }
}
