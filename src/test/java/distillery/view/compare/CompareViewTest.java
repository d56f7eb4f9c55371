package distillery.view.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Csv;
import distillery.lab.compare.AxisChoice;
import distillery.lab.compare.ComparePage;
import distillery.lab.compare.RunsCsv;
import distillery.lab.compare.SweepMap;
import distillery.lab.compare.SweepStage;
import distillery.lab.train.RunState;
import distillery.method.LiveHyperparameters;
import distillery.net.Optimiser;
import distillery.train.ArmName;
import distillery.train.LiveSettings;
import distillery.train.MaterialsCache;
import distillery.train.ProgressMonitor;
import distillery.train.archive.RunAgain;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader.Ending;
import distillery.train.archive.RunRecord;
import distillery.train.archive.SeedRecord;
import distillery.train.measure.NetMeasures;
import distillery.view.LessonAnchors;
import distillery.view.OnFxThread;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@SuppressWarnings("ReferenceEquality") // the very same row
class CompareViewTest extends CompareOnStage {
    private Kept run(int place) {
        return OnFxThread.look(() -> model.runs().get(place));
    }

    private void choose(FxRobot robot, List<String> ids) throws Exception {
        robot.interact(() -> model.choose(ids));
        until(() -> model.loaded().keySet().containsAll(ids));
    }

