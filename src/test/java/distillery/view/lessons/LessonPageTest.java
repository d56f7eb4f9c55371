package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Callout;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How a step is read where the dock has no room for all of it. */
class LessonPageTest extends LessonsOnStage {
    private static Lesson temperature() {
        return lessons(Locale.ENGLISH).get(1);
    }

    /** In large type, where neither has room for all. */
    @Thorough
    @Test
    void aQuestionIsReadFromItsBeginningAndItsMainControlComesAfterTheGuess() throws TimeoutException {
        for (int i = 0; i < 4; i++) {
            press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        for (int i = 1; i < lesson.steps().size(); i++) {
            press(KeyCode.F5);
        }
        settle();
        ScrollPane scroll = (ScrollPane) node("lessons-scroll");
        assertEquals(0, scroll.getVvalue(), "reading comes first");
        assertEquals("lessons-option-1", focused());
        press(KeyCode.SPACE);
        assertTrue(scroll.getVvalue() > 0, "a key brings into view what it is for");
        press(KeyCode.ENTER);
        settle();
        assertEquals("explore-play", focused());
        Node play = node("explore-play");
        assertTrue(scene().getRoot().getLayoutBounds().contains(play.localToScene(play.getLayoutBounds())));
        Bounds task = node("lessons-step").lookup(".check-line").localToScene(new BoundingBox(0, 0, 1, 1));
        assertTrue(scroll.localToScene(scroll.getLayoutBounds()).contains(task), "what to do is in view");
    }

    @Thorough
    @Test
    void anAnswerIsTakenByAClickBetweenItsCircleAndItsWords() throws TimeoutException {
        open(lessons(Locale.ENGLISH).get(0));
        press(KeyCode.F5);
        press(KeyCode.SPACE); // brings the answers into view
        RadioButton second = (RadioButton) node("lessons-option-2");
        assertFalse(second.isSelected());
        Node words = second.getParent().getChildrenUnmodifiable().get(1);
        Bounds circle = second.localToScreen(second.getLayoutBounds());
        double gap =
                (circle.getMaxX() + words.localToScreen(words.getLayoutBounds()).getMinX()) / 2;
        robot.clickOn(gap, circle.getCenterY());
        assertTrue(second.isSelected());
    }

    @Thorough
    @Test
    void theLastCardAnswersTheQuestionAndLeadsOn() throws TimeoutException {
        Lesson first = lessons(Locale.ENGLISH).get(0);
        open(first);
        for (int i = 0; i < first.steps().size(); i++) {
            press(KeyCode.F5);
        }
        assertNull(find("lessons-step"), "the lesson is over");
        assertTrue(words(node("lessons-ending")).containsAll(List.of(first.goal(), first.answer())));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertTrue(words(node("lessons-ending"))
                .contains(lessons(Locale.SIMPLIFIED_CHINESE).get(0).answer()));
        press(KeyCode.ENTER);
        until(() -> find("lessons-step") != null);
        assertEquals(lessons(Locale.SIMPLIFIED_CHINESE).get(1).steps().get(0).title(), text("lessons-step-title"));
    }

    private static List<String> words(Node card) {
        return card.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    /** In large type, where it has no room for all. */
    private ScrollPane openFirstStepInLargeType() throws TimeoutException {
        for (int i = 0; i < 4; i++) {
            press(KeyCode.CONTROL, KeyCode.EQUALS);
        }
        open(temperature()); // asks nothing in its first step
        ScrollPane scroll = (ScrollPane) node("lessons-scroll");
        assertEquals("lessons-scroll", focused(), "what had the focus is gone, and nothing on the card wants it");
        assertEquals(0, scroll.getVvalue());
        return scroll;
    }

    @Thorough
    @Test
    void keysScrollACardThatHasNothingForTheFocus() throws TimeoutException {
        ScrollPane scroll = openFirstStepInLargeType();
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.PAGE_DOWN)) {
            double before = scroll.getVvalue();
            press(key);
            assertTrue(scroll.getVvalue() > before, key.getName());
        }
        press(KeyCode.END);
        assertEquals(1, scroll.getVvalue());
        press(KeyCode.HOME);
        assertEquals(0, scroll.getVvalue());
        press(KeyCode.CONTROL, KeyCode.T);
        tabTo("lessons-scroll");
        press(KeyCode.END);
        assertEquals(1, scroll.getVvalue());
    }

    @Test
    void theCardIsSpokenAsFarAsItIsShown() throws TimeoutException {
        open(temperature());
        LessonStep step = temperature().steps().get(0);
        String observed = step.parts().stream()
                .filter(part -> part instanceof Callout callout && callout.kind() == Callout.Kind.OBSERVE)
                .map(part -> ((Callout) part).prose().plain())
                .findFirst()
                .orElseThrow();
        String before = node("lessons-scroll").getAccessibleText();
        assertTrue(before.startsWith(step.title()), before);
        assertTrue(before.contains(temperature().opening().plain()), before);
        assertTrue(
                before.replace("\u00a0", " ").contains("Temperature T between 7.5 and 8.5"),
                "what is to be done: " + before);
        assertFalse(before.contains(observed), before);
        doFirstStep();
        String after = node("lessons-scroll").getAccessibleText();
        assertTrue(after.contains(observed), after);
    }

    private void doFirstStep() {
        temperature(8);
        temperature(0.5);
        assertTrue(node("lessons-observe").isVisible());
    }

    @Thorough
    @Test
    void whatCameOfTheExperimentComesIntoView() throws TimeoutException {
        openFirstStepInLargeType();
        assertFalse(isRead(node("lessons-observe")));
        doFirstStep();
        until(() -> isRead(node("lessons-observe")));
    }

    @Thorough
    @Test
    void whoeverPointsAtTheCardIsLeftInPeace() throws TimeoutException {
        ScrollPane scroll = openFirstStepInLargeType();
        robot.moveTo("#lessons-step-title");
        doFirstStep();
        settle();
        assertEquals(0, scroll.getVvalue());
    }

    @Thorough
    @Test
    void aStepThatWasDoneBeforeIsReadFromItsBeginning() throws TimeoutException {
        ScrollPane scroll = openFirstStepInLargeType();
        doFirstStep();
        press(KeyCode.F5);
        press(KeyCode.SHIFT, KeyCode.F5);
        settle();
        assertTrue(node("lessons-observe").isVisible());
        assertEquals(0, scroll.getVvalue());
    }
}
