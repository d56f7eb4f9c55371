package distillery.view.compare;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.compare.CompareModel;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.method.LiveHyperparameters;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.view.OnFxThread;
import distillery.view.ScreenOnStage;
import distillery.view.Texts;
import distillery.view.ThrottledExecutor;
import distillery.view.shell.FigureSave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Compare screen on a stage of its own, with a folder that is empty, and what tests do with it. */
@SuppressWarnings("NullAway.Init") // the window is built before each test
abstract class CompareOnStage extends ScreenOnStage<CompareView> {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir(cleanup = CleanupMode.NEVER) // the program may still be writing its last lines there
    Path home;

    final Messages messages = new Messages();
    final List<Problem> failed = new CopyOnWriteArrayList<>();
    final ExecutorService files = Executors.newSingleThreadExecutor();
    final ExecutorService sweeper = Executors.newSingleThreadExecutor();
    final Workers workers = Workers.beside(new ThrottledExecutor(60), files);
    final TrainModel train = new TrainModel(workers, messages);
    CompareModel model;

    @Override
    protected CompareView make(Appearance appearance, Texts texts) {
        model = new CompareModel(
                train,
                workers,
                sweeper,
                home.resolve("runs"),
                home.resolve("sweeps"),
                (file, writing) -> files.execute(() -> {
                    try {
                        writing.write();
                    } catch (Problem refused) {
                        failed.add(refused);
                    }
                }),
                messages);
        CompareView made = new CompareView(model, train, appearance, texts);
        made.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        return made;
    }

    @AfterEach
    void end(FxRobot robot) throws InterruptedException {
        robot.interact(() -> {
            train.leave();
            model.sweep().cancel();
        });
        for (ExecutorService each : List.of(sweeper, files)) {
            each.shutdown();
            each.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS); // before the folder is deleted
        }
    }

    void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Saves what a page shows by an item of its menu, under this name. */
    Path save(FxRobot robot, String menu, String item, String name) throws TimeoutException {
        Path file = home.resolve(name);
        robot.interact(() -> {
            FigureSave save = (FigureSave) node(menu);
            save.place().setFileDialog((chooser, window) -> file.toFile());
            save.getItems().stream()
                    .filter(each -> each.getId().equals(menu + item))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        until(() -> Files.exists(file));
        return file;
    }

    static TrainSettings toy(double temperature) {
        return Preset.TOY.settings().with(draft -> {
            draft.epochs = 2;
            draft.live = draft.live.withKnobs(new LiveHyperparameters(
                    temperature,
                    draft.live.knobs().softWeight(),
                    draft.live.knobs().hardWeight()));
        });
    }

    /** Trains to the end and waits until the run is in the table. */
    void train(FxRobot robot, double temperature) throws TimeoutException {
        int before = OnFxThread.look(() -> model.runs().size());
        robot.interact(() -> {
            train.set(toy(temperature));
            train.start();
            train.reset();
            train.runOrPause();
        });
        until(() -> train.reading().stage() == RunState.Stage.FINISHED
                && model.runs().size() > before);
    }
}
