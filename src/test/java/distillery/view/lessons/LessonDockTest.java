package distillery.view.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Look;
import distillery.lab.setup.UserFolder;
import distillery.lab.setup.WindowState;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.OnFxThread;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Shape;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;

/** What the dock does to the screens, in the whole program. */
class LessonDockTest extends LessonsOnStage {
    /** More things than a lesson's step has. */
    private static final int MANY = 40;

    private static final List<KeyCode> SCREENS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
    private static final List<String> IDS = List.of("explore", "loss", "train", "digits", "compare");

    private static Lesson temperature() {
        return lessons(Locale.ENGLISH).get(1);
    }

    private List<Node> parts(String screen, Target target) {
        return LessonAnchors.parts(node(screen), Set.of(target));
    }

    /** The second step, whose question locks the temperature. */
    private Prediction openSecondStep() throws TimeoutException {
        Lesson lesson = temperature();
        open(lesson);
        press(KeyCode.F5);
        settle();
        return lesson.steps().get(1).predict().orElseThrow();
    }

    @Thorough
    @Test
    void everyTargetIsOnePartOfItsScreen() throws TimeoutException {
        for (int i = 0; i < IDS.size(); i++) {
            String screen = IDS.get(i);
            press(KeyCode.CONTROL, SCREENS.get(i));
            Arrays.stream(Target.values())
                    .filter(target -> target.screen().equals(screen))
                    .forEach(target -> assertEquals(1, parts(screen, target).size(), target.id()));
        }
        leaveDigits();
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertEquals(1, parts("loss", Target.EXPLORE_TEMPERATURE).size(), "the other screen's twin");
        assertEquals(1, parts("loss", Target.EXPLORE_ALPHA).size(), "the other screen's twin");
    }

    /** On Digits another page was open before the step. */
    @Thorough
    @Test
    void aPartOnAPageThatComesWithTheStepIsHiddenUntilTheGuessAndThenInTheLight() throws TimeoutException {
        Lesson lesson = lessons(Locale.ENGLISH).get(5);
        open(lesson);
        press(KeyCode.F5);
        settle();
        until(() -> !isShown("digits-soft-labels"));
        assertTrue(all(node("lessons-spotlight"), ".spotlight-veil").isEmpty(), "there is nothing to be lit yet");
        Prediction predict = lesson.steps().get(1).predict().orElseThrow();
        guess(predict, predict.question().answer());
        until(() -> isShown("digits-soft-labels")
                && !all(node("lessons-spotlight"), ".spotlight-veil").isEmpty());
        leaveDigits();
    }

