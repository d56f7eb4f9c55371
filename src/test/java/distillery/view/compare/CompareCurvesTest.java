package distillery.view.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.compare.CompareSettings;
import distillery.lab.compare.CurveAxis;
import distillery.train.archive.RunArchive.Kept;
import distillery.view.OnFxThread;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.CurveChart;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The curves of several runs in one chart. */
class CompareCurvesTest extends CompareOnStage {
    private CurveChart chart() {
        return (CurveChart) node("compare-chart");
    }

    private ChartNumbers numbers() {
        return OnFxThread.look(() -> chart().numbers());
    }

    private List<String> both(FxRobot robot) throws Exception {
        train(robot, 2);
        train(robot, 8);
        List<String> ids =
                OnFxThread.look(() -> model.runs().stream().map(Kept::id).toList());
        robot.interact(() -> model.choose(ids));
        until(() -> chart().numbers().lines().size() == 2);
        return ids;
    }

    @Test
    void curvesAreDrawnOverStepsEpochsOrSeconds(FxRobot robot) throws Exception {
        both(robot);
        ChartNumbers steps = numbers();
        assertEquals("step", steps.axis());
        assertEquals(
                OnFxThread.look(() -> (double) train.reading().step()),
                steps.across().high());
        robot.interact(() -> model.overProperty().set(CurveAxis.EPOCH));
        assertEquals("epoch", numbers().axis());
        assertEquals(2, numbers().across().high());
        robot.interact(() -> model.overProperty().set(CurveAxis.SECONDS));
        assertEquals("s", numbers().axis());
        assertEquals(CurveAxis.SECONDS, OnFxThread.look(() -> model.snapshot().over()));
        CompareSettings of = CompareSettings.FIRST;
        CompareSettings earlier = new CompareSettings(
                of.search(), of.quantity(), of.arm(), of.page(), of.across(), of.down(), of.seeds(), null);
        robot.interact(() -> model.restore(earlier));
        assertEquals("step", numbers().axis());
    }

    @Thorough
    @Test
    void theCursorReadsAllCurvesAtOnePlace(FxRobot robot) throws Exception {
        both(robot);
        OnFxThread.awaitFrame(scene);
        Bounds plot = OnFxThread.look(() -> chart().localToScreen(chart().plotBounds()));
        robot.moveTo(new Point2D(plot.getMinX() + 2, plot.getCenterY()));
        until(() -> !Double.isNaN(chart().placeProperty().get()));
        double place = OnFxThread.look(() -> chart().placeProperty().get());
        assertEquals(0, place);
        String spoken = OnFxThread.look(() -> chart().getAccessibleText());
        for (ChartNumbers.Line line : numbers().lines()) {
            String reading = String.valueOf((int) line.points().get(0).y());
            assertTrue(spoken.contains(line.name()) && spoken.contains(reading), spoken + " has no " + reading);
        }
    }

    @Thorough
    @Test
    void aClickOnACurveChoosesItsRunAndTheOthersCanBeTakenBack(FxRobot robot) throws Exception {
        List<String> ids = both(robot);
        OnFxThread.awaitFrame(scene);
        ChartNumbers drawn = numbers();
        Bounds plot = OnFxThread.look(() -> chart().localToScreen(chart().plotBounds()));
        ChartNumbers.Line second = drawn.lines().get(1);
        ChartNumbers.Point end = second.points().get(second.points().size() - 1);
        ChartNumbers.Point other =
                drawn.lines().get(0).points().get(second.points().size() - 1);
        assertFalse(end.y() == other.y(), "the two must differ for this test");
        var up = OnFxThread.look(() -> chart().rangeShown());
        double y = plot.getMaxY() - plot.getHeight() * (end.y() - up.low()) / up.span();
        robot.clickOn(new Point2D(plot.getMaxX(), y));
        until(() -> model.chosen().equals(List.of(ids.get(1))));
        TableView<?> table = (TableView<?>) node("compare-runs");
        assertEquals(
                List.of(OnFxThread.look(() -> model.find(ids.get(1)).orElseThrow())),
                List.copyOf(OnFxThread.look(() -> table.getSelectionModel().getSelectedItems())));
        robot.clickOn("#compare-choose-again");
        until(() -> model.chosen().equals(ids));
        assertFalse(OnFxThread.look(() -> node("compare-choose-again").isVisible()));
    }
}
