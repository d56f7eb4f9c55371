package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Lesson;
import distillery.lesson.Prediction;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** In large type, where a screen scrolls: what belongs together is seen together. */
class SpaceMakerTest extends LessonsOnStage {
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
        Prediction predict =
                opened.steps().get(opened.steps().size() - 1).predict().orElseThrow();
        guess(predict, predict.question().answer());
        settle();
    }

    private Node part(String screen, Target target) {
        return LessonAnchors.parts(node(screen), Set.of(target)).get(0);
    }

    /** The share of a part's height that can be seen on the screen around it. */
    private double seen(String screen, Node part) {
        assertTrue(LessonAnchors.isShown(part), part + " is shown");
        Bounds view = node(screen).localToScene(node(screen).getLayoutBounds());
        Bounds whole = part.localToScene(part.getLayoutBounds());
        double height = Math.min(view.getMaxY(), whole.getMaxY()) - Math.max(view.getMinY(), whole.getMinY());
        return height / whole.getHeight();
    }

    @Test
    void theBarsAreSeenWithTheButtonThatMovesThem() throws TimeoutException {
        guessInTheLastStepOf(0);
        assertEquals("explore-play", focused());
        assertEquals(1, seen("explore", node("explore-play")));
        double bars = seen("explore", part("explore", Target.EXPLORE_BARS));
        assertTrue(bars > 0.7, "only " + bars + " of the bars are seen");
    }

    @Thorough
    @Test
    void whatIsTooFarApartStaysAsItIsAndAButtonBringsIntoViewWhatItDoes() throws TimeoutException {
        guessInTheLastStepOf(2);
        assertTrue(node("explore-temperature").isVisible(), "without it the rest would still not fit");
        Node bars = part("explore", Target.EXPLORE_BARS);
        assertEquals("explore-play", focused());
        assertTrue(seen("explore", bars) < 0.5);
        press(KeyCode.SPACE);
        settle();
        assertEquals(1, seen("explore", bars));
        press(KeyCode.TAB);
        press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(seen("explore", bars) < 0.5, "the button is in view again");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        settle();
        assertEquals(1, seen("explore", bars), "a key that does the same");
    }

    @Thorough
    @Test
    void theArrowsAreSeenWithTheTemperatureAndWhatSteppedAsideComesBack() throws TimeoutException {
        guessInTheLastStepOf(3);
        assertEquals("loss-temperature-slider", focused());
        assertEquals(1, seen("loss", node("loss-temperature")));
        assertEquals(1, seen("loss", part("loss", Target.LOSS_ARROWS)));
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
        assertEquals(1, seen("loss", node("loss-temperature-slider")), "it is in use");
        tabTo("lessons-free");
        press(KeyCode.SPACE);
        aside.forEach(target -> assertTrue(part("loss", target).isVisible(), target.id()));
    }

    /** A lesson of one's own may wait for what it has not put in the light. */
    @Thorough
    @Test
    void whatCanBeUsedNeverStepsAside() throws TimeoutException {
        guessInTheLastStepOf(3);
        Node temperature = node("loss-temperature");
        List<Node> apart = List.of(node("loss-formula"), part("loss", Target.LOSS_ARROWS));
        SpaceMaker room = new SpaceMaker();
        robot.interact(() -> room.make(node("loss"), apart));
        assertTrue(temperature.isVisible());
        robot.interact(() -> temperature.setDisable(true));
        robot.interact(() -> room.make(node("loss"), apart));
        assertFalse(temperature.isVisible(), "it stands between and is of no use now");
        robot.interact(room::giveBack);
        assertTrue(temperature.isVisible());
    }

    @Thorough
    @Test
    void whoIsBusyElsewhereStaysThere() throws TimeoutException {
        guessInTheLastStepOf(2);
        Bounds before = node("explore-play").localToScene(node("explore-play").getLayoutBounds());
        robot.interact(() -> stage.setHeight(stage.getHeight() - 2));
        settle();
        Bounds after = node("explore-play").localToScene(node("explore-play").getLayoutBounds());
        assertEquals(before.getMinY(), after.getMinY(), 3);
        tabTo("explore-pull-total");
        press(KeyCode.RIGHT); // changes the arrows beside it, which it does not leave
        settle();
        assertTrue(seen("explore", part("explore", Target.EXPLORE_BARS)) < 0.5);
    }
}
