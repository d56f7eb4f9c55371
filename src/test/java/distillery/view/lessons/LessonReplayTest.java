package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Condition.Within;
import distillery.lesson.Fact;
import distillery.lesson.Lesson;
import distillery.lesson.Setting;
import distillery.lesson.Step;
import distillery.lesson.Value;
import distillery.view.Numbers;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first two lessons on board, from their first step to their last, in both languages, by keys alone: guess, use the
 * real controls until each check is satisfied, read what was observed, go on.
 */
class LessonReplayTest extends LessonsOnStage {
    @ParameterizedTest
    @CsvSource({"en, 0", "en, 1", "zh-CN, 0", "zh-CN, 1"})
    void aLessonCanBeTakenToItsEndByKeysAlone(String tag, int number) throws TimeoutException {
        Locale language = Locale.forLanguageTag(tag);
        speak(language);
        Lesson lesson = lessons(language).get(number);
        open(lesson);
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            settle();
            assertEquals(step.title(), text("lessons-step-title"));
            take(step);
            press(KeyCode.F5);
        }
        assertNull(scene().lookup("#lessons-step"), "after the last step there is the list again");
        assertNotNull(scene().lookup("#lessons-entry-" + lesson.id()));
    }

    private void take(Step step) throws TimeoutException {
        step.predict().ifPresent(predict -> {
            assertFalse(node("lessons-question").lookupAll("#lessons-commit").isEmpty(), "a guess is due");
            guess(predict, predict.question().answer());
            assertNotNull(scene().lookup("#lessons-ghost"), "the guess stays");
        });
        if (step.checks().isEmpty()) {
            return;
        }
        assertFalse(checked(), step.title() + " is not done before the learner does it");
        for (Check check : step.checks()) {
            satisfy(check);
        }
        assertTrue(checked(), step.title());
        assertTrue(node("lessons-observe").isVisible(), step.title());
    }

    private void satisfy(Check check) throws TimeoutException {
        for (Condition condition : check.conditions()) {
            if (condition.quantity() == Setting.EXPLORE_TEMPERATURE) {
                temperature(aim(condition.test()));
            } else {
                assertEquals(Fact.EXPLORE_STEPS, condition.quantity(), "no keys are known for others");
                press(KeyCode.CONTROL, KeyCode.ENTER);
                until(this::checked);
                press(KeyCode.CONTROL, KeyCode.ENTER);
            }
        }
    }

    private void temperature(double wanted) {
        String id = "explore-temperature";
        press(KeyCode.CONTROL, KeyCode.T);
        assertEquals(id + "-slider", focused());
        boolean limit = wanted == 0 || Double.isInfinite(wanted);
        String goal = !limit ? id + "-value" : id + (wanted == 0 ? "-zero" : "-infinity");
        for (int i = 0; i < 6 && !focused().equals(goal); i++) {
            press(KeyCode.SHIFT, KeyCode.TAB);
        }
        assertEquals(goal, focused());
        if (limit) {
            press(KeyCode.SPACE);
        } else {
            press(KeyCode.CONTROL, KeyCode.A);
            robot.write(Numbers.plain(wanted));
            press(KeyCode.ENTER);
        }
    }

    private static double aim(Condition.Test test) {
        if (test instanceof Condition.Same same) {
            return ((Value.Amount) same.value()).number();
        }
        Within within = (Within) test;
        if (Double.isInfinite(within.high())) {
            return within.low();
        }
        return Double.isInfinite(within.low()) ? within.high() : (within.low() + within.high()) / 2;
    }
}
