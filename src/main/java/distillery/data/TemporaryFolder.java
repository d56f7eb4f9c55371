package distillery.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder for the temporary files of one run, such as JavaFX and AWT make of each font. The start script makes it, for
 * Java takes no other once it runs, and names it after the process: {@code distillery-PID-xxxxxx}. It goes when the
 * program ends, and with the next start where it was killed.
 */
public final class TemporaryFolder {
    private static final Pattern NAME = Pattern.compile("distillery-([0-9]{1,18})-\\w+");

    private TemporaryFolder() {}

    /** Has Java's own go when the program ends, if it is for this run alone, and removes what is left of others. */
    public static void tidy() {
        try {
            Path mine = Path.of(System.getProperty("java.io.tmpdir", ""));
            if (process(mine) != ProcessHandle.current().pid()) {
                return;
            }
            FolderClaim claim = new FolderClaim(mine);
            claim.isMine();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                claim.close(); // which is held until then
                remove(mine);
            }));
            Thread sweeper = new Thread(() -> sweep(mine, TemporaryFolder::lives), "temporary files");
            sweeper.setDaemon(true);
            sweeper.start();
        } catch (RuntimeException unknown) {
            // Then it stays the system's.
        }
    }

    /**
     * Removes the folders beside this one of programs that have ended; never one of another user, nor through a link.
     */
    static void sweep(Path mine, LongPredicate lives) {
        Path shared = mine.toAbsolutePath().getParent();
        if (shared == null) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(shared, "distillery-*")) {
            for (Path folder : folders) {
                long process = process(folder);
                if (process >= 0 && !lives.test(process) && isLeft(folder, mine)) {
                    remove(folder);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // Nothing depends on it.
        }
    }

    private static boolean isLeft(Path folder, Path mine) throws IOException {
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine));
        if (!own) {
            return false;
        }
        try (FolderClaim claim = new FolderClaim(folder)) {
            return claim.isMine(); // in another container, a running process has a number unknown here
        }
    }

    private static boolean lives(long process) {
        return ProcessHandle.of(process).isPresent();
    }

    /** The process that a folder of this name is for; -1 for none. */
    private static long process(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    private static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException | RuntimeException stuck) {
            // A file left behind does no harm.
        }
    }

    /** Goes on where something cannot be removed. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
            return delete(folder);
        }

        private static FileVisitResult delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stuck) {
                // Another time, perhaps.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
