package distillery.lesson;

import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads lesson folders. Whatever a file holds, what comes back is a lesson, or problems whose first two arguments are
 * file and line.
 */
public final class LessonReader {
    /** More files than these make no folder of lessons. */
    public static final int MOST_FILES = 1_000;

    private static final String INDEX = "/lessons/index.txt";
    private static final String ENDING = ".md";
    private static final List<String> FILES =
            LessonFiles.LANGUAGES.stream().map(LessonReader::file).toList();
    private static final Pattern LIKE_A_LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?\\.md");

    private LessonReader() {}

    /** The lessons that come with the program, in the order of its index. */
    public static List<LessonFiles> onBoard() {
        try (InputStream in = LessonReader.class.getResourceAsStream(INDEX)) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> read(new Place.OnBoard(name), List.of()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of(refused(INDEX, "lesson.unreadable", INDEX));
        }
    }

    /** A folder that is a lesson, or one that holds lesson folders, by name. */
    public static List<LessonFiles> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(refused(folder.toString(), "lesson.no-folder", folder.toString()));
        }
        try {
            if (!languageFiles(folder).isEmpty()) {
                return List.of(lesson(folder));
            }
            List<LessonFiles> all = new ArrayList<>();
            for (Path each : inside(folder)) {
                if (Files.isDirectory(each) && !Files.isReadable(each)) {
                    all.add(refused(each.toString(), "lesson.unreadable", each.toString()));
                } else if (Files.isDirectory(each) && !languageFiles(each).isEmpty()) {
                    all.add(lesson(each));
                }
            }
            return all.isEmpty()
                    ? List.of(refused(folder.toString(), "lesson.none", folder.toString()))
                    : withoutTwins(all);
        } catch (IOException unreadable) {
            return List.of(refused(folder.toString(), "lesson.unreadable", folder.toString()));
        }
    }

    /** The name of the file of a language: {@code zh-CN.md}. */
    static String file(Locale language) {
        return language.toLanguageTag() + ENDING;
    }

    private static LessonFiles refused(String name, String key, String file) {
        Findings findings = new Findings(file);
        findings.add(key, 1);
        return new LessonFiles(name, Map.of(), findings.problems());
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES).sorted().toList();
        }
    }

    /** The names of the files that are, or were meant to be, a lesson in a language. */
    private static List<String> languageFiles(Path folder) throws IOException {
        return inside(folder).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> LIKE_A_LANGUAGE.matcher(name).matches())
                .toList();
    }

    private static LessonFiles lesson(Path folder) throws IOException {
        return read(new Place.Folder(folder), languageFiles(folder));
    }

    private static LessonFiles read(Place place, List<String> files) {
        Map<Locale, Lesson> lessons = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files) {
            if (!FILES.contains(name)) {
                Findings findings = new Findings(place.path(name));
                findings.add("lesson.language", 1, name, meant(name));
                problems.addAll(findings.problems());
            }
        }
        for (Locale language : LessonFiles.LANGUAGES) {
            if (place.has(file(language))) {
                Findings findings = new Findings(place.path(file(language)));
                read(place, language, findings)
                        .filter(lesson -> isLike(lesson, lessons, place, findings))
                        .ifPresent(lesson -> lessons.put(language, lesson));
                problems.addAll(findings.problems());
            }
        }
        return new LessonFiles(place.name(), lessons, problems);
    }

    /** {@code zh.md} means Chinese, though fewer edits lead to English. */
    private static String meant(String name) {
        return FILES.stream()
                .filter(file -> file.regionMatches(true, 0, name, 0, 2))
                .findFirst()
                .orElseGet(() -> Nearest.to(name, FILES));
    }

    private static Optional<Lesson> read(Place place, Locale language, Findings findings) {
        return LessonText.read(place, file(language), findings)
                .flatMap(text -> new LessonParser(text, new Pictures(place, findings), complaint(place), findings)
                        .parse(language));
    }

    /** The program's own formulas are known to be fine, and the first frames need not wait for the typesetter. */
    private static Function<String, Optional<String>> complaint(Place place) {
        return place instanceof Place.OnBoard ? latex -> Optional.empty() : Latex::complaint;
    }

    private static boolean isLike(Lesson lesson, Map<Locale, Lesson> others, Place place, Findings findings) {
        others.values().stream()
                .findFirst()
                .ifPresent(model -> new Likeness(model, place.path(file(model.language())), lesson, findings).check());
        return findings.clean();
    }

    /** Two lessons of one name would share the learner's progress: the second is refused. */
    private static List<LessonFiles> withoutTwins(List<LessonFiles> all) {
        Map<String, String> folders = new HashMap<>();
        List<LessonFiles> good = new ArrayList<>();
        for (LessonFiles each : all) {
            Optional<Lesson> lesson = each.in(Locale.ENGLISH);
            String before = lesson.map(it -> folders.putIfAbsent(it.id(), each.folder()))
                    .orElse(null);
            good.add(before == null ? each : twin(each, before));
        }
        return good;
    }

    private static LessonFiles twin(LessonFiles files, String before) {
        Findings findings = new Findings(files.folder());
        findings.add("lesson.id-twice", 1, before);
        return new LessonFiles(files.folder(), Map.of(), findings.problems());
    }
}
