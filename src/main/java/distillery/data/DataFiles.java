package distillery.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The four IDX files of one data set on disk, found by how their names end: {@code train-images-idx3-ubyte},
 * {@code train-labels-idx1-ubyte}, and the same with {@code t10k} or {@code test} for {@code train}; a dot may stand for
 * the dash before {@code idx}, {@code .gz} may follow (the plain file is taken first), and anything may stand before, as
 * in {@code emnist-letters-train-images-idx3-ubyte.gz}. They lie in the folder itself or up to two folders down, as in
 * {@code MNIST/raw}.
 *
 * @param name the set's: its prefix, or else the name of the chosen folder
 * @param prefix what stands before the usual name of each file
 */
record DataFiles(String name, String prefix, Path folder, Map<Role, Path> paths) {
    private static final Pattern ENDING =
            Pattern.compile("(.*?)[-_. ]?(train|test|t10k)[-_](images|labels)[-_.]idx([13])-ubyte(\\.gz)?");
    /** How another system writes a folder: {@code C:\\data}, or {@code /data} where folders have letters before. */
    private static final Pattern FOREIGN =
            Pattern.compile(File.separatorChar == '/' ? "[A-Za-z]:[\\\\/].*|\\\\\\\\.*" : "/.*", Pattern.DOTALL);

    private static final int DEEPEST = 2;
    private static final int MOST_FOLDERS = 500;
    /** The most files looked at in all folders together, so that the search is short. */
    private static final int MOST_FILES = 200_000;

    /** What a file is to the set. */
    enum Role {
        TRAIN_IMAGES("train-images-idx3-ubyte"),
        TRAIN_LABELS("train-labels-idx1-ubyte"),
        TEST_IMAGES("t10k-images-idx3-ubyte"),
        TEST_LABELS("t10k-labels-idx1-ubyte");

        private final String ending;

        Role(String ending) {
            this.ending = ending;
        }

        private static Role of(String part, String kind) {
            boolean images = kind.equals("images");
            return part.equals("train") ? images ? TRAIN_IMAGES : TRAIN_LABELS : images ? TEST_IMAGES : TEST_LABELS;
        }
    }

    NamedFile source(Role role) {
        return NamedFile.file(paths.getOrDefault(role, folder));
    }

