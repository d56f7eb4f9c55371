package distillery.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Writes a file whole or not at all. */
public final class AtomicFile {
    /** Somebody else's sweeping may come between filling and moving, once. */
    private static final int ATTEMPTS = 3;

    private AtomicFile() {}

    /** Fills a file; need not flush or close the stream, and may be asked again. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target under a passing name, forces it to the disk, then puts it in the target's place: readers
     * see the old file or the new one, never half of one. Whatever fails, the old file stays and nothing else is left
     * behind. Where the target is a link, the file it points to is replaced. What a killed program left of earlier
     * attempts at this file is removed.
     *
     * @throws Problem if the folder is missing or read-only, or the disk is full or fails
     */
    public static void write(Path target, Content content) throws Problem {
        writeAll(Map.of(target, content), Set.of(target));
    }

    /**
     * The same for a file that must be new: whatever stands there by then stays.
     *
     * @throws Problem as {@link #write}, or if something is there
     */
    public static void writeNew(Path target, Content content) throws Problem {
        writeAll(Map.of(target, content), Set.of());
    }

    /**
     * Writes files that belong together: no file is put in its place before all of them are whole on the disk.
     *
     * @param replaced those that may be there already; each of the others must be new
     * @throws Problem as {@link #write}; where the system refuses a file after others were put in place, it says so
     */
    public static void writeAll(Map<Path, Content> files, Set<Path> replaced) throws Problem {
        Map<Path, PassingFile> passing = new LinkedHashMap<>();
        List<String> done = new ArrayList<>();
        try {
            for (Map.Entry<Path, Content> each : files.entrySet()) {
                passing.put(each.getKey(), filled(each.getKey(), each.getValue()));
            }
            for (Path target : files.keySet()) {
                if (!replaced.contains(target) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Problem("write.appeared", target.toString()); // before the first is put in its place
                }
            }
            for (Map.Entry<Path, Content> each : files.entrySet()) {
                move(each.getKey(), each.getValue(), passing, replaced, done);
                done.add(String.valueOf(each.getKey().getFileName()));
            }
        } finally {
            passing.values().forEach(PassingFile::forget);
        }
    }

    /**
     * Finds out beforehand whether a file could be written there, so that long work does not end with a folder that is
     * read-only or a disk that is full; leaves nothing behind.
     *
     * @param bytes how large it will be
     * @throws Problem as {@link #write} would
     */
    public static void check(Path target, long bytes) throws Problem {
        byte[] block = new byte[1 << 16];
        filled(target, out -> {
                    for (long left = bytes; left > 0; left -= block.length) {
                        out.write(block, 0, (int) Math.min(left, block.length));
                    }
                })
                .forget();
    }

    /** Removes what killed programs left behind of the files of a folder that is the program's own. */
    public static void sweep(Path folder) {
        sweep(folder, any -> true);
    }

    /** The same of files with these names only, for a folder where others keep things, too. */
    public static void sweep(Path folder, Predicate<String> names) {
        PassingFile.sweep(folder, names);
    }

    private static PassingFile filled(Path target, Content content) throws Problem {
        try {
            PassingFile passing = new PassingFile(place(target));
            try {
                passing.fill(content);
                return passing;
            } catch (IOException | RuntimeException | Error failed) {
                passing.forget();
                throw failed;
            }
        } catch (IOException e) {
            throw problem(target, e);
        }
    }

    private static void move(
            Path target, Content content, Map<Path, PassingFile> passing, Set<Path> replaced, List<String> done)
            throws Problem {
        for (int attempt = 1; ; attempt++) {
            PassingFile file = Objects.requireNonNull(passing.get(target));
            try {
                Path place = place(target);
                if (replaced.contains(target)) {
                    Files.move(file.path(), place, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    file.becomeNew(place);
                }
                PassingFile.sweepBeside(place);
                return;
            } catch (NoSuchFileException swept) {
                if (attempt == ATTEMPTS) {
                    throw problem(target, swept);
                }
                file.forget();
                passing.put(target, filled(target, content));
            } catch (IOException e) {
                throw done.isEmpty()
                        ? problem(target, e)
                        : new Problem(
                                e, "write.partly", target.toString(), SystemReason.of(e), String.join(", ", done));
            }
        }
    }

    /** The file that is written where this one is named. */
    private static Path place(Path target) throws IOException, Problem {
        if (!Files.exists(target)) {
            if (Files.isSymbolicLink(target)) {
                throw new Problem("write.link", target.toString());
            }
            return target.toAbsolutePath();
        }
        Path file = target.toRealPath();
        if (!Files.isRegularFile(file)) {
            throw new Problem("write.not-file", target.toString());
        }
        if (!Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString()); // a move would replace it all the same
        }
        return file;
    }

    private static Problem problem(Path target, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return new Problem(e, "write.appeared", target.toString());
        }
        if (e instanceof NoSuchFileException) {
            Path folder = target.toAbsolutePath().getParent();
            return folder != null && Files.isDirectory(folder) // such as /proc, where the system alone makes files
                    ? new Problem(e, "write.failed", target.toString(), new Problem("reason.no-files"))
                    : new Problem(e, "write.folder", target.toString());
        }
        if (e instanceof AccessDeniedException) {
            return new Problem(e, "write.denied", target.toString());
        }
        return new Problem(e, "write.failed", target.toString(), SystemReason.of(e));
    }
}
