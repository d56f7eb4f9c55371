package distillery.view.lessons;

import distillery.lab.lessons.LessonLibrary;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the open lesson comes from, so that it is found again even after its author has given it another id, and never
 * taken for one of the same id from elsewhere.
 */
final class LessonIdentity {
    private final LessonLibrary library;
    private @Nullable Path root;
    private @Nullable String folder;
    private @Nullable String id;

    LessonIdentity(LessonLibrary library) {
        this.library = library;
    }

    /** Remembers the folder among the teacher's own that holds this lesson, if one does; else it is an included one. */
    void follow(@Nullable Lesson lesson) {
        id = lesson == null ? null : lesson.id();
        root = library.folderProperty().get();
        folder = library.own().stream()
                .filter(files -> lesson != null && files.lessons().containsValue(lesson))
                .map(LessonFiles::folder)
                .findFirst()
                .orElse(null);
    }

    /** What is to be found there now; empty for nothing, or if the teacher's folder is no longer open. */
    Optional<Lesson> find(Locale language) {
        if (folder == null) {
            return library.included().stream()
                    .flatMap(files -> files.in(language).stream())
                    .filter(lesson -> lesson.id().equals(id))
                    .findFirst();
        }
        if (root == null || !root.equals(library.folderProperty().get())) {
            return Optional.empty();
        }
        return library.own().stream()
                .filter(files -> files.folder().equals(folder))
                .flatMap(files -> files.in(language).stream())
                .findFirst();
    }
}
