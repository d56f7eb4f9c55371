package distillery.lesson;

import distillery.data.Inside;
import distillery.data.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads lesson folders. Whatever a file holds, what comes back is a lesson, or problems whose first two arguments are
 * file and line. Sentences about a folder, or about what should be a file and is not, say no line.
 */
public final class LessonReader {
    /** More files than these make no folder of lessons. */
    public static final int MOST_FILES = 1_000;

    private static final String INDEX = "/lessons/index.txt";
    private static final String ENDING = ".md";
    private static final List<String> FILES =
            LessonFiles.LANGUAGES.stream().map(LessonReader::file).toList();
    private static final int MOST_LESSONS = 100;
    private static final AtomicBoolean REHEARSED = new AtomicBoolean();
    private static final Pattern LIKE_A_LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?\\.md");

    /** What an editor or another system makes of such a name: {@code en.md.txt}, {@code EN.MD}. */
    private static final Pattern MEANT_FOR_ONE = Pattern.compile(
            "[a-z]{2,3}([-_][a-z]{2,4})?\\s?\\.md"
                    + "|(en|zh)([-_ ]?(cn|us|gb|uk|hans|hant|tw))?\\s?(\\.md)?[.\u3002](md|txt|text|markdown|mdown|mkd|rtf|docx?)",
            Pattern.CASE_INSENSITIVE);

    private LessonReader() {}

    /** The lessons that come with the program, in the order of its index. */
    public static List<LessonFiles> included() {
        return ReadOnce.READ;
    }

    /** Once, for they cannot change. */
    private static final class ReadOnce {
        static final List<LessonFiles> READ = readIncluded();
    }

    private static List<LessonFiles> readIncluded() {
        try (InputStream in = LessonReader.class.getResourceAsStream(INDEX)) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> read(new LessonSource.Included(name), List.of(), new Patience()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of(refused(INDEX, "lesson.unreadable", INDEX));
        }
    }

    /**
     * A folder that is a lesson, or one that holds lesson folders, by name. Whatever is in it, reading it has an end:
     * what there is no time for is named. No link is followed out of the folder.
     */
    public static List<LessonFiles> read(Path folder) {
        return read(folder, new Patience());
    }

    static List<LessonFiles> read(Path folder, Patience patience) {
        patience.except(LessonReader::rehearse);
        if (!Files.isDirectory(folder)) {
            return List.of(refused(folder.toString(), "lesson.no-folder", folder.toString()));
        }
        try {
            if (!languageFiles(folder).isEmpty()) {
                return List.of(lesson(folder, patience));
            }
            List<LessonFiles> all = new ArrayList<>();
            List<Path> inside = inside(folder);
            for (Path each : inside) {
                if (all.size() == MOST_LESSONS) {
                    all.add(refused(
                            folder.toString(), "lesson.many-lessons", folder.toString(), String.valueOf(MOST_LESSONS)));
                    break;
                }
                if (patience.isOver()) {
                    all.add(refused(
                            folder.toString(), "lesson.late", folder.toString(), String.valueOf(each.getFileName())));
                    break;
                }
                inner(folder, each, patience).ifPresent(all::add);
            }
            if (inside.size() > MOST_FILES) {
                all.add(refused(folder.toString(), "lesson.many-files", folder.toString()));
            }
            return all.isEmpty()
                    ? List.of(refused(folder.toString(), "lesson.none", folder.toString()))
                    : withoutTwins(folder, all);
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(refused(folder.toString(), "lesson.folder-unreadable", folder.toString()));
        }
    }

    /** Whatever reading needs is loaded once by reading what is known to be fine: on a busy computer that takes a while. */
    private static void rehearse() {
        if (!REHEARSED.getAndSet(true)) {
            included();
        }
    }

