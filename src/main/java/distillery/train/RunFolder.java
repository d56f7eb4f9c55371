package distillery.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import distillery.data.Agreed;
import distillery.data.AtomicFile;
import distillery.data.PlainFile;
import distillery.data.Problem;
import distillery.data.SystemReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The folder a run leaves behind: {@code run.json}, its record, as an archive has it; and, for other programs, {@code settings.json}, and for each seed {@code steps-SEED.csv},
 * {@code tests-SEED.csv} and the weights of every arm. It holds one run: a folder with another one in it is refused,
 * or emptied of it first. Every file is written beside and moved into place.
 */
public final class RunFolder {
    private static final String SETTINGS = "settings.json";

    /** Bytes there must be room for before a run begins; what it needs in the end depends on its nets and seeds. */
    private static final long JUST_BEGUN = 1 << 16;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What runs leave, in whatever case, for some systems do not tell cases apart. */
    private static final Pattern OF_A_RUN = Pattern.compile(
            "(settings|results|run)\\.json|(steps|tests)--?\\d+\\.csv|(labels-?only|distilled|control|shuffled)--?\\d+\\.npz",
            Pattern.CASE_INSENSITIVE);

    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds out beforehand whether a run could be written there; leaves nothing behind.
     *
     * @param replace whether a run that is there may go
     * @return what was agreed to
     * @throws Problem if there is something else, or another run, or no room
     */
    public static Agreed check(Path named, boolean replace) throws Problem {
        Path folder = settled(named);
        Deque<Path> made = make(folder);
        try {
            List<Path> former = formerRun(folder, replace);
            AtomicFile.check(folder.resolve(SETTINGS), JUST_BEGUN);
            return new Agreed(named, Set.copyOf(former));
        } finally {
            remove(made);
        }
    }

    /** Makes the folder if need be, removes the run that was to be replaced, and writes the settings. */
    public static RunFolder in(Agreed agreed, TrainSettings settings) throws Problem {
        Path folder = settled(agreed.path());
        make(folder);
        List<Path> former = formerRun(folder, true);
        for (Path old : former) {
            if (!agreed.replaced().contains(old)) {
                throw new Problem("write.appeared", old.toString()); // of a run that began in the meantime
            }
        }
        for (Path old : former) {
            try {
                Files.deleteIfExists(old);
            } catch (IOException refused) {
                throw new Problem(refused, "write.failed", old.toString(), SystemReason.of(refused));
            }
        }
        AtomicFile.sweep(folder, name -> OF_A_RUN.matcher(name).matches()); // of runs that were killed
        RunFolder made = new RunFolder(folder);
        try {
            made.write(SETTINGS, JSON.writeValueAsString(settings));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return made;
    }

    /** Where a file of the run stands, or is to stand. */
    public Path place(String name) {
        return folder.resolve(name);
    }

    /** Writes one text file, which was not there. */
    public void write(String name, String text) throws Problem {
        AtomicFile.writeNew(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what one seed left behind, all of it or nothing. */
    public void write(long seed, RunCurves curves, Experiment experiment) throws Problem {
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(folder.resolve("steps-" + seed + ".csv"), curves.steps());
        files.put(folder.resolve("tests-" + seed + ".csv"), curves.tests());
        for (ArmName name : experiment.arms()) {
            files.put(
                    folder.resolve(name + "-" + seed + ".npz"),
                    out -> experiment.weights(name).content().writeTo(out)); // one net's at a time
        }
        AtomicFile.writeAll(files, Set.of());
    }

    /** Steps back over what is not there yet lead nowhere, so they are taken out. */
    private static Path settled(Path named) {
        return Files.exists(named) ? named : named.toAbsolutePath().normalize();
    }

    /** Makes the folder and those above it, and says which were made, the innermost first. */
    private static Deque<Path> make(Path folder) throws Problem {
        Deque<Path> made = new ArrayDeque<>();
        Deque<Path> missing = new ArrayDeque<>();
        for (Path up = folder; up != null && !Files.isDirectory(up); up = up.getParent()) {
            if (Files.exists(up, LinkOption.NOFOLLOW_LINKS)) {
                throw new Problem("run.not-folder", up.toString());
            }
            missing.push(up);
        }
        try {
            for (Path next : missing) {
                Files.createDirectory(next);
                made.push(next);
            }
            return made;
        } catch (IOException refused) {
            remove(made);
            Problem reason = refused instanceof NoSuchFileException // although what is above is there
                    ? new Problem("reason.no-files")
                    : SystemReason.of(refused);
            throw new Problem(refused, "run.folder", folder.toString(), reason);
        }
    }

    private static void remove(Deque<Path> made) {
        try {
            for (Path folder : made) {
                Files.delete(folder);
            }
        } catch (IOException inUse) {
            // Somebody has put something in: then it is not for us to remove.
        }
    }

    /** The files of the run that is there, settings last: without them nobody could tell that it was one. */
    private static List<Path> formerRun(Path folder, boolean replace) throws Problem {
        List<Path> run = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (OF_A_RUN.matcher(String.valueOf(file.getFileName())).matches()) {
                    run.add(file);
                }
            }
        } catch (IOException refused) {
            throw new Problem(refused, "file.unreadable", folder.toString(), SystemReason.of(refused));
        }
        if (run.isEmpty()) {
            return run;
        }
        Path settings = folder.resolve(SETTINGS);
        boolean ours = isOfRun(settings);
        for (Path file : run) {
            if (!ours || !Files.isRegularFile(file)) {
                throw new Problem("run.foreign", folder.toString(), String.valueOf(file.getFileName()));
            }
        }
        if (!replace) {
            throw new Problem(
                    "run.used", folder.toString(), String.valueOf(run.get(0).getFileName()));
        }
        run.remove(settings);
        run.add(settings);
        return run;
    }

    /** Other programs have a {@code settings.json}, too; ours names the student and where the sliders stood. */
    private static boolean isOfRun(Path settings) {
        if (!PlainFile.is(settings)) {
            return false;
        }
        try {
            JsonNode root = JSON.readTree(settings.toFile());
            return root != null && root.hasNonNull("student") && root.hasNonNull("live") && root.hasNonNull("seed");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
