package distillery.train;

import distillery.data.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whole runs without a hand on the sliders, seed after seed: what a verdict is made of. */
public final class SeedRuns {
    /** What the name of an arm is called among the sentences. */
    private static final String ARM = "problems.arm.";

    private SeedRuns() {}

    /**
     * Runs all epochs for the settings' seed. Teacher and data are the same for all seeds; which images are labelled,
     * first weights and order differ.
     *
     * @param everyEpoch whether the arms are evaluated after each epoch, for curves; else only at the end
     * @param out gets every report on the way and {@link TrainEvent.SeedFinished} at the end
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     * @throws Problem if a loss stops being a number
     */
    public static Experiment run(
            TrainSettings settings,
            DataAndTeacher materials,
            ProgressMonitor monitor,
            boolean everyEpoch,
            Consumer<? super TrainEvent> out)
            throws Problem {
        return run(settings, CastFactory.of(settings), materials, monitor, everyEpoch, true, out);
    }

    /**
     * The same, where an arm whose loss stops being a number has no result, and the others go on.
     *
     * @param shared arms that other runs have trained
     */
    public static Experiment runAll(
            TrainSettings settings,
            DataAndTeacher materials,
            SharedArms shared,
            ProgressMonitor monitor,
            Consumer<? super TrainEvent> out)
            throws Problem {
        Cast cast = CastFactory.of(settings);
        return run(
                cast, settings, new Experiment(settings, cast, materials, shared, monitor), monitor, false, false, out);
    }

    /**
     * The same with another cast.
     *
     * @param whole whether an arm whose loss stops being a number ends the run; else it has no result, and the others go on
     */
    static Experiment run(
            TrainSettings settings,
            Cast cast,
            DataAndTeacher materials,
            ProgressMonitor monitor,
            boolean everyEpoch,
            boolean whole,
            Consumer<? super TrainEvent> out)
            throws Problem {
        return run(cast, settings, new Experiment(settings, cast, materials, monitor), monitor, everyEpoch, whole, out);
    }

    private static Experiment run(
            Cast cast,
            TrainSettings settings,
            Experiment experiment,
            ProgressMonitor monitor,
            boolean everyEpoch,
            boolean whole,
            Consumer<? super TrainEvent> out)
            throws Problem {
        Set<ArmName> lost = new TreeSet<>();
        if (everyEpoch) {
            out.accept(experiment.evaluate());
        }
        while (experiment.epochs() < cast.epochs()) {
            monitor.check(TrainEvent.Task.COMPARING, (double) experiment.epochs() / cast.epochs());
            StepReport report = experiment.step(settings.live());
            out.accept(report);
            report.allBroken().forEach(lost::add);
            check(whole, lost, settings, report.step());
            if (everyEpoch && experiment.atEpochEnd() && experiment.epochs() < cast.epochs()) {
                out.accept(sound(experiment, whole, lost, settings));
            }
        }
        Evaluation last = sound(experiment, whole, lost, settings);
        out.accept(last);
        out.accept(new TrainEvent.SeedFinished(SeedResult.of(settings.seed(), experiment, last, lost)));
        return experiment;
    }

    private static Evaluation sound(Experiment experiment, boolean whole, Set<ArmName> lost, TrainSettings settings)
            throws Problem {
        Evaluation evaluation = experiment.evaluate();
        evaluation.allBroken().forEach(lost::add);
        check(whole, lost, settings, evaluation.step());
        return evaluation;
    }

    private static void check(boolean whole, Set<ArmName> lost, TrainSettings settings, long step) throws Problem {
        if (whole && !lost.isEmpty()) {
            Problem arm = new Problem(ARM + lost.iterator().next().role().id());
            throw new Problem("run.diverged", String.valueOf(settings.seed()), arm, String.valueOf(step));
        }
    }
}
