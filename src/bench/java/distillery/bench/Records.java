package distillery.bench;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;
import distillery.train.archive.RunRecord;
import distillery.train.archive.RunRecorder;

/** Runs to fill an archive with. */
final class Records {
    private Records() {}

    /** A whole run of the toy function with curves of full length. */
    static RunRecord one() throws Problem {
        Engine.start();
        TrainSettings settings = Preset.TOY.settings().with(draft -> draft.epochs = 60);
        ProgressMonitor monitor = ProgressMonitor.none();
        DataAndTeacher materials = new MaterialsCache().materials(settings, monitor);
        RunRecorder recorder = new RunRecorder(settings, 1, materials.teacher());
        recorder.begin(settings.seed());
        recorder.end(SeedRuns.run(settings, materials, monitor, true, recorder));
        return recorder.record();
    }
}
