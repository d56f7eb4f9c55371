package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lesson.Lesson;
import distillery.lesson.Predict;
import distillery.lesson.Target;
import distillery.view.Targets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** In large type, where a screen scrolls: what belongs together is seen together. */
class RoomTest extends LessonsOnStage {
    /** Guesses in the last step of a lesson, counted from 0, in large type. */
    private void guessInTheLastStepOf(int lesson) throws TimeoutException {
        for (int i = 0; i < 4; i++) {
            press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        Lesson opened = lessons(Locale.ENGLISH).get(lesson);
        open(opened);
        for (int i = 1; i < opened.steps().size(); i++) {
            press(KeyCode.F5);
        }
        settle();
        Predict predict =
                opened.steps().get(opened.steps().size() - 1).predict().orElseThrow();
        guess(predict, predict.question().answer());
        settle();
    }

    private Node part(String screen, Target target) {
        return Targets.parts(node(screen), Set.of(target)).get(0);
    }

    /** The share of a part's height that can be seen on the screen around it. */
    private double seen(String screen, Node part) {
        Bounds view = node(screen).localToScene(node(screen).getLayoutBounds());
        Bounds whole = part.localToScene(part.getLayoutBounds());
        double height = Math.min(view.getMaxY(), whole.getMaxY()) - Math.max(view.getMinY(), whole.getMinY());
        return height / whole.getHeight();
    }

    @Test
    void theArrowsAreSeenWithTheTemperatureThatMovesThem() throws TimeoutException {
        guessInTheLastStepOf(3);
        assertEquals("loss-temperature-slider", focused());
        assertEquals(1, seen("loss", node("loss-temperature")));
        assertEquals(1, seen("loss", part("loss", Target.LOSS_ARROWS)));
    }

    @Test
    void theBarsAreSeenWithTheButtonThatMovesThem() throws TimeoutException {
        guessInTheLastStepOf(0);
        assertEquals("explore-play", focused());
        assertEquals(1, seen("explore", node("explore-play")));
        assertTrue(seen("explore", part("explore", Target.EXPLORE_BARS)) > 0.8);
    }

    /** Too far apart to be seen together, whatever steps aside. */
    @Test
    void aButtonBringsIntoViewWhatItDoes() throws TimeoutException {
        guessInTheLastStepOf(2);
        Node bars = part("explore", Target.EXPLORE_BARS);
        assertEquals("explore-play", focused());
        assertTrue(seen("explore", bars) < 0.5);
        press(KeyCode.SPACE);
        settle();
        assertEquals(1, seen("explore", bars));
    }

    @Test
    void whatSteppedAsideComesBackWhereThereIsRoomAndInFreePlay() throws TimeoutException {
        guessInTheLastStepOf(3);
        List<Target> aside = List.of(Target.LOSS_LEDGER, Target.LOSS_PARTS);
        aside.forEach(target -> assertFalse(part("loss", target).isVisible(), target.id()));
        for (int i = 0; i < 4; i++) {
            press(KeyCode.CONTROL, KeyCode.MINUS);
        }
        settle();
        aside.forEach(target -> assertTrue(part("loss", target).isVisible(), target.id()));
        for (int i = 0; i < 4; i++) {
            press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        settle();
        aside.forEach(target -> assertFalse(part("loss", target).isVisible(), target.id()));
        tabTo("lessons-free");
        press(KeyCode.SPACE);
        aside.forEach(target -> assertTrue(part("loss", target).isVisible(), target.id()));
    }

    /** A lesson of one's own may wait for what it has not put in the light. */
    @Test
    void whatCanBeUsedNeverStepsAside() throws TimeoutException {
        guessInTheLastStepOf(3);
        Node temperature = node("loss-temperature");
        Node arrows = part("loss", Target.LOSS_ARROWS);
        List<Node> apart = List.of(node("loss-formula"), arrows);
        assertFalse(Room.inTheWay(node("loss"), apart).contains(temperature));
        robot.interact(() -> temperature.setDisable(true));
        assertTrue(Room.inTheWay(node("loss"), apart).contains(temperature), "it stands between and is of no use now");
    }
}