    /** All by which the set may be recognised. */
    String words() {
        String files = paths.values().stream()
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(" "));
        return String.join(" ", name, lastPart(folder), files);
    }

    /**
     * Looks for the set of a folder. Where a folder holds several, {@code folder/emnist-letters} means the one whose
     * files begin so.
     */
    static DataFiles in(String place) throws Problem {
        Path folder = path(place);
        if (Files.isDirectory(folder)) {
            return only(place, folder, sets(folder));
        }
        Path above = folder.toAbsolutePath().getParent();
        String wanted = String.valueOf(folder.getFileName());
        List<DataFiles> sets = above == null || !Files.isDirectory(above) || Files.exists(folder)
                ? List.of()
                : setsIn(above, new Search(above)).stream()
                        .filter(set -> set.prefix.equals(wanted))
                        .toList();
        if (sets.isEmpty()) {
            throw new Problem(FOREIGN.matcher(place).matches() ? "folder.foreign" : "folder.missing", place);
        }
        return only(place, above == null ? folder : above, sets);
    }

    /** The names of complete sets among which one must choose, each a place of its own; empty where one needs not. */
    static List<String> choices(String place) {
        try {
            Path folder = path(place);
            List<DataFiles> sets = Files.isDirectory(folder)
                    ? sets(folder).stream().filter(DataFiles::isComplete).toList()
                    : List.of();
            return sets.size() < 2
                    ? List.of()
                    : sets.stream().map(DataFiles::place).toList();
        } catch (Problem unreadable) {
            return List.of();
        }
    }

    private static DataFiles only(String place, Path folder, List<DataFiles> sets) throws Problem {
        List<DataFiles> complete = sets.stream().filter(DataFiles::isComplete).toList();
        if (complete.size() > 1) {
            String places = complete.stream().map(DataFiles::place).collect(Collectors.joining(", "));
            throw new Problem("folder.several", place, places, complete.get(0).place());
        }
        if (complete.size() == 1) {
            return complete.get(0);
        }
        DataFiles nearest = sets.stream()
                .max(Comparator.comparingInt(set -> set.paths.size()))
                .orElse(new DataFiles("", "", folder, Map.of()));
        String missing = Stream.of(Role.values())
                .filter(role -> !nearest.paths.containsKey(role))
                .map(role -> role.ending)
                .collect(Collectors.joining(", "));
        String key = nearest.paths.isEmpty() ? "folder.none" : "folder.incomplete";
        throw new Problem(key, nearest.folder.toString(), missing);
    }

    private boolean isComplete() {
        return paths.size() == Role.values().length;
    }

    /** What to choose for this set alone: its folder, or its name in a folder that it shares. */
    private String place() {
        return prefix.isEmpty() ? folder.toString() : folder.resolve(prefix).toString();
    }

    private static Path path(String place) throws Problem {
        if (place.indexOf('\0') >= 0) {
            throw new Problem("folder.missing", place.replace('\0', '?')); // in no language
        }
        return PathText.path(place);
    }

    /** The sets of the folder, complete or not; those of folders inside only where it has none itself. */
    private static List<DataFiles> sets(Path folder) throws Problem {
        List<Path> level = List.of(folder);
        Search search = new Search(folder);
        for (int depth = 0; depth <= DEEPEST && !level.isEmpty(); depth++) {
            List<DataFiles> sets = new ArrayList<>();
            search.below().clear();
            for (Path each : level) {
                sets.addAll(setsIn(each, search));
            }
            if (!sets.isEmpty()) {
                return List.copyOf(sets);
            }
            level = search.below().stream().limit(MOST_FOLDERS).toList();
        }
        if (!search.outside().isEmpty()) {
            throw linked(search.outside().get(0), folder);
        }
        return List.of();
    }

    private static Problem linked(Path link, Path chosen) {
        return new Problem("folder.link", link.toString(), chosen.toString());
    }

    /**
     * A search in a chosen folder.
     *
     * @param below the folders found in those that were looked at
     * @param outside the links found that lead to folders elsewhere
     * @param left how many files may still be looked at
     */
    private record Search(Path chosen, List<Path> below, List<Path> outside, AtomicInteger left) {
        private Search(Path chosen) {
            this(chosen, new ArrayList<>(), new ArrayList<>(), new AtomicInteger(MOST_FILES));
        }
    }

    /** The sets of one folder. */
    private static List<DataFiles> setsIn(Path folder, Search search) throws Problem {
        Path chosen = search.chosen();
        Map<String, Map<Role, Path>> sets = new TreeMap<>();
        for (Path path : list(folder, search)) {
            String name = String.valueOf(path.getFileName());
            Matcher matcher = ENDING.matcher(name.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                if (Inside.leadsOut(chosen, path)) {
                    throw linked(path, chosen);
                }
                String prefix = name.substring(0, matcher.end(1));
                Role role = Role.of(matcher.group(2), matcher.group(3));
                Map<Role, Path> files = sets.computeIfAbsent(prefix, set -> new EnumMap<>(Role.class));
                Path other = files.putIfAbsent(role, path);
                if (other != null && !plain(other).equals(plain(path))) {
                    throw new Problem("folder.twice", folder.toString(), plain(other), plain(path));
                }
            } else {
                (Inside.leadsOut(chosen, path) ? search.outside() : search.below()).add(path);
            }
        }
        List<DataFiles> found = new ArrayList<>();
        sets.forEach((prefix, files) ->
                found.add(new DataFiles(prefix.isEmpty() ? lastPart(chosen) : prefix, prefix, folder, files)));
        return found;
    }

    /**
     * What may be a part of a set, and the folders, in an order that puts a plain file before its packed twin. A folder
     * inside that may not be read holds nothing.
     */
    private static List<Path> list(Path folder, Search search) throws Problem {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> some = all.takeWhile(path -> search.left().getAndDecrement() > 0)
                    .filter(DataFiles::matters)
                    .sorted(Comparator.comparing((Path path) -> String.valueOf(path.getFileName())
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(".gz"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            if (search.left().get() < 0) {
                throw new Problem("folder.crowded", search.chosen().toString(), MOST_FILES);
            }
            return some;
        } catch (IOException e) {
            if (folder.equals(search.chosen())) {
                throw new Problem(e, "file.denied", folder.toString());
            }
            return List.of();
        }
    }

    private static boolean matters(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (ENDING.matcher(name).matches() || Files.isDirectory(path));
    }

    /** A name as it would be unpacked and with dashes: what is the same but for these is the same file. */
    private static String plain(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean packed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
        return (packed ? name.substring(0, name.length() - 3) : name).replaceFirst("[.](?=idx[13]-)", "-");
    }

    private static String lastPart(Path folder) {
        Path end = folder.toAbsolutePath().normalize().getFileName();
        return end == null ? folder.toString() : end.toString();
    }
}
