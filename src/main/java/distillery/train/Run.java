package distillery.train;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.Evaluation.Score;
import distillery.train.TrainEvent.Diverged;
import distillery.train.TrainEvent.Failed;
import distillery.train.TrainEvent.Phase;
import distillery.train.TrainEvent.Preparing;
import distillery.train.TrainEvent.Ready;
import distillery.train.TrainEvent.Resting;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One experiment under way on a thread of its own. It prepares itself, then rests until it is {@linkplain #go sent} on;
 * every public method may be called from any thread and none of them waits.
 */
public final class Run implements Runnable, Watch {
    private final TrainSettings settings;
    private final Shelf shelf;
    private final Consumer<TrainEvent> out;

    private volatile LiveSettings live;
    private volatile long pauseMillis;
    private volatile boolean closed;
    private volatile @Nullable Goal goal;

    public Run(TrainSettings settings, Shelf shelf, Consumer<TrainEvent> out) {
        this.settings = settings;
        this.shelf = shelf;
        this.out = out;
        this.live = settings.live();
    }

    /** Sends it on. A goal replaces the one before. */
    public synchronized void go(Goal next) {
        goal = next;
        notifyAll();
    }

    /** Lets it finish its step and rest. */
    public void pause() {
        goal = null;
    }

    /** Ends it for good. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Takes effect with the next step. */
    public void setLive(LiveSettings next) {
        live = next;
    }

    /** How long to stand still after each step, for eyes to follow; 0 for full speed. */
    public void setPauseMillis(long millis) {
        pauseMillis = millis;
    }

    @Override
    public void progress(Phase phase, double share) {
        out.accept(new Preparing(phase, share));
    }

    @Override
    public boolean cancelled() {
        return closed;
    }

    @Override
    public void run() {
        try {
            Engine.start();
            Experiment experiment = new Experiment(settings, shelf.materials(settings, this), this);
            announce(experiment);
            Goal next = await();
            while (next != null) {
                pursue(experiment, next);
                next = await();
            }
        } catch (CancellationException | InterruptedException ended) {
            closed = true;
        } catch (Problem | RuntimeException | LinkageError | OutOfMemoryError broken) {
            out.accept(new Failed(broken));
        }
    }

    private void announce(Experiment experiment) {
        out.accept(new Ready(
                settings.teacher().layers(),
                experiment.teacherScore(),
                experiment.images(),
                experiment.softLabelsKept()));
        out.accept(experiment.evaluate());
    }

    private void pursue(Experiment experiment, Goal aim) throws InterruptedException {
        long startSteps = experiment.steps();
        int startEpochs = experiment.epochs();
        double accuracy = 0;
        boolean reached = false;
        while (goal == aim && !closed && !reached) {
            StepReport report = experiment.step(live);
            out.accept(report);
            if (report.broken().isPresent()) {
                pause();
                out.accept(new Diverged(report.step(), report.broken().get(), experiment.goBack()));
                return;
            }
            if (experiment.atEpochEnd()) {
                Evaluation evaluation = experiment.evaluate();
                accuracy = accuracyIn(evaluation);
                out.accept(evaluation);
            }
            reached = reached(aim, experiment, startSteps, startEpochs, accuracy);
            Thread.sleep(pauseMillis);
        }
        if (reached) {
            settle(aim);
        }
        out.accept(new Resting(experiment.steps(), experiment.epochs(), reached));
    }

    private static boolean reached(Goal aim, Experiment experiment, long steps, int epochs, double accuracy) {
        if (aim instanceof Goal.Steps wanted) {
            return experiment.steps() - steps >= wanted.count();
        }
        if (aim instanceof Goal.Epoch) {
            return experiment.epochs() > epochs;
        }
        if (aim instanceof Goal.Epochs wanted) {
            return experiment.epochs() >= wanted.count();
        }
        return aim instanceof Goal.Accuracy wanted
                && (accuracy >= wanted.share() || experiment.epochs() >= wanted.mostEpochs());
    }

    private static double accuracyIn(Evaluation evaluation) {
        Score distilled = evaluation.students().get(Student.DISTILLED);
        return distilled == null ? 0 : distilled.accuracy();
    }

    /** A goal that is reached is no goal any more, unless another has taken its place. */
    private synchronized void settle(Goal aim) {
        if (goal == aim) {
            goal = null;
        }
    }

    private synchronized @Nullable Goal await() throws InterruptedException {
        while (goal == null && !closed) {
            wait();
        }
        return closed ? null : goal;
    }
}
