package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.method.Hinton;
import distillery.method.LabelsOnly;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Optimiser;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTest {
    private final BlockingQueue<TrainEvent> events = new LinkedBlockingQueue<>();
    private final Run run = new Run(Preset.TOY.settings(), new MaterialsCache(), events::add);
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
        run.go(new StopCondition.Steps(3));
        assertEquals(new TrainEvent.Paused(3, 0, true), await(TrainEvent.Paused.class));
        run.go(new StopCondition.Epoch());
        assertEquals(new TrainEvent.Paused(10, 1, true), await(TrainEvent.Paused.class));
        run.go(new StopCondition.Epochs(4));
        assertEquals(new TrainEvent.Paused(40, 4, true), await(TrainEvent.Paused.class));
        run.go(new StopCondition.Accuracy(0.01, 50));
        assertEquals(new TrainEvent.Paused(50, 5, true), await(TrainEvent.Paused.class));
    }

    /** Testing all samples after each short epoch would take longer than learning. */
    @Test
    void shortEpochsAreTestedNowAndThenAndAtTheEnd() throws InterruptedException {
        Run brief = new Run(Preset.TOY.settings().with(draft -> draft.images = 64), new MaterialsCache(), events::add);
        Thread other = new Thread(brief);
        other.start();
        brief.go(new StopCondition.Epochs(9));
        assertEquals(0, await(Evaluation.class).step());
        assertEquals(7, await(Evaluation.class).step(), "7 · 64 is a fifth of 2,000 and more");
        assertEquals(9, await(Evaluation.class).step(), "the last, too");
        assertEquals(new TrainEvent.Paused(9, 9, true), await(TrainEvent.Paused.class));
        brief.close();
        other.join(10_000);
    }

    @Test
    void aRunOfPhasesPausesAndGoesOnInEach() throws InterruptedException {
        TrainSettings toy = Preset.TOY.settings();
        ArmName first = new ArmName(ArmRole.GENERATION, 1);
        ArmName second = new ArmName(ArmRole.GENERATION, 2);
        Cast cast = new Cast(List.of(
                new Phase(List.of(new Arm(first, new LabelsOnly(), toy.student(), 1, List.of())), 1),
                new Phase(
                        List.of(new Arm(second, new Hinton(), toy.student(), 2, List.of(new Source.OfEarlier(first)))),
                        1)));
        Run chain = new Run(toy, cast, new MaterialsCache(), events::add);
        Thread other = new Thread(chain);
        other.start();
        assertEquals(List.of(first, second), await(TrainEvent.Ready.class).arms());
        chain.go(new StopCondition.Steps(4));
        assertEquals(Set.of(first), await(StepReport.class).arms().keySet());
        assertEquals(new TrainEvent.Paused(4, 0, true), await(TrainEvent.Paused.class));
        chain.go(new StopCondition.Steps(9));
        assertEquals(new TrainEvent.Paused(13, 1, true), await(TrainEvent.Paused.class));
        chain.go(new StopCondition.Epochs(2));
        assertEquals(Set.of(second), await(StepReport.class).arms().keySet());
        assertEquals(Set.of(first, second), await(Evaluation.class).arms().keySet());
        assertEquals(new TrainEvent.Paused(20, 2, true), await(TrainEvent.Paused.class));
        chain.close();
        other.join(10_000);
    }

    @Test
    void inSlowMotionAStepIsToldStationByStation() throws InterruptedException {
        Run slow = new Run(
                Preset.TOY.settings().with(draft -> draft.optimiser = new Optimiser.Sgd(0)),
                new MaterialsCache(),
                events::add);
        slow.setPauseMillis(Run.SLOW_MOTION_MILLIS);
        Thread other = new Thread(slow);
        other.start();
        slow.go(new StopCondition.Steps(1));
        StepReport report = await(StepReport.class);
        for (StepPhase station : StepPhase.values()) {
            TrainEvent.StepPhaseReached passing = await(TrainEvent.StepPhaseReached.class);
            assertEquals(station, passing.phase());
            assertEquals(report, passing.report());
            double length = report.live().learningRate() * passing.gradient();
            assertEquals(length, passing.moved(), 1e-4 * length, "plain descent goes as far as the gradient is long");
        }
        assertEquals(new TrainEvent.Paused(1, 0, true), await(TrainEvent.Paused.class));
        slow.close();
        other.join(10_000);
    }

    @Test
    void whateverEndsARunIsASentence() throws InterruptedException {
        Run full = new Run(Preset.TOY.settings(), new MaterialsCache(), events::add);
        Thread other = new Thread(full);
        full.ask(experiment -> {
            throw new OutOfMemoryError("Java heap space");
        });
        other.start();
        Problem told =
                assertInstanceOf(Problem.class, await(TrainEvent.Failed.class).cause());
        assertEquals("program.memory", told.key());
        other.join(10_000);
        run.ask(experiment -> {
            throw new NullPointerException();
        });
        thread.start();
        told = assertInstanceOf(Problem.class, await(TrainEvent.Failed.class).cause());
        assertEquals("program.bug", told.key());
    }

    @Test
    void comparesSeedsWhileTheStudentsRest() throws InterruptedException {
        thread.start();
        run.go(new StopCondition.Steps(3));
        assertEquals(3, await(TrainEvent.Paused.class).step());
        run.go(new StopCondition.Seeds(List.of(7L, 8L), Preset.TOY.settings().with(draft -> draft.epochs = 2)));
        assertEquals(7, await(TrainEvent.SeedFinished.class).result().seed());
        assertEquals(8, await(TrainEvent.SeedFinished.class).result().seed());
        assertEquals(new TrainEvent.Paused(3, 0, true), await(TrainEvent.Paused.class));
        run.go(new StopCondition.Steps(1));
        assertEquals(4, await(StepReport.class).step());
    }

    @Test
    void aComparisonEndsWhenItIsNotWantedAnyMore() throws InterruptedException {
        thread.start();
        run.go(new StopCondition.Seeds(List.of(1L), Preset.TOY.settings().with(draft -> draft.epochs = 100_000)));
        while (await(TrainEvent.Preparing.class).task() != TrainEvent.Task.COMPARING) {
            // still asking the teacher
        }
        run.pause();
        assertEquals(new TrainEvent.Paused(0, 0, false), await(TrainEvent.Paused.class));
    }

    @Test
    void whoeverTakesBackAWishIsAnswered() throws InterruptedException {
        thread.start();
        await(TrainEvent.Ready.class);
        run.pause();
        assertEquals(new TrainEvent.Paused(0, 0, false), await(TrainEvent.Paused.class));
    }

    @Test
    void aSeedThatCannotBeRunIsSaidToBeGivenUp() throws InterruptedException {
        thread.start();
        TrainSettings wild = Preset.FEW_LABELS.settings().with(draft -> draft.data = "/nowhere/at/all");
        run.go(new StopCondition.Seeds(List.of(3L), wild));
        TrainEvent.SeedFailed untried = await(TrainEvent.SeedFailed.class);
        assertEquals(3, untried.seed());
        assertInstanceOf(Problem.class, untried.cause());
        assertEquals(0, await(TrainEvent.Paused.class).step());
    }

    @Test
    void anErrandIsDoneAtRestAndOnTheWay() throws InterruptedException {
        thread.start();
        await(TrainEvent.Ready.class);
        BlockingQueue<Long> steps = new LinkedBlockingQueue<>();
        run.ask(experiment -> steps.add(experiment.steps()));
        assertEquals(0L, steps.poll(10, TimeUnit.SECONDS));
        run.setPauseMillis(1);
        run.go(new StopCondition.Epochs(100_000));
        await(StepReport.class);
        run.ask(experiment -> steps.add(experiment.steps()));
        assertTrue(Objects.requireNonNull(steps.poll(10, TimeUnit.SECONDS)) >= 1);
    }

    @Test
    void aLongPauseBetweenStepsDoesNotHoldUpTheNextWish() throws InterruptedException {
        thread.start();
        run.setPauseMillis(3_600_000);
        run.go(new StopCondition.Epochs(100));
        await(StepReport.class);
        run.pause();
        assertEquals(1, await(TrainEvent.Paused.class).step());
    }

    @Test
    void pausesBetweenStepsAndGoesOnWhereItWas() throws InterruptedException {
        thread.start();
        run.setPauseMillis(5);
        run.go(new StopCondition.Epochs(100));
        await(StepReport.class);
        run.pause();
        TrainEvent.Paused resting = await(TrainEvent.Paused.class);
        assertTrue(!resting.finished());
        run.go(new StopCondition.Steps(1));
        assertEquals(resting.step() + 1, await(StepReport.class).step());
    }

    @Test
    void everyEpochEndsWithAnEvaluation() throws InterruptedException {
        thread.start();
        run.go(new StopCondition.Epochs(2));
        assertEquals(0, await(Evaluation.class).step());
        assertEquals(10, await(Evaluation.class).step());
        assertEquals(20, await(Evaluation.class).step());
    }

    @Test
    void aNetThatBreaksInTheLastStepOfAnEpochIsTakenBackLikeAnyOther() throws InterruptedException {
        TrainSettings wild = Preset.TOY.settings().with(draft -> {
            draft.images = LiveSettings.LARGEST_BATCH; // so that every step is the last of an epoch
            draft.optimiser = new Optimiser.Sgd(0.99);
            draft.method = MethodSettings.of(MethodKind.LOGIT_MATCHING);
            draft.live = new LiveSettings(new LiveHyperparameters(4, 1000, 1000), 10, LiveSettings.LARGEST_BATCH);
        });
        Run breaking = new Run(wild, new MaterialsCache(), events::add);
        Thread other = new Thread(breaking);
        other.start();
        breaking.go(new StopCondition.Epochs(200));
        TrainEvent.Diverged diverged = await(TrainEvent.Diverged.class);
        assertEquals(diverged.step() - 1, diverged.goodStep());
        breaking.go(new StopCondition.Seeds(List.of(3L), wild.with(draft -> draft.epochs = 200)));
        assertInstanceOf(Problem.class, await(TrainEvent.SeedFailed.class).cause());
        breaking.close();
        other.join(10_000);
    }

    @Test
    void anErrandWaitsForNoSeed() throws InterruptedException {
        thread.start();
        run.go(new StopCondition.Seeds(List.of(1L), Preset.TOY.settings().with(draft -> draft.epochs = 100_000)));
        while (await(TrainEvent.Preparing.class).task() != TrainEvent.Task.COMPARING) {
            // still asking the teacher
        }
        BlockingQueue<Long> steps = new LinkedBlockingQueue<>();
        run.ask(experiment -> steps.add(experiment.steps()));
        assertEquals(0L, steps.poll(10, TimeUnit.SECONDS), "of the students that rest");
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
                EvaluationSet.TEST,
                few.seed());
        Thread failing = new Thread(new Run(lost, new MaterialsCache(), events::add));
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
