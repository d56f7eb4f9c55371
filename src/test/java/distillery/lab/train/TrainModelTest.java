package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.setup.SetUp;
import distillery.lab.setup.SetUpFile;
import distillery.lab.setup.SetUpPart;
import distillery.lab.train.KnobChange.Knob;
import distillery.lab.train.RunState.Stage;
import distillery.method.LiveHyperparameters;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.ArmName;
import distillery.train.LiveSettings;
import distillery.train.Preset;
import distillery.train.StepReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainer's thread for real; the window's thread is the test's own, which takes turns while it waits. */
class TrainModelTest {
    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService trainer = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Messages messages = new Messages();
    private final TrainModel model = new TrainModel(
            new Workers(trainer, Runnable::run, window::add, () -> System.nanoTime() / 1_000_000), messages);
    private final RunState reading = model.reading();

    @BeforeEach
    void useToys() {
        model.set(Preset.TOY.settings());
    }

    @AfterEach
    void close() throws InterruptedException {
        model.cancel();
        model.reset();
        model.cancel();
        trainer.shutdown();
        assertTrue(trainer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            Runnable turn = window.poll(100, TimeUnit.MILLISECONDS);
            if (turn != null) {
                turn.run();
            }
            assertTrue(System.nanoTime() < end, () -> "still " + reading.stage());
        }
    }

    private void until(Stage stage) throws InterruptedException {
        until(() -> reading.stage() == stage);
    }

    private void turn(double temperature, double rate) {
        model.edit(draft -> draft.live =
                new LiveSettings(new LiveHyperparameters(temperature, 1, 0), rate, draft.live.batchSize()));
    }

    private int steps() {
        return reading.curves().of(ArmName.DISTILLED, Measure.HARD).size();
    }

    @Test
    void preparesOnceAndRests() throws InterruptedException {
        model.start();
        model.start();
        until(Stage.READY);
        assertNotNull(reading.readyProperty().get());
        assertEquals(0, reading.step());
        until(() -> reading.evaluationProperty().get() != null);
    }

    @Test
    void runPressedBeforeAllIsPreparedIsNotForgotten() throws InterruptedException {
        model.runOrPause();
        assertEquals(Stage.PREPARING, reading.stage());
        assertTrue(reading.going());
        until(Stage.FINISHED);
        assertEquals(100, reading.epochs());
        assertEquals(1000, steps());
        assertEquals(
                101, reading.curves().of(ArmName.DISTILLED, Measure.ACCURACY).size());
    }

    @Test
    void theCurvesEndWithTheNumbersOfTheLastReport() throws InterruptedException {
        model.epoch();
        until(Stage.RESTING);
        StepReport report = Objects.requireNonNull(reading.reportProperty().get());
        assertEquals(10, report.step());
        report.arms().forEach((student, step) -> {
            Curve curve = reading.curves().of(student, Measure.SOFT_TIMES_T2);
            assertEquals(step.softTimesT2(), curve.raw().get(curve.size() - 1));
        });
    }

    @Test
    void whatWaitsIsTakenUpByTheNextRunWhereALessonAsksForIt() throws InterruptedException {
        model.epoch();
        until(Stage.RESTING);
        model.edit(draft -> {
            draft.student = NetSpec.dense(10, 4, 2);
            draft.epochs = 3;
        });
        assertTrue(model.pendingProperty().get());
        model.epoch();
        until(() -> reading.epochs() == 2 && reading.stage() == Stage.RESTING);
        assertTrue(model.pendingProperty().get(), "without a lesson the nets go on as they are");
        model.takingProperty().set(true);
        model.runOrPause();
        assertFalse(model.pendingProperty().get());
        until(Stage.FINISHED);
        assertEquals(3, reading.epochs(), "from the start, to the end of the shown epochs");
    }

