package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.clinic.Fault;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossReading;
import distillery.lesson.Target;
import distillery.view.Keyboard;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** What the Loss screen shows and how it is used. */
class LossViewTest extends LossOnStage {
    private static final double THIRD = 1.0 / 3;

    /** One line of the default example's table. */
    private record Row(
            double temperature,
            List<Double> teacher,
            List<Double> student,
            double entropy,
            double divergence,
            double scaled,
            List<Double> slope) {}

    private static final List<Row> TABLE = List.of(
            new Row(
                    0.5,
                    List.of(.99966, .00034, .00000),
                    List.of(.66524, .09003, .24473),
                    .00302,
                    .405257,
                    .10131,
                    List.of(-.16721, .04485, .12236)),
            new Row(
                    1,
                    List.of(.98169, .01798, .00033),
                    List.of(.50648, .18632, .30720),
                    .09304,
                    .605380,
                    .60538,
                    List.of(-.47521, .16834, .30687)),
            new Row(
                    2,
                    List.of(.86681, .11731, .01588),
                    List.of(.41923, .25428, .32650),
                    .44106,
                    .490905,
                    1.96362,
                    List.of(-.89517, .27393, .62124)),
            new Row(
                    4,
                    List.of(.66524, .24473, .09003),
                    List.of(.37576, .29264, .33160),
                    .83240,
                    .218854,
                    3.50167,
                    List.of(-1.15794, .19164, .96629)),
            new Row(
                    10,
                    List.of(.47178, .31624, .21198),
                    List.of(.35013, .31681, .33306),
                    1.04733,
                    .044336,
                    4.43356,
                    List.of(-1.21644, .00571, 1.21073)),
            new Row(
                    20,
                    List.of(.40176, .32893, .26931),
                    List.of(.34170, .32504, .33326),
                    1.08541,
                    .011589,
                    4.63557,
                    List.of(-1.20118, -.07795, 1.27913)),
            new Row(
                    Double.POSITIVE_INFINITY,
                    List.of(THIRD, THIRD, THIRD),
                    List.of(THIRD, THIRD, THIRD),
                    Math.log(3),
                    0,
                    4.75,
                    List.of(-1.16667, -.16667, 1.33333)));

    private static void type(FxRobot robot, String temperature) {
        Keyboard.press(
                () -> {
                    TextField value = robot.lookup("#loss-temperature-value").queryAs(TextField.class);
                    value.requestFocus();
                    value.setText(temperature);
                },
                KeyCode.ENTER);
    }

    @Test
    void theDefaultExampleShowsItsTableAtEveryTemperature(FxRobot robot) {
        for (Row row : TABLE) {
            type(robot, Numbers.plain(row.temperature()));
            String at = "T = " + row.temperature();
            assertEquals(row.temperature(), explore.temperatureProperty().get(), at);
            for (int i = 0; i < 3; i++) {
                assertEquals(row.slope().get(i), -number("loss-pull-soft-" + i), 6e-6, at);
                assertEquals(Numbers.percent(model.reading().shown().teacher().get(i)), text("loss-teacher-" + i), at);
                assertEquals(Numbers.percent(model.reading().shown().student().get(i)), text("loss-student-" + i), at);
                assertEquals(
                        row.teacher().get(i), model.reading().shown().teacher().get(i), 6e-6, at);
                assertEquals(
                        row.student().get(i), model.reading().shown().student().get(i), 6e-6, at);
            }
            assertEquals(List.of(.49352, -.18632, -.30720), pulls("hard"), at);
            assertEquals(row.divergence(), number("loss-term-divergence"), 6e-5, at);
            assertEquals(.68027, number("loss-term-hard"), 6e-5, at);
            assertEquals(.9 * row.scaled() + .1 * .68027, number("loss-term-total"), 6e-4, at);
            assertTrue(
                    text("loss-floor-words")
                            .contains("H(p) " + Numbers.loss(model.reading().teacherEntropy())),
                    at);
            assertEquals(row.entropy(), model.reading().teacherEntropy(), 6e-6, at);
        }
    }

