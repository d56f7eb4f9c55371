package distillery.view.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.TextBundles;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.explore.Remark;
import distillery.view.Keyboard;
import distillery.view.Texts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

class ExploreViewTest extends ExploreOnStage {
    @Test
    void aTemperatureThatIsNoneChangesNothing(FxRobot robot) {
        TextField value = robot.lookup("#explore-temperature-value").queryAs(TextField.class);
        for (String typed : new String[] {"warm", "-1", "1000", "1,234", "1e400", ""}) {
            typeTemperature(robot, typed);
            assertEquals(4, model.temperatureProperty().get(), typed);
            assertEquals(typed, value.getText(), "it stays, with the reason");
            assertTrue(node("explore-temperature-value-refusal").isVisible(), typed);
        }
        robot.type(KeyCode.ESCAPE);
        assertEquals("4.0", value.getText());
        assertFalse(node("explore-temperature-value-refusal").isVisible());
        typeTemperature(robot, "２。５");
        assertEquals(2.5, model.temperatureProperty().get());
        typeTemperature(robot, "∞");
        assertEquals(Double.POSITIVE_INFINITY, model.temperatureProperty().get());
    }

    @Test
    void theLimitOfColdIsOneHot(FxRobot robot) {
        robot.clickOn("#explore-temperature-zero");
        assertEquals("100%", text("explore-percent-teacher-0"));
        assertEquals("0%", text("explore-percent-teacher-1"));
        assertEquals("0.0000", text("explore-loss-soft-t2"));
    }

    @Test
    void theLogAxisLengthensTheTailsAndChangesNoNumber(FxRobot robot) {
        robot.clickOn("#explore-temperature-one");
        String percent = text("explore-percent-teacher-2");
        double before = width("explore-bar-teacher-2");
        robot.clickOn("#explore-log-axis");
        assertTrue(width("explore-bar-teacher-2") > 20 * before);
        assertEquals(percent, text("explore-percent-teacher-2"));
    }

    private double width(String id) {
        return ((Region) scene.lookup("#" + id)).getWidth();
    }

    @Test
    void draggingABarOutwardsRaisesItsLogit(FxRobot robot) {
        robot.moveTo("#explore-bar-student-1").press(MouseButton.PRIMARY).moveBy(30, 0);
        robot.release(MouseButton.PRIMARY);
        assertEquals(2, model.exampleProperty().get().classes().get(1).student(), 0.11);
        robot.moveTo("#explore-bar-teacher-0").press(MouseButton.PRIMARY).moveBy(60, 0);
        robot.release(MouseButton.PRIMARY);
        assertEquals(4, model.exampleProperty().get().classes().get(0).teacher(), 0.11);
    }

    @Test
    void aLogitIsSteppedAndTypedByKeyboard(FxRobot robot) {
        Spinner<?> spinner = robot.lookup("#explore-logit-student-2").queryAs(Spinner.class);
        robot.interact(spinner::requestFocus);
        robot.type(KeyCode.UP);
        assertEquals(1.6, student(2));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertEquals(1.59, student(2));
        robot.interact(() -> spinner.getEditor().setText("-123.456"));
        robot.type(KeyCode.ENTER);
        assertEquals(-123.456, student(2));
        robot.interact(() -> spinner.getEditor().setText("many"));
        robot.type(KeyCode.ENTER);
        assertEquals(-123.456, student(2));
        robot.interact(() -> spinner.getEditor().setText("1e9"));
        robot.type(KeyCode.ENTER);
        assertEquals(-123.456, student(2));
        assertTrue(text("explore-logit-student-2-refusal").contains("10000"));
        robot.type(KeyCode.UP);
        assertEquals("1e9", spinner.getEditor().getText(), "an arrow does not restore it either");
        robot.type(KeyCode.ESCAPE);
        assertFalse(node("explore-logit-student-2-refusal").isVisible());
        assertTrue(Double.isFinite(model.reading().total()));
    }

    private double student(int index) {
        return model.exampleProperty().get().classes().get(index).student();
    }

    @Test
    void alphasEndsMeanWhatTheySayUnderBothConventions(FxRobot robot) {
        robot.interact(view::focusAlpha);
        robot.type(KeyCode.HOME);
        assertEquals(text("explore-loss-hard"), text("explore-loss-total"));
        robot.type(KeyCode.END);
        assertEquals(text("explore-loss-soft-t2"), text("explore-loss-total"));
        robot.type(KeyCode.PAGE_DOWN);
        assertEquals("α = 0.9", text("explore-alpha-value"));
        String weights = text("explore-alpha-weights");
        String total = text("explore-loss-total");
        robot.clickOn("#explore-alpha-convention-alpha-on-hard");
        assertEquals("α = 0.1", text("explore-alpha-value"));
        assertEquals(weights, text("explore-alpha-weights"));
        assertEquals(total, text("explore-loss-total"));
        robot.interact(view::focusAlpha);
        robot.type(KeyCode.HOME);
        assertEquals(text("explore-loss-hard"), text("explore-loss-total"));
    }

    @Thorough
    @Test
    void stepsLowerTheLossAndPlayGoesOnUntilNothingPulls(FxRobot robot) {
        double before = model.reading().total();
        robot.clickOn("#explore-step");
        assertTrue(model.reading().total() < before);
        assertEquals("1 step", text("explore-steps"));
        robot.interact(() -> model.softWeightProperty().set(1));
        robot.clickOn("#explore-step-size-1-0").clickOn("#explore-play");
        WaitForAsyncUtils.waitForFxEvents();
        waitUntilSettled();
        assertTrue(text("explore-steps").contains("almost no pull is left"));
        robot.clickOn("#explore-reset");
        assertEquals(
                ExampleKind.HORSE_DONKEY_CAR.example(), model.exampleProperty().get());
    }

