package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Where a guess stands at the ring around what will show whether it was right. */
@ExtendWith(ApplicationExtension.class)
class GuessBadgeTest {
    private static final Bounds RING = new BoundingBox(100, 100, 400, 200);
    private static final double WIDTH = 600;
    private static final double HEIGHT = 400;

    private final List<Node> screen = new ArrayList<>();
    private GuessBadge reminder;

    @BeforeEach
    void aReminderOnceThereIsAToolkit() {
        reminder = new GuessBadge();
    }

    private static Text words(double x, double y) {
        Text words = new Text("words of the screen");
        words.relocate(x, y);
        return words;
    }

    private Bounds placed(Bounds ring) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Pane below = new Pane();
            below.getChildren().setAll(screen);
            Pane pane = new Pane(reminder);
            new Scene(new StackPane(below, pane), WIDTH, HEIGHT);
            pane.getParent().applyCss();
            pane.getParent().layout();
            reminder.setWords("Your guess: both");
            reminder.place(ring, pane, OccupiedAreas.under(pane));
            pane.layout(); // as the next frame does
            return true;
        });
        return reminder.getBoundsInParent();
    }

    private void assertHidesNothing(Bounds place) {
        for (Node node : screen) {
            assertFalse(place.intersects(node.getBoundsInParent()), node + " is under " + place);
        }
    }

    @Test
    void itIsATabOnTheRightOfTheUpperEdge() {
        Bounds place = placed(RING);
        assertEquals(RING.getMinY(), place.getCenterY(), 1);
        assertTrue(place.getMaxX() < RING.getMaxX() && place.getMinX() > RING.getCenterX());
    }

    @Test
    void itMakesWayForWordsAndControls() {
        screen.add(words(350, 92));
        screen.add(words(250, 92));
        Button button = new Button("to be pressed");
        button.relocate(110, 88);
        button.setFocusTraversable(false);
        screen.add(button);
        Bounds place = placed(RING);
        assertHidesNothing(place);
        assertEquals(RING.getMaxY(), place.getCenterY(), 1);
    }

    @Test
    void itTakesTwoLinesWhereOneIsTooLong() {
        double oneLine = placed(RING).getHeight();
        for (int y = 0; y < HEIGHT; y += 10) {
            screen.add(words(-words(0, 0).getLayoutBounds().getWidth() + 110, y));
            for (int x = 215; x < WIDTH; x += 50) {
                screen.add(words(x, y));
            }
        }
        Bounds place = placed(RING);
        assertTrue(reminder.isVisible());
        assertHidesNothing(place);
        assertTrue(place.getHeight() > 1.5 * oneLine, place + ", one line is " + oneLine);
    }

    @Test
    void itIsLeftOutWhereItWouldHideWordsWhereverItIs() {
        for (int x = 0; x < WIDTH; x += 50) {
            for (int y = 0; y < HEIGHT; y += 20) {
                screen.add(words(x, y));
            }
        }
        placed(RING);
        assertFalse(reminder.isVisible());
    }

    @Test
    void itStaysOnTheScreenWhereTheRingGoesBeyond() {
        Bounds place = placed(new BoundingBox(-50, -50, WIDTH + 100, HEIGHT + 100));
        assertTrue(new BoundingBox(0, 0, WIDTH, HEIGHT).contains(place), place.toString());
    }
}