    /**
     * The result of reading a folder in the opened one; one that cannot be read does not affect the others. Empty if it
     * is no lesson.
     */
    private static Optional<LessonFiles> inner(Path chosen, Path folder, Patience patience) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        if (Inside.leadsOut(chosen, folder)) {
            return Optional.of(refused(folder.toString(), "lesson.link-out", folder.toString()));
        }
        try {
            return languageFiles(folder).isEmpty() ? Optional.empty() : Optional.of(lesson(folder, patience));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of(refused(folder.toString(), "lesson.folder-unreadable", folder.toString()));
        }
    }

    /** The name of the file of a language: {@code zh-CN.md}. */
    public static String file(Locale language) {
        return language.toLanguageTag() + ENDING;
    }

    private static LessonFiles refused(String name, String key, String file, Object... more) {
        Diagnostics findings = new Diagnostics(file);
        findings.add(key, 1, more);
        return new LessonFiles(name, Map.of(), findings.problems());
    }

    /** By name; one more than there may be, if there are more. */
    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES + 1).sorted().toList();
        }
    }

    /** The names of the files that are, or were meant to be, a lesson in a language. */
    private static List<String> languageFiles(Path folder) throws IOException {
        List<String> names = new ArrayList<>(FILES.stream()
                .filter(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))
                .toList());
        inside(folder).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> isMeant(name) && !names.contains(name))
                .forEach(names::add);
        return names;
    }

    private static boolean isMeant(String name) {
        return LIKE_A_LANGUAGE.matcher(name).matches()
                || MEANT_FOR_ONE.matcher(Lookalikes.plain(name).strip()).matches();
    }

    private static LessonFiles lesson(Path folder, Patience patience) throws IOException {
        return read(new LessonSource.Folder(folder), languageFiles(folder), patience);
    }

    private static LessonFiles read(LessonSource place, List<String> files, Patience patience) {
        Map<Locale, Lesson> lessons = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : files) {
            if (!FILES.contains(name)) {
                Diagnostics findings = new Diagnostics(place.path(name));
                boolean language = LIKE_A_LANGUAGE.matcher(name).matches();
                findings.add(language ? "lesson.language" : "lesson.file-name", 1, name, meant(name));
                problems.addAll(findings.problems());
            }
        }
        for (Locale language : LessonFiles.LANGUAGES) {
            if (files.contains(file(language)) || place.has(file(language))) {
                Diagnostics findings = new Diagnostics(place.path(file(language)), language);
                guarded(place, language, patience, findings)
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
                .filter(file -> file.regionMatches(true, 0, Lookalikes.plain(name), 0, 2))
                .findFirst()
                .orElseGet(() -> SpellingSuggestion.to(name, FILES));
    }

    /** Whatever is thrown affects this file only. */
    private static Optional<Lesson> guarded(
            LessonSource place, Locale language, Patience patience, Diagnostics findings) {
        try {
            return read(place, language, patience, findings);
        } catch (StackOverflowError | OutOfMemoryError tooMuch) {
            findings.add("lesson.too-much", 1);
        } catch (RuntimeException | Error unforeseen) {
            findings.add("lesson.stumbled", 1);
        }
        return Optional.empty();
    }

    private static Optional<Lesson> read(LessonSource place, Locale language, Patience patience, Diagnostics findings) {
        Pictures pictures = new Pictures(place, patience, findings);
        return LessonText.read(place, file(language), findings)
                .flatMap(
                        text -> new LessonParser(text, pictures, complaint(place, patience), findings).parse(language));
    }

    /** The program's own formulas are known to be fine, and the first frames need not wait for the typesetter. */
    private static Function<String, Optional<Problem>> complaint(LessonSource place, Patience patience) {
        return place instanceof LessonSource.Included
                ? latex -> Optional.empty()
                : new FormulaBudget(patience)::complaint;
    }

    private static boolean isLike(Lesson lesson, Map<Locale, Lesson> others, LessonSource place, Diagnostics findings) {
        others.values().stream().findFirst().ifPresent(model -> new TranslationParity(
                        model, place.path(file(model.language())), lesson, findings)
                .check());
        return findings.clean();
    }

    /** Two lessons of one name would share the learner's progress: the second is refused. */
    private static List<LessonFiles> withoutTwins(Path chosen, List<LessonFiles> all) {
        Map<String, String> folders = new HashMap<>();
        List<LessonFiles> good = new ArrayList<>();
        for (LessonFiles each : all) {
            Optional<Lesson> lesson = each.in(Locale.ENGLISH);
            String before = lesson.map(it -> folders.putIfAbsent(it.id(), each.folder()))
                    .orElse(null);
            good.add(before == null ? each : twin(chosen, each, before));
        }
        return good;
    }

    private static LessonFiles twin(Path chosen, LessonFiles files, String before) {
        Diagnostics findings = new Diagnostics(chosen.resolve(files.folder()).toString());
        findings.add("lesson.id-twice", 1, before);
        return new LessonFiles(files.folder(), Map.of(), findings.problems());
    }
}
