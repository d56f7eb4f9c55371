package distillery.lab.lessons;

import distillery.data.Agreed;
import distillery.data.Csv;
import distillery.lab.BackgroundWriter;
import distillery.lab.Messages;
import distillery.lab.setup.Memory;
import distillery.lesson.Progress;
import distillery.lesson.Progress.Standing;
import distillery.lesson.ProgressFile;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The learner's progress and answers in all lessons. A file keeps them between runs. */
public final class LearnerModel {
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final Memory memory;
    /** What was learnt in this window, for another one may be open at the same time. */
    private Progress here = Progress.NONE;

    private final BackgroundWriter saving;

    /**
     * A learner without progress. What is kept goes into {@code memory}; what is exported is written by {@code files}.
     */
    public LearnerModel(Memory memory, Executor files, Executor window, Messages messages) {
        this.memory = memory;
        saving = new BackgroundWriter(files, window, messages);
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Where the learner stands in the lesson of this id. */
    public Standing standing(String lesson) {
        return progress.get().of(lesson);
    }

    /** Loads what the last run of the program kept. */
    public void recall() {
        progress.set(ProgressFile.read(memory.home().progressFile(), memory.told()));
    }

    /** Deletes all progress, on the disk as well. */
    public void wipe() {
        here = Progress.NONE;
        set(Progress.NONE, there -> Progress.NONE);
    }

    /** Writes all answers as a table. */
    public void export(Agreed file) {
        Progress now = progress.get();
        saving.write(file, Csv.file(now::writeCsv));
    }

    public void keep(String lesson, Standing standing) {
        if (!standing.equals(standing(lesson))) {
            here = here.with(lesson, standing);
            boolean again = standing.equals(Standing.NONE);
            set(progress.get().with(lesson, standing), there -> again ? there.with(lesson, standing) : there);
        }
    }

    /** Another window may have written meanwhile: what was learnt there stays. */
    private void set(Progress next, UnaryOperator<Progress> forget) {
        progress.set(next);
        Progress mine = here;
        Path file = memory.home().progressFile();
        memory.keepTogether(file, () -> {
            Progress there = forget.apply(ProgressFile.read(file, memory.told()));
            ProgressFile.write(file, there.joined(mine));
        });
    }
}
