package distillery.view.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows one of several things, and the next at a word. What is not to be seen at the time is passed over. */
final class OneAtATime extends StackPane {
    private final List<Node> pieces;
    private int at;

    /** @param pieces may stand elsewhere before {@link #begin} and after {@link #release} */
    OneAtATime(List<Node> pieces) {
        this.pieces = List.copyOf(pieces);
        getStyleClass().add("one-at-a-time");
    }

    /** Takes the pieces and shows the first. */
    void begin() {
        show(-1);
        forward();
    }

    /** The same, but shows the last: one comes from behind. */
    void beginAtEnd() {
        show(pieces.size());
        back();
    }

    /** Lets go of the pieces. */
    void release() {
        getChildren().clear();
    }

    /** Shows the next thing; false where there is none. */
    boolean forward() {
        return go(1);
    }

    /** Shows the thing before; false where there is none. */
    boolean back() {
        return go(-1);
    }

    private boolean go(int way) {
        for (int i = at + way; i >= 0 && i < pieces.size(); i += way) {
            if (pieces.get(i).isVisible()) {
                show(i);
                return true;
            }
        }
        return false;
    }

    /** Whether it is this piece that is shown. */
    boolean shows(Node piece) {
        return getChildren().contains(piece);
    }

    /** Shows this piece, or the one that it stands in. */
    void show(Node wanted) {
        for (int i = 0; i < pieces.size(); i++) {
            for (Node node = wanted; node != null; node = node.getParent()) {
                if (node == pieces.get(i)) {
                    show(i);
                }
            }
        }
    }

    private void show(int index) {
        at = index;
        List<Node> shown = new ArrayList<>();
        if (at >= 0 && at < pieces.size()) {
            shown.add(pieces.get(at));
        }
        getChildren().setAll(shown);
    }
}