    private List<Double> pulls(String kind) {
        return List.of(
                number("loss-pull-" + kind + "-0"),
                number("loss-pull-" + kind + "-1"),
                number("loss-pull-" + kind + "-2"));
    }

    @Test
    void theDonkeysArrowTurnsWhereTheTableSaysSo(FxRobot robot) {
        PseudoClass down = PseudoClass.getPseudoClass("down");
        type(robot, "10.37");
        assertTrue(node("loss-arrow-soft-1").getPseudoClassStates().contains(down));
        type(robot, "10.371");
        assertFalse(node("loss-arrow-soft-1").getPseudoClassStates().contains(down));
    }

    @Test
    void atItsLimitsTheTemperatureLeavesHardLabelsOrLogits(FxRobot robot) {
        robot.clickOn("#loss-temperature-zero");
        assertEquals("100%", text("loss-teacher-0"));
        assertEquals(0, number("loss-pull-soft-0"));
        assertEquals(.1 * .68027, number("loss-term-total"), 6e-5);
        robot.clickOn("#loss-temperature-infinity");
        assertEquals("33.3%", text("loss-teacher-1"));
        assertEquals(List.of(1.16667, .16667, -1.33333), pulls("soft"));
        assertTrue(text("loss-limit-error").startsWith("0%"));
        assertTrue(node("loss-check").isDisabled());
    }

    @Test
    void theLimitsDistanceIsThatOfTheTable(FxRobot robot) {
        for (String[] row : new String[][] {{"1", "72.1%"}, {"4", "28.8%"}, {"20", "6.2%"}, {"100", "1.2%"}}) {
            type(robot, row[0]);
            assertTrue(text("loss-limit-error").startsWith(row[1]), text("loss-limit-error"));
        }
        assertFalse(robot.lookup("#loss-arrow-soft-0 .limit-mark").query().isVisible());
        robot.clickOn("#loss-limit");
        assertTrue(robot.lookup("#loss-arrow-soft-0 .limit-mark").query().isVisible());
        assertEquals(7.0 / 6, model.reading().limitPulls().get(0), 1e-12);
    }

    @Thorough
    @Test
    void theClinicFindsEachMistakeInItsLine(FxRobot robot) {
        for (Fault fault : Fault.values()) {
            String id = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
            robot.interact(() -> node("loss-fault-" + id).requestFocus());
            robot.type(KeyCode.SPACE);
            assertEquals(Set.of(fault), model.faults());
            robot.interact(() -> node("loss-check").requestFocus());
            robot.type(KeyCode.SPACE);
            Set<String> wrong = robot.lookup(".line-mark.wrong").queryAll().stream()
                    .map(Node::getId)
                    .collect(Collectors.toSet());
            String line = fault.line().name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertEquals(Set.of("loss-line-" + line), wrong);
            String reason = new Texts(appearance.languageProperty()).get("loss.reason." + id);
            assertTrue(text("loss-check-wrong").contains(reason));
            robot.interact(() -> ((CheckBox) node("loss-fault-" + id)).setSelected(false));
        }
        assertNull(node("loss-check-wrong"));
        robot.interact(model::check);
        assertTrue(text("loss-check-right").contains("13"));
    }

    @Test
    void aMistakeStandsBesideTheTruth(FxRobot robot) {
        assertFalse(node("loss-term-squared-truth").isVisible());
        robot.clickOn("#loss-fault-no-t2");
        assertEquals("1", text("loss-term-squared"));
        assertTrue(node("loss-term-squared-truth").isVisible());
        assertTrue(text("loss-term-squared-truth").contains("16"));
        assertTrue(node("loss-term-box-total").getAccessibleText().contains("3.220"));
    }

    @Thorough
    @ParameterizedTest
    @EnumSource
    void noMistakeLooksLikeTheTruth(Fault fault, FxRobot robot) {
        List<String> truth = numbers(robot);
        robot.interact(() -> model.faults().add(fault));
        assertNotEquals(truth, numbers(robot));
    }