    /** Cells that came, or were marked anew, as the window closes would find no colours. */
    private void leaveDigits() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> text("digits-count").contains("10,000"));
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    private boolean isShown(String id) {
        return OnFxThread.look(() -> LessonAnchors.isShown(node(id)));
    }

    @Thorough
    @Test
    void theControlWaitsForTheGuess() throws TimeoutException {
        Prediction predict = openSecondStep();
        assertTrue(node("explore-temperature-slider").isDisabled());
        assertEquals("lessons-number", focused());
        guess(predict, predict.question().answer());
        assertFalse(node("explore-temperature-slider").isDisabled());
        assertEquals("explore-temperature-slider", focused());
        assertTrue(node("explore-alpha-slider").isDisabled(), "the step itself locks this one");
    }

    @Thorough
    @Test
    void everyPartBeginsWithWordsThatALockCanStandBefore() throws TimeoutException {
        for (int i = 0; i < IDS.size(); i++) {
            String screen = IDS.get(i);
            press(KeyCode.CONTROL, SCREENS.get(i));
            Arrays.stream(Target.values())
                    .filter(target -> target.screen().equals(screen))
                    .forEach(target -> assertNotNull(
                            LessonAnchors.heading(parts(screen, target).get(0)), target.id()));
        }
        leaveDigits();
    }

    private List<LockSign> locks() {
        return all(node("lessons-spotlight"), ".lock-sign").stream()
                .map(LockSign.class::cast)
                .toList();
    }

    private LockSign lock(Node part) {
        Labeled heading = LessonAnchors.heading(part);
        return locks().stream()
                .filter(sign -> sign.heading() == heading)
                .findFirst()
                .orElseThrow();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Whether some of it is scrolled away. */
    private static boolean isBeyondTheEdge(Node node) {
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane && !place(around).contains(place(node))) {
                return true;
            }
        }
        return false;
    }

    private void assertLocksStandInTheirTitleRows() {
        assertTrue(lock(node("explore-temperature")).isVisible());
        for (LockSign lock : locks()) {
            Bounds place = place(lock);
            boolean inView = LessonAnchors.isShown(lock.heading()) && !isBeyondTheEdge(lock.heading());
            assertEquals(inView, lock.isVisible(), lock.heading().getText());
            if (!inView) {
                continue;
            }
            assertTrue(place(lock.heading()).contains(place), lock.heading().getText());
            for (Node words : all(node("explore"), ".text")) {
                assertFalse(LessonAnchors.isShown(words) && place(words).intersects(place), "a lock lies on " + words);
            }
        }
    }

    @Thorough
    @Test
    void aLockStandsInTheTitleRowOfWhatItLocksAndHidesNoWords() throws TimeoutException {
        openSecondStep();
        assertLocksStandInTheirTitleRows();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        settle();
        assertLocksStandInTheirTitleRows();
        robot.interact(() -> stage.setWidth(stage.getWidth() - 60));
        settle();
        assertLocksStandInTheirTitleRows();
    }

    @Thorough
    @Test
    void aLockSaysWhatUnlocksItsPart() throws TimeoutException {
        Prediction predict = openSecondStep();
        Labeled symbol = lock(node("explore-temperature")).heading();
        assertTrue(lock(node("explore-temperature")).getAccessibleText().contains("guess"));
        LockSign other = lock(node("explore-alpha"));
        assertTrue(other.getAccessibleText().contains("Free play"), other.getAccessibleText());
        assertEquals(other.getAccessibleText(), other.getTooltip().getText());
        assertNotNull(symbol.getGraphic());
        guess(predict, predict.question().answer());
        settle();
        assertNull(symbol.getGraphic(), "what is unlocked keeps no room for a lock");
        assertTrue(locks().stream().noneMatch(sign -> sign.heading() == symbol));
    }

    @Thorough
    @Test
    void theGuessIsInSightHoweverLargeTheLettersBecome() throws TimeoutException {
        Prediction predict = openSecondStep();
        guess(predict, predict.question().answer());
        settle();
        assertTrue(isRead(node("lessons-ghost")));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        settle();
        assertTrue(isRead(node("lessons-ghost")), "while presenting");
        press(KeyCode.ESCAPE);
        settle();
        assertTrue(isRead(node("lessons-ghost")), "and after");
    }

    @Thorough
    @Test
    void nothingButLightAndLocksLiesOverThePicture() throws TimeoutException {
        Prediction predict = openSecondStep();
        guess(predict, predict.question().answer());
        settle();
        ((Pane) node("lessons-spotlight"))
                .getChildren()
                .forEach(child -> assertTrue(child instanceof Shape || child instanceof LockSign, child::toString));
    }

    @Thorough
    @Test
    void freePlayLiftsLocksAndLightAndKeepsThePlace() throws TimeoutException {
        openSecondStep();
        assertFalse(all(node("lessons-spotlight"), ".spotlight-veil").isEmpty());
        tabTo("lessons-free");
        press(KeyCode.SPACE);
        assertFalse(node("explore-temperature-slider").isDisabled());
        assertTrue(all(node("lessons-spotlight"), ".spotlight-veil").isEmpty());
        assertTrue(node("explore-loss-hard").isVisible());
        assertEquals("2 / 6", text("lessons-place"));
    }

    @Thorough
    @Test
    void keysDoNothingWhoseControlIsHidden() throws TimeoutException {
        open(temperature()); // hides where steps are taken, and does not lock it
        Labeled steps = (Labeled) node("explore-steps");
        String none = steps.getText();
        press(KeyCode.CONTROL, KeyCode.RIGHT);
        assertEquals(none, steps.getText());
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.SPACE);
        settle();
        assertEquals(none, steps.getText());
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        press(KeyCode.CONTROL, KeyCode.RIGHT);
        assertFalse(none.equals(steps.getText()), "on the other screen there is a button for it");
        press(KeyCode.ALT, KeyCode.R);
        assertEquals(none, steps.getText());
    }

    @Thorough
    @Test
    void keysDoNothingWhoseControlIsLockedOrHiddenWithWhatIsAroundIt() throws TimeoutException {
        Lesson arrows = lessons(Locale.ENGLISH).stream()
                .filter(lesson -> lesson.id().equals("gradients"))
                .findFirst()
                .orElseThrow();
        open(arrows);
        press(KeyCode.F5); // on the Loss screen, and without the clinic
        settle();
        String student = text("loss-student-0");
        press(KeyCode.CONTROL, KeyCode.M);
        press(KeyCode.CONTROL, KeyCode.RIGHT);
        assertFalse(node("loss-findings").isFocusTraversable(), "nothing was checked");
        assertEquals(student, text("loss-student-0"));
        tabTo("lessons-free");
        press(KeyCode.SPACE);
        press(KeyCode.CONTROL, KeyCode.M);
        assertTrue(node("loss-findings").isFocusTraversable());
        press(KeyCode.CONTROL, KeyCode.RIGHT);
        assertFalse(student.equals(text("loss-student-0")));
    }

    @Thorough
    @Test
    void theVeilStopsNoMouse() throws TimeoutException {
        openSecondStep();
        Node veil = node("lessons-spotlight");
        assertFalse(veil.isPickOnBounds());
        veil.lookupAll(".spotlight-veil")
                .forEach(shape -> assertTrue(shape instanceof Shape && shape.isMouseTransparent()));
        robot.clickOn("#tab-train");
        robot.clickOn("#tab-explore");
        robot.clickOn("#explore-example");
        assertTrue(node("explore-example").isDisabled(), "what is locked stays locked");
    }

    @Test
    void aHiddenDockHoldsNothingLocked() throws TimeoutException {
        openSecondStep();
        press(KeyCode.CONTROL, KeyCode.B);
        assertFalse(node("lessons").isVisible());
        assertFalse(node("explore-temperature-slider").isDisabled());
        press(KeyCode.CONTROL, KeyCode.B);
        assertTrue(node("lessons").isVisible());
        assertTrue(node("explore-temperature-slider").isDisabled());
    }

    @Thorough
    @Test
    void theLanguageSwitchKeepsThePlaceAndTheGuess() throws TimeoutException {
        Prediction predict = openSecondStep();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals("lessons-number", focused());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        guess(predict, predict.question().answer());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        Lesson chinese = lessons(Locale.SIMPLIFIED_CHINESE).get(1);
        assertEquals(chinese.steps().get(1).title(), text("lessons-step-title"));
        assertNotNull(find("lessons-ghost"));
    }

    @Thorough
    @Test
    void theGuessUnderTheQuestionIsTheOneOfTheStepAndInItsLanguage() throws TimeoutException {
        Lesson lesson = lessons(Locale.ENGLISH).get(0);
        open(lesson);
        for (LessonStep step : lesson.steps()) {
            step.predict()
                    .ifPresent(predict -> guess(predict, predict.question().answer()));
            press(KeyCode.F5);
            settle();
        }
        open(lesson); // where the learner left it: at the end
        for (int i = lesson.steps().size() - 1; i >= 0; i--) {
            LessonStep step = lesson.steps().get(i);
            assertEquals(text("lessons-step-title"), step.title());
            assertEquals(made("Your guess: ", step), made(), step.title());
            press(KeyCode.SHIFT, KeyCode.F5);
            settle();
        }
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        settle();
        assertEquals(
                made("你的猜测: ", lessons(Locale.SIMPLIFIED_CHINESE).get(0).steps().get(0)), made());
    }

    private String made() {
        Node guess = find("lessons-ghost");
        return guess == null ? "" : guess.getAccessibleText();
    }

    private static String made(String opening, LessonStep step) {
        return step.predict()
                .map(Prediction::question)
                .map(question -> opening + QuestionBox.plain(question, question.answer()))
                .orElse("");
    }

    @Thorough
    @Test
    void aStepThatWasLeftTakesNoRoomAnyMore() throws TimeoutException {
        open(temperature());
        WeakReference<Node> line = new WeakReference<>(scene().getRoot().lookup(".check"));
        assertNotNull(line.get());
        press(KeyCode.F5);
        settle();
        until(() -> {
            System.gc();
            return line.refersTo(null);
        });
    }

    @Test
    void leavingALessonRestoresTheScreens() throws TimeoutException {
        String before = text("explore-loss-total");
        open(lessons(Locale.ENGLISH).get(0));
        assertFalse(before.equals(text("explore-loss-total")));
        tabTo("lessons-back");
        press(KeyCode.SPACE);
        settle();
        assertEquals(before, text("explore-loss-total"));
    }

    @Thorough
    @Test
    void aWindowClosedInALessonKeepsTheLearnersOwnSetUp() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.END);
        open(temperature());
        press(KeyCode.F5);
        robot.interact(stage::close);
        until(() -> lastSetUp().contains("\"temperature\" : 100"));
    }

    private String lastSetUp() {
        try {
            return Files.readString(new UserFolder(home).lastSetUp());
        } catch (IOException notYet) {
            return "";
        }
    }

    @Thorough
    @Test
    void aPresenterHasLargeTypeAClockAndPageKeys() throws TimeoutException {
        open(temperature());
        double size = ((Labeled) node("lessons-place")).getFont().getSize();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertEquals(1.5 * size, ((Labeled) node("lessons-place")).getFont().getSize(), 0.1);
        assertTrue(isBold(), "the look for a beamer");
        assertTrue(node("lessons-clock").isVisible());
        tabTo("lessons-notes");
        press(KeyCode.SPACE);
        assertTrue(
                Window.getWindows().stream()
                        .anyMatch(window -> window instanceof PopOver notes
                                && notes.getContentNode().lookup("#lessons-teacher") != null),
                "notes come when they are asked for");
        press(KeyCode.SPACE);
        pageDownTo("lessons-question");
        assertEquals("2 / 6", text("lessons-place"));
        assertTrue(node("lessons-show-me").isVisible());
        for (int i = 0; i < MANY && !text("lessons-place").equals("1 / 6"); i++) {
            press(KeyCode.PAGE_UP);
        }
        assertEquals("1 / 6", text("lessons-place"));
        press(KeyCode.ESCAPE);
        assertEquals(size, ((Labeled) node("lessons-place")).getFont().getSize(), 0.1);
        assertFalse(isBold());
    }

    /** Shows the class one thing after the other until this one. */
    private void pageDownTo(String id) {
        for (int i = 0; i < MANY && find(id) == null; i++) {
            press(KeyCode.PAGE_DOWN);
        }
    }

    @Thorough
    @Test
    void aProgramKilledWhilePresentingStartsInItsOwnLookAndSize() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertTrue(isBold());
        Path file = new UserFolder(home).windowFile();
        assertFalse(Files.exists(file));
        press(KeyCode.CONTROL, KeyCode.T);
        press(KeyCode.END);
        until(() -> Files.exists(file));
        WindowState kept = WindowState.read(file, Locale.ENGLISH, told -> {});
        assertTrue(isBold(), "still presenting");
        assertEquals(Look.LIGHT, kept.look());
        assertEquals(1, kept.textScale());
    }

    private boolean isBold() {
        return scene().getRoot().getPseudoClassStates().contains(PseudoClass.getPseudoClass("bold"));
    }

    @Thorough
    @Test
    void showMeUnlocksWithoutAGuess() throws TimeoutException {
        openSecondStep();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        pageDownTo("lessons-question");
        tabTo("lessons-show-me");
        press(KeyCode.SPACE);
        assertFalse(node("explore-temperature-slider").isDisabled());
        assertNotNull(find("lessons-answer"));
        assertNull(find("lessons-ghost"));
        press(KeyCode.ESCAPE);
    }

    @Thorough
    @Test
    void aClassReadsOnPastATaskThatIsNotDone() throws TimeoutException {
        openSecondStep();
        String title = text("lessons-step-title");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        pageDownTo("lessons-question");
        for (int i = 0; i < 10 && find("lessons-why") == null; i++) {
            press(KeyCode.PAGE_DOWN);
        }
        assertNotNull(find("lessons-why"));
        assertEquals(title, text("lessons-step-title"));
        press(KeyCode.ESCAPE);
    }

    @Thorough
    @Test
    void aPageThatIsHiddenUntilTheGuessSaysSo() throws TimeoutException {
        Lesson lesson = lessons(Locale.ENGLISH).stream()
                .filter(each -> each.id().equals("missing-digit"))
                .findFirst()
                .orElseThrow();
        open(lesson);
        press(KeyCode.F5);
        settle();
        assertEquals(1, all(".announced").size());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        settle();
        assertEquals(1, all(".announced").size(), "a class reads it as well");
        pageDownTo("lessons-question");
        press(KeyCode.PAGE_DOWN);
        settle();
        assertEquals(0, all(".announced").size());
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    @Thorough
    @Test
    void whatIsOnlyASignSaysWhatItDoesWhereTheMouseRests() throws TimeoutException {
        openSecondStep();
        all(node("lessons"), ".icon-button").stream()
                .map(ButtonBase.class::cast)
                .forEach(button -> assertNotNull(button.getTooltip(), button::toString));
    }

    @Thorough
    @Test
    void everyControlOfTheDockSpeaks() throws TimeoutException {
        openSecondStep();
        all(node("lessons"), "*").stream()
                .filter(Node::isFocusTraversable)
                .forEach(control -> assertTrue(
                        control.getAccessibleText() != null
                                || (control instanceof Labeled labeled
                                        && !labeled.getText().isBlank()),
                        control::toString));
    }
}