    @Test
    void pauseRestsAndRunGoesOn() throws InterruptedException {
        model.stepMillisProperty().set(5);
        model.runOrPause();
        until(() -> reading.step() >= 3);
        model.runOrPause();
        until(Stage.RESTING);
        long step = reading.step();
        model.step();
        until(() -> reading.step() == step + 1 && reading.stage() == Stage.RESTING);
    }

    @Test
    void aSliderActsOnARunningNetAndLeavesAMark() throws InterruptedException {
        model.step();
        until(Stage.RESTING);
        turn(9, 1e-3);
        assertFalse(model.pendingProperty().get());
        model.step();
        until(() -> reading.step() == 2 && reading.stage() == Stage.RESTING);
        assertEquals(
                9,
                Objects.requireNonNull(reading.reportProperty().get())
                        .live()
                        .knobs()
                        .temperature());
        assertEquals(List.of(new KnobChange(2, Knob.TEMPERATURE, 5, 9)), reading.changes());
    }

    @Test
    void anotherNetWaitsForResetAndThrowsNothingAway() throws InterruptedException {
        model.step();
        until(Stage.RESTING);
        assertTrue(model.edit(draft -> draft.student = NetSpec.dense(10, 4, 2)).isEmpty());
        assertTrue(model.pendingProperty().get());
        model.step();
        until(() -> reading.step() == 2 && reading.stage() == Stage.RESTING);
        assertEquals(2, steps());
        model.reset();
        assertFalse(model.pendingProperty().get());
        until(Stage.READY);
        assertEquals(0, steps());
    }

    @Test
    void beforeAnythingIsLearnedAnotherNetIsTakenAtOnce() throws InterruptedException {
        model.start();
        until(Stage.READY);
        model.edit(draft -> draft.student = NetSpec.dense(10, 4, 2));
        assertFalse(model.pendingProperty().get());
        until(Stage.READY);
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        assertTrue(model.edit(draft -> draft.student = NetSpec.dense(784, 10)).isPresent());
        assertTrue(model.edit(draft -> draft.epochs = 0).isPresent());
        assertEquals(Preset.TOY.settings(), model.settings());
    }

    @Test
    void aLossThatIsNoNumberRestsTheRunAndNeverReachesACurve() throws InterruptedException {
        model.edit(draft -> {
            draft.optimiser = new Optimiser.Sgd(0.99);
            draft.live = new LiveSettings(new LiveHyperparameters(100, 1000, 1000), 10, 64);
        });
        model.runOrPause();
        until(Stage.DIVERGED);
        assertNotNull(reading.divergedProperty().get());
        assertFalse(reading.going());
        turn(1, 1e-3);
        model.slower();
        assertEquals(1e-4, model.settings().live().learningRate(), 1e-12);
        until(Stage.FINISHED);
        assertNull(reading.divergedProperty().get());
    }

    @Test
    void seedsAreComparedWhileTheStudentsRest() throws InterruptedException {
        model.edit(draft -> draft.epochs = 2);
        model.step();
        until(Stage.RESTING);
        model.compareSeeds(3);
        assertEquals(Stage.COMPARING, reading.stage());
        until(Stage.RESTING);
        assertEquals(1, steps());
        assertEquals(
                List.of(1L, 2L, 3L),
                reading.comparison().results().stream()
                        .map(result -> result.seed())
                        .toList());
        model.compareSeeds(2);
        until(Stage.RESTING);
        assertEquals(
                List.of(4L, 5L),
                reading.comparison().results().stream()
                        .map(result -> result.seed())
                        .toList(),
                "new seeds are a comparison of their own");
        model.edit(draft -> draft.epochs = 3);
        model.compareSeeds(1);
        until(Stage.RESTING);
        assertEquals(1, reading.comparison().results().size());
    }

    @Test
    void aComparisonCanBeStopped() throws InterruptedException {
        model.edit(draft -> draft.epochs = 100_000);
        model.start();
        until(Stage.READY);
        model.compareSeeds(2);
        model.cancel();
        until(Stage.READY);
        assertEquals(List.of(), reading.comparison().results());
    }

