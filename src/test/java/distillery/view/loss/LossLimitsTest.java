package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.loss.LossKind;
import distillery.view.Numbers;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** The Loss screen where the temperature is zero or infinite, and where the gradient is far from its limit. */
class LossLimitsTest extends LossOnStage {
    @Thorough
    @ParameterizedTest
    @EnumSource(names = {"HORSE_DONKEY_CAR", "ALL_EQUAL", "TWO_CLASSES", "CONFIDENT_TEACHER", "CONFIDENTLY_WRONG"})
    void everythingOnScreenIsANumberOrTheSignOfInfinity(ExampleKind example, FxRobot robot) {
        robot.interact(() -> {
            explore.choose(example);
            model.limitProperty().set(true);
            for (double temperature : new double[] {0, Double.POSITIVE_INFINITY}) {
                explore.temperatureProperty().set(temperature);
                for (LossKind kind : LossKind.values()) {
                    model.kindProperty().set(kind);
                    for (double weight : new double[] {0, 8}) {
                        model.targetWeightProperty().set(weight);
                        model.nonTargetWeightProperty().set(weight);
                        explore.softWeightProperty().set(weight / 8);
                        for (boolean timesT2 : new boolean[] {true, false}) {
                            model.timesT2Property().set(timesT2);
                            assertEquals(Set.of(), odd(), example + " at T = " + temperature + ", " + kind);
                        }
                    }
                }
            }
        });
    }

    /** What is said or written that is no number for people. */
    private Set<String> odd() {
        return Stream.concat(
                        Stream.of(view.statusText().get()),
                        view.lookupAll("*").stream().flatMap(LossLimitsTest::words))
                .filter(words -> words.contains("NaN") || words.contains("Infinity"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(Node node) {
        String written = node instanceof Labeled labeled ? labeled.getText() : null;
        return Stream.of(written, node.getAccessibleText()).filter(words -> words != null);
    }

    @Test
    void atZeroTheSplitTakesNoInfinityFromAnother(FxRobot robot) {
        robot.interact(() -> {
            explore.choose(ExampleKind.CONFIDENTLY_WRONG);
            explore.temperatureProperty().set(0);
        });
        assertEquals("∞ = ∞ + 0.0000 × ∞", text("loss-split-words"));
        assertTrue(text("loss-floor-words").contains("KL ∞ = ∞"));
        assertEquals("+∞", text("loss-entry-0"));
        assertEquals("They add up to ∞; a single one may be negative.", text("loss-ledger-sum"));
    }

    @Test
    void thePlotTellsTheTemperatureItsNumbersAreOf(FxRobot robot) {
        for (double[] each : new double[][] {{0, 0.05}, {Double.POSITIVE_INFINITY, 100}, {4, 4}}) {
            robot.interact(() -> explore.temperatureProperty().set(each[0]));
            assertTrue(
                    node("loss-length-plot").getAccessibleText().contains("At T = " + Numbers.plain(each[1]) + " it"));
        }
    }

    @Test
    void anErrorOfMoreThanTheWholeLengthIsSaidAsItIs(FxRobot robot) {
        robot.interact(() -> {
            explore.choose(ExampleKind.OWN);
            for (int i = 3; i < 10; i++) {
                explore.addClass();
            }
            for (int i = 0; i < 10; i++) { // two classes share everything, and the student leans to one of them
                explore.setLogit(TeacherOrStudent.TEACHER, i, i < 2 ? 20 : 0);
                explore.setLogit(TeacherOrStudent.STUDENT, i, i == 0 ? 20.5 : i == 1 ? 20 : 0);
            }
            explore.temperatureProperty().set(1);
        });
        assertEquals("298% away", text("loss-limit-error"));
    }

    @Test
    void aRingBeyondWhatIsFullIsLeftOut(FxRobot robot) {
        robot.interact(() -> {
            explore.choose(ExampleKind.CONFIDENT_TEACHER);
            explore.temperatureProperty().set(0.5);
            model.limitProperty().set(true);
        });
        Node ring = view.lookup("#loss-arrow-soft-2 .limit-mark");
        assertTrue(ring.isVisible());
        robot.interact(() -> model.timesT2Property().set(false));
        assertFalse(ring.isVisible(), "without T² the limit at T = 0.5 lies four times as far out");
        robot.interact(() -> explore.temperatureProperty().set(20));
        assertTrue(ring.isVisible());
    }
}
