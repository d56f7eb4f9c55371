package distillery.train.sweep;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import distillery.data.AtomicFile;
import distillery.data.FolderClaim;
import distillery.data.JsonFile;
import distillery.data.Problem;
import distillery.data.SystemReason;
import distillery.train.SettingsVersions;
import distillery.train.TrainSettings;
import distillery.train.archive.RunFile;
import distillery.train.archive.RunHeader;
import distillery.train.archive.RunRecord;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Where a sweep is kept: {@code sweep.json} says what it is, {@code runs} holds a record of each run that is done, under its
 * place in the grid, and {@code sweep.csv} the table of them. Every file is written whole or not at all, so after a kill at any
 * moment what was done stays done.
 */
public final class SweepFolder implements AutoCloseable {
    public static final String TABLE = "sweep.csv";
    private static final String PLAN = "sweep.json";
    private static final String RUNS = "runs";
    private static final int VERSION = 1;
    private static final int LARGEST_MEGABYTES = 8;
    private static final Pattern RUN = Pattern.compile("(\\d{6,9})\\.run\\.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Plan plan;
    private final FolderClaim claim;

    /**
     * What a sweep is.
     *
     * @param threads that each net works on: another number may change last digits, so it is the same for all runs
     */
    public record Plan(Grid grid, int threads, Shard shard) {
        /** Its runs in the order of work. */
        List<Integer> order() throws Problem {
            return Arrays.stream(grid.coarseFirst()).filter(shard::has).boxed().toList();
        }
    }

    private SweepFolder(Path folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
        claim = new FolderClaim(folder);
    }

    /** Begins a sweep there, or goes on with the same one. */
    public static SweepFolder begin(Path folder, Plan plan) throws Problem {
        make(folder);
        Path file = folder.resolve(PLAN);
        if (Files.exists(file)) {
            requireSame(folder, read(file), plan);
        } else {
            requireEmpty(folder);
            AtomicFile.writeNew(file, content(plan));
        }
        SweepFolder sweep = new SweepFolder(folder, plan);
        make(folder.resolve(RUNS));
        if (!sweep.claim.isMine()) {
            throw new Problem("sweep.busy", folder.toString());
        }
        AtomicFile.sweep(folder.resolve(RUNS));
        return sweep;
    }

    /** Opens a sweep to look at it, whether it is finished or still under way. */
    public static SweepFolder open(Path folder) throws Problem {
        return new SweepFolder(folder, read(folder.resolve(PLAN)));
    }

    /** The sweep below this folder whose name comes last: the newest, where names begin with the date. */
    public static Optional<Path> newest(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(home, folder -> Files.isRegularFile(folder.resolve(PLAN)))) {
            return StreamSupport.stream(folders.spliterator(), false).max(Comparator.naturalOrder());
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
    }

    public Plan plan() {
        return plan;
    }

    public Path folder() {
        return folder;
    }

    /** Where its runs are kept: an archive like any other. */
    public Path runs() {
        return folder.resolve(RUNS);
    }

    /** Where the record of a run is, or will be. */
    public Path file(int run) {
        return runs().resolve(String.format(Locale.ROOT, "%06d.%s", run, RunFile.ENDING));
    }

    /** Whether a run is done. */
    public boolean has(int run) {
        return Files.isRegularFile(file(run));
    }

    /**
     * What is found in it.
     *
     * @param done the runs that are done, by their place in the grid
     * @param refused why each of the other files is none; the sentence names it
     */
    public record Found(Map<Integer, RunHeader> done, List<Problem> refused) {}

    /**
     * The runs that are done, by their place in the grid.
     *
     * @throws Problem if one of the files is damaged, or is of another sweep
     */
    public Map<Integer, RunHeader> done() throws Problem {
        Found found = find();
        if (!found.refused().isEmpty()) {
            throw found.refused().get(0);
        }
        return found.done();
    }

    /** The same without those that cannot be used. */
    public Found find() throws Problem {
        Map<Integer, RunHeader> done = new TreeMap<>();
        List<Problem> refused = new ArrayList<>();
        if (!Files.isDirectory(runs())) {
            return new Found(done, refused);
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(runs())) {
            for (Path file : files) {
                Matcher named = RUN.matcher(String.valueOf(file.getFileName()));
                if (named.matches()) {
                    int run = Integer.parseInt(named.group(1));
                    try {
                        done.put(run, checked(run, file));
                    } catch (Problem unusable) {
                        refused.add(unusable);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new Problem(unreadable, "file.unreadable", runs().toString(), SystemReason.of(unreadable));
        }
        return new Found(done, refused);
    }

    private RunHeader checked(int run, Path file) throws Problem {
        RunHeader header = header(file);
        boolean ours = run < plan.grid().size()
                && plan.shard().has(run)
                && header.seeds().size() == 1
                && header.seeds().get(0).seed() == plan.grid().settings(run).seed()
                && header.settings().equals(plan.grid().shared(run))
                && header.provenance().threads() == plan.threads();
        if (!ours) {
            throw new Problem("sweep.broken", file.toString());
        }
        return header;
    }

    /** Of a damaged one no more is said than what helps: nobody mends a record by hand. */
    private static RunHeader header(Path file) throws Problem {
        try {
            return RunFile.header(file);
        } catch (Problem broken) {
            boolean newer = broken.key().equals("record.newer");
            throw newer ? broken : new Problem(broken, "sweep.damaged", file.toString());
        }
    }

    void write(int run, RunRecord record) throws Problem {
        RunFile.write(file(run), record);
    }

    /** Writes the table of what is done. */
    public void writeTable(Map<Integer, RunHeader> done) throws Problem {
        AtomicFile.write(folder.resolve(TABLE), SweepTable.content(plan.grid(), done));
    }

    @Override
    public void close() {
        claim.close();
    }

    /** Refuses the folder of another sweep. */
    static void requireSame(Path folder, Plan there, Plan here) throws Problem {
        Map<String, List<String>> parts = Map.of(
                "grid", List.of(there.grid().toString(), here.grid().toString()),
                "threads", List.of(String.valueOf(there.threads()), String.valueOf(here.threads())),
                "shard", List.of(there.shard().toString(), here.shard().toString()));
        for (Map.Entry<String, List<String>> part : new TreeMap<>(parts).entrySet()) {
            List<String> both = part.getValue();
            if (!both.get(0).equals(both.get(1))) {
                throw new Problem("sweep.other", folder.toString(), part.getKey(), both.get(0), both.get(1));
            }
        }
        String different =
                SettingsDifference.first(there.grid().base(), here.grid().base());
        if (!different.isEmpty()) {
            throw new Problem(
                    "sweep.other",
                    folder.toString(),
                    different,
                    SettingsDifference.value(there.grid().base(), different),
                    SettingsDifference.value(here.grid().base(), different));
        }
    }

    private static void requireEmpty(Path folder) throws Problem {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.equals(TABLE) || name.equals(RUNS)) {
                    throw new Problem("sweep.used", folder.toString());
                }
            }
        } catch (IOException refused) {
            throw new Problem(refused, "file.unreadable", folder.toString(), SystemReason.of(refused));
        }
    }

    private static void make(Path folder) throws Problem {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Problem("run.not-folder", folder.toString());
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new Problem(refused, "run.folder", folder.toString(), SystemReason.of(refused));
        }
    }