    @Test
    void missingDataIsToldAndCanBeMended() throws InterruptedException {
        model.set(Preset.FEW_LABELS.settings().with(draft -> draft.data = "/nowhere/at/all"));
        model.start();
        until(Stage.FAILED);
        assertNotNull(reading.troubleProperty().get());
        model.set(Preset.TOY.settings());
        until(Stage.READY);
        assertNull(reading.troubleProperty().get());
    }

    @Test
    void restoringASnapshotBringsEverySettingBack() {
        TrainSetUp before = model.snapshot();
        model.set(Preset.TINY_STUDENT.settings());
        model.viewingProperty().set(20);
        model.logAxisProperty().set(true);
        model.smoothingProperty().set(0.5);
        model.stepMillisProperty().set(50);
        model.restore(before);
        assertEquals(before, model.snapshot());
    }

    @Test
    void savedCurvesAreTheNumbersOfTheRun(@TempDir Path folder) throws Exception {
        model.epoch();
        until(Stage.RESTING);
        Path file = folder.resolve("curves.csv");
        model.files().curves(Agreed.replacing(file));
        until(() -> messages.newestProperty().get() != null);
        List<String> lines = Files.readAllLines(file);
        assertEquals("\uFEFFstep", lines.get(0).split(",", -1)[0]);
        assertEquals(12, lines.size());
        int column = List.of(lines.get(0).split(",", -1)).indexOf("distilled.hard");
        Curve hard = reading.curves().of(ArmName.DISTILLED, Measure.HARD);
        assertEquals(hard.raw().get(9), Double.parseDouble(lines.get(11).split(",", -1)[column]));
    }

    @Test
    void savedWeightsAreThereForEveryStudent(@TempDir Path folder) throws Exception {
        model.start();
        until(Stage.READY);
        model.files().weights(new Agreed(folder, Set.of()));
        until(() -> messages.newestProperty().get() != null);
        for (String name : List.of("labelsOnly.npz", "distilled.npz", "control.npz")) {
            assertTrue(Files.size(folder.resolve(name)) > 0, name);
            assertTrue(model.files().weightFiles(folder).contains(folder.resolve(name)), name);
        }
    }

    @Test
    void settingsAreNumbersThatOneWouldWrite() {
        model.edit(draft -> draft.live = draft.live.withLearningRate(0.07));
        model.slower();
        assertEquals(0.007, model.settings().live().learningRate());
        model.smoothingProperty().set(0.1 + 0.2);
        assertEquals(0.3, model.snapshot().smoothing());
    }

    @Test
    void setUpsSurviveTheirFile(@TempDir Path folder) throws Exception {
        SetUpPart<TrainSetUp> part =
                new SetUpPart<>("train", TrainSetUp.class, model::snapshot, model::restore, model.settingsProperty());
        SetUpFile format = new SetUpFile(List.of(part));
        Path file = folder.resolve("mine.distillery.json");
        for (Preset preset : Preset.values()) {
            model.set(preset.settings());
            format.write(file, SetUp.of(List.of(part)));
            assertEquals(SetUp.of(List.of(part)), format.read(file), preset.id());
        }
    }

    @Test
    void whatWaitedOnlyForATeacherIsPreparedOnceThereIsOne() throws InterruptedException {
        model.start();
        until(Stage.READY);
        model.set(Preset.HINTON_MNIST.settings());
        assertEquals(Stage.IDLE, reading.stage(), "its teacher is trained when somebody presses Run");
        model.set(Preset.TOY.settings());
        until(Stage.READY);
    }

    @Test
    void whatWasCancelledBeginsOnlyWhenItIsAskedFor() {
        model.start();
        model.cancel();
        model.edit(draft -> draft.epochs = 7);
        assertEquals(Stage.IDLE, reading.stage());
    }
}
