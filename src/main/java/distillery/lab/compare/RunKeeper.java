package distillery.lab.compare;

import distillery.data.Problem;
import distillery.train.Experiment;
import distillery.train.RunWitness;
import distillery.train.Teacher;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.archive.RunArchive;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader;
import distillery.train.archive.RunHeader.Ending;
import distillery.train.archive.RunRecord;
import distillery.train.archive.RunRecorder;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every run that made a step: at its end, where it rests, and where another takes its place. A run that goes on stays
 * one run.
 */
final class RunKeeper implements RunWitness {
    private final RunArchive archive;
    private final Keeping keeping;
    private final Consumer<Kept> told;
    private final AtomicBoolean pinning = new AtomicBoolean();

    /** Keeps runs in this archive; {@code told} hears of each, on the thread that writes. */
    RunKeeper(RunArchive archive, Keeping keeping, Consumer<Kept> told) {
        this.archive = archive;
        this.keeping = keeping;
        this.told = told;
    }

    @Override
    public Notes begin(TrainSettings settings, int planned, Teacher teacher) {
        return new OneRun(new RunRecorder(settings, planned, teacher));
    }

    /** The next run that is kept is pinned. */
    void pinNext() {
        pinning.set(true);
    }

    private final class OneRun implements Notes {
        private final RunRecorder recorder;
        private long seed;
        private long seedKept;
        private long stepsKept;
        /** For the thread that writes. */
        private @Nullable String id;

        OneRun(RunRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public void seed(long next) {
            seed = next;
            recorder.begin(next);
        }

        @Override
        public void goBack(long step, long to) {
            recorder.goBack(step, to);
        }

        @Override
        public void accept(TrainEvent event) {
            recorder.accept(event);
        }

        @Override
        public void end(Experiment experiment, boolean arrived) {
            boolean nothingNew = stepsKept == experiment.steps() && (stepsKept == 0 || seedKept == seed);
            boolean pinned = experiment.steps() > 0 && pinning.getAndSet(false);
            if (experiment.steps() == 0 || (nothingNew && !pinned)) {
                return;
            }
            if (!nothingNew) {
                recorder.end(experiment);
                stepsKept = experiment.steps();
                seedKept = seed;
                RunRecord record = arrived ? recorder.record() : recorder.record(Ending.STOPPED);
                keeping.keep(archive.folder(), () -> write(record));
            }
            if (pinned) {
                keeping.keep(archive.folder(), this::pin);
            }
        }

        private void write(RunRecord record) throws Problem {
            String written = id == null ? archive.add(record) : archive.replace(id, record);
            id = written;
            told.accept(new Kept(written, archive.header(written)));
        }

        private void pin() throws Problem {
            if (id != null) {
                RunHeader header = archive.header(id);
                archive.relabel(id, header.label().withPinned(true));
                told.accept(new Kept(id, archive.header(id)));
            }
        }
    }
}
