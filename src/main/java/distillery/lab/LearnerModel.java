package distillery.lab;

import distillery.data.Csv;
import distillery.data.Problem;
import distillery.lesson.Progress;
import distillery.lesson.Progress.Standing;
import distillery.lesson.ProgressFile;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whoever learns here: how far in which lesson, and with which answers. A file keeps it over restarts. */
public final class LearnerModel {
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(this, "progress", Progress.NONE);
    private final Home home;
    private final Executor files;
    private final Saving saving;

    /** A fresh learner. What is kept goes into {@code home}, written by {@code files}. */
    public LearnerModel(Home home, Executor files, Executor window, Messages messages) {
        this.home = home;
        this.files = files;
        saving = new Saving(files, window, messages);
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Where the learner stands in the lesson of this id. */
    public Standing standing(String lesson) {
        return progress.get().of(lesson);
    }

    /** Takes up what the last run of the program left. */
    public void recall() {
        progress.set(ProgressFile.read(home.progressFile()));
    }

    /** A fresh student: everything is forgotten, on the disk as well. */
    public void wipe() {
        set(Progress.NONE);
    }

    /** Writes all answers as a table. */
    public void export(Path file) {
        Progress now = progress.get();
        saving.write(file, Csv.file(now::writeCsv));
    }

    void keep(String lesson, Standing standing) {
        if (!standing.equals(standing(lesson))) {
            set(progress.get().with(lesson, standing));
        }
    }

    private void set(Progress next) {
        progress.set(next);
        files.execute(() -> {
            try {
                home.prepare();
                ProgressFile.write(home.progressFile(), next);
            } catch (Problem unwritable) {
                // Only a memory is lost, and the next change tries again.
            }
        });
    }
}
