package distillery.train.sweep;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.SharedArms;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.archive.RunHeader;
import distillery.train.archive.RunRecord;
import distillery.train.archive.RunRecorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runs of a sweep that are not there yet, several at once, and keeps each as soon as it is over. What comes out does
 * not depend on how many are made at once, nor on what was done before.
 *
 * <p>{@link #run} returns when all is done or it was cancelled; the other methods may be called by any thread.
 */
public final class Sweep {
    /** Points of a curve: a sweep has many runs. */
    private static final int POINTS = 64;

    /** Between two writings of the table, which is written at the end in any case. */
    private static final long TABLE_NANOS = 5_000_000_000L;

    private final SweepFolder folder;
    private final int jobs;
    private final int priority;
    private final SweepListener listener;
    private final SweepMaterials materials = new SweepMaterials();
    private final SharedArms arms;

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Map<Integer, RunHeader> done;
    private int all;
    private long tableWritten = System.nanoTime();
    private boolean paused;
    private volatile boolean cancelled;
    private @Nullable Problem failed;

    /**
     * A sweep that goes on from what its folder holds.
     *
     * @param jobs how many runs are made at once
     * @param priority of the threads that make them: see {@link Thread#setPriority}
     */
    public Sweep(SweepFolder folder, int jobs, int priority, SweepListener listener) throws Problem {
        this(folder, jobs, priority, listener, new SharedArms());
    }

    /** The same with a say in what runs share. */
    Sweep(SweepFolder folder, int jobs, int priority, SweepListener listener, SharedArms shared) throws Problem {
        arms = shared;
        this.folder = folder;
        this.jobs = jobs;
        this.priority = priority;
        this.listener = listener;
        done = folder.done();
        List<Integer> order = folder.plan().order();
        all = order.size();
        order.stream().filter(run -> !done.containsKey(run)).forEach(waiting::add);
    }

    /**
     * Makes what is missing.
     *
     * @return whether the sweep is complete; else it was cancelled
     * @throws Problem if data or teacher cannot be had, or a run cannot be kept; what was done stays
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the hint but the comfort of other threads
    public boolean run() throws Problem {
        Engine.start();
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= Math.min(jobs, waiting.size()); i++) {
            Thread worker = new Thread(this::work, "sweep-" + i);
            worker.setDaemon(true);
            worker.setPriority(priority);
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            join(worker);
        }
        synchronized (this) {
            folder.writeTable(done);
            if (failed != null) {
                throw failed;
            }
            return done.size() == all;
        }
    }

    private void join(Thread worker) {
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException ended) {
                cancel(); // and wait on: a run that is being kept is not to be lost
            }
        }
    }

    /** Stands still after the step that is being made. */
    public synchronized void pause() {
        paused = true;
    }

    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Gives up the runs that are under way; those that are done stay, and another sweep in this folder goes on from them. */
    public synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    /** What is done so far. */
    public synchronized Map<Integer, RunHeader> done() {
        return Map.copyOf(done);
    }

    @SuppressWarnings("ReferenceEquality") // the very materials, which are handed out to many
    private void work() {
        Engine.onThisThread(folder.plan().threads());
        DataAndTeacher shared = null;
        DataAndTeacher own = null;
        try {
            for (Integer run = next(); run != null; run = next()) {
                DataAndTeacher needed = materials.of(folder.plan().grid().shared(run), monitor(true));
                if (own == null || shared != needed) {
                    shared = needed;
                    own = needed.twin();
                }
                keep(run, make(run, own));
            }
        } catch (CancellationException stopped) {
            // what was under way is made another time
        } catch (Problem | RuntimeException | Error broken) {
            fail(Failure.of(broken));
        }
    }

    private synchronized @Nullable Integer next() {
        Integer run = cancelled ? null : waiting.poll();
        if (run != null) {
            listener.begun(run);
        }
        return run;
    }

    private RunRecord make(int run, DataAndTeacher own) throws Problem {
        TrainSettings shared = folder.plan().grid().shared(run);
        TrainSettings settings = folder.plan().grid().settings(run);
        RunRecorder recorder = new RunRecorder(shared, 1, own.teacher(), POINTS);
        recorder.begin(settings.seed());
        recorder.end(SeedRuns.runAll(settings, own, arms, monitor(false), recorder));
        return recorder.record();
    }

    private void keep(int run, RunRecord record) throws Problem {
        folder.write(run, record);
        synchronized (this) {
            done.put(run, record.header());
            listener.finished(run, record.header(), done.size(), all);
            if (System.nanoTime() - tableWritten > TABLE_NANOS) {
                folder.writeTable(done);
                tableWritten = System.nanoTime();
            }
        }
    }

    private synchronized void fail(Problem problem) {
        failed = failed == null ? problem : failed;
        cancel();
    }

    private synchronized void waitWhilePaused() {
        while (paused && !cancelled) {
            try {
                wait();
            } catch (InterruptedException ended) {
                cancelled = true;
            }
        }
    }

    private ProgressMonitor monitor(boolean preparing) {
        return new ProgressMonitor() {
            @Override
            public void progress(TrainEvent.Task task, double share) {
                waitWhilePaused();
                if (preparing) {
                    listener.preparing(share);
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
    }
}
