package distillery.lab.setup;

import distillery.data.AtomicFile;
import distillery.data.FolderClaim;
import distillery.data.Problem;
import distillery.data.SystemReason;
import distillery.lab.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Keeps things in the program's own folder: decides which of several windows may write, and reports where writing
 * fails. A failure is reported once, until writing has worked again; the next change tries again.
 */
public final class Memory {
    private static final int PROBE = 1 << 14;

    private final UserFolder home;
    private final Executor disk;
    private final Consumer<Problem> told;
    private final FolderClaim claim;
    private final Set<Path> failing = new HashSet<>();

    /** Some writing that may be refused. */
    @FunctionalInterface
    public interface Writing {
        void write() throws Problem;
    }

    /** Keeps things in {@code home}, written by {@code disk}, one after the other. */
    public Memory(UserFolder home, Executor disk, Executor window, Messages messages) {
        this.home = home;
        this.disk = disk;
        this.told = problem -> window.execute(() -> messages.notice(problem));
        this.claim = new FolderClaim(home.folder());
    }

    public UserFolder home() {
        return home;
    }

    /** Who is told that something remembered could not be used, or that something cannot be kept. */
    public Consumer<Problem> told() {
        return told;
    }

    /** Checks that the folder is free and writable, so that a problem is reported before anything is to be kept. */
    public void begin() {
        disk.execute(() -> {
            Path probe = home.folder().resolve("probe");
            attempt(probe, () -> {
                AtomicFile.write(probe, out -> out.write(new byte[PROBE]));
                delete(probe);
            });
            if (claim.isMine()) {
                AtomicFile.sweep(home.folder());
            } else {
                told.accept(new Problem("memory.shared", home.folder().toString()));
            }
        });
    }

    /** Keeps something, unless the folder is another window's. */
    public void keep(Path file, Writing writing) {
        disk.execute(() -> {
            if (claim.isMine()) {
                attempt(file, writing);
            }
        });
    }

    /** Keeps something that all windows write, each after the other. */
    public void keepTogether(Path file, Writing writing) {
        disk.execute(() -> attempt(file, () -> claim.alone(writing::write)));
    }

    /** Releases the folder after all pending writes. */
    public void end() {
        disk.execute(claim::close);
    }

    private void attempt(Path file, Writing writing) {
        try {
            home.prepare();
            writing.write();
            failing.remove(file);
        } catch (Problem unwritable) {
            if (failing.isEmpty()) {
                Throwable cause = unwritable.getCause() == null ? unwritable : unwritable.getCause();
                Problem reason = SystemReason.of(cause);
                told.accept(new Problem(
                        unwritable, "memory.unwritable", home.folder().toString(), reason));
            }
            failing.add(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            // A file left behind does no harm.
        }
    }
}
