package distillery.view.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.compare.AxisChoice;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.ComparePage;
import distillery.lab.compare.SweepMap;
import distillery.lab.compare.SweepModel;
import distillery.lab.compare.SweepStage;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunRecord;
import distillery.train.sweep.SweepCell;
import distillery.train.sweep.SweepFolder;
import distillery.view.OnFxThread;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A sweep in the window: it is paused, cancelled and taken up again, and its cells are looked into. */
class CompareMapTest extends CompareOnStage {
    /** Where the cells of a map begin, in em of 14 pixels: beside its heads. */
    private static final double SIDE = 4.2 * 14;

    private static final double HEAD = 2.8 * 14;

    private SweepModel sweep() {
        return model.sweep();
    }

    private SweepMap map() {
        return OnFxThread.look(
                () -> Objects.requireNonNull(sweep().mapProperty().get()));
    }

    private void set(FxRobot robot, int epochs, int seeds) {
        robot.interact(() -> {
            train.set(toy(4).with(draft -> draft.epochs = epochs));
            model.pageProperty().set(ComparePage.MAP);
            sweep().acrossProperty().set(new AxisChoice("temperature", "1, 2, 4, 8"));
            sweep().downProperty().set(new AxisChoice("alpha", "0.5, 1"));
            sweep().seedsProperty().set(seeds);
        });
        OnFxThread.awaitFrame(scene);
    }

    private void untilDone(int runs) throws Exception {
        until(() -> {
            SweepMap shown = sweep().mapProperty().get();
            return shown != null && shown.done() >= runs;
        });
    }

    private void untilIs(SweepStage stage) throws Exception {
        until(() -> sweep().stageProperty().get() == stage);
    }

    @Thorough
    @Test
    void aMapIsPausedAndGoesOnAtAPress(FxRobot robot) throws Exception {
        set(robot, 30, 3);
        robot.clickOn("#compare-map-start");
        untilDone(1);
        robot.clickOn("#compare-map-pause");
        untilIs(SweepStage.PAUSED);
        assertEquals("Resume", OnFxThread.look(() -> ((Button) node("compare-map-pause")).getText()));
        assertTrue(text("compare-map-state").endsWith("runs, paused"), text("compare-map-state"));
        int before = map().done();
        Thread.sleep(300); // a run takes less: whoever did not stand still would show
        int after = map().done();
        assertTrue(after <= before + Runtime.getRuntime().availableProcessors(), before + " then " + after);
        assertTrue(after < map().grid().size(), "it was over before it was paused");
        Thread.sleep(300);
        assertEquals(after, map().done());
        robot.clickOn("#compare-map-pause");
        untilIs(SweepStage.COMPLETE);
        assertEquals(24, map().done());
    }

    @Test
    void whatWasCancelledGoesOnAfterARestart(FxRobot robot) throws Exception {
        set(robot, 30, 3);
        robot.clickOn("#compare-map-start");
        untilDone(2);
        robot.clickOn("#compare-map-cancel");
        untilIs(SweepStage.STOPPED);
        int kept = map().done();
        assertTrue(kept >= 2 && kept < 24, "done: " + kept);
        assertEquals(kept, SweepFolder.open(map().folder()).done().size());
        List<CompareModel> later = OnFxThread.look(() -> List.of(new CompareModel(
                train,
                workers,
                sweeper,
                home.resolve("runs"),
                home.resolve("sweeps"),
                (file, writing) -> {},
                messages)));
        SweepModel reopened = later.get(0).sweep();
        robot.interact(later.get(0)::visit);
        until(() -> reopened.stageProperty().get() == SweepStage.STOPPED);
        assertEquals(kept, OnFxThread.look(() -> Objects.requireNonNull(
                        reopened.mapProperty().get())
                .done()));
        robot.interact(reopened::goOn);
        until(() -> reopened.stageProperty().get() == SweepStage.COMPLETE);
        assertEquals(24, SweepFolder.open(map().folder()).done().size());
        robot.interact(() -> sweep().open(map().folder())); // and the screen shows what became of it
        untilIs(SweepStage.COMPLETE);
        assertFalse(OnFxThread.look(() -> node("compare-map-go-on").isVisible()));
    }

