package distillery.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.Workers;
import distillery.lab.train.Curve;
import distillery.lab.train.Measure;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainReports;
import distillery.method.LiveHyperparameters;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.ArmName;
import distillery.train.Evaluation;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.StepReport;
import distillery.train.TrainEvent.Preparing;
import distillery.train.TrainEvent.Task;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.Numbers;
import distillery.view.ScreenWords;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Runs sent from the Train screen: MNIST where digits matter, toy points elsewhere. */
class TrainRunTest extends TrainOnStage {
    private static double last(Curve curve) {
        return curve.raw().get(curve.size() - 1);
    }

    @Thorough
    @Test
    void aRealRunOnRealDigitsRaisesTheAccuracyAndTheChartsHoldItsNumbers(FxRobot robot) throws TimeoutException {
        robot.clickOn("#train-run");
        until(() -> reading.epochs() >= 2);
        robot.clickOn("#train-run");
        until(Stage.RESTING);
        Curve accuracy = reading.curves().of(ArmName.DISTILLED, Measure.ACCURACY);
        assertTrue(accuracy.raw().get(0) < 0.3, "an untrained net knows nothing");
        assertTrue(last(accuracy) > 0.7, "accuracy " + last(accuracy));
        Evaluation evaluation =
                Objects.requireNonNull(reading.evaluationProperty().get());
        StepReport report = Objects.requireNonNull(reading.reportProperty().get());
        for (ArmName student : ArmName.CLASSIC) {
            assertEquals(
                    Objects.requireNonNull(evaluation.arms().get(student)).accuracy(),
                    last(reading.curves().of(student, Measure.ACCURACY)));
            assertEquals(
                    Objects.requireNonNull(report.arms().get(student)).total(),
                    last(reading.curves().of(student, Measure.TOTAL)));
        }
        assertEquals("79 of 10,000", text("train-teacher-errors"));
        assertEquals(report.batch().size(), model.batchProperty().get().size());
        assertNotNull(model.digitsProperty().get());
        // which of the two depends on the batch that was the last when the run paused
        assertTrue(
                text("train-dark-knowledge").matches("(Dark knowledge: |The teacher takes this \\d for a \\d).*"),
                text("train-dark-knowledge"));
    }

    @Test
    void theTemperatureMovedOnTheWayActsAndLeavesAMarkOnEveryChart(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(() -> model.stepMillisProperty().set(5));
        robot.clickOn("#train-run");
        until(() -> reading.step() >= 2);
        robot.interact(() -> node("train-temperature-slider").requestFocus());
        robot.type(KeyCode.PAGE_UP);
        until(() -> !reading.changes().isEmpty());
        assertEquals(8, model.settings().live().knobs().temperature());
        assertEquals(8, reading.changes().get(0).to());
        CurveChart chart = (CurveChart) node("train-chart-hard");
        assertEquals("T 5 → 8", chart.markers().get(0).label());
        assertEquals(Stage.RUNNING, reading.stage());
    }

    @Thorough
    @Test
    void stepEpochAndResetDoWhatTheySay(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        assertEquals(1, reading.step());
        robot.clickOn("#train-epoch");
        until(() -> reading.stage() == Stage.RESTING && reading.epochs() == 1);
        assertEquals(10, reading.step());
        assertEquals("epoch 1 of 100 · step 10", text("train-progress-words"));
        robot.clickOn("#train-reset");
        until(Stage.READY);
        assertEquals(0, reading.curves().of(ArmName.CONTROL, Measure.HARD).size());
    }

    @Thorough
    @Test
    void whatALessonHasLeftSaysSoUntilReset(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(model::start);
        until(Stage.READY);
        robot.interact(() -> model.inLessonProperty().set(true));
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        assertFalse(node("train-lesson").isVisible(), "the lesson is not over");
        TrainSettings own = model.settings().with(draft -> draft.student = NetSpec.parse("10-5-2"));
        robot.interact(() -> {
            model.set(own);
            model.inLessonProperty().set(false);
        });
        assertTrue(node("train-lesson").isVisible());
        assertFalse(node("train-pending").isVisible(), "once is enough");
        robot.interact(() -> ScreenWords.assertAsNew(
                "left by a lesson", scene, new TrainView(model, appearance, new Texts(appearance.languageProperty()))));
        robot.interact(() -> ((Button) node("train-own-again")).fire());
        until(() -> reading.stage() == Stage.READY && model.usedProperty().get().equals(own));
        assertFalse(node("train-lesson").isVisible());
        assertEquals(0, reading.curves().of(ArmName.CONTROL, Measure.HARD).size());
    }

    @Test
    void aLessonThatHasTrainedNothingLeavesNothing(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        robot.interact(() -> {
            model.inLessonProperty().set(true);
            model.inLessonProperty().set(false);
        });
        assertFalse(node("train-lesson").isVisible(), "these nets are one's own");
    }

    @Test
    void theTrainingOfATeacherShowsTheTimeLeft(FxRobot robot) {
        AtomicLong clock = new AtomicLong();
        TrainModel slow = new TrainModel(new Workers(run -> {}, file -> {}, Runnable::run, clock::get), messages);
        robot.interact(() -> {
            RunBar bar = new RunBar(slow, new Controls(new Texts(appearance.languageProperty())));
            Label words = (Label) bar.lookup("#train-progress-words");
            TrainReports.prepare(slow.reading(), new Preparing(Task.TRAINING_TEACHER, 0));
            assertEquals("Training the teacher: 0%", words.getText());
            clock.set(30_000);
            TrainReports.prepare(slow.reading(), new Preparing(Task.TRAINING_TEACHER, 0.25));
            assertEquals("Training the teacher: 25% · 2 min left", words.getText());
            appearance.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
            clock.set(90_000);
            TrainReports.prepare(slow.reading(), new Preparing(Task.TRAINING_TEACHER, 0.75));
            assertEquals("正在训练教师模型：75% · 还需 30 秒", words.getText());
        });
    }

