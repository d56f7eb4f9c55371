package distillery.lesson;

import java.nio.file.Path;
import java.util.List;

/** Reads lesson folders. Whatever a file holds, what comes back is a lesson or sentences that say what to mend. */
public final class LessonReader {
    /** More files than these make no folder of lessons. */
    public static final int MOST_FILES = 1_000;

    private LessonReader() {}

    /** The lessons that come with the program, in the order of {@code lessons/index.txt}. */
    public static List<LessonFiles> onBoard() {
        return List.of();
    }

    /** A folder that is a lesson, or one that holds lesson folders, by name. */
    public static List<LessonFiles> read(Path folder) {
        return List.of();
    }
}
