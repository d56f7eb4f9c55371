package distillery.train;

import distillery.data.Problem;
import java.util.Optional;
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
        return run(settings, CastFactory.of(settings), materials, monitor, everyEpoch, out);
    }

    /** The same with another cast. */
    public static Experiment run(
            TrainSettings settings,
            Cast cast,
            DataAndTeacher materials,
            ProgressMonitor monitor,
            boolean everyEpoch,
            Consumer<? super TrainEvent> out)
            throws Problem {
        Experiment experiment = new Experiment(settings, cast, materials, monitor);
        if (everyEpoch) {
            out.accept(experiment.evaluate());
        }
        while (experiment.epochs() < cast.epochs()) {
            monitor.check(TrainEvent.Task.COMPARING, (double) experiment.epochs() / cast.epochs());
            StepReport report = experiment.step(settings.live());
            out.accept(report);
            check(report.broken(), settings, report.step());
            if (everyEpoch && experiment.atEpochEnd() && experiment.epochs() < cast.epochs()) {
                out.accept(sound(experiment, settings));
            }
        }
        Evaluation last = sound(experiment, settings);
        out.accept(last);
        out.accept(new TrainEvent.SeedFinished(SeedResult.of(settings.seed(), experiment, last)));
        return experiment;
    }

    private static Evaluation sound(Experiment experiment, TrainSettings settings) throws Problem {
        Evaluation evaluation = experiment.evaluate();
        check(evaluation.broken(), settings, evaluation.step());
        return evaluation;
    }

    private static void check(Optional<ArmName> broken, TrainSettings settings, long step) throws Problem {
        if (broken.isPresent()) {
            Problem arm = new Problem(ARM + broken.get().role().id());
            throw new Problem("run.diverged", String.valueOf(settings.seed()), arm, String.valueOf(step));
        }
    }
}
