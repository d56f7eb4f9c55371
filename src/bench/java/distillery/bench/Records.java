package distillery.bench;

import distillery.data.Problem;
import distillery.net.Engine;
import distillery.train.DataAndTeacher;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunRecord;
import distillery.train.archive.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs to fill an archive with. */
final class Records {
    static final int MANY = 1_000;

    private Records() {}

    /** A thousand of them in a folder; returns how many bytes they take. */
    static long many(Path folder) throws Problem, IOException {
        RunArchive archive = new RunArchive(folder);
        Path first = folder.resolve(archive.add(one()));
        for (int i = 1; i < MANY; i++) {
            Files.copy(first, first.resolveSibling(i + "-" + first.getFileName()));
        }
        return MANY * Files.size(first);
    }

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
