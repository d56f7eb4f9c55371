package distillery.view.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.digits.Confusions;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.LikenessModel;
import distillery.lab.digits.NetSource;
import distillery.lab.digits.Panel;
import distillery.lab.train.ConfusionHistory;
import distillery.lab.train.RunState;
import distillery.train.ArmName;
import distillery.view.OnFxThread;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** What the screen shows of the epochs of a run. */
class RunOnDigitsTest extends DigitsOnStage {
    private static final int EPOCHS = 4;

    private void train(FxRobot robot, DigitsPage page) throws Exception {
        robot.interact(() -> {
            model.netsProperty().set(NetSource.RUN);
            model.pageProperty().set(page);
            train.edit(draft -> {
                draft.images = 2_000;
                draft.epochs = EPOCHS;
            });
            train.start();
        });
        awaitNets();
    }

    private void finish(FxRobot robot) throws Exception {
        robot.interact(train::runOrPause);
        until(() -> train.reading().stage() == RunState.Stage.FINISHED);
        until(() -> model.panelProperty().get() != null
                && Objects.requireNonNull(model.panelProperty().get()).epoch() == EPOCHS);
    }

    private int shownErrors() {
        return OnFxThread.look(() -> {
            var shown =
                    Objects.requireNonNull(model.confusions().shownProperty().get());
            return shown.of(shown.panel().student(ArmName.DISTILLED))
                    .orElseThrow()
                    .errors();
        });
    }

    @Thorough
    @Test
    void theSliderGoesThroughTheEpochsAndItsEndFollowsTheRun(FxRobot robot) throws Exception {
        train(robot, DigitsPage.CONFUSION);
        assertTrue(
                OnFxThread.look(() -> !node("digits-epoch").getParent().isVisible()), "one epoch is nothing to slide");
        finish(robot);
        List<ConfusionHistory.Entry> epochs =
                OnFxThread.look(() -> train.reading().confusions().entries());
        assertEquals(EPOCHS + 1, epochs.size());
        assertEquals("after epoch 4 (latest)", text("digits-epoch-where"));
        int latest = shownErrors();
        robot.interact(() -> node("digits-epoch").requestFocus());
        robot.push(KeyCode.HOME);
        assertEquals("after epoch 0", text("digits-epoch-where"));
        int first = errors(epochs, 0);
        assertEquals(first, shownErrors());
        robot.push(KeyCode.RIGHT);
        assertEquals(errors(epochs, 1), shownErrors());
        String spoken = OnFxThread.look(() -> node("digits-matrix-2").getAccessibleText());
        assertTrue(spoken.startsWith("distilled"), spoken);
        assertTrue(text("digits-confusion-words").contains("after epoch 1"), text("digits-confusion-words"));
        robot.push(KeyCode.END);
        assertEquals(latest, shownErrors());
        assertTrue(latest < first);
        assertEquals(EPOCHS, OnFxThread.look(() -> ((Slider) node("digits-epoch")).getValue()));
    }

    /** Fours taken for nines after the first epoch: as many as the cell says, and each was, if it is one no longer. */
    @Thorough
    @Test
    void aCellOfAnEarlierEpochOpensTheDigitsThatWereInIt(FxRobot robot) throws Exception {
        train(robot, DigitsPage.CONFUSION);
        finish(robot);
        robot.interact(() -> model.confusions().go(1));
        int inCell = OnFxThread.look(() -> {
            Confusions shown =
                    Objects.requireNonNull(model.confusions().shownProperty().get());
            return shown.of(shown.panel().nets().get(1)).orElseThrow().count(4, 9);
        });
        assertTrue(inCell > 0, "after one epoch some fours are taken for nines");
        robot.interact(() -> node("digits-matrix-1").requestFocus());
        for (int i = 0; i < 20; i++) {
            robot.push(KeyCode.UP);
            robot.push(KeyCode.LEFT);
        }
        for (int i = 0; i < 9; i++) {
            robot.push(KeyCode.RIGHT);
        }
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.ENTER);
        until(() -> model.browser().foundProperty().get().size() == inCell);
        assertEquals(DigitsPage.BROWSER, model.pageProperty().get());
        List<Integer> found =
                OnFxThread.look(() -> model.browser().foundProperty().get());
        Panel panel = OnFxThread.look(
                () -> Objects.requireNonNull(model.panelProperty().get()));
        assertTrue(found.stream().allMatch(digit -> panel.test().label(digit) == 4));
        assertTrue(text("digits-count").contains("after epoch 1"), text("digits-count"));
        robot.interact(() -> ((Button) node("digits-all")).fire());
        until(() -> model.browser().foundProperty().get().size() == 10_000);
    }

    private static int errors(List<ConfusionHistory.Entry> epochs, int place) {
        return Objects.requireNonNull(epochs.get(place).arms().get(ArmName.DISTILLED))
                .confusion()
                .errors();
    }

    @Thorough
    @Test
    void theLikenessIsMeasuredEpochByEpochWhileTheMapIsOpen(FxRobot robot) throws Exception {
        train(robot, DigitsPage.MAP);
        until(() -> model.likeness().valuesProperty().get().size() == 1);
        finish(robot);
        until(() -> epochs().contains(EPOCHS));
        List<LikenessModel.Value> values =
                OnFxThread.look(() -> model.likeness().valuesProperty().get());
        assertEquals(0, values.get(0).epoch());
        until(() -> model.map().mapProperty().get() != null
                && Objects.requireNonNull(model.map().mapProperty().get())
                                .panel()
                                .epoch()
                        == EPOCHS);
        double now = OnFxThread.look(
                () -> Objects.requireNonNull(model.map().mapProperty().get()).likeness());
        assertEquals(now, values.get(values.size() - 1).likeness(), 1e-6, "the curve ends in the map's number");
        assertTrue(OnFxThread.look(() -> node("digits-likeness").isVisible()));
        StringBuilder table = new StringBuilder();
        LikenessModel.write(table, values);
        assertEquals(1 + values.size(), table.toString().lines().count());
        assertTrue(table.toString().lines().skip(1).findFirst().orElseThrow().startsWith("0,"), table.toString());
        robot.interact(() -> train.reset());
        until(() -> model.likeness().valuesProperty().get().size() < 2);
    }

    private List<Integer> epochs() {
        return model.likeness().valuesProperty().get().stream()
                .map(LikenessModel.Value::epoch)
                .toList();
    }
}
