package distillery.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What becomes of a file of the program's own that makes no sense. */
public final class SpoiledFile {
    private static final String ENDING = ".bad";

    private SpoiledFile() {}

    /** Puts it out of the way under a name of its own, for whoever wants to look at it: nothing ever replaces it. */
    public static void putAside(Path file) {
        try {
            int number = 1;
            Path aside = file.resolveSibling(file.getFileName() + ENDING);
            while (Files.exists(aside)) {
                number++;
                aside = file.resolveSibling(file.getFileName() + ENDING + number);
            }
            Files.move(file, aside);
        } catch (IOException stuck) {
            // Then it stays where it is: it is only a memory, and the next write replaces it.
        }
    }
}
