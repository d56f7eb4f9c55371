package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.lab.clinic.Fault;
import distillery.lab.loss.LossKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What lights up where one looks; of several classes the first stands for all. */
class LossLightingTest extends LossOnStage {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final String TERM = "loss-term-box-";

    /** The ids, without the screen's, of the lit nodes that are terms or that are bars. */
    private Set<String> lit(boolean terms) {
        return view.lookupAll("*").stream()
                .filter(node -> node.isVisible()
                        && node.getId() != null
                        && node.getPseudoClassStates().contains(LIT))
                .map(Node::getId)
                .filter(id -> id.startsWith(TERM) == terms && !id.matches(".*-[1-9]"))
                .map(id -> id.replace(TERM, "").replace("loss-", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(Arrays.asList(words.split(" ")));
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> node(id).requestFocus());
    }

    @Test
    void everyTermOfHintonsLossLightsTheBarsThatMakeIt(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint");
        assertLights(
                robot,
                Map.of(
                        "total", "stack-hard stack-soft arrow-total-0",
                        "soft-weight", "stack-soft",
                        "squared", "stack-soft arrow-soft-0",
                        "divergence", "stack-soft arrow-soft-0 ledger-0 floor-divergence split-target split-non-target",
                        "hard-weight", "stack-hard",
                        "hard", "stack-hard arrow-hard-0 prediction-0"));
    }

    @Test
    void everyTermOfTheDecoupledLossLightsTheBarsThatMakeIt(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint").interact(() -> model.kindProperty().set(LossKind.DECOUPLED));
        assertLights(
                robot,
                Map.of(
                        "total", "stack-hard stack-soft arrow-total-0",
                        "target", "stack-soft arrow-soft-0 split-target weighted-target",
                        "non-target", "stack-soft arrow-soft-0 split-non-target weighted-non-target",
                        "target-weight", "stack-soft arrow-soft-0 weighted-target",
                        "non-target-weight", "stack-soft arrow-soft-0 weighted-non-target"));
    }

    private void assertLights(FxRobot robot, Map<String, String> bars) {
        bars.forEach((term, wanted) -> {
            focus(robot, TERM + term);
            assertEquals(words(wanted), lit(false), term);
            assertEquals(Set.of(term), lit(true));
        });
    }

    @Test
    void everyBarLightsItsTerms(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint");
        Map.of(
                        "loss-stack-hard", "hard-weight hard",
                        "loss-stack-soft", "soft-weight squared divergence",
                        "loss-floor-divergence", "divergence",
                        "loss-split-target", "divergence",
                        "loss-split-non-target", "divergence",
                        "loss-ledger-0", "divergence",
                        "loss-arrows-0", "hard squared divergence total")
                .forEach((bar, terms) -> {
                    focus(robot, bar);
                    assertEquals(words(terms), lit(true), bar);
                });
        focus(robot, "loss-floor-entropy");
        assertEquals(Set.of(), lit(true), "the teacher's entropy is no part of the loss");
    }

    @Test
    void theWeightedPartsAreLitOnlyWhileTheLossHasThem(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint");
        for (String part : List.of("target", "non-target")) {
            focus(robot, "loss-weighted-" + part);
            assertEquals(Set.of(), lit(true), "Hinton's loss has no such term");
            assertEquals(Set.of(), lit(false));
            robot.interact(() -> model.kindProperty().set(LossKind.DECOUPLED));
            assertEquals(words(part + " " + part + "-weight"), lit(true));
            assertEquals(words("stack-soft arrow-soft-0 split-%1$s weighted-%1$s".formatted(part)), lit(false));
            robot.interact(() -> model.kindProperty().set(LossKind.HINTON));
            assertEquals(Set.of(), lit(false));
        }
    }

    @Test
    void thePartsOfTheDivergenceLeaveEachOtherDark(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint").interact(() -> model.kindProperty().set(LossKind.DECOUPLED));
        focus(robot, "loss-split-target");
        assertEquals(Set.of("target"), lit(true));
        focus(robot, "loss-weighted-non-target");
        assertEquals(words("non-target non-target-weight"), lit(true));
        focus(robot, "loss-floor-divergence");
        assertEquals(words("target non-target"), lit(true));
    }

    @Test
    void anArrowUnderTheMouseLightsItsOwnTermsAndNotItsRows(FxRobot robot) {
        Map.of("hard", "hard", "soft", "squared divergence", "total", "total").forEach((arrow, terms) -> {
            robot.moveTo("#loss-arrow-" + arrow + "-0");
            assertEquals(words(terms), lit(true));
        });
        robot.moveTo("#loss-prediction-0");
        assertEquals(Set.of("hard"), lit(true));
        robot.interact(() -> model.faults().add(Fault.TEACHER_UNFROZEN));
        robot.moveTo("#loss-arrow-teacher-0");
        assertEquals(words("soft-weight squared divergence"), lit(true));
    }

    @Test
    void theFocusHasItsLightBackOnceTheMouseLeaves(FxRobot robot) {
        robot.moveTo("#loss-clinic-hint");
        focus(robot, TERM + "divergence");
        robot.moveTo("#loss-arrow-hard-2");
        assertEquals(Set.of("hard"), lit(true), "the mouse comes first");
        robot.moveTo("#loss-clinic-hint");
        assertEquals(Set.of("divergence"), lit(true));
        focus(robot, "loss-check");
        assertEquals(Set.of(), lit(true));
    }
}
