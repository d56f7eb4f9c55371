package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;

/** Where all controls of a window are that can be used, to see whether any moves. */
public final class Places {
    private final Scene scene;
    private final Map<Node, String> before;

    private Places(Scene scene, Map<Node, String> before) {
        this.scene = scene;
        this.before = before;
    }

    /** Where they are now. */
    public static Places of(Scene scene) {
        OnFxThread.awaitFrame(scene);
        return new Places(scene, OnFxThread.look(() -> look(scene)));
    }

    /** Fails if a control that is there still is anywhere else. */
    public void assertKept(String where) {
        OnFxThread.awaitFrame(scene);
        Map<Node, String> now = OnFxThread.look(() -> look(scene));
        before.forEach((control, place) ->
                assertEquals(place, now.getOrDefault(control, place), () -> control + " moves: " + where));
    }

    private static Map<Node, String> look(Scene scene) {
        Map<Node, String> places = new LinkedHashMap<>();
        List<Node> todo = new ArrayList<>(List.of(scene.getRoot()));
        while (!todo.isEmpty()) {
            Node node = todo.remove(todo.size() - 1);
            if (!node.isVisible()) {
                continue;
            }
            if (node instanceof ButtonBase
                    || node instanceof Slider
                    || node instanceof ComboBoxBase<?>
                    || node instanceof Spinner<?>
                    || node instanceof TextField) {
                Bounds place = node.localToScene(node.getLayoutBounds());
                places.put(node, Math.round(place.getMinX()) + ", " + Math.round(place.getMinY()));
            } else if (node instanceof Parent parent && !(node instanceof ScrollBar)) {
                todo.addAll(parent.getChildrenUnmodifiable());
            }
        }
        return places;
    }
}
