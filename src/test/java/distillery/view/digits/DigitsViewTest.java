package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.digits.Answers;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.NetSource;
import distillery.lab.example.ExampleKind;
import distillery.lab.train.RunState;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.view.OnFxThread;
import distillery.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway") // what is not there fails the test
class DigitsViewTest extends DigitsOnStage {
    private static final double[] SEVEN = {0.28, 0.25, 0.72, 0.25, 0.62, 0.45, 0.52, 0.62, 0.45, 0.8};

    private Answers answers() {
        return Objects.requireNonNull(
                OnFxThread.look(() -> model.answersProperty().get()));
    }

    private int says(int net) {
        double[] logits = answers().logits().get(net);
        return Softmax.largest(logits, 0, logits.length);
    }

    private void drawSeven(FxRobot robot) {
        Bounds pad = bounds("digits-pad");
        for (int i = 0; i < SEVEN.length; i += 2) {
            Point2D place = new Point2D(
                    pad.getMinX() + SEVEN[i] * pad.getWidth(), pad.getMinY() + SEVEN[i + 1] * pad.getHeight());
            robot.moveTo(place);
            if (i == 0) {
                robot.press(MouseButton.PRIMARY);
            }
        }
        robot.release(MouseButton.PRIMARY);
    }

    @Thorough
    @Test
    void anEmptyPadPredictsNothingAndSaysSo() throws Exception {
        awaitNets();
        assertTrue(answers().isBlank());
        assertTrue(text("digits-firsts").startsWith("The pad is empty"), text("digits-firsts"));
    }

    @Thorough
    @Test
    void aSevenDrawnWithTheMouseIsReadByTeacherAndStudent(FxRobot robot) throws Exception {
        awaitNets();
        drawSeven(robot);
        until(() -> !answers().isBlank());
        assertEquals(7, says(0), text("digits-firsts"));
        assertEquals(7, says(2), text("digits-firsts"));
        assertTrue(text("digits-firsts").startsWith("teacher: 7 ("), text("digits-firsts"));
        assertTrue(text("digits-second").contains("labels only"), text("digits-second"));
    }

    @Thorough
    @Test
    void aSevenDrawnByKeysIsReadAsWell(FxRobot robot) throws Exception {
        awaitNets();
        robot.interact(() -> node("digits-pad").requestFocus());
        repeat(robot, KeyCode.UP, 8);
        repeat(robot, KeyCode.LEFT, 6);
        robot.press(KeyCode.SPACE);
        repeat(robot, KeyCode.RIGHT, 12);
        repeat(robot, KeyCode.DOWN, 7);
        repeat(robot, KeyCode.LEFT, 3);
        repeat(robot, KeyCode.DOWN, 9);
        robot.release(KeyCode.SPACE);
        until(() -> !answers().isBlank());
        assertEquals(
                1,
                OnFxThread.look(() ->
                        model.drawing().pad().drawingProperty().get().strokes().size()));
        assertEquals(7, says(0), text("digits-firsts"));
    }

