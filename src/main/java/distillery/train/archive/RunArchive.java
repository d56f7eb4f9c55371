package distillery.train.archive;

import distillery.data.AtomicFile;
import distillery.data.Inside;
import distillery.data.Problem;
import distillery.data.SystemReason;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of runs, one file each: that of the window, that of {@code train --out}, or that of a sweep. Every file is written
 * whole or not at all, so a program that is killed loses at most the change it was about to make. What is deleted goes into
 * a folder below and can be brought back. What was read once is not read again before it changes.
 */
public final class RunArchive {
    private static final String TRASH = "deleted";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_AT_ONCE = 1_000;

    private final Path folder;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /** The folder need not be there yet. */
    public RunArchive(Path folder) {
        this.folder = folder;
        if (Files.isDirectory(folder)) {
            AtomicFile.sweep(folder, RunFile::isNamed);
        }
    }

    /**
     * A run that is kept.
     *
     * @param id its file's name
     */
    public record Kept(String id, RunHeader header) {}

    /**
     * What a folder holds.
     *
     * @param runs the last first
     * @param refused why each of the other files cannot be shown; the sentence names it
     */
    public record Listing(List<Kept> runs, List<Problem> refused) {}

    public Path folder() {
        return folder;
    }

    /** Keeps a run under a new name, which it returns. */
    public String add(RunRecord run) throws Problem {
        make(folder);
        String stem = NAME.format(run.header().started());
        for (int i = 1; ; i++) {
            String id = stem + (i == 1 ? "" : "-" + i) + "." + RunFile.ENDING;
            Path file = folder.resolve(id);
            if (!Files.exists(file) && !Files.exists(trash().resolve(id))) {
                try {
                    AtomicFile.writeNew(file, RunFile.content(run));
                    return id;
                } catch (Problem refused) {
                    boolean taken = refused.key().equals("write.appeared"); // by another program, just now
                    if (!taken || i == MOST_AT_ONCE) {
                        throw refused;
                    }
                }
            }
        }
    }

    /** Keeps a run that went on in place of what was kept of it, and what is written on it; as a new one if that is gone. */
    public String replace(String id, RunRecord run) throws Problem {
        Path file = file(folder, id);
        if (!Files.exists(file)) {
            return add(run);
        }
        RunFile.write(file, run.with(RunFile.header(file).label()));
        return id;
    }

    /** All runs, without their curves. A file that cannot be used hides no other. */
    public Listing list() throws Problem {
        return list(folder);
    }

    /** Reads all runs for whoever asks for them next. */
    public void readAhead() {
        try {
            list();
        } catch (Problem unreadable) {
            // who asks is told
        }
    }

