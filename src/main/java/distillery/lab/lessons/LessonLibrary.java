package distillery.lab.lessons;

import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import distillery.lesson.LessonReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lessons there are: those that come with the program, and those of a teacher's own folder, which is read again
 * whenever one of its files changes. A lesson that can no longer be read stays as it last could, beside its problems.
 */
public final class LessonLibrary {
    private final ObservableList<LessonFiles> included = FXCollections.observableArrayList();
    private final ObservableList<LessonFiles> own = FXCollections.observableArrayList();
    // Kept, for such a view is updated only as long as it is referenced.
    private final ObservableList<LessonFiles> includedToRead = FXCollections.unmodifiableObservableList(included);
    private final ObservableList<LessonFiles> ownToRead = FXCollections.unmodifiableObservableList(own);
    private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>(this, "folder");
    private final Executor files;
    private final Executor later;
    private final Executor window;
    private final Function<Path, List<LessonFiles>> reader;
    /** Counts openings and closings: a check of a folder that was open before schedules no other. */
    private int turn;

    /**
     * An empty library.
     *
     * @param files reads files, one after the other
     * @param later does the same after a pause, between two looks at the folder
     * @param window runs what touches properties
     */
    public LessonLibrary(Executor files, Executor later, Executor window) {
        this(files, later, window, LessonReader::read);
    }

    /** An empty library of lessons that {@code reader} reads. */
    LessonLibrary(Executor files, Executor later, Executor window, Function<Path, List<LessonFiles>> reader) {
        this.files = files;
        this.later = later;
        this.window = window;
        this.reader = reader;
    }

    /** The lessons that come with the program. */
    public ObservableList<LessonFiles> included() {
        return includedToRead;
    }

    /** The lessons of the teacher's own folder. */
    public ObservableList<LessonFiles> own() {
        return ownToRead;
    }

    /** The teacher's own folder; null for none. */
    public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** Reads the included lessons. */
    public void start() {
        files.execute(() -> {
            List<LessonFiles> read = LessonReader.included();
            window.execute(() -> included.setAll(read));
        });
    }

    /** Opens a folder, a lesson or one that holds lessons, in place of the one before; watches it from then on. */
    public void open(Path path) {
        open(path, Runnable::run);
    }

    /** The same, but nothing is read of it before its time has come; then {@code inTime} goes on, in the window's thread. */
    public void open(Path path, Executor inTime) {
        Path absolute = path.toAbsolutePath().normalize();
        int now = ++turn;
        folder.set(absolute);
        own.clear();
        inTime.execute(() -> {
            if (now == turn) {
                files.execute(() -> look(absolute, now, Map.of()));
            }
        });
    }

    /** Closes the teacher's own folder. */
    public void close() {
        turn++;
        folder.set(null);
        own.clear();
    }

    /** Reads the folder if its files are not as they were, and comes back after a while whatever happened. */
    private void look(Path path, int mine, Map<Path, String> before) {
        Map<Path, String> now = FolderSnapshot.of(path);
        try {
            if (!now.equals(before)) {
                List<LessonFiles> read = reader.apply(path);
                window.execute(() -> take(mine, read));
            }
        } finally {
            window.execute(() -> {
                if (mine == turn) {
                    later.execute(() -> look(path, mine, now));
                }
            });
        }
    }

    private void take(int mine, List<LessonFiles> read) {
        if (mine == turn) {
            own.setAll(read.stream().map(this::withLastGood).toList());
        }
    }

    private LessonFiles withLastGood(LessonFiles next) {
        Map<Locale, Lesson> lessons = new HashMap<>();
        if (!next.problems().isEmpty()) {
            own.stream()
                    .filter(each -> each.folder().equals(next.folder()))
                    .forEach(each -> lessons.putAll(each.lessons()));
        }
        lessons.putAll(next.lessons());
        return new LessonFiles(next.folder(), lessons, next.problems());
    }
}
