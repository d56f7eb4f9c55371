package distillery.view;

import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/** Where the focus is and where it can go. */
public final class Focus {
    private Focus() {}

    /** Puts the focus on a part: where the part itself wants it, else on its first control. */
    public static void into(Node part) {
        part.requestFocus(); // a slider's card knows where its focus belongs
        if (part.getScene() != null && part.getScene().getFocusOwner() == part && !part.isFocusTraversable()) {
            controls(part).findFirst().ifPresent(Node::requestFocus);
        }
    }

    /** Whether a node is a part or lies within it. */
    public static boolean isWithin(@Nullable Node node, Node part) {
        return node != null && (node == part || isWithin(node.getParent(), part));
    }

    /** Whether there is anything in a part to be used now, and not only to be read. */
    public static boolean hasControl(Node part) {
        return controls(part).anyMatch(node -> node.getAccessibleRole() != AccessibleRole.TEXT);
    }

    /** What can have the focus in a part now, in the order of the tab key. */
    static Stream<Node> controls(Node node) {
        if (node.isDisabled() || !node.isVisible() || isUnchosen(node)) {
            return Stream.empty();
        }
        if (node.isFocusTraversable()) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Focus::controls)
                : Stream.empty();
    }

    /** Whether it is one of a choice of which another is chosen: the arrow keys lead there, not Tab. */
    private static boolean isUnchosen(Node node) {
        return node instanceof ToggleButton button
                && button.getToggleGroup() != null
                && button.getToggleGroup().getSelectedToggle() != null
                && !button.isSelected();
    }
}
