package distillery.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A temporary file under a hidden name beside the file that it becomes: {@code .name.UUID}. Its writer holds a lock on
 * it, which distinguishes it from one that a killed program left behind.
 */
final class PassingFile {
    private static final Pattern NAME =
            Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.DOTALL);

    /** A name of 255 bytes is the longest that most systems take; dots and UUID need 38 of them. */
    private static final int LONGEST_STEM = 217;

    /** A second lock of one process on one file would undo the first, so its own files are not even looked at. */
    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;

    /** What is to become of this file. */
    PassingFile(Path file) {
        path = file.resolveSibling("." + stem(file) + "." + UUID.randomUUID());
    }

    Path path() {
        return path;
    }

    void fill(AtomicFile.Content content) throws IOException {
        OWN.add(String.valueOf(path.getFileName()));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            lock(channel);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /**
     * Becomes a file that must not be there yet. A second name for the same file is given in one go, and only where there
     * is none; to ask and then to move would leave a moment in between.
     */
    void becomeNew(Path file) throws IOException {
        try {
            Files.createLink(file, path);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException | UnsupportedOperationException noSecondNames) {
            Files.move(path, file); // asks just before: as well as such a disk can do
        }
    }

    /** Gone, whether it was filled or moved or not. */
    void forget() {
        OWN.remove(String.valueOf(path.getFileName()));
        try {
            Files.deleteIfExists(path);
        } catch (IOException stuck) {
            // It is swept another time.
        }
    }

    /** Removes what was left of files of this name. */
    static void sweepBeside(Path file) {
        String stem = stem(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            sweep(folder, stem::equals);
        }
    }

    /** Removes what killed programs left in a folder; never a link, a folder, or what is still being written. */
    static void sweep(Path folder, Predicate<String> stems) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                Matcher passing = NAME.matcher(name);
                if (passing.matches() && stems.test(passing.group(1)) && !OWN.contains(name)) {
                    removeIfLeft(file);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // Nothing depends on it.
        }
    }

    private static void removeIfLeft(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (lock(channel)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException living) {
            // It may be swept another time.
        }
    }

    /** Whether it has the file for itself; some systems know no locks, and there nobody has. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException noLocks) {
            return false;
        }
    }

    private static String stem(Path file) {
        StringBuilder stem = new StringBuilder();
        int bytes = 0;
        for (int point : String.valueOf(file.getFileName()).codePoints().toArray()) {
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_STEM) {
                break;
            }
            stem.appendCodePoint(point);
        }
        return stem.toString();
    }
}
