package distillery.view.lessons;

import distillery.lab.LessonShelf;
import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the open lesson comes from, so that it is found again even after its author has given it another id. */
final class Origin {
    private final LessonShelf shelf;
    private @Nullable Path root;
    private @Nullable String folder;

    Origin(LessonShelf shelf) {
        this.shelf = shelf;
    }

    /** Remembers the folder among the teacher's own that holds this lesson. */
    void follow(@Nullable Lesson lesson) {
        root = shelf.folderProperty().get();
        folder = shelf.own().stream()
                .filter(files -> lesson != null && files.lessons().containsValue(lesson))
                .map(LessonFiles::folder)
                .findFirst()
                .orElse(null);
    }

    /** What that folder holds now; empty if it is none of the teacher's own, or no longer open. */
    Optional<Lesson> find(Locale language) {
        if (root == null || !root.equals(shelf.folderProperty().get())) {
            return Optional.empty();
        }
        return shelf.own().stream()
                .filter(files -> files.folder().equals(folder))
                .flatMap(files -> files.in(language).stream())
                .findFirst();
    }
}
