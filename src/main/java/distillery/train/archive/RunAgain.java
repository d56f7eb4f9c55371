package distillery.train.archive;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.LiveSettings;
import distillery.train.MaterialsCache;
import distillery.train.ProgressMonitor;
import distillery.train.StepReport;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a run that is kept once more: the same settings and seeds, the sliders moved at the same steps, tests at the same
 * steps, weights taken back where they were, as many threads for each net. On the same machine with the same versions every number is the same, bit for bit.
 */
public final class RunAgain {
    private final RunRecord run;
    private final MaterialsCache cache;
    private final ProgressMonitor monitor;
    private final Consumer<? super TrainEvent> out;

    /** Does nothing yet; {@code out} gets every report on the way. */
    public RunAgain(RunRecord run, MaterialsCache cache, ProgressMonitor monitor, Consumer<? super TrainEvent> out) {
        this.run = run;
        this.cache = cache;
        this.monitor = monitor;
        this.out = out;
    }

    /**
     * Runs it. What is written on the run stays on it.
     *
     * @throws java.util.concurrent.CancellationException if the monitor is cancelled
     * @throws Problem if data or teacher are not there any more
     */
    public RunRecord make() throws Problem {
        RunHeader header = run.header();
        int before = Engine.threads();
        Engine.start();
        Engine.onThisThread(header.provenance().threads());
        try {
            TrainSettings settings = header.settings();
            DataAndTeacher materials = cache.materials(settings, monitor).twin();
            RunRecorder recorder = new RunRecorder(settings, header.planned(), materials.teacher(), header.points());
            for (int i = 0; i < header.seeds().size(); i++) {
                make(i, materials, recorder);
            }
            return recorder.record(header.ending()).with(header.label());
        } finally {
            Engine.onThisThread(before);
        }
    }

    private void make(int index, DataAndTeacher materials, RunRecorder recorder) throws Problem {
        SeedRecord seed = run.header().seeds().get(index);
        recorder.begin(seed.seed());
        TrainSettings settings = run.header().settings().withSeed(seed.seed());
        Experiment experiment = new Experiment(settings, materials, monitor);
        Set<Long> tested = tested(run.curves().get(index));
        Map<Long, Long> returns = new HashMap<>();
        seed.returns().forEach(each -> returns.put(each.step(), each.to()));
        tested.addAll(returns.values()); // a test remembers the weights
        List<SeedRecord.Change> changes = seed.changes();
        LiveSettings live = settings.live();
        int next = 0;
        while (true) {
            if (tested.contains(experiment.steps())) {
                pass(experiment.evaluate(), recorder);
            }
            if (experiment.steps() == seed.steps()) {
                break;
            }
            monitor.check(TrainEvent.Task.COMPARING, (double) experiment.steps() / seed.steps());
            if (next < changes.size() && changes.get(next).step() == experiment.steps() + 1) {
                live = changes.get(next++).live();
            }
            StepReport report = experiment.step(live);
            pass(report, recorder);
            Long to = returns.get(report.step());
            if (to != null && report.step() < seed.steps()) {
                experiment.goBack();
                recorder.goBack(report.step(), to);
            }
        }
        recorder.end(experiment);
        out.accept(new TrainEvent.SeedFinished(recorder.last()));
    }

    private static Set<Long> tested(SeedCurves curves) {
        Set<Long> steps = new HashSet<>();
        curves.tests().values().forEach(curve -> Arrays.stream(curve.steps()).forEach(steps::add));
        return steps;
    }

    private void pass(TrainEvent event, RunRecorder recorder) {
        recorder.accept(event);
        out.accept(event);
    }
}