    private void waitUntilSettled() {
        try {
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> !model.playingProperty().get());
        } catch (TimeoutException stillPlaying) {
            throw new AssertionError("after " + model.stepsProperty().get() + " steps it still pulls", stillPlaying);
        }
    }

    @Test
    void aPressOnAFaceMakesItTheTrueClass(FxRobot robot) {
        robot.clickOn("#explore-true-2");
        assertEquals(2, model.exampleProperty().get().trueClass());
        robot.clickOn("#explore-true-2");
        assertEquals(2, model.exampleProperty().get().trueClass());
        assertTrue(text("explore-true-2").startsWith("✓"));
        assertFalse(text("explore-true-0").startsWith("✓"));
    }

    @Thorough
    @Test
    void ownClassesAreNamedAddedAndTakenAway(FxRobot robot) {
        robot.clickOn("#explore-classes");
        robot.interact(() -> {
            TextField name = robot.lookup("#explore-class-name-0").queryAs(TextField.class);
            name.requestFocus();
            name.setText("zebra");
        });
        robot.type(KeyCode.ENTER);
        assertEquals("✓ zebra", text("explore-true-0"));
        for (int size = 4; size <= Example.MOST; size++) {
            robot.clickOn("#explore-class-add");
            assertEquals(size, model.exampleProperty().get().size());
        }
        assertTrue(robot.lookup("#explore-class-add").query().isDisabled());
        assertEquals(
                "0.0",
                scene.lookup("#explore-logit-student-9") instanceof Spinner<?> added
                        ? added.getEditor().getText()
                        : "");
        for (int size = 9; size >= Example.FEWEST; size--) {
            robot.interact(
                    () -> ((Button) robot.lookup("#explore-class-remove-1").query()).fire());
            assertEquals(size, model.exampleProperty().get().size());
        }
        assertTrue(robot.lookup("#explore-class-remove-1").query().isDisabled());
    }

    @Test
    void pointingIntoTheCurvesSetsTheTemperature(FxRobot robot) {
        Bounds plot = onScreen("explore-curves-plot");
        robot.moveTo(plot.getMinX() + plot.getWidth() * 0.2, plot.getCenterY()).clickOn(MouseButton.PRIMARY);
        double left = model.temperatureProperty().get();
        assertNotEquals(4, left);
        robot.press(MouseButton.PRIMARY).moveBy(100, 0).release(MouseButton.PRIMARY);
        assertTrue(model.temperatureProperty().get() > left);
    }

    @Test
    void theLanguageReachesEveryWord(FxRobot robot) {
        assertEquals("At T = 4 the teacher gives car 9.0%; at T = 1 it gave 0.03%.", text("explore-sentence"));
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        WaitForAsyncUtils.waitForFxEvents();
        for (Node node : scene.getRoot().lookupAll("*")) {
            String said = (node instanceof Labeled labeled ? labeled.getText() : "") + node.getAccessibleText();
            String words = said.replaceAll("null|logit|one-hot|nat|ln|KL|log|Ctrl|Shift|Page(Up|Down)|Home|End", "");
            assertFalse(words.matches("(?s).*[a-z]{3,}.*"), node.getId() + " still says " + said);
        }
        assertEquals("✓ 马", text("explore-true-0"));
    }

    @Test
    void everySentenceExistsInBothLanguagesForEveryState(FxRobot robot) {
        Texts texts = new Texts(appearance.languageProperty());
        Remarks remarks = new Remarks(texts);
        robot.interact(() -> {
            for (Locale language : TextBundles.INCLUDED) {
                appearance.languageProperty().set(language);
                for (Remark.Kind kind : Remark.Kind.values()) {
                    String said = remarks.text(model, reading -> new Remark(kind, 0, 1))
                            .get();
                    assertFalse(said.contains("{"), said);
                }
            }
        });
    }

    @Test
    void tabReachesEveryControlAndReadersAreToldWhatItIs(FxRobot robot) {
        robot.interact(view::focusTemperature);
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < 80; i++) {
            Keyboard.press(KeyCode.TAB);
            Node focused = scene.getFocusOwner();
            if (focused.getId() != null) {
                reached.add(focused.getId());
                Object name = focused.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                assertTrue(name != null && !name.toString().isBlank(), focused.getId() + " has no name");
            }
        }
        for (String id : new String[] {
            "explore-example",
            "explore-classes",
            "explore-log-axis",
            "explore-true-1",
            "explore-temperature-slider",
            "explore-temperature-value",
            "explore-temperature-zero",
            "explore-alpha-slider",
            "explore-step",
            "explore-play",
            "explore-reset",
            "explore-logit-teacher-0",
            "explore-logit-student-2"
        }) {
            assertTrue(reached.contains(id), id + " is not reached by Tab, only " + reached);
        }
    }

    @Test
    void barsTellTheirNumbersToReaders() {
        Node bar = scene.lookup("#explore-bar-teacher-0").getParent();
        assertEquals("Teacher, horse, 66.5%", bar.getAccessibleText());
    }

    @Test
    void onlyNumbersMoveWhenTheTemperatureDoes(FxRobot robot) {
        Node bar = scene.lookup("#explore-bar-student-1");
        robot.interact(() -> model.temperatureProperty().set(20));
        assertEquals(bar, scene.lookup("#explore-bar-student-1"));
    }
}
