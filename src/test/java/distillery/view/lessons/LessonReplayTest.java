package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Condition.Within;
import distillery.lesson.Fact;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Setting;
import distillery.lesson.Target;
import distillery.lesson.Value;
import distillery.train.ArmName;
import distillery.train.CastFactory;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import distillery.view.Numbers;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every lesson that is included, from its first step to its last, in both languages, by keys alone: guess, use the real
 * controls until each check is satisfied, read what was observed, go on. In the first run of a lesson nets learn as they do
 * for a learner; later ones, and comparisons over seeds, would take minutes and are made small first as a learner may: in free
 * play, with few digits.
 */
class LessonReplayTest extends LessonsOnStage {
    private static final int RUN_SECONDS = 600;
    private static final int TEST_DIGITS = 10_000;

    private boolean learned;

    /** The students of one teacher, in the order in which a chart speaks of them. */
    private static final List<ArmName> DRAWN =
            List.of(ArmName.UNTRAINED, ArmName.SHUFFLED, ArmName.CONTROL, ArmName.LABELS_ONLY, ArmName.DISTILLED);

    @ParameterizedTest
    @CsvSource("en, hard-and-soft-labels")
    void aLessonCanBeTakenToItsEndByKeysAlone(String tag, String lesson) throws TimeoutException {
        replay(Locale.forLanguageTag(tag), lesson);
        assertNull(find("lessons-step"), "after the last step there is the list again");
    }

    /** Real runs included: lessons that train take long, so one language must do; both have the same checks. */
    @Thorough
    @ParameterizedTest
    @CsvSource({
        "en, temperature",
        "en, alpha-and-t2",
        "en, gradients",
        "en, train-live",
        "en, missing-digit",
        "en, target-and-non-target",
        "en, features-and-relations",
        "en, self-and-mutual",
        "en, compression",
        "zh-CN, hard-and-soft-labels",
        "zh-CN, temperature",
        "zh-CN, alpha-and-t2",
        "zh-CN, gradients",
        "zh-CN, target-and-non-target",
        "en, bug-clinic",
        "zh-CN, bug-clinic",
    })
    void soCanEveryOther(String tag, String lesson) throws TimeoutException {
        aLessonCanBeTakenToItsEndByKeysAlone(tag, lesson);
    }

    private void replay(Locale language, String id) throws TimeoutException {
        speak(language);
        Lesson lesson = lessons(language).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        tabTo("lessons-entry-" + lesson.id());
        enter();
        for (LessonStep step : lesson.steps()) {
            settle();
            assertEquals(step.title(), text("lessons-step-title"));
            take(step);
            press(KeyCode.F5);
        }
    }

    private void take(LessonStep step) throws TimeoutException {
        step.predict().ifPresent(predict -> {
            assertFalse(all(node("lessons-question"), "#lessons-commit").isEmpty(), "a guess is due");
            guess(predict, predict.question().answer());
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(isRead(node("lessons-ghost")), "the guess stays and is seen while the learner finds out");
            if (!step.checks().isEmpty()) {
                assertNull(find("lessons-feedback"), "nothing is given away before the experiment");
            }
        });
        List<Check> checks = step.checks();
        for (int i = 0; i < checks.size(); i++) {
            int place = i;
            assertFalse(checked(place), step.title() + " is not done before the learner does it");
            for (Condition condition : checks.get(i).conditions()) {
                satisfy(step, condition, () -> checked(place));
            }
            assertTrue(checked(place), step.title());
        }
        if (!checks.isEmpty()) {
            Node observe = node("lessons-observe");
            assertTrue(observe.isVisible(), step.title());
            WaitForAsyncUtils.waitForFxEvents();
            until(() -> isRead(observe));
            assertEquals(step.predict().isPresent(), find("lessons-feedback") != null, "what it says to the guess");
        }
    }

    /** Does what a condition asks for, as often as need be until its check is satisfied. */
    private void satisfy(LessonStep step, Condition condition, BooleanSupplier done) throws TimeoutException {
        if (condition.quantity() instanceof Fact fact) {
            act(step, fact, done);
            return;
        }
        switch ((Setting) condition.quantity()) {
            case EXPLORE_TEMPERATURE -> temperature(aim(condition.test()));
            case EXPLORE_SOFT_WEIGHT -> {
                press(KeyCode.CONTROL, KeyCode.L);
                slide(condition.test());
            }
            case LOSS_METHOD -> {
                tabTo("loss-kind-hinton");
                press(KeyCode.RIGHT);
            }
            case LOSS_NON_TARGET_WEIGHT -> {
                type("loss-non-target-weight", Numbers.plain(aim(condition.test())));
            }
            case LOSS_FAULT -> {
                Value.Word ill =
                        (Value.Word) Objects.requireNonNull(step.stage().set().get(Setting.LOSS_FAULT));
                Value.Word wanted = (Value.Word) ((Condition.Same) condition.test()).value();
                tabTo("loss-fault-" + (wanted.text().equals("none") ? ill : wanted).text());
                press(KeyCode.SPACE);
            }
            case LOSS_SCALED -> {
                tabTo("loss-arrows-false");
                press(KeyCode.RIGHT);
            }
            case TRAIN_VIEWING -> {
                tabTo(
                        step.stage().screen().orElse("").equals("digits")
                                ? "digits-temperature-slider"
                                : "train-viewing");
                slide(condition.test());
            }
            case COMPARE_PAGE -> {
                tabTo("compare-page-curves");
                press(KeyCode.RIGHT);
                press(KeyCode.RIGHT);
            }
            default -> throw new AssertionError("no keys are known for " + condition.quantity());
        }
    }

