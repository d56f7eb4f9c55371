package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTest {
    private final BlockingQueue<TrainEvent> events = new LinkedBlockingQueue<>();
    private final Run run = new Run(Preset.TOY.settings(), new Shelf(), events::add);
    private final Thread thread = new Thread(run);

    @AfterEach
    void close() throws InterruptedException {
        run.close();
        thread.join(10_000);
        assertTrue(!thread.isAlive(), "a closed run ends");
    }

    @Test
    void preparesThenRestsUntilItIsSent() throws InterruptedException {
        thread.start();
        await(TrainEvent.Ready.class);
        assertEquals(0, await(Evaluation.class).step());
        assertEquals(null, events.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void goesAsFarAsItIsSent() throws InterruptedException {
        thread.start();
        run.go(new Goal.Steps(3));
        assertEquals(new TrainEvent.Resting(3, 0, true), await(TrainEvent.Resting.class));
        run.go(new Goal.Epoch());
        assertEquals(new TrainEvent.Resting(10, 1, true), await(TrainEvent.Resting.class));
        run.go(new Goal.Epochs(4));
        assertEquals(new TrainEvent.Resting(40, 4, true), await(TrainEvent.Resting.class));
        run.go(new Goal.Accuracy(0.01, 50));
        assertEquals(new TrainEvent.Resting(50, 5, true), await(TrainEvent.Resting.class));
    }

    @Test
    void pausesBetweenStepsAndGoesOnWhereItWas() throws InterruptedException {
        thread.start();
        run.setPauseMillis(5);
        run.go(new Goal.Epochs(100));
        await(StepReport.class);
        run.pause();
        TrainEvent.Resting resting = await(TrainEvent.Resting.class);
        assertTrue(!resting.finished());
        run.go(new Goal.Steps(1));
        assertEquals(resting.step() + 1, await(StepReport.class).step());
    }

    @Test
    void everyEpochEndsWithAnEvaluation() throws InterruptedException {
        thread.start();
        run.go(new Goal.Epochs(2));
        assertEquals(0, await(Evaluation.class).step());
        assertEquals(10, await(Evaluation.class).step());
        assertEquals(20, await(Evaluation.class).step());
    }

    @Test
    void aMissingFolderFailsWithAProblemNotASilence() throws InterruptedException {
        TrainSettings few = Preset.FEW_LABELS.settings();
        TrainSettings lost = new TrainSettings(
                "/nowhere/at/all",
                few.teacher(),
                few.student(),
                few.initialisation(),
                few.optimiser(),
                few.method(),
                few.images(),
                few.omitted(),
                few.jitter(),
                few.smoothing(),
                few.epochs(),
                few.live(),
                few.seed());
        Thread failing = new Thread(new Run(lost, new Shelf(), events::add));
        failing.start();
        assertInstanceOf(Problem.class, await(TrainEvent.Failed.class).cause());
        failing.join();
        thread.start();
    }

    private <E extends TrainEvent> E await(Class<E> type) throws InterruptedException {
        while (true) {
            TrainEvent event = events.poll(30, TimeUnit.SECONDS);
            assertNotNull(event, "no " + type.getSimpleName());
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }
}
