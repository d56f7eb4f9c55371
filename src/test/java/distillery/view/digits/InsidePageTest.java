package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.InsideDigit;
import distillery.view.OnFxThread;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class InsidePageTest extends AskedOnStage {
    private static final Pattern NUMBER = Pattern.compile("[+\u2212]?[0-9]+\\.[0-9]{3}");

    private InsideDigit seen() {
        return OnFxThread.look(
                () -> Objects.requireNonNull(MODEL.inside().digitProperty().get()));
    }

    private void subject(FxRobot robot, String subject) {
        robot.interact(() -> ((ToggleButton) node("digits-inside-subject-" + subject)).fire());
        OnFxThread.awaitFrame(scene);
    }

    private static List<Double> numbers(String written) {
        return NUMBER.matcher(written)
                .results()
                .map(MatchResult::group)
                .map(number -> Double.valueOf(number.replace('\u2212', '-')))
                .toList();
    }

    @Test
    void theSumIsWrittenOutAndMakesTheLogit(FxRobot robot) {
        show(DigitsPage.INSIDE, 0);
        assertFalse(node("digits-inside-sum-teacher").isVisible(), "only on demand");
        robot.interact(() -> ((ToggleButton) node("digits-inside-sum")).fire());
        for (String net : List.of("teacher", "student")) {
            assertTrue(node("digits-inside-sum-" + net).isVisible());
            List<Double> numbers = numbers(text("digits-inside-sum-" + net));
            assertEquals(8, numbers.size(), () -> text("digits-inside-sum-" + net));
            double sum = numbers.subList(0, 7).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double logit = net.equals("teacher")
                    ? seen().ofTeacher().sum().logit()
                    : seen().ofStudent().sum().logit();
            assertEquals(numbers.get(7), sum, 0.0041, "eight numbers, each rounded to a thousandth");
            assertEquals(logit, numbers.get(7), 0.0005);
        }
        assertTrue(text("digits-inside-sum-teacher").contains("logit of 7"), "test digit 0 is a 7");
    }

    @Test
    void anotherClassIsAskedOfBothNets(FxRobot robot) {
        show(DigitsPage.INSIDE, 0);
        InsideDigit before = seen();
        robot.interact(() -> MODEL.inside().chosenProperty().set(3));
        InsideDigit now = seen();
        double[] third = new double[10];
        third[3] = 1;
        assertEquals(7, before.chosen());
        assertEquals(3, now.ofStudent().sum().chosen());
        assertArrayEquals(
                now.student().net().inputSlope(now.answers().picture(), third),
                now.ofStudent().logitSlope());
        assertEquals(now.answers().logits().get(0)[3], now.ofTeacher().sum().logit(), 1e-4);
        subject(robot, "gaze");
        robot.interact(() -> node("digits-inside-teacher").requestFocus());
        robot.push(KeyCode.HOME);
        OnFxThread.awaitFrame(scene);
        assertTrue(spoken(node("digits-inside-teacher")).contains("the logit of 3"));
    }

    @Thorough
    @Test
    void everySubjectShowsBothNetsAndIsLedThroughByKeys(FxRobot robot) {
        show(DigitsPage.INSIDE, 0);
        for (String subject : List.of("weights", "maps", "units", "gaze")) {
            subject(robot, subject);
            NetPane teacher = (NetPane) node("digits-inside-teacher");
            NetPane student = (NetPane) node("digits-inside-student");
            int items = Objects.requireNonNull(teacher.sightProperty().get()).items();
            assertTrue(items >= 3, subject);
            assertTrue(Objects.requireNonNull(student.sightProperty().get()).items() >= 3, subject);
            robot.interact(teacher::requestFocus);
            robot.push(KeyCode.HOME);
            OnFxThread.awaitFrame(scene);
            String first = spoken(teacher);
            robot.push(KeyCode.RIGHT);
            OnFxThread.awaitFrame(scene);
            assertNotEquals(first, spoken(teacher), subject);
        }
    }

    @Test
    void nothingIsLookedIntoWhereNobodyLooks(FxRobot robot) {
        show(DigitsPage.INSIDE, 0);
        show(DigitsPage.BROWSER, 1);
        assertNull(OnFxThread.look(() -> MODEL.inside().digitProperty().get()));
        show(DigitsPage.INSIDE, -1);
        assertNull(OnFxThread.look(() -> MODEL.inside().digitProperty().get()), "an empty pad");
        assertTrue(text("digits-inside-words").contains("empty"));
    }
}
