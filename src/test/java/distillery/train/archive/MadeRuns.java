package distillery.train.archive;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.Experiment;
import distillery.train.LiveSettings;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;

/** Runs of a second or less. */
public final class MadeRuns {
    private MadeRuns() {}

    /** The toy function, for a few epochs. */
    public static TrainSettings toy(int epochs) {
        return Preset.TOY.settings().with(draft -> draft.epochs = epochs);
    }

    /** A whole run of these seeds, tested after each epoch. */
    public static RunRecord run(TrainSettings settings, int seeds) throws Problem {
        Engine.start();
        ProgressMonitor monitor = ProgressMonitor.none();
        DataAndTeacher materials = new MaterialsCache().materials(settings, monitor);
        RunRecorder recorder = new RunRecorder(settings, seeds, materials.teacher());
        for (int i = 0; i < seeds; i++) {
            long seed = settings.seed() + i;
            recorder.begin(seed);
            recorder.end(SeedRuns.run(settings.withSeed(seed), materials, monitor, true, recorder));
        }
        return recorder.record();
    }

    /** A run that went on from its first weights after a few steps. */
    static RunRecord takenBack(TrainSettings settings) throws Problem {
        Engine.start();
        ProgressMonitor monitor = ProgressMonitor.none();
        DataAndTeacher materials = new MaterialsCache().materials(settings, monitor);
        RunRecorder recorder = new RunRecorder(settings, 1, materials.teacher());
        recorder.begin(settings.seed());
        Experiment experiment = new Experiment(settings, materials, monitor);
        recorder.accept(experiment.evaluate());
        for (int i = 0; i < 9; i++) {
            recorder.accept(experiment.step(settings.live()));
            if (i == 4) {
                recorder.goBack(experiment.steps(), experiment.goBack());
            }
        }
        recorder.end(experiment);
        return recorder.record();
    }

    /** A run that was stopped in the middle of an epoch, after its sliders were moved. */
    static RunRecord stopped(TrainSettings settings) throws Problem {
        Engine.start();
        ProgressMonitor monitor = ProgressMonitor.none();
        DataAndTeacher materials = new MaterialsCache().materials(settings, monitor);
        RunRecorder recorder = new RunRecorder(settings, 1, materials.teacher());
        recorder.begin(settings.seed());
        Experiment experiment = new Experiment(settings, materials, monitor);
        recorder.accept(experiment.evaluate());
        LiveSettings live = settings.live();
        for (int i = 0; i < 13; i++) {
            live = i == 5 ? live.withLearningRate(0.01).withBatchSize(32) : live;
            recorder.accept(experiment.step(live));
        }
        recorder.end(experiment);
        return recorder.record(RunHeader.Ending.STOPPED);
    }
}
