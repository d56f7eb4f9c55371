package distillery.view.lessons;

import distillery.view.LessonAnchors;
import distillery.view.Scroller;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Larger letters for a class. A chart takes all the room that is left on the stage; a column of numbers, sliders and words
 * takes none, so its text grows as far as the column holds it.
 */
final class Magnifier {
    private static final double[] TIMES = {2.2, 2, 1.8, 1.6, 1.4, 1.2};

    private final List<Region> enlarged = new ArrayList<>();

    /** Fits the text of all columns of a screen that has its layout. */
    void fit(Node screen) {
        giveBack();
        for (Node node : screen.lookupAll(".lane")) {
            if (node instanceof Region lane && LessonAnchors.isShown(lane) && isOfWords(lane)) {
                enlarge(lane);
            }
        }
    }

    /** Text has its usual size again. */
    void giveBack() {
        enlarged.forEach(lane -> lane.setStyle(""));
        enlarged.clear();
    }

    private void enlarge(Region lane) {
        Scroller around = scroller(lane);
        double width = around.getViewportBounds().getWidth();
        double height = around.getViewportBounds().getHeight();
        for (double times : TIMES) {
            lane.setStyle("-fx-font-size: " + times + "em");
            lane.applyCss();
            if (lane.minWidth(-1) <= width && lane.prefHeight(width) <= height) {
                enlarged.add(lane);
                return;
            }
        }
        lane.setStyle("");
    }

    private static Scroller scroller(Node lane) {
        Node around = lane;
        while (!(around instanceof Scroller scroller)) {
            around = around.getParent();
        }
        return scroller;
    }

    /** Whether there are cards, and in none of them anything that takes the room that is left, or will once it is there. */
    private static boolean isOfWords(Parent lane) {
        List<Node> cards =
                lane.lookupAll(".card").stream().filter(LessonAnchors::isShown).toList();
        return !cards.isEmpty() && !isPainted(lane) && cards.stream().noneMatch(Magnifier::grows);
    }

    private static boolean isPainted(Node part) {
        return part instanceof Canvas
                || (part instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream()
                                .filter(child -> !child.getStyleClass().contains("card") || child.isVisible())
                                .anyMatch(Magnifier::isPainted));
    }

    private static boolean grows(Node part) {
        return part instanceof ScrollPane
                || (part instanceof Parent parent
                        && parent.getChildrenUnmodifiable().stream()
                                .filter(Node::isManaged)
                                .anyMatch(child -> isGrowing(child) || grows(child)));
    }

    private static boolean isGrowing(Node child) {
        Priority priority = VBox.getVgrow(child);
        return priority == Priority.ALWAYS || priority == Priority.SOMETIMES;
    }
}
