package distillery.train;

import distillery.data.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** Whole runs without a hand on the sliders, seed after seed: what a verdict is made of. */
public final class SeedRuns {
    private SeedRuns() {}

    /**
     * Runs all epochs for the settings' seed. Teacher and data are the same for all seeds; which images are labelled,
     * first weights and order differ.
     *
     * @param out gets every report on the way and {@link TrainEvent.Tried} at the end
     * @throws java.util.concurrent.CancellationException if the watch loses patience
     * @throws Problem if a loss stops being a number
     */
    public static Experiment run(
            TrainSettings settings, DataAndTeacher materials, ProgressMonitor watch, Consumer<? super TrainEvent> out)
            throws Problem {
        Experiment experiment = new Experiment(settings, materials, watch);
        Evaluation evaluation = experiment.evaluate();
        out.accept(evaluation);
        while (experiment.epochs() < settings.epochs()) {
            watch.check(TrainEvent.Phase.COMPARING, (double) experiment.epochs() / settings.epochs());
            StepReport report = experiment.step(settings.live());
            out.accept(report);
            check(report.broken(), settings, report);
            if (experiment.atEpochEnd()) {
                evaluation = experiment.evaluate();
                check(evaluation.broken(), settings, report);
                out.accept(evaluation);
            }
        }
        out.accept(new TrainEvent.Tried(SeedResult.of(settings.seed(), experiment, evaluation)));
        return experiment;
    }

    private static void check(Optional<Student> broken, TrainSettings settings, StepReport report) throws Problem {
        if (broken.isPresent()) {
            throw new Problem(
                    "run.diverged",
                    String.valueOf(settings.seed()),
                    switch (broken.get()) {
                        case LABELS_ONLY -> 0;
                        case DISTILLED -> 1;
                        case CONTROL -> 2;
                    },
                    String.valueOf(report.step()));
        }
    }
}