    @Thorough
    @Test
    void anotherStudentWaitsForResetInPlainSight(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        assertFalse(node("train-pending").isVisible());
        type("train-student-layers", "10-5-2");
        assertTrue(node("train-pending").isVisible());
        assertEquals(1, reading.curves().of(ArmName.CONTROL, Measure.HARD).size());
        robot.clickOn("#train-apply");
        until(Stage.READY);
        assertFalse(node("train-pending").isVisible());
        assertEquals(NetSpec.dense(10, 5, 2), model.settings().student());
    }

    @Thorough
    @Test
    void divergenceIsExplainedAndOneButtonGoesOn(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(() -> model.edit(draft -> {
            draft.optimiser = new Optimiser.Sgd(0.99);
            draft.live = new LiveSettings(new LiveHyperparameters(100, 1000, 1000), 10, 64);
        }));
        robot.clickOn("#train-run");
        until(Stage.DIVERGED);
        assertTrue(node("train-diverged").isVisible());
        assertTrue(text("train-diverged-words").contains("stopped being a number"));
        robot.interact(() -> model.edit(draft ->
                draft.live = new LiveSettings(Preset.TOY.settings().live().knobs(), 1e-3, 64)));
        robot.clickOn("#train-slower");
        until(() -> reading.stage() == Stage.RUNNING || reading.stage() == Stage.FINISHED);
        assertFalse(node("train-diverged").isVisible());
        assertNull(reading.divergedProperty().get());
    }

    @Test
    void fiveSeedsGiveAVerdictInWords(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.set(Preset.TOY.settings().with(draft -> draft.epochs = 3)));
        robot.clickOn("#train-compare");
        until(() -> reading.comparison().results().size() == 5 && reading.stage() == Stage.READY);
        String words = text("train-verdict-words").replace('\u00a0', ' ');
        assertTrue(text("train-verdict").contains("than labels only"), text("train-verdict"));
        assertTrue(words.startsWith("Seeds 1 to 5, 95% interval, p "), words);
        assertTrue(words.contains("±"), words);
        assertTrue(words.contains("smoothing with ε = 0.1 (the control)"), words);
        assertEquals("10 new seeds", text("train-compare"));
        type("train-seed", "7");
        assertTrue(text("train-verdict-words").contains("other settings"));
    }

    @Thorough
    @Test
    void aComparisonShowsAtOnceThatItRunsAndItsButtonEndsIt(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(model::start);
        until(Stage.READY);
        robot.interact(() -> {
            node("train-compare").requestFocus();
            ((Button) node("train-compare")).fire();
            assertEquals("0 of 5 seeds done: the verdict comes after all 5", text("train-verdict"));
            assertEquals("Comparing seeds: 0%.", text("train-verdict-words"));
            assertEquals("Cancel", text("train-compare"));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(node("train-compare"), scene.getFocusOwner(), "the focus stays where the way back is");
        robot.type(KeyCode.ENTER);
        until(Stage.READY);
        assertEquals(node("train-compare"), scene.getFocusOwner());
        assertTrue(text("train-compare").contains("seeds"), text("train-compare"));
    }

    @Thorough
    @Test
    void aMistakeIsMarkedWhileItIsOnAndOneButtonEndsIt(FxRobot robot) throws TimeoutException {
        useToys(robot);
        robot.interact(() -> model.stepMillisProperty().set(5));
        robot.clickOn("#train-run");
        until(() -> reading.step() >= 2);
        assertFalse(node("train-unfrozen").isVisible());
        robot.interact(() -> node("train-mistake").requestFocus());
        robot.type(KeyCode.SPACE);
        assertTrue(node("train-unfrozen").isVisible());
        until(() -> reading.changes().size() == 1);
        CurveChart chart = (CurveChart) node("train-chart-accuracy");
        assertEquals("teacher unfrozen", chart.markers().get(0).label());
        robot.clickOn("#train-freeze");
        until(() -> reading.changes().size() == 2);
        assertEquals("teacher frozen", chart.markers().get(1).label());
        assertFalse(node("train-unfrozen").isVisible());
        assertFalse(((CheckBox) node("train-mistake")).isSelected());
    }

    @Test
    void slowMotionGoesThroughTheStationsAndShowsTheNumbersOfTheStep(FxRobot robot) throws TimeoutException {
        useToys(robot);
        assertFalse(node("train-chain").isVisible());
        robot.interact(() -> model.stepMillisProperty().set(500));
        assertTrue(node("train-chain").isVisible());
        Set<String> spoken = new LinkedHashSet<>();
        robot.interact(() -> reading.chainProperty()
                .subscribe(now -> spoken.add(node("train-chain").getAccessibleText())));
        robot.clickOn("#train-step");
        until(Stage.RESTING);
        StepReport report = Objects.requireNonNull(reading.reportProperty().get());
        double hard =
                Objects.requireNonNull(report.arms().get(ArmName.DISTILLED)).hard();
        assertTrue(text("train-station-losses").contains(Numbers.loss(hard)), text("train-station-losses"));
        assertTrue(text("train-station-update").startsWith("weights moved"), text("train-station-update"));
        assertTrue(node("train-chain").getAccessibleText().startsWith("Step 1 in slow motion. Now: update"));
        assertTrue(spoken.size() >= 3, spoken.toString());
    }
}
