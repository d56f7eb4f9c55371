package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.Thorough;
import distillery.view.Keyboard;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/** The two weights of the decoupled loss, typed and stepped. */
@SuppressWarnings("NullAway.Init") // set before each test
class LossWeightsTest extends LossOnStage {
    private Spinner<?> alpha;
    private DoubleProperty weight;

    @BeforeEach
    void find() {
        alpha = (Spinner<?>) node("loss-target-weight");
        weight = model.targetWeightProperty();
    }

    private void type(String text, KeyCode key) {
        Keyboard.press(
                () -> {
                    alpha.requestFocus();
                    alpha.getEditor().setText(text);
                },
                key);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"0.3348, 0.3348, 0.3348", "'0,3348', 0.3348, 0.3348", "0.334759, 0.334759, 0.3348"})
    void whatIsTypedIsTaken(String typed, double taken, String printed, FxRobot robot) {
        for (KeyCode key : new KeyCode[] {KeyCode.TAB, KeyCode.ENTER}) {
            robot.interact(() -> weight.set(7));
            type(typed, key);
            assertEquals(taken, weight.get());
            assertEquals(printed, alpha.getEditor().getText());
        }
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "NaN", "1..2", "1e9", "-3", "∞"})
    void whatCannotBeTakenStaysUntilEscapeAndChangesNothing(String typed) {
        for (KeyCode key : new KeyCode[] {KeyCode.TAB, KeyCode.ENTER}) {
            type(typed, key);
            assertEquals(1, weight.get());
            assertEquals(typed, alpha.getEditor().getText());
        }
        type(typed, KeyCode.ESCAPE);
        assertEquals(1, weight.get());
        assertEquals("1", alpha.getEditor().getText());
    }

    @Test
    void passingThroughLeavesEveryDigit(FxRobot robot) {
        double doubt = model.reading().doubt();
        robot.interact(() -> weight.set(doubt));
        assertEquals("0.3348", alpha.getEditor().getText());
        robot.interact(alpha::requestFocus);
        robot.type(KeyCode.TAB);
        assertEquals(doubt, weight.get());
    }

    @Test
    void arrowKeysStepAndShiftMakesTheStepsFine(FxRobot robot) {
        robot.interact(alpha::requestFocus);
        robot.type(KeyCode.UP);
        assertEquals(1.5, weight.get());
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertEquals(1.4, weight.get());
        robot.interact(() -> alpha.decrement(9));
        assertEquals(0, weight.get());
        robot.interact(() -> alpha.getEditor().setText("3"));
        robot.type(KeyCode.UP);
        assertEquals(3.5, weight.get(), "a step starts from what stands there");
    }
}