    /** Every number on screen that has a name. */
    private static List<String> numbers(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(label -> label.getId() != null && isShown(label))
                .map(label -> label.getId() + " " + label.getText())
                .filter(words -> words.matches(".*\\d.*"))
                .toList();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    @Test
    void anUnfrozenTeacherIsPulledInPlainSight(FxRobot robot) {
        assertFalse(node("loss-arrow-teacher-0").isManaged());
        assertFalse(node("loss-arrows-0").getAccessibleText().contains("teacher"));
        robot.clickOn("#loss-fault-teacher-unfrozen");
        for (int i = 0; i < 3; i++) {
            assertTrue(node("loss-arrow-teacher-" + i).isVisible());
            assertEquals(-model.reading().shown().teacherGradient().get(i), number("loss-pull-teacher-" + i), 6e-6);
            assertTrue(
                    node("loss-arrows-" + i).getAccessibleText().contains("teacher " + text("loss-pull-teacher-" + i)));
        }
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(node("loss-arrows-0").getAccessibleText().contains("教师 "));
        type(robot, "∞");
        assertFalse(node("loss-arrow-teacher-0").isManaged(), "no mistake counts at a limit");
    }

    @Test
    void anUnfrozenTeacherDrifts(FxRobot robot) {
        String before = text("loss-teacher-0");
        robot.clickOn("#loss-step");
        assertEquals(before, text("loss-teacher-0"));
        robot.clickOn("#loss-fault-teacher-unfrozen").clickOn("#loss-step");
        assertTrue(number("loss-teacher-0", "%") < Double.parseDouble(before.replace("%", "")));
        robot.clickOn("#loss-reset");
        assertEquals(before, text("loss-teacher-0"));
    }

    @Test
    void whoeverMayNotStepMayNotTakeStepsBackEither() {
        Set<String> locked = LessonAnchors.withTied(view, Set.of(Target.EXPLORE_STEP)).stream()
                .map(Node::getId)
                .collect(Collectors.toSet());
        assertEquals(Set.of("loss-step", "loss-reset"), locked);
    }

    private double number(String id, String unit) {
        return Double.parseDouble(text(id).replace(unit, ""));
    }

    @Test
    void theDecoupledLossHasItsOwnFormula(FxRobot robot) {
        robot.clickOn("#loss-kind-decoupled");
        assertEquals(LossKind.DECOUPLED, model.kindProperty().get());
        LossReading reading = model.reading();
        assertEquals(.1714, number("loss-term-target"));
        assertEquals(.1418, number("loss-term-non-target"));
        assertEquals(8, number("loss-term-non-target-weight"));
        assertEquals(
                .9 * 16 * (.171393 + 8 * .141778) + .1 * .68027, reading.shown().total(), 1e-4);
        assertTrue(node("loss-fault-no-t2").isDisabled());
    }

    @Test
    void thePlotTakesKeysAndTheMouse(FxRobot robot) {
        robot.interact(() -> node("loss-length-plot").requestFocus());
        robot.type(KeyCode.PAGE_UP);
        assertEquals(8, explore.temperatureProperty().get());
        robot.type(KeyCode.HOME);
        assertEquals(0.05, explore.temperatureProperty().get());
        robot.clickOn("#loss-length-plot");
        assertTrue(explore.temperatureProperty().get() > 1);
    }

    @Test
    void everyNumberOfClassesFits(FxRobot robot) {
        robot.interact(() -> {
            explore.choose(ExampleKind.OWN);
            for (int i = 3; i < 10; i++) {
                explore.addClass();
            }
        });
        assertTrue(node("loss-ledger-9").isVisible());
        robot.interact(() -> explore.choose(ExampleKind.TWO_CLASSES));
        assertNull(node("loss-ledger-2"));
        assertNull(node("loss-arrows-2"));
        robot.interact(() -> explore.setLogit(TeacherOrStudent.TEACHER, 0, 10));
        assertTrue(text("loss-split-words").endsWith("× 0.0000"));
    }

    @Test
    void findingsFollowTheLanguage(FxRobot robot) {
        robot.clickOn("#loss-fault-swapped").clickOn("#loss-check");
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(text("loss-check-wrong").contains("教师与学生写反"));
        assertEquals("马", node("loss-ledger-0").getAccessibleText().substring(0, 1));
    }
}
