package distillery.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the files that the program keeps between runs, so that none of them can prevent a start. What cannot be used is
 * put aside under a name of its own, where nothing ever replaces it, and this is reported.
 */
public final class QuarantinedFile {
    private static final String ENDING = ".bad";

    private QuarantinedFile() {}

    /** Makes something of a file that is there, and a regular one. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Path file) throws IOException, Problem;
    }

    /** What the file says; what there is first where there is no file, or one that cannot be used. */
    public static <T> T read(Path file, Supplier<T> first, Reading<T> reading, Consumer<Problem> told) {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return first.get();
            }
            if (!PlainFile.is(file)) {
                throw new Problem("file.notFile", file.toString());
            }
            return reading.from(file);
        } catch (IOException | Problem | RuntimeException | StackOverflowError | OutOfMemoryError spoiled) {
            told.accept(putAside(file, spoiled));
            return first.get();
        }
    }

    private static Problem putAside(Path file, Throwable why) {
        try {
            int number = 1;
            Path aside = file.resolveSibling(file.getFileName() + ENDING);
            while (Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                number++;
                aside = file.resolveSibling(file.getFileName() + ENDING + number);
            }
            Files.move(file, aside);
            return new Problem(why, "memory.spoiled", file.toString(), aside.toString());
        } catch (IOException stuck) {
            return new Problem(why, "memory.stuck", file.toString());
        }
    }
}
