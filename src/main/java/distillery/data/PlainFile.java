package distillery.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Tells files that can be read to their end from whatever else can stand in their place: a folder, a pipe that nobody
 * writes to, a device without an end, a system file that blocks until something happens.
 */
public final class PlainFile {
    /** Where files are made up while they are read; they call themselves empty. */
    private static final Set<String> MADE_UP = Set.of("proc", "tracefs", "debugfs");

    private PlainFile() {}

    /** Whether it is one, links followed. */
    public static boolean is(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.isRegularFile()
                    && (file.size() > 0
                            || !MADE_UP.contains(Files.getFileStore(path).type()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
