package distillery.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Which of several running programs a folder belongs to: the first one, until it ends, however it ends. Where the
 * system knows no locks, as on some network drives, it belongs to everybody. For one thread at a time.
 */
public final class FolderClaim implements AutoCloseable {
    private static final String FILE = "lock";
    private static final long OWNER = 0;
    private static final long WRITER = 1;

    private final Path folder;
    private @Nullable FileChannel channel;
    private @Nullable FileLock owner;

    public FolderClaim(Path folder) {
        this.folder = folder;
    }

    /** Whether it is mine; where it was another's that has ended since, it is from now on. */
    public boolean isMine() {
        if (owner != null) {
            return true;
        }
        try {
            owner = channel().tryLock(OWNER, 1, false);
            return owner != null;
        } catch (OverlappingFileLockException other) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }

    /** Something that may be refused. */
    @FunctionalInterface
    public interface Writing {
        void write() throws Problem;
    }

    /** Reads and writes while no other program does; a moment's wait, for nobody does so for long. */
    public void alone(Writing writing) throws Problem {
        FileLock held = writer();
        try {
            writing.write();
        } finally {
            release(held);
        }
    }

    private static void release(@Nullable FileLock held) {
        try {
            if (held != null) {
                held.release();
            }
        } catch (IOException stuck) {
            // It ends with the program.
        }
    }

    private @Nullable FileLock writer() {
        try {
            return channel().lock(WRITER, 1, false);
        } catch (OverlappingFileLockException | IOException noLocks) {
            return null;
        }
    }

    private FileChannel channel() throws IOException {
        if (channel == null) {
            Path file = folder.resolve(FILE);
            if (Files.exists(file) && !PlainFile.is(file)) {
                throw new IOException("no file"); // to open a pipe is to wait for its reader
            }
            channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        }
        return channel;
    }

    /** Releases the folder. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException stuck) {
            // It ends with the program.
        }
        channel = null;
        owner = null;
    }
}
