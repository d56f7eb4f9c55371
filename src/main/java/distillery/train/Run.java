package distillery.train;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.net.Weights;
import distillery.train.RunWitness.Notes;
import distillery.train.TrainEvent.Diverged;
import distillery.train.TrainEvent.Failed;
import distillery.train.TrainEvent.LeagueGrew;
import distillery.train.TrainEvent.Paused;
import distillery.train.TrainEvent.Preparing;
import distillery.train.TrainEvent.Ready;
import distillery.train.TrainEvent.SeedFailed;
import distillery.train.TrainEvent.SeedFinished;
import distillery.train.TrainEvent.StepPhaseReached;
import distillery.train.TrainEvent.Task;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One experiment under way on a thread of its own. It prepares itself, then rests until it is {@linkplain #go sent} on;
 * every public method may be called from any thread and none of them waits.
 */
public final class Run implements Runnable, ProgressMonitor {
    /** From this pause on a step is reported phase by phase. */
    public static final long SLOW_MOTION_MILLIS = 500;

    private final TrainSettings settings;
    private final Cast cast;
    private final MaterialsCache cache;
    private final Consumer<TrainEvent> out;
    private final RunWitness witness;

    private volatile LiveSettings live;
    private volatile long pauseMillis;
    private volatile boolean closed;
    private volatile @Nullable StopCondition wanted;
    private boolean mustSay;
    private final Queue<Consumer<Experiment>> tasks = new ConcurrentLinkedQueue<>();
    /** What is taken down. */
    private @Nullable Notes notes;

    /** A run of the cast of the settings. */
    public Run(TrainSettings settings, MaterialsCache cache, Consumer<TrainEvent> out) {
        this(settings, CastFactory.of(settings), cache, out, RunWitness.NOBODY);
    }

    /** The same, seen by a witness. */
    public Run(TrainSettings settings, MaterialsCache cache, Consumer<TrainEvent> out, RunWitness witness) {
        this(settings, CastFactory.of(settings), cache, out, witness);
    }

    Run(TrainSettings settings, Cast cast, MaterialsCache cache, Consumer<TrainEvent> out) {
        this(settings, cast, cache, out, RunWitness.NOBODY);
    }

    private Run(TrainSettings settings, Cast cast, MaterialsCache cache, Consumer<TrainEvent> out, RunWitness witness) {
        this.witness = witness;
        this.settings = settings;
        this.cast = cast;
        this.cache = cache;
        this.out = out;
        this.live = settings.live();
    }

    /** Has it go on until this holds, which replaces what was wanted before. */
    public synchronized void go(StopCondition next) {
        wanted = next;
        notifyAll();
    }

    /** Lets it finish its step and rest; it says so even if it rests already. */
    public synchronized void pause() {
        wanted = null;
        mustSay = true;
        notifyAll();
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
    public synchronized void setPauseMillis(long millis) {
        pauseMillis = millis;
        notifyAll();
    }

    /** Has something done with the experiment between two steps, on the run's own thread. */
    public synchronized void ask(Consumer<Experiment> task) {
        tasks.add(task);
        notifyAll();
    }

    /** Has what was made so far kept, as if it ended here. */
    public void keep() {
        ask(experiment -> end(experiment, false));
    }

    private void end(Experiment experiment, boolean arrived) {
        if (notes != null) {
            notes.end(experiment, arrived);
        }
    }

    private void pass(TrainEvent event) {
        if (notes != null) {
            notes.accept(event);
        }
        out.accept(event);
    }

    @Override
    public void progress(Task task, double share) {
        out.accept(new Preparing(task, share));
    }

    @Override
    public void teacher(TrainEvent.TeacherLearning learning) {
        out.accept(learning);
    }

    @Override
    public boolean cancelled() {
        return closed;
    }

    @Override
    public void run() {
        if (closed) {
            return; // another took its place while it stood in line
        }
        try {
            Engine.start();
            DataAndTeacher materials = cache.materials(settings, this);
            Experiment experiment = new Experiment(settings, cast, materials, this);
            notes = witness.begin(settings, 1, materials.teacher());
            notes.seed(settings.seed());
            announce(experiment, materials);
            StopCondition next = await(experiment);
            while (next != null) {
                if (next instanceof StopCondition.Seeds seeds) {
                    compare(seeds, experiment);
                } else if (next instanceof StopCondition.Methods methods) {
                    compareMethods(methods, experiment);
                } else {
                    pursue(experiment, next);
                }
                next = await(experiment);
            }
            end(experiment, false);
        } catch (CancellationException | InterruptedException ended) {
            closed = true;
        } catch (Problem | RuntimeException | Error broken) {
            cache.clear(); // what it held may be what there was no room for
            out.accept(new Failed(Failure.of(broken)));
        }
    }

    private void announce(Experiment experiment, DataAndTeacher materials) {
        out.accept(new Ready(
                materials.data(),
                settings.teacher().layers(),
                experiment.teacherScore(),
                cast.names(),
                experiment.images(),
                experiment.heldOutCount(),
                experiment.softLabelsKept()));
        pass(experiment.evaluate());
    }

    private void pursue(Experiment experiment, StopCondition aim) throws InterruptedException {
        long startSteps = experiment.steps();
        int startEpochs = experiment.epochs();
        double accuracy = 0;
        boolean reached = false;
        while (wanted == aim && !closed && !reached) {
            experiment.beginPhaseIfDue();
            Weights before = pauseMillis < SLOW_MOTION_MILLIS ? null : experiment.weights(experiment.leading());
            StepReport report = experiment.step(live);
            pass(report);
            Optional<ArmName> broken = report.broken();
            if (broken.isEmpty() && isTested(aim, experiment, startSteps, startEpochs)) {
                Evaluation evaluation = experiment.evaluate();
                broken = evaluation.broken();
                if (broken.isEmpty()) {
                    if (aim instanceof StopCondition.Accuracy) {
                        accuracy = experiment.stoppingAccuracy(ArmName.DISTILLED, evaluation);
                    }
                    pass(evaluation);
                }
            }
            if (broken.isPresent()) {
                stop();
                long good = experiment.goBack();
                out.accept(new Diverged(report.step(), broken.get(), good));
                end(experiment, false);
                if (notes != null) {
                    notes.goBack(report.step(), good);
                }
                return;
            }
            reached = reached(aim, experiment, startSteps, startEpochs, accuracy);
            if (before == null) {
                linger(aim, 1, experiment);
            } else {
                walk(aim, experiment, report, before);
            }
            runTasks(experiment);
        }
        rest(aim, experiment, reached);
        if (!(aim instanceof StopCondition.Steps) && wanted == null) {
            end(experiment, reached && !(aim instanceof StopCondition.Epoch));
        }
    }

    private void compare(StopCondition.Seeds aim, Experiment resting) {
        boolean reached = true;
        Notes taken = null;
        for (int i = 0; i < aim.seeds().size() && reached; i++) {
            long seed = aim.seeds().get(i);
            ProgressMonitor monitor = within(aim, i, aim.seeds().size(), resting);
            try {
                DataAndTeacher materials = cache.materials(aim.settings(), monitor);
                Notes own = taken == null
                        ? witness.begin(aim.settings(), aim.seeds().size(), materials.teacher())
                        : taken;
                taken = own;
                own.seed(seed);
                own.end(
                        SeedRuns.run(aim.settings().withSeed(seed), materials, monitor, false, event -> {
                            own.accept(event);
                            passOnResult(event);
                        }),
                        true);
            } catch (CancellationException otherwise) {
                reached = false;
            } catch (Problem broken) {
                out.accept(new SeedFailed(seed, broken));
            }
        }
        rest(aim, resting, reached);
    }

    private void compareMethods(StopCondition.Methods aim, Experiment resting) {
        League league = aim.begun();
        boolean reached = true;
        List<Long> seeds = aim.missing();
        for (int i = 0; i < seeds.size() && reached; i++) {
            ProgressMonitor monitor = within(aim, i, seeds.size(), resting);
            try {
                DataAndTeacher materials = cache.materials(aim.settings(), monitor);
                league = league.with(aim.settings().withSeed(seeds.get(i)), materials, monitor);
                out.accept(new LeagueGrew(league));
            } catch (CancellationException otherwise) {
                reached = false;
            } catch (Problem broken) {
                out.accept(new SeedFailed(seeds.get(i), broken));
            }
        }
        rest(aim, resting, reached);
    }

    /**
     * The monitor of one seed of many: its share is a part of the whole. A new condition, or none, cancels it. Tasks do not
     * wait for a seed to end.
     */
    private ProgressMonitor within(StopCondition aim, int done, int all, Experiment resting) {
        return new ProgressMonitor() {
            @Override
            public void progress(Task task, double share) {
                runTasks(resting);
                double own = task == Task.COMPARING ? share : 0;
                out.accept(new Preparing(Task.COMPARING, (done + own) / all));
            }

            @Override
            public boolean cancelled() {
                return closed || wanted != aim;
            }
        };
    }

    private void passOnResult(TrainEvent event) {
        if (event instanceof SeedFinished) {
            out.accept(event);
        }
    }

    /** Reports that it stands still, unless something else is wanted already. */
    private synchronized void rest(StopCondition aim, Experiment experiment, boolean reached) {
        if (wanted == aim) {
            wanted = null;
        }
        if (wanted == null) {
            mustSay = false;
            out.accept(new Paused(experiment.steps(), experiment.epochs(), reached));
        }
    }

    private synchronized void stop() {
        wanted = null;
        mustSay = false;
    }

    private void runTasks(Experiment experiment) {
        for (Consumer<Experiment> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(experiment);
        }
    }

    /** Reports the phases of the step just made one after the other; they share its pause. */
    private void walk(StopCondition aim, Experiment experiment, StepReport report, Weights before)
            throws InterruptedException {
        double gradient = experiment.gradient(report.leading()).length();
        double moved = experiment.weights(report.leading()).distance(before);
        for (StepPhase phase : StepPhase.values()) {
            out.accept(new StepPhaseReached(phase, report, gradient, moved));
            linger(aim, StepPhase.values().length, experiment);
        }
    }

    /** Waits for a part of the pause, or until something else is wanted; tasks are done meanwhile. */
    private void linger(StopCondition aim, int parts, Experiment experiment) throws InterruptedException {
        long start = System.nanoTime();
        while (waited(aim, parts, start)) {
            runTasks(experiment);
        }
    }

    /** Waits until a task comes, and says so; or until the pause that began then is over. */
    private synchronized boolean waited(StopCondition aim, int parts, long start) throws InterruptedException {
        while (wanted == aim && !closed) {
            long left = pauseMillis / parts - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (left <= 0 || !tasks.isEmpty()) {
                return left > 0;
            }
            wait(left);
        }
        return false;
    }

    /** After an epoch, if enough was learned to be worth it, or if it is the last one for now. */
    private static boolean isTested(StopCondition aim, Experiment experiment, long steps, int epochs) {
        return experiment.atEpochEnd()
                && (experiment.evaluationIsDue()
                        || aim instanceof StopCondition.Accuracy
                        || reached(aim, experiment, steps, epochs, 0));
    }

    private static boolean reached(StopCondition aim, Experiment experiment, long steps, int epochs, double accuracy) {
        if (aim instanceof StopCondition.Steps wanted) {
            return experiment.steps() - steps >= wanted.count();
        }
        if (aim instanceof StopCondition.Epoch) {
            return experiment.epochs() > epochs;
        }
        if (aim instanceof StopCondition.Epochs wanted) {
            return experiment.epochs() >= wanted.count();
        }
        return aim instanceof StopCondition.Accuracy wanted
                && (accuracy >= wanted.share() || experiment.epochs() >= wanted.mostEpochs());
    }

    private @Nullable StopCondition await(Experiment experiment) throws InterruptedException {
        while (true) {
            runTasks(experiment);
            synchronized (this) {
                if (closed || wanted != null) {
                    return closed ? null : wanted;
                }
                if (mustSay) {
                    mustSay = false;
                    out.accept(new Paused(experiment.steps(), experiment.epochs(), false));
                }
                if (tasks.isEmpty()) {
                    wait();
                }
            }
        }
    }
}
