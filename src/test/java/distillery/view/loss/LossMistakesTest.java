package distillery.view.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.clinic.Fault;
import distillery.lab.loss.LossKind;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the Loss screen says of mistakes besides what the clinic says. */
class LossMistakesTest extends LossOnStage {
    /** The titles of what mistakes leave alone, and the error of the limit. */
    private List<String> rightAnyway() {
        List<String> titles = view.lookupAll(".card-title").stream()
                .map(title -> ((Label) title).getText())
                .filter(title -> title.matches("(KL split|The teacher's entropy|Length of|拆分|教师的熵|各温度).*"))
                .toList();
        assertEquals(3, titles.size());
        return List.of(titles.get(0), titles.get(1), titles.get(2), text("loss-limit-error"));
    }

    private void assertSaid(boolean said, String words) {
        rightAnyway().forEach(title -> assertEquals(said, title.endsWith(words), title));
        assertEquals(said, node("loss-length-plot").getAccessibleText().endsWith(words));
    }

    @Test
    void whatStaysRightSaysSoWhileMistakesAreOn(FxRobot robot) {
        assertSaid(false, " (without mistakes)");
        robot.interact(() -> model.faults().add(Fault.SWAPPED));
        assertSaid(true, " (without mistakes)");
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertSaid(true, "（未加错误）");
        robot.interact(() -> explore.temperatureProperty().set(0));
        assertSaid(false, "（未加错误）");
    }

    @Test
    void aPredictionThatKeepsItsTStandsAboveTheTrueOne(FxRobot robot) {
        assertFalse(node("loss-prediction-0-truth").isVisible());
        robot.interact(() -> model.faults().add(Fault.T_KEPT_AT_INFERENCE));
        assertEquals("37.6%", text("loss-prediction-0"));
        assertEquals("≠ 50.6%", text("loss-prediction-0-truth"));
        assertTrue(node("loss-prediction-0-truth").isVisible());
        robot.interact(() -> model.faults().clear());
        assertFalse(node("loss-prediction-0-truth").isVisible());
    }

    @Test
    void whoeverHearsTheRowsHearsTheTruthToo(FxRobot robot) {
        String row = "horse: teacher 66.5%, student 37.6%, adds +0.3800; the student predicts ";
        assertEquals(row + "50.6%", node("loss-ledger-0").getAccessibleText());
        robot.interact(() -> model.faults().addAll(List.of(Fault.T_KEPT_AT_INFERENCE, Fault.NO_T2)));
        assertEquals(
                row + "37.6%. It should be " + row.replace("horse: ", "") + "50.6%.",
                node("loss-ledger-0").getAccessibleText());
        assertEquals(
                "horse: hard +0.49352, soft +0.07237, total +0.11449. It should be soft +1.15794, total +1.09150.",
                node("loss-arrows-0").getAccessibleText());
        robot.interact(() -> appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE));
        assertTrue(node("loss-arrows-0").getAccessibleText().endsWith("。应为 软 +1.15794, 总 +1.09150。"));
    }

    @Test
    void onlyMistakesThatCountAreCounted(FxRobot robot) {
        robot.interact(() -> model.faults().add(Fault.NO_T2));
        assertTrue(view.statusText().get().endsWith("1 mistake is on"));
        robot.interact(() -> model.kindProperty().set(LossKind.DECOUPLED));
        assertFalse(view.statusText().get().contains("mistake"));
    }

    @Test
    void whatIsSwitchedOnCanAlwaysBeSwitchedOff(FxRobot robot) {
        robot.interact(() -> {
            model.faults().add(Fault.NO_T2);
            model.kindProperty().set(LossKind.DECOUPLED);
        });
        assertTrue(node("loss-fault-swapped").isDisabled());
        assertFalse(node("loss-fault-no-t2").isDisabled());
        robot.clickOn("#loss-fault-no-t2");
        assertTrue(model.faults().isEmpty());
        assertTrue(node("loss-fault-no-t2").isDisabled());
    }

    @Test
    void theLedgerSaysHowMuchFillsABar() {
        assertTrue(view.lookupAll(".ledger .axis-label").stream()
                .anyMatch(label -> ((Label) label).getText().equals("full = 0.5")));
    }
}