    private static void repeat(FxRobot robot, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            robot.push(key);
        }
    }

    @Thorough
    @Test
    void aDrawingInACornerIsKnownCentredAndNotAsDrawn(FxRobot robot) throws Exception {
        awaitNets();
        robot.interact(() -> {
            model.drawing().penDown(false, 0.02 + SEVEN[0] * 0.3, 0.02 + SEVEN[1] * 0.3);
            for (int i = 2; i < SEVEN.length; i += 2) {
                model.drawing().pad().penTo(0.02 + SEVEN[i] * 0.3, 0.02 + SEVEN[i + 1] * 0.3);
            }
            model.drawing().penUp();
        });
        until(() -> !answers().isBlank());
        assertEquals(7, says(0));
        float[] centred = answers().picture();
        robot.interact(() -> ((ToggleButton) node("digits-framing-as-drawn")).fire());
        until(() -> answers().picture() != centred);
        assertFalse(Arrays.equals(centred, answers().picture()));
        assertTrue(says(0) != 7 || says(1) != 7 || says(2) != 7, "a small seven in a corner is known to all");
    }

    @Thorough
    @Test
    void aPressedDigitIsShownAndAStrokeReturnsToThePad(FxRobot robot) throws Exception {
        awaitNets();
        until(() -> model.browser().foundProperty().get().size() == 10_000);
        OnFxThread.awaitFrame(scene);
        Node cell = robot.lookup(".digit-cell").nth(1).query();
        robot.clickOn(cell);
        until(() -> answers().digit() >= 0);
        int digit = answers().digit();
        assertEquals(answers().panel().test().label(digit), answers().label());
        assertTrue(text("digits-seen-words").startsWith("Test digit no. " + digit + ","), text("digits-seen-words"));
        robot.interact(() -> node("digits-grid").requestFocus());
        robot.push(KeyCode.RIGHT);
        until(() -> answers().digit() == digit + 1);
        drawSeven(robot);
        until(() -> answers().digit() == -1);
    }

    @Thorough
    @Test
    void aCellOfTheMistakesLeadsToItsDigits(FxRobot robot) throws Exception {
        awaitNets();
        robot.interact(() -> model.pageProperty().set(DigitsPage.CONFUSION));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> node("digits-matrix-2").requestFocus());
        repeat(robot, KeyCode.RIGHT, 9);
        repeat(robot, KeyCode.DOWN, 4);
        robot.push(KeyCode.ENTER);
        DigitFilter wanted = DigitFilter.ALL.labelled(4).takenFor(9, false);
        until(() -> model.browser().filterProperty().get().equals(wanted));
        int expected = answers().panel().student(ArmName.DISTILLED).confusion().count(4, 9);
        until(() -> model.browser().foundProperty().get().size() == expected);
        assertTrue(expected > 0);
        assertEquals(
                DigitsPage.BROWSER, OnFxThread.look(() -> model.pageProperty().get()));
        assertTrue(text("digits-count").startsWith(expected + " of 10,000"), text("digits-count"));
    }

    @Thorough
    @Test
    void whatIsShownBecomesTheExampleOfTheOtherScreens(FxRobot robot) throws Exception {
        awaitNets();
        robot.interact(() -> model.digitProperty().set(3));
        until(() -> answers().digit() == 3);
        robot.interact(() -> new PadFiles(model, explore, view, new Texts(appearance.languageProperty())).use());
        assertEquals(ExampleKind.OWN, explore.exampleProperty().get().kind());
        assertEquals(0, explore.exampleProperty().get().trueClass());
        assertEquals(
                answers().logits().get(0)[0],
                explore.exampleProperty().get().classes().get(0).teacher());
    }

    @Thorough
    @Test
    void theNetsOfTheRunAreAskedAsTheyAreNow(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.netsProperty().set(NetSource.RUN);
            train.edit(draft -> {
                draft.images = 200;
                draft.epochs = 2;
            });
            train.start();
        });
        awaitNets();
        assertEquals(0, model.panelProperty().get().epoch());
        int before = model.panelProperty()
                .get()
                .student(ArmName.DISTILLED)
                .confusion()
                .errors();
        robot.interact(train::runOrPause);
        until(() -> train.reading().stage() == RunState.Stage.FINISHED);
        until(() -> model.panelProperty().get() != null
                && model.panelProperty().get().epoch() == 2);
        int after = model.panelProperty()
                .get()
                .student(ArmName.DISTILLED)
                .confusion()
                .errors();
        assertTrue(after < before, before + " errors before, " + after + " after");
        assertEquals(
                train.reading()
                        .evaluationProperty()
                        .get()
                        .arms()
                        .get(ArmName.DISTILLED)
                        .errors(),
                after);
    }

    @Test
    void pointsAreNothingToDraw(FxRobot robot) throws Exception {
        robot.interact(() -> {
            train.set(Preset.TOY.settings());
            model.netsProperty().set(NetSource.RUN);
            train.start();
        });
        until(() -> model.troubleProperty().get() != null);
        assertTrue(text("digits-firsts").contains("28 × 28"), text("digits-firsts"));
    }

    @Thorough
    @Test
    void bothLanguagesSayWhatTheNetsSay(FxRobot robot) throws Exception {
        awaitNets();
        robot.interact(() -> {
            model.digitProperty().set(0);
            appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        });
        until(() -> answers().digit() == 0);
        assertTrue(text("digits-firsts").startsWith("教师：7（"), text("digits-firsts"));
    }

    @Thorough
    @Test
    void drawingsAreKeptByNameAndTakenUpAgain(FxRobot robot) throws Exception {
        awaitNets();
        drawSeven(robot);
        var drawn = model.drawing().pad().drawingProperty().get();
        robot.interact(() -> {
            model.drawing().keep("my seven");
            model.drawing().clear();
        });
        until(() -> answers().isBlank());
        robot.interact(() -> model.drawing().take(model.drawing().kept().get(0).drawing()));
        until(() -> !answers().isBlank());
        assertEquals(drawn, model.drawing().pad().drawingProperty().get());
        assertEquals(
                List.of("my seven"),
                model.drawing().kept().stream().map(each -> each.name()).toList());
    }
}