    /** The files that could be runs, those with the last names first: names begin with the date. */
    public List<String> names() throws Problem {
        return files(folder).stream()
                .map(RunArchive::name)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Some of {@link #list}: of so many files, what they hold. */
    public Listing look(List<String> names) {
        return look(folder, names.stream().map(folder::resolve).toList());
    }

    /** The runs that were deleted and can be brought back. */
    public Listing deleted() throws Problem {
        return list(trash());
    }

    private Listing list(Path folder) throws Problem {
        return look(folder, files(folder));
    }

    private static List<Path> files(Path folder) throws Problem {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, file -> RunFile.isNamed(name(file)))) {
                all.forEach(files::add);
            } catch (IOException refused) {
                throw new Problem(refused, "file.unreadable", folder.toString(), SystemReason.of(refused));
            }
        }
        return files;
    }

    private Listing look(Path folder, List<Path> files) {
        List<Kept> runs = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        files.stream().sorted().toList().parallelStream()
                .map(file -> lookOnce(folder, file))
                .toList()
                .forEach(look -> {
                    look.kept().ifPresent(runs::add);
                    look.problem().ifPresent(refused::add);
                });
        runs.sort(Comparator.comparing((Kept kept) -> kept.header().started())
                .thenComparing(Kept::id)
                .reversed());
        return new Listing(runs, refused);
    }

    private record Look(Optional<Kept> kept, Optional<Problem> problem) {}

    /** A file's run when it was this file, of this size and written then. */
    private record Seen(@Nullable Object file, FileTime written, long size, Look look) {
        boolean isOf(BasicFileAttributes now) {
            return Objects.equals(file, now.fileKey()) && written.equals(now.lastModifiedTime()) && size == now.size();
        }
    }

    /** The run that was read before, as long as nobody has written its file since. What was refused is tried again. */
    private Look lookOnce(Path folder, Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Seen before = seen.get(file);
            if (before != null && before.isOf(now)) {
                return before.look();
            }
            Look look = look(folder, file);
            if (look.kept().isPresent()) {
                seen.put(file, new Seen(now.fileKey(), now.lastModifiedTime(), now.size(), look));
            }
            return look;
        } catch (IOException unknown) {
            return look(folder, file);
        }
    }

    private static Look look(Path folder, Path file) {
        try {
            requireInside(folder, file);
            return new Look(Optional.of(new Kept(name(file), RunFile.header(file))), Optional.empty());
        } catch (Problem problem) {
            return new Look(Optional.empty(), Optional.of(problem));
        } catch (RuntimeException impossible) { // whatever is wrong with it, it hides no other
            Problem problem = new Problem(impossible, RunFile.DAMAGED, file.toString());
            return new Look(Optional.empty(), Optional.of(problem));
        }
    }

    /** One run without its curves. */
    public RunHeader header(String id) throws Problem {
        Path file = file(folder, id);
        requireInside(folder, file);
        return RunFile.header(file);
    }

    /** One run with its curves. */
    public RunRecord read(String id) throws Problem {
        Path file = file(folder, id);
        requireInside(folder, file);
        return RunFile.read(file);
    }

    /** Writes something else on a run. */
    public void relabel(String id, RunLabel label) throws Problem {
        RunFile.write(file(folder, id), read(id).with(label));
    }

    /** Puts a run away; {@link #restore} brings it back. */
    public void delete(String id) throws Problem {
        make(trash());
        move(file(folder, id), file(trash(), id));
    }

    /** Brings a run back that was deleted. */
    public void restore(String id) throws Problem {
        move(file(trash(), id), file(folder, id));
    }

    /** Forgets what was deleted for good. */
    public void emptyTrash() throws Problem {
        for (Kept kept : deleted().runs()) {
            Path file = file(trash(), kept.id());
            try {
                Files.deleteIfExists(file);
            } catch (IOException refused) {
                throw new Problem(refused, "write.failed", file.toString(), SystemReason.of(refused));
            }
        }
    }

    private static void move(Path from, Path to) throws Problem {
        if (Files.exists(to)) {
            throw new Problem("write.appeared", to.toString());
        }
        try {
            Files.move(from, to);
        } catch (FileAlreadyExistsException there) {
            throw new Problem(there, "write.appeared", to.toString());
        } catch (IOException refused) {
            throw new Problem(refused, "write.failed", from.toString(), SystemReason.of(refused));
        }
    }

    private Path trash() {
        return folder.resolve(TRASH);
    }

    /** A name, not a path: it leads nowhere else. */
    private static Path file(Path folder, String id) throws Problem {
        boolean plain = RunFile.isNamed(id) && Stream.of("/", "\\").noneMatch(id::contains);
        Path file = folder.resolve(plain ? id : RunFile.ENDING);
        if (!plain || !Files.exists(folder)) {
            throw new Problem("file.missing", folder + "/" + id);
        }
        return file;
    }

    private static void requireInside(Path folder, Path file) throws Problem {
        if (Inside.leadsOut(folder, file)) {
            throw new Problem("record.link", file.toString(), folder.toString());
        }
    }

    private static void make(Path folder) throws Problem {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new Problem(refused, "run.folder", folder.toString(), SystemReason.of(refused));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
