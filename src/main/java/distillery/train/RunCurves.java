package distillery.train;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Takes down the curves of a run as tables, every number in full. */
public final class RunCurves implements Consumer<TrainEvent> {
    private final StringBuilder steps = new StringBuilder();
    private final StringBuilder tests = new StringBuilder();
    private final Csv stepRows = new Csv(steps);
    private final Csv testRows = new Csv(tests);

    /** Tables with nothing but their headers. */
    public RunCurves() {
        try {
            stepRows.row(
                    "step",
                    "epoch",
                    "student",
                    "hard",
                    "soft",
                    "softTimesT2",
                    "total",
                    "temperature",
                    "own",
                    "pattern");
            testRows.row("step", "epoch", "student", "errors", "accuracy", "agreement", "hardLoss");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void accept(TrainEvent event) {
        try {
            if (event instanceof StepReport report) {
                take(report);
            } else if (event instanceof Evaluation evaluation) {
                take(evaluation);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A row for each step of each arm. */
    AtomicFile.Content steps() {
        return Csv.file(out -> out.append(steps));
    }

    /** A row for each test of each arm. */
    AtomicFile.Content tests() {
        return Csv.file(out -> out.append(tests));
    }

    private void take(StepReport report) throws IOException {
        for (var each : report.arms().entrySet()) {
            StepReport.ArmStep step = each.getValue();
            stepRows.row(
                    report.step(),
                    report.epoch(),
                    each.getKey(),
                    step.hard(),
                    step.soft(),
                    step.softTimesT2(),
                    step.total(),
                    report.live().knobs().temperature(),
                    step.own(),
                    step.pattern());
        }
    }

    private void take(Evaluation evaluation) throws IOException {
        for (var each : evaluation.arms().entrySet()) {
            Evaluation.Score score = each.getValue();
            testRows.row(
                    evaluation.step(),
                    evaluation.epoch(),
                    each.getKey(),
                    score.errors(),
                    score.accuracy(),
                    score.agreement(),
                    score.hardLoss());
        }
    }
}
