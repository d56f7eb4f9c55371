package distillery.view.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.TextBundles;
import distillery.lab.example.ClassLogits;
import distillery.view.Keyboard;
import distillery.view.Legible;
import distillery.view.Places;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What people type on the Explore screen. */
class ExploreTypingTest extends ExploreOnStage {
    private static final List<String> LOGITS = List.of(
            "explore-logit-teacher-0", "explore-logit-teacher-1", "explore-logit-student-0", "explore-logit-student-2");

    private void typeLogit(String id, String typed) {
        Keyboard.press(
                () -> {
                    Spinner<?> spinner = (Spinner<?>) node(id);
                    spinner.getEditor().requestFocus();
                    spinner.getEditor().setText(typed);
                },
                KeyCode.ENTER);
    }

    @Thorough
    @Test
    void everyRefusalLiesOverTheWindowInBothLanguagesAndLargeText(FxRobot robot) {
        for (double scale : new double[] {1, 1.5}) {
            for (Locale language : TextBundles.INCLUDED) {
                robot.interact(() -> {
                    appearance.textScaleProperty().set(scale);
                    appearance.languageProperty().set(language);
                    scene.getRoot().setStyle("-fx-font-size: " + 14 * scale + "px;");
                });
                WaitForAsyncUtils.waitForFxEvents(3);
                Places before = Places.of(scene);
                typeTemperature(robot, "1,234");
                Legible.assertRefused(node("explore-temperature-value"), "T" + language + scale);
                for (String id : LOGITS) {
                    typeLogit(id, "nonsense");
                    Legible.assertRefused(node(id), id + language + scale);
                }
                robot.interact(() -> LOGITS.forEach(id -> assertEquals(
                        "nonsense", ((Spinner<?>) node(id)).getEditor().getText(), "each keeps what was typed")));
                before.assertKept("refusals in " + language + " at " + scale);
            }
        }
    }

    @Test
    void aRefusalSpeaksForTheFieldInUseHidesNoFocusAndGoesAtAPress(FxRobot robot) {
        typeTemperature(robot, "warm");
        typeLogit("explore-logit-teacher-0", "nonsense");
        typeLogit("explore-logit-teacher-1", "nonsense");
        Legible.assertRefused(node("explore-logit-teacher-1"), "the newest");
        robot.interact(() -> {
            node("explore-temperature-value").requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents(2);
        Legible.assertRefused(node("explore-temperature-value"), "the one with the focus");
        robot.interact(() -> {
            node("explore-temperature-slider").requestFocus(); // right below the field
        });
        WaitForAsyncUtils.waitForFxEvents(2);
        Node card = node("explore-temperature-value-refusal");
        Legible.assertRefused(node("explore-temperature-value"), "still");
        robot.interact(() -> {
            assertFalse(over(card, node("explore-temperature-slider")), "one sees what one does");
        });
        robot.clickOn(card);
        robot.interact(() -> {
            assertFalse(card.isVisible(), "put away");
            assertTrue(node("explore-temperature-slider").isFocused(), "and nothing else happens");
            node("explore-logit-teacher-0").requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents(2);
        Legible.assertRefused(node("explore-logit-teacher-0"), "back in the field");
        robot.clickOn("#explore-temperature-zero");
        assertEquals(0, model.temperatureProperty().get(), "a click lands where it was aimed");
    }

    private static boolean over(Node one, Node other) {
        return one.localToScene(one.getLayoutBounds()).intersects(other.localToScene(other.getLayoutBounds()));
    }

    @Test
    void aClickOnWhatARefusalComesUpOverIsDone(FxRobot robot) {
        robot.interact(() -> {
            TextField value = (TextField) node("explore-temperature-value");
            value.requestFocus();
            value.setText("warm");
        });
        robot.clickOn("#explore-temperature-one");
        assertEquals(1, model.temperatureProperty().get());
        robot.interact(() -> {
            Spinner<?> logit = (Spinner<?>) node("explore-logit-teacher-0");
            logit.getEditor().requestFocus();
            logit.getEditor().setText("nonsense");
        });
        robot.clickOn("#explore-true-1"); // close below, where the refusal will lie
        assertEquals(1, model.exampleProperty().get().trueClass());
    }

    @Test
    void aLogitIsReadAsItWasMeant() {
        typeLogit("explore-logit-student-2", "３");
        assertEquals(3, model.exampleProperty().get().classes().get(2).student());
        typeLogit("explore-logit-student-2", "－2。5");
        assertEquals(-2.5, model.exampleProperty().get().classes().get(2).student());
        typeLogit("explore-logit-student-2", "1,234");
        assertEquals(-2.5, model.exampleProperty().get().classes().get(2).student());
        assertTrue(text("explore-logit-student-2-refusal").contains("1.234"));
    }

    @Test
    void aNewClassIsNamedByTypingAndEscapeTakesBackThenCloses(FxRobot robot) throws TimeoutException {
        robot.clickOn("#explore-classes");
        robot.clickOn("#explore-class-add");
        WaitForAsyncUtils.waitForFxEvents();
        TextField name = robot.lookup("#explore-class-name-3").queryAs(TextField.class);
        assertTrue(name.isFocused());
        assertEquals(name.getText(), name.getSelectedText(), "typing replaces it");
        robot.interact(() -> name.replaceSelection("cat"));
        press(robot, name, KeyCode.ENTER);
        assertEquals("cat", model.exampleProperty().get().classes().get(3).name());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(name.isFocused(), "Enter leaves the hand where it is, and opens no second window of classes");
        double width = name.getScene().getWindow().getWidth();
        robot.interact(() -> name.setText("x".repeat(ClassLogits.LONGEST_NAME + 1)));
        press(robot, name, KeyCode.ENTER);
        assertEquals("cat", model.exampleProperty().get().classes().get(3).name());
        Legible.assertRefused(name, "name");
        Label refusal = robot.lookup("#explore-class-name-3-refusal").queryAs(Label.class);
        assertTrue(refusal.getText().contains("20"), refusal.getText());
        assertEquals(width, name.getScene().getWindow().getWidth(), "nothing grows under the hand");
        press(robot, name, KeyCode.ESCAPE);
        assertEquals("cat", name.getText());
        assertFalse(refusal.isVisible());
        robot.interact(() -> name.setText("😀".repeat(ClassLogits.LONGEST_NAME)));
        press(robot, name, KeyCode.ENTER);
        assertFalse(refusal.isVisible(), "twenty signs, however they are stored");
        press(robot, name, KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> name.getScene() == null || !name.getScene().getWindow().isShowing());
    }

    /** A robot without a screen types past a window that pops up. */
    private static void press(FxRobot robot, TextField field, KeyCode code) {
        robot.interact(
                () -> field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }
}
