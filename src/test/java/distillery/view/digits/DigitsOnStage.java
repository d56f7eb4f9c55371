package distillery.view.digits;

import distillery.lab.Appearance;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.digits.DigitsModel;
import distillery.lab.explore.ExploreModel;
import distillery.lab.train.TrainModel;
import distillery.view.OnFxThread;
import distillery.view.ScreenOnStage;
import distillery.view.Texts;
import distillery.view.ThrottledExecutor;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The Digits screen on a stage of its own, and what tests do with it. */
abstract class DigitsOnStage extends ScreenOnStage<DigitsView> {
    private static final int PATIENCE_SECONDS = 60;

    /** One for all, as the program has it: nets are not asked by two at once. */
    private static final Executor ASKER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "asker");
        thread.setDaemon(true);
        return thread;
    });

    final Messages messages = new Messages();
    final Workers workers = Workers.beside(new ThrottledExecutor(60), ForkJoinPool.commonPool());
    final TrainModel train = new TrainModel(workers, messages);
    final ExploreModel explore = new ExploreModel();
    final DigitsModel model = new DigitsModel(train, workers, ASKER, messages);

    @Override
    protected DigitsView make(Appearance appearance, Texts texts) {
        DigitsView made = new DigitsView(model, explore, appearance, texts);
        made.setStyle("-fx-font-size: 14px; -d-icon-size: 16px;");
        return made;
    }

    @AfterEach
    void endTheRun(FxRobot robot) {
        robot.interact(train::leave);
    }

    void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(10_000, holds::getAsBoolean));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void awaitNets() throws TimeoutException {
        until(() -> model.panelProperty().get() != null
                && model.answersProperty().get() != null);
    }

    /** Where a node is on the screen. */
    Bounds bounds(String id) {
        return OnFxThread.look(() -> {
            Node node = scene.lookup("#" + id);
            return node.localToScreen(node.getLayoutBounds());
        });
    }
}