    private void act(LessonStep step, Fact fact, BooleanSupplier done) throws TimeoutException {
        switch (fact) {
            case EXPLORE_STEPS -> {
                if (step.stage().screen().orElse("").equals("loss")) {
                    repeat(done, KeyCode.CONTROL, KeyCode.RIGHT);
                } else {
                    play(done);
                }
            }
            case EXPLORE_HARD_LOSS -> {
                if (step.stage().lock().contains(Target.EXPLORE_STEP)) {
                    tabTo("explore-logit-student-0");
                    repeat(done, KeyCode.UP);
                } else {
                    play(done);
                }
            }
            case TRAIN_FINISHED -> {
                boolean whole = !learned;
                learned = true;
                if (!whole) {
                    makeSmall();
                }
                press(KeyCode.CONTROL, KeyCode.ENTER);
                until(RUN_SECONDS, done);
                if (whole) {
                    assertLearnedAs(step);
                }
            }
            case TRAIN_SEEDS -> {
                makeSmall();
                tabTo("train-compare");
                press(KeyCode.SPACE);
                until(RUN_SECONDS, done);
            }
            case DIGITS_BIAS -> {
                until(() -> !node("digits-bias-best").isDisabled());
                tabTo("digits-bias-best");
                press(KeyCode.SPACE);
                until(done);
            }
            case COMPARE_MEASURED -> {
                until(() -> !node("compare-measure").isDisabled());
                tabTo("compare-measure");
                press(KeyCode.SPACE);
                until(RUN_SECONDS, done);
            }
            case COMPARE_CHOSEN -> {
                tabTo("compare-runs");
                press(KeyCode.HOME);
                press(KeyCode.SHIFT, KeyCode.DOWN);
                until(done);
            }
            default -> throw new AssertionError("no keys are known for " + fact);
        }
    }

    private void makeSmall() {
        switchFreePlay();
        if (!((ToggleButton) node("train-settings")).isSelected()) {
            tabTo("train-settings");
            press(KeyCode.SPACE);
        }
        type("train-epochs", "1");
        type("train-images", "200");
        switchFreePlay();
    }

    private void switchFreePlay() {
        tabTo("lessons-free");
        press(KeyCode.SPACE);
    }

    private void type(String id, String number) {
        tabTo(id);
        press(KeyCode.CONTROL, KeyCode.A);
        robot.write(number);
        press(KeyCode.ENTER);
    }

    /** The nets of this step's own experiment: as many steps, and errors in the band measured over seeds. */
    private void assertLearnedAs(LessonStep step) {
        Value.Word name = (Value.Word) Objects.requireNonNull(step.stage().set().get(Setting.TRAIN_PRESET));
        Preset preset = Preset.of(name.text());
        TrainSettings settings = preset.settings();
        int batch = settings.live().batchSize();
        long steps = (long) CastFactory.of(settings).epochs() * ((settings.images() + batch - 1) / batch);
        String said = node("train-chart-accuracy").getAccessibleText();
        assertTrue(
                said.contains(String.format(Locale.ROOT, " %,d", steps)),
                preset + " takes " + steps + " steps: " + said);
        Map<ArmName, Verdict.Spread> bands = preset.measured().errors();
        boolean measured = Collections.disjoint(
                step.stage().set().keySet(), Set.of(Setting.TRAIN_METHOD, Setting.TRAIN_SOFT_WEIGHT));
        if (!measured || !DRAWN.containsAll(bands.keySet())) {
            return;
        }
        Matcher shares = Pattern.compile("0\\.\\d+").matcher(said);
        for (ArmName student : DRAWN.stream().filter(bands::containsKey).toList()) {
            assertTrue(shares.find(), said);
            double errors = TEST_DIGITS * (1 - Double.parseDouble(shares.group()));
            Verdict.Spread band = Objects.requireNonNull(bands.get(student));
            assertEquals(band.mean(), errors, 4 * band.deviation(), preset + ", " + student);
        }
    }

    private void play(BooleanSupplier done) throws TimeoutException {
        String resting = text("explore-play");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(done);
        if (!text("explore-play").equals(resting)) {
            press(KeyCode.CONTROL, KeyCode.ENTER);
        }
    }

    /** Moves the slider in focus, mark by mark, to where the test holds. */
    private void slide(Condition.Test wanted) {
        KeyCode way = amount() < aim(wanted) ? KeyCode.PAGE_UP : KeyCode.PAGE_DOWN;
        repeat(() -> wanted.holds(Value.of(amount())), way);
    }

    private double amount() {
        return (double) scene().getFocusOwner().queryAccessibleAttribute(AccessibleAttribute.VALUE);
    }

    private void repeat(BooleanSupplier done, KeyCode... keys) {
        for (int i = 0; i < 50 && !done.getAsBoolean(); i++) {
            press(keys);
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