    private void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) node(id)).fire());
    }

    @Test
    void withoutRunsOneSentenceSaysHowTheyGetHereAndLeadsThere(FxRobot robot) throws Exception {
        until(() -> model.knownProperty().get());
        assertTrue(text("compare-no-runs-text").startsWith("No runs yet"), text("compare-no-runs-text"));
        assertTrue(isShown("compare-no-runs"));
        assertFalse(isShown("compare-card") || isShown("compare-curves"));
        AtomicBoolean led = new AtomicBoolean();
        robot.interact(() -> model.onTrainWanted(() -> led.set(true)));
        robot.clickOn("#compare-to-train");
        assertTrue(led.get());
        robot.interact(() -> model.pageProperty().set(ComparePage.MAP));
        assertTrue(isShown("compare-map-page"), "a map needs no run");
        robot.interact(() -> model.pageProperty().set(ComparePage.CURVES));
        train(robot, 2);
        until(() -> isShown("compare-card"));
        assertFalse(isShown("compare-no-runs"));
    }

    private boolean isShown(String id) {
        return OnFxThread.look(() -> LessonAnchors.isShown(node(id)));
    }

    @Test
    void aRunThatWentOnAfterALossWasNoNumberIsKeptToItsEnd(FxRobot robot) throws Exception {
        robot.interact(() -> {
            train.set(toy(4).with(draft -> {
                draft.optimiser = new Optimiser.Sgd(0.99);
                draft.live = new LiveSettings(new LiveHyperparameters(100, 1000, 1000), 10, 64);
            }));
            train.start();
            train.runOrPause();
        });
        until(() -> train.reading().stage() == RunState.Stage.DIVERGED
                && model.runs().size() == 1);
        assertEquals(Ending.DIVERGED, run(0).header().ending());
        robot.interact(() -> {
            train.edit(draft -> draft.live = draft.live.withLearningRate(1e-4));
            train.runOrPause();
        });
        until(() -> train.reading().stage() == RunState.Stage.FINISHED
                && run(0).header().ending() == Ending.FINISHED);
        assertEquals(1, model.runs().size());
        SeedRecord seed = run(0).header().seeds().get(0);
        assertEquals(train.reading().step(), seed.steps());
        assertEquals(1, seed.returns().size());
        assertTrue(run(0).header().errors(ArmName.DISTILLED).mean() >= 0);
        assertEquals(List.of(), failed);
        RunRecord kept = new RunArchive(home.resolve("runs")).read(run(0).id());
        RunRecord again = new RunAgain(kept, new MaterialsCache(), ProgressMonitor.none(), event -> {}).make();
        assertEquals(List.of(), kept.differences(again));
    }

    @Test
    void runsOfTheTrainScreenAreKeptAndTheirCurvesShown(FxRobot robot) throws Exception {
        train(robot, 2);
        train(robot, 8);
        assertEquals(List.of(), failed);
        assertEquals(2, model.runs().size());
        assertEquals(8, run(0).header().settings().live().knobs().temperature());
        assertEquals(Ending.FINISHED, run(0).header().ending());
        assertEquals(train.reading().step(), run(0).header().seeds().get(0).steps());
        choose(robot, List.of(run(0).id(), run(1).id()));
        CurveChart chart = (CurveChart) node("compare-chart");
        until(() -> chart.numbers().lines().size() == 2);
        RunRecord record = new RunArchive(home.resolve("runs")).read(run(0).id());
        assertEquals(
                OnFxThread.look(() -> train.usedProperty().get()),
                record.header().settings());
        TableView<?> table = (TableView<?>) node("compare-runs");
        assertEquals(2, (int) OnFxThread.look(
                () -> table.getSelectionModel().getSelectedItems().size()));
        String differs = OnFxThread.look(() -> new CompareWords(texts())
                .differences(run(1).header(), run(0).header().settings()));
        assertEquals("T 2", differs);
    }

    private Texts texts() {
        return new Texts(appearance.languageProperty());
    }

    @Test
    void aRunThatGoesOnStaysOneRunAndOneWithoutAStepIsNone(FxRobot robot) throws Exception {
        train(robot, 4);
        long steps = run(0).header().seeds().get(0).steps();
        robot.interact(train::runOrPause);
        until(() -> run(0).header().seeds().get(0).steps() == 2 * steps);
        robot.interact(train::reset);
        until(() -> train.reading().stage() == RunState.Stage.READY);
        assertEquals(1, model.runs().size());
        robot.interact(train::step);
        until(() -> train.reading().step() == 1 && !train.reading().going());
        robot.interact(train::reset);
        until(() -> model.runs().size() == 2);
        assertEquals(Ending.STOPPED, run(0).header().ending());
        assertEquals(1, run(0).header().seeds().get(0).steps());
        assertEquals(List.of(), failed);
    }

    @Test
    void severalSeedsAreOneRunWithABand(FxRobot robot) throws Exception {
        robot.interact(() -> {
            train.set(toy(4));
            train.start();
            train.compareSeeds(3);
        });
        until(() -> model.runs().size() == 1 && run(0).header().seeds().size() == 3);
        assertEquals(Ending.FINISHED, run(0).header().ending());
        assertEquals(
                OnFxThread.look(
                        () -> train.reading().comparison().verdictProperty().get()),
                run(0).header().verdict().orElseThrow());
        choose(robot, List.of(run(0).id()));
        until(() -> text("compare-curves-note").startsWith("The band"));
        assertFalse(OnFxThread.look(() -> ((CurveChart) node("compare-chart"))
                .numbers()
                .lines()
                .get(0)
                .raw()
                .isEmpty()));
    }

    @Thorough
    @Test
    void aRunIsRenamedPinnedDeletedAndBroughtBack(FxRobot robot) throws Exception {
        train(robot, 2);
        String id = run(0).id();
        choose(robot, List.of(id));
        robot.interact(() -> node("compare-name").requestFocus());
        robot.interact(() -> ((TextField) node("compare-name")).setText("hot"));
        robot.push(KeyCode.ENTER);
        until(() -> run(0).header().label().name().equals("hot"));
        robot.interact(() -> ((TextField) node("compare-tags")).setText("one, two"));
        robot.interact(() -> node("compare-note").requestFocus());
        robot.interact(() -> ((TextField) node("compare-note")).setText("why"));
        robot.push(KeyCode.ENTER);
        until(() -> run(0).header().label().note().equals("why"));
        robot.interact(view::pin);
        until(() -> run(0).header().label().pinned());
        assertEquals(List.of("one", "two"), run(0).header().label().tags());
        assertEquals(run(0).header(), new RunArchive(home.resolve("runs")).header(id));
        press(robot, "compare-delete");
        until(() -> model.runs().isEmpty());
        assertTrue(new RunArchive(home.resolve("runs")).list().runs().isEmpty());
        assertEquals("Bring back 1", OnFxThread.look(() -> ((Button) node("compare-undelete")).getText()));
        press(robot, "compare-undelete");
        until(() -> model.runs().size() == 1);
        assertEquals("hot", run(0).header().label().name());
        assertEquals(List.of(), failed);
    }

    @Test
    void theRunOnTrainIsPinnedFromThere(FxRobot robot) throws Exception {
        robot.interact(() -> {
            train.set(toy(4));
            train.start();
            train.step();
        });
        until(() -> train.reading().step() == 1 && !train.reading().going());
        robot.interact(model::pinTraining);
        until(() -> model.runs().size() == 1 && run(0).header().label().pinned());
    }

    @Thorough
    @Test
    void theSearchLeavesWhatHasTheWordsAndSettingsGoBackToTrain(FxRobot robot) throws Exception {
        train(robot, 2);
        train(robot, 8);
        TableView<?> table = (TableView<?>) node("compare-runs");
        robot.interact(() -> model.relabel(run(0).id(), run(0).header().label().withName("warm")));
        until(() -> run(0).header().label().name().equals("warm"));
        robot.interact(() -> model.searchProperty().set("t WARM")); // not a number: times of other runs may have it
        until(() -> table.getItems().size() == 1);
        robot.interact(() -> model.searchProperty().set("nothing like it"));
        until(() -> table.getItems().isEmpty());
        robot.interact(() -> model.searchProperty().set(""));
        choose(robot, List.of(run(1).id()));
        press(robot, "compare-again");
        until(() -> messages.newestProperty().get() != null);
        assertEquals(run(1).header().settings(), OnFxThread.look(train::settings));
        assertEquals(
                "compare.again.done",
                Objects.requireNonNull(messages.newestProperty().get()).key());
    }

    @Test
    void aDamagedFileIsNamedAndTheOthersShown(FxRobot robot) throws Exception {
        train(robot, 2);
        Path folder = home.resolve("runs");
        Files.writeString(folder.resolve("broken.run.json"), "{");
        robot.interact(model::reload);
        until(() -> model.refused().size() == 1);
        assertEquals(1, model.runs().size());
        assertTrue(text("compare-refused").contains("broken.run.json"), text("compare-refused"));
    }

    @Test
    void manyRunsAreAllThereTheNewestFirst(FxRobot robot) throws Exception {
        train(robot, 2);
        Path folder = home.resolve("runs");
        String text = Files.readString(folder.resolve(run(0).id()));
        for (int i = 0; i < 70; i++) {
            String id = "20200101-0000%02d.run.json".formatted(i);
            String started = "\"started\" : \"2020-01-01T00:00:%02d.%03dZ\"".formatted(i % 60, i);
            Files.writeString(folder.resolve(id), text.replaceFirst("\"started\" : \"[^\"]*\"", started));
        }
        Files.writeString(folder.resolve("20190101-000000.run.json"), "{");
        robot.interact(model::reload);
        until(() -> model.runs().size() == 71 && model.refused().size() == 1);
        List<Kept> all = OnFxThread.look(() -> List.copyOf(model.runs()));
        for (int i = 1; i < all.size(); i++) {
            assertFalse(all.get(i)
                    .header()
                    .started()
                    .isAfter(all.get(i - 1).header().started()));
        }
        assertEquals(71, all.stream().map(Kept::id).distinct().count());
    }

    @Test
    void theTableOfRunsHasARowForEach(FxRobot robot) throws Exception {
        train(robot, 2);
        Path file = home.resolve("runs.csv");
        Csv.file(out -> RunsCsv.write(out, model.runs())).writeTo(Files.newOutputStream(file));
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).contains("temperature") && lines.get(0).contains("distilledErrors"), lines.get(0));
        assertEquals(lines.get(0).split(",").length, lines.get(1).split(",", -1).length);
    }

    @Test
    void aSweepDrawsItsMapAndACellGoesToTrain(FxRobot robot) throws Exception {
        robot.interact(() -> {
            train.set(toy(4));
            model.pageProperty().set(ComparePage.MAP);
            model.sweep().acrossProperty().set(new AxisChoice("temperature", "2, 8"));
            model.sweep().downProperty().set(new AxisChoice("alpha", "0.5, 1"));
            model.sweep().seedsProperty().set(1);
        });
        press(robot, "compare-map-start");
        until(() -> model.sweep().stageProperty().get() == SweepStage.COMPLETE);
        SweepMap map = Objects.requireNonNull(model.sweep().mapProperty().get());
        assertEquals(4, map.done());
        assertTrue(map.cells().stream()
                .allMatch(cell -> cell.isComplete() && cell.errors().mean() >= 0));
        OnFxThread.awaitFrame(scene);
        robot.interact(() -> node("compare-map").requestFocus());
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.DOWN);
        assertTrue(
                text("compare-map-cell").startsWith("α, on the teacher 1, temperature T 8:"), text("compare-map-cell"));
        robot.push(KeyCode.ENTER);
        assertEquals(8, OnFxThread.look(train::settings).live().knobs().temperature());
        assertEquals(1, OnFxThread.look(train::settings).live().knobs().softWeight());
        robot.interact(() -> model.sweep().open(map.folder()));
        until(() -> model.sweep().mapProperty().get() != map);
        assertEquals(
                map.cells(),
                Objects.requireNonNull(model.sweep().mapProperty().get()).cells());
    }

    @Test
    void axesThatCannotBeAreRefusedInASentence(FxRobot robot) throws Exception {
        robot.interact(() -> {
            model.pageProperty().set(ComparePage.MAP);
            model.sweep().acrossProperty().set(new AxisChoice("temperature", "warm"));
        });
        press(robot, "compare-map-start");
        until(() -> node("compare-map-trouble").isVisible());
        assertTrue(text("compare-map-trouble").contains("warm"), text("compare-map-trouble"));
        assertEquals(
                SweepStage.NOTHING,
                OnFxThread.look(() -> model.sweep().stageProperty().get()));
    }

    @Thorough
    @Test
    void theNetsOfTrainAreMeasuredHere(FxRobot robot) throws Exception {
        train(robot, 4);
        robot.interact(() -> model.pageProperty().set(ComparePage.COST));
        assertTrue(OnFxThread.look(() -> node("compare-cost-save").isDisabled()), "nothing is measured yet");
        press(robot, "compare-measure");
        until(() -> !model.measure().netsProperty().get().isEmpty());
        List<NetMeasures> nets = model.measure().netsProperty().get();
        Path table = save(robot, "compare-cost-save", "-table", "cost.csv");
        assertEquals(nets.size() + 1, Files.readAllLines(table).size());
        String drawn = Files.readString(save(robot, "compare-cost-save", "-picture", "cost.svg"));
        for (String words : List.of("Accuracy against size", "Accuracy against time", "Right, against how sure")) {
            assertTrue(drawn.contains(">" + words + "<"), words);
        }
        assertEquals(1 + 3, drawn.split(">distilled</text>", -1).length, "its name beside its point in each plot");
        assertEquals("teacher", nets.get(0).name());
        assertEquals(
                String.valueOf(
                        run(0).header().results().get(0).of(ArmName.DISTILLED).testErrors()),
                text("compare-cost-errors-distilled").replace(",", ""));
        assertEquals(
                train.settings().student().parameters(),
                Long.parseLong(text("compare-cost-parameters-distilled").replace(",", "")));
        List<NetMeasures> best = CostPlots.pareto(CostPlots.Cost.SIZE, nets);
        for (NetMeasures net : nets) {
            assertTrue(best.stream()
                    .anyMatch(each -> each.parameters() <= net.parameters() && each.errors() <= net.errors()));
        }
        for (int i = 1; i < best.size(); i++) {
            assertTrue(best.get(i).parameters() >= best.get(i - 1).parameters()
                    && best.get(i).errors() < best.get(i - 1).errors());
        }
        List<NetMeasures> swift = CostPlots.pareto(CostPlots.Cost.LATENCY, nets);
        for (NetMeasures net : nets) {
            assertTrue(swift.stream()
                    .anyMatch(each ->
                            each.one().medianMillis() <= net.one().medianMillis() && each.errors() <= net.errors()));
        }
        String spoken = OnFxThread.look(() -> node("compare-cost-swift").getAccessibleText());
        assertTrue(spoken.startsWith("Accuracy against time. ") && spoken.contains("distilled"), spoken);
    }

    @Test
    void theReportNeedsNothingElseAndTakesNamesAsTheyAre(FxRobot robot) throws Exception {
        train(robot, 2);
        Kept run = run(0);
        robot.interact(() -> model.relabel(run.id(), run.header().label().withName("<b>&")));
        until(() -> run(0).header().label().name().equals("<b>&"));
        choose(robot, List.of(run.id()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OnFxThread.look(() -> ((CompareSave) node("compare-save")).report())
                .content()
                .writeTo(bytes);
        String page = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(page.contains("<td>&lt;b&gt;&amp;</td>"), page);
        assertTrue(page.contains("<svg"));
        assertFalse(page.contains("<b>&"));
        assertFalse(page.contains("src=") || page.contains("<link") || page.contains("<script"));
    }
}
