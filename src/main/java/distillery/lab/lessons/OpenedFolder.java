package distillery.lab.lessons;

import distillery.data.PlainFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mark on the disk while a lesson folder is opened, until the program is known to have survived it: a folder that
 * stopped one start must not stop the next.
 */
public final class OpenedFolder {
    private final Path mark;
    private boolean failed;

    /** Looks whether the mark of an earlier start is left. */
    public OpenedFolder(Path mark) {
        this.mark = mark;
        failed = Files.exists(mark);
    }

    /** Whether the last start did not survive its folder, and no folder was opened since. */
    public boolean failed() {
        return failed;
    }

    /** Marks that this folder is being opened. */
    public void begin(Path folder) {
        failed = false;
        try {
            Files.createDirectories(mark.toAbsolutePath().getParent());
            if (Files.exists(mark) && !PlainFile.is(mark)) {
                return; // to write into a pipe is to wait for its reader
            }
            Files.write(mark, folder.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            // Then the next start opens it again; that nothing can be kept is said elsewhere.
        }
    }

    /** Marks that the program has survived it. */
    public void calm() {
        if (!failed) {
            try {
                Files.deleteIfExists(mark);
            } catch (IOException unwritable) {
                // Then the next start says so instead of opening it.
            }
        }
    }
}