    @Thorough
    @Test
    void aMapIsSavedAsAPictureAndAsATable(FxRobot robot) throws Exception {
        set(robot, 2, 2);
        assertTrue(OnFxThread.look(() -> node("compare-map-save").isDisabled()), "nothing is drawn yet");
        robot.clickOn("#compare-map-start");
        untilIs(SweepStage.COMPLETE);
        OnFxThread.awaitFrame(scene);
        String drawn = Files.readString(save(robot, "compare-map-save", "-picture", "map.svg"));
        for (SweepCell cell : map().cells()) {
            String errors = OnFxThread.look(() ->
                    new CompareWords(new Texts(appearance.languageProperty())).spread(cell.errors(), cell.done()));
            assertTrue(drawn.contains(">" + errors.replaceAll("\\h", " ") + "<"), errors + " of " + cell.values());
        }
        assertTrue(drawn.contains("→ temperature T") && drawn.contains("toy points"), "its axis and its settings");
        assertFalse(drawn.contains(" T 1 "), "what differs from cell to cell is not said of all");
        assertEquals(
                1920,
                ImageIO.read(save(robot, "compare-map-save", "-picture", "map.png")
                                .toFile())
                        .getWidth());
        List<String> rows = Files.readAllLines(save(robot, "compare-map-save", "-table", "map.csv"));
        assertEquals(
                "alpha,temperature,seeds,planned,errors_mean,errors_deviation,labels_only_mean,labels_only_deviation,"
                        + "difference_mean,difference_low,difference_high,p_corrected,outcome",
                rows.get(0).replace("\uFEFF", ""));
        assertEquals(1 + map().cells().size(), rows.size());
        SweepCell last = map().cell(1, 3);
        assertTrue(rows.get(8).startsWith("1,8,2,2," + last.errors().mean() + ","), rows.get(8));
    }

    private Point2D cell(int row, int column) {
        return OnFxThread.look(() -> {
            Bounds pane = node("compare-map").localToScreen(node("compare-map").getBoundsInLocal());
            double width = (pane.getWidth() - SIDE) / 4;
            double height = Math.min(4.5 * 14, (pane.getHeight() - HEAD) / 2);
            return new Point2D(
                    pane.getMinX() + SIDE + (column + 0.5) * width, pane.getMinY() + HEAD + (row + 0.5) * height);
        });
    }

    private void untilShown(SweepCell wanted) throws Exception {
        until(() -> {
            SweepCell chosen = sweep().chosenProperty().get();
            return chosen != null
                    && chosen.values().equals(wanted.values())
                    && sweep().chosenRuns().stream()
                            .map(RunRecord::header)
                            .map(header -> header.settings().live().knobs().temperature())
                            .allMatch(
                                    t -> t == Double.parseDouble(wanted.values().get("temperature")))
                    && sweep().chosenRuns().size() == wanted.done();
        });
    }

    @Thorough
    @Test
    void aPressOnACellShowsItsRunsAndADragGoesAlongT(FxRobot robot) throws Exception {
        set(robot, 2, 2);
        robot.clickOn("#compare-map-start");
        untilIs(SweepStage.COMPLETE);
        OnFxThread.awaitFrame(scene);
        robot.moveTo(cell(1, 0)).press(MouseButton.PRIMARY);
        untilShown(map().cell(1, 0));
        for (int column = 1; column < 4; column++) {
            robot.moveTo(cell(1, column));
            untilShown(map().cell(1, column));
        }
        robot.release(MouseButton.PRIMARY);
        SweepCell last = map().cell(1, 3);
        assertEquals("8", last.values().get("temperature"));
        SweepFolder folder = SweepFolder.open(map().folder());
        assertEquals(
                RunFile.header(folder.file(last.runs().get(1))),
                OnFxThread.look(() -> sweep().chosenRuns().get(1)).header());
        CurveChart chart = (CurveChart) node("compare-cell-chart");
        until(() -> chart.numbers().lines().size() == 2);
        assertEquals("α, on the teacher 1, temperature T 8", OnFxThread.look(() -> chart.unitProperty()
                .get()));
        assertEquals(4, OnFxThread.look(train::settings).live().knobs().temperature(), "a press sets nothing");
        robot.clickOn("#compare-map-take");
        assertEquals(8, OnFxThread.look(train::settings).live().knobs().temperature());
        robot.doubleClickOn(cell(0, 1));
        assertEquals(2, OnFxThread.look(train::settings).live().knobs().temperature());
    }
}
