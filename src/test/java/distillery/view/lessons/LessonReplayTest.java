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
import distillery.view.ScaleSlider;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every lesson on board, from its first step to its last, in both languages, by keys alone: guess, use the real
 * controls until each check is satisfied, read what was observed, go on.
 */
class LessonReplayTest extends LessonsOnStage {
    /** Checks that take minutes to satisfy; what trains longer than that is measured beforehand. */
    private static final List<Fact> LONG = List.of(Fact.TRAIN_SEEDS);

    private static final int A_RUN_SECONDS = 90;

    @ParameterizedTest
    @CsvSource({"en, 0", "en, 1", "en, 2", "en, 3", "en, 4", "zh-CN, 0", "zh-CN, 1", "zh-CN, 2", "zh-CN, 3", "zh-CN, 4"
    })
    void everyLessonCanBeTakenToItsEndByKeysAlone(String tag, int number) throws TimeoutException {
        Locale language = Locale.forLanguageTag(tag);
        speak(language);
        Lesson lesson = lessons(language).get(number);
        open(lesson);
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            settle();
            assertEquals(step.title(), text("lessons-step-title"));
            take(lesson, step, i);
            press(KeyCode.F5);
        }
        assertNull(scene().lookup("#lessons-step"), "after the last step there is the list again");
        assertNotNull(scene().lookup("#lessons-entry-" + lesson.id()));
    }

    private void take(Lesson lesson, Step step, int index) throws TimeoutException {
        step.predict().ifPresent(predict -> {
            assertFalse(node("lessons-question").lookupAll("#lessons-commit").isEmpty(), "a guess is due");
            guess(predict, predict.question().answer());
            assertNotNull(scene().lookup("#lessons-ghost"), "the guess stays");
        });
        if (step.checks().isEmpty() || takesLong(lesson, step, index)) {
            return;
        }
        assertFalse(checked(), step.title() + " is not done before the learner does it");
        for (Check check : step.checks()) {
            satisfy(check);
        }
        assertTrue(checked(), step.title());
        assertTrue(node("lessons-observe").isVisible(), step.title());
    }

    /** The run of the lesson about training is real, in one language, in its first step. */
    private boolean takesLong(Lesson lesson, Step step, int index) {
        boolean trains = step.checks().stream()
                .flatMap(check -> check.conditions().stream())
                .anyMatch(each -> each.quantity() == Fact.TRAIN_FINISHED || LONG.contains(each.quantity()));
        return trains && (index > 0 || !lesson.language().equals(Locale.ENGLISH));
    }

    private void satisfy(Check check) throws TimeoutException {
        for (Condition condition : check.conditions()) {
            if (condition.quantity() instanceof Setting setting) {
                set(setting, condition.test());
            }
        }
        for (Condition condition : check.conditions()) {
            if (condition.quantity() instanceof Fact fact) {
                bringAbout(fact, condition.test());
            }
        }
    }

    private void set(Setting setting, Condition.Test test) {
        switch (setting) {
            case EXPLORE_TEMPERATURE -> temperature(aim(test));
            case EXPLORE_SOFT_WEIGHT -> {
                press(KeyCode.CONTROL, KeyCode.L);
                press(KeyCode.HOME);
                for (int i = 0; i < 100 && !test.holds(Value.of(softWeight())); i++) {
                    press(KeyCode.RIGHT);
                }
            }
            case LOSS_SCALED -> {
                tabTo("loss-arrows-true");
                press(KeyCode.SPACE);
            }
            case TRAIN_VIEWING -> {
                tabTo("train-viewing");
                press(KeyCode.END);
            }
            default -> throw new AssertionError("no keys are known for " + setting);
        }
    }

    private void temperature(double wanted) {
        String id = scene().lookup("#loss-temperature") == null ? "explore-temperature" : "loss-temperature";
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

    private double softWeight() {
        return ((ScaleSlider) node("explore-alpha-slider")).amountProperty().get();
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

    private void bringAbout(Fact fact, Condition.Test test) throws TimeoutException {
        switch (fact) {
            case EXPLORE_STEPS -> {
                press(KeyCode.CONTROL, KeyCode.ENTER);
                until(this::checked);
                press(KeyCode.CONTROL, KeyCode.ENTER);
            }
            case EXPLORE_HARD_LOSS -> loss(test);
            case TRAIN_FINISHED -> {
                press(KeyCode.CONTROL, KeyCode.ENTER);
                until(A_RUN_SECONDS, this::checked);
            }
            default -> throw new AssertionError("no keys are known for " + fact);
        }
    }

    /** A tenth of a logit, or as many steps as it takes. */
    private void loss(Condition.Test test) throws TimeoutException {
        if (Double.isFinite(((Within) test).low()) && Double.isFinite(((Within) test).high())) {
            tabTo("explore-logit-student-0");
            press(KeyCode.UP);
        } else {
            press(KeyCode.CONTROL, KeyCode.ENTER);
            until(() ->
                    test.holds(Value.of(Numbers.parse(text("explore-loss-hard")).orElseThrow())));
            press(KeyCode.CONTROL, KeyCode.ENTER);
        }
    }
}
