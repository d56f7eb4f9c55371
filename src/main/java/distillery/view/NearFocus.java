package distillery.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Where the focus goes when the control of a screen that has it is locked or goes away: to the nearest one. The toolkit's
 * own choice may be at the other end of the screen, and the page would jump there.
 */
public final class NearFocus {
    private final Node screen;
    private final ChangeListener<Boolean> check = (property, before, now) -> check();
    private List<Node> chain = List.of();

    private NearFocus(Node screen) {
        this.screen = screen;
    }

    /** Keeps the focus near on a screen. */
    public static void keep(Node screen) {
        NearFocus near = new NearFocus(screen);
        screen.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(near::follow);
    }

    private void follow(@Nullable Node owner) {
        for (Node node : chain) {
            node.visibleProperty().removeListener(check);
            node.disabledProperty().removeListener(check);
        }
        chain = Focus.isWithin(owner, screen) ? upFrom(owner) : List.of();
        for (Node node : chain) {
            node.visibleProperty().addListener(check);
            node.disabledProperty().addListener(check);
        }
    }

    /** A node, and all it is in, up to the screen. */
    private List<Node> upFrom(@Nullable Node owner) {
        List<Node> up = new ArrayList<>();
        for (Node node = owner; node != null && node != screen; node = node.getParent()) {
            up.add(node);
        }
        return up;
    }

    private void check() {
        int lost = chain.size();
        while (lost > 0 && canHold(chain.get(lost - 1))) {
            lost--;
        }
        if (lost > 0 && canHold(screen)) { // under a sheet nothing moves
            chain.stream().skip(lost - 1).flatMap(NearFocus::beside).findFirst().ifPresent(Node::requestFocus);
        }
    }

    private static boolean canHold(Node node) {
        return node.isVisible() && !node.isDisabled();
    }

    /** The controls beside a node in what it is in, the nearest first. */
    private static Stream<Node> beside(Node node) {
        Parent parent = node.getParent();
        if (parent == null) {
            return Stream.empty();
        }
        List<Node> all = parent.getChildrenUnmodifiable();
        int own = all.indexOf(node);
        List<Node> near = new ArrayList<>();
        for (int far = 1; far < all.size(); far++) {
            if (own + far < all.size()) {
                Focus.controls(all.get(own + far)).forEach(near::add);
            }
            if (own >= far) {
                List<Node> before = Focus.controls(all.get(own - far)).toList();
                for (int i = before.size() - 1; i >= 0; i--) {
                    near.add(before.get(i));
                }
            }
        }
        return near.stream();
    }
}