    private static AtomicFile.Content content(Plan plan) {
        ObjectNode root = JSON.createObjectNode();
        root.put("distillery", "sweep").put("version", VERSION);
        root.set("axes", JSON.valueToTree(plan.grid().axes()));
        root.put("threads", plan.threads()).put("shard", plan.shard().toString());
        root.put("settingsVersion", SettingsVersions.VERSION);
        root.set("settings", JSON.valueToTree(plan.grid().base()));
        return out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    /** What a file of a sweep holds. */
    private record Form(
            String distillery,
            int version,
            List<GridAxis> axes,
            int threads,
            Shard shard,
            int settingsVersion,
            TrainSettings settings) {}

    private static Plan read(Path file) throws Problem {
        JsonFile json = JsonFile.read(file, LARGEST_MEGABYTES);
        JsonNode root = json.root();
        if (!root.path("distillery").asText().equals("sweep")) {
            throw new Problem("sweep.foreign", file.toString());
        }
        requireOld(file, root.path("version"), VERSION);
        requireOld(file, root.path("settingsVersion"), SettingsVersions.VERSION);
        SettingsVersions.upgrade(
                root.path("settings"), root.path("settingsVersion").intValue());
        Form form = json.bind(JsonPointer.empty(), Form.class);
        return new Plan(Grid.of(form.settings(), form.axes()), form.threads(), form.shard());
    }

    private static void requireOld(Path file, JsonNode version, int newest) throws Problem {
        if (!version.canConvertToInt() || version.intValue() > newest) {
            throw new Problem("record.newer", file.toString(), version.asText(), newest);
        }
    }
}
