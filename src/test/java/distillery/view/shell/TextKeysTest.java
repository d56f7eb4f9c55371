package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.TextBundles;
import distillery.lab.explore.ExploreSettings;
import distillery.lab.loss.LossSettings;
import distillery.lab.train.TrainSetUp;
import distillery.method.MethodKind;
import distillery.method.MethodParameter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text has a use and every use a text, in both languages. A key is a string literal in the sources that begins
 * with the name of a bundle and a dot; one that ends with a dot is the beginning of many keys, and so is one named in
 * {@link #BEGINNINGS} with all its ends. A problem's key is the first literal of {@code new Problem(…)}.
 */
class TextKeysTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("assets/i18n");

    private static final Pattern KEY =
            Pattern.compile("\"((?:" + String.join("|", TextBundles.BUNDLES) + ")\\.[A-Za-z0-9.-]*)\"");
    private static final Pattern PROBLEM = Pattern.compile("\"([a-z][A-Za-z0-9]*\\.[A-Za-z0-9.-]+)\"");
    /**
     * The two weights are what the slider of α says in other words; ε has no apostrophe here; a file is chosen in the window, not
     * typed.
     */
    private static final Set<String> ONLY_IN_FILES =
            Set.of("field.softWeight", "field.hardWeight", "field.settings.smoothing", "field.file");

    /** Names of fields are put together from what stands in a file. */
    private static final String FIELD = "field.";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    /** Keys put together from a beginning and an end. */
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "shell.group.", ids(Action.Group.values()),
            "shell.action.",
                    ids(Action.values()).stream()
                            .filter(id -> !id.startsWith("screen-"))
                            .toList(),
            "shell.key.", ShortcutSheet.IN_CONTROLS,
            "shell.does.", ShortcutSheet.IN_CONTROLS,
            "shell.about.", List.of("data", "font", "pictures", "library"),
            "methods.", methods());

    /** Each method has a name and a line about it, and each of its numbers a name and a tip. */
    private static List<String> methods() {
        List<String> ends = new ArrayList<>();
        for (MethodKind kind : MethodKind.values()) {
            ends.addAll(List.of(kind.id(), kind.id() + ".about"));
            for (MethodParameter parameter : kind.parameters()) {
                String name = kind.id() + "." + parameter.id();
                ends.addAll(List.of(name, name + ".tip"));
                parameter.choices().forEach(choice -> ends.add(name + "." + choice));
            }
        }
        return ends;
    }

    private static List<String> ids(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static Map<String, String> bundle(String file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Set<String> literals(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher literal = pattern.matcher(Files.readString(file));
                while (literal.find()) {
                    found.add(literal.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> where(Stream<String> keys, Predicate<String> condition) {
        return keys.filter(condition).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyUsedKeyHasAText() throws IOException {
        Set<String> texts = new TreeSet<>();
        TextBundles.BUNDLES.forEach(name -> texts.addAll(bundle(name).keySet()));
        Stream<String> whole = literals(KEY).stream().filter(key -> !key.endsWith("."));
        Stream<String> built = BEGINNINGS.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(end -> each.getKey() + end));
        assertEquals(Set.of(), where(Stream.concat(whole, built), key -> !texts.contains(key)));
    }

    @Test
    void everyTextHasAUse() throws IOException {
        Set<String> keys = literals(KEY);
        Set<String> used = literals(PROBLEM);
        for (String name : TextBundles.BUNDLES) {
            assertEquals(
                    Set.of(),
                    where(
                            bundle(name).keySet().stream(),
                            key -> !used.contains(key) && !isBuilt(key, keys) && !key.startsWith(FIELD)),
                    name);
        }
    }

    private static boolean isBuilt(String key, Set<String> literals) {
        return literals.stream()
                .filter(literal -> literal.endsWith(".") && key.startsWith(literal))
                .anyMatch(literal -> !BEGINNINGS.containsKey(literal)
                        || BEGINNINGS.get(literal).contains(key.substring(literal.length())));
    }

    @Test
    void aFieldIsCalledAsInTheWindowWhereItHasWordsThere() {
        Set<String> fields = new TreeSet<>();
        components(ExploreSettings.class, "explore", fields);
        components(LossSettings.class, "loss", fields);
        components(TrainSetUp.class, "train", fields);
        for (MethodKind kind : MethodKind.values()) {
            kind.parameters().forEach(each -> fields.add("train.settings.method.parameters." + each.id()));
        }
        for (String language : List.of("", "_zh")) {
            List<String> window = Stream.of("explore", "loss", "train", "methods")
                    .flatMap(name -> bundle(name + language).values().stream())
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList();
            bundle("problems" + language).forEach((key, label) -> {
                if (key.startsWith(FIELD)) {
                    String end = "." + key.substring(FIELD.length());
                    assertTrue(fields.stream().anyMatch(field -> ("." + field).endsWith(end)), key);
                    assertTrue(
                            ONLY_IN_FILES.contains(key)
                                    || window.stream()
                                            .anyMatch(text -> text.startsWith(label.toLowerCase(Locale.ROOT))),
                            label);
                }
            });
        }
    }

    private static void components(Class<?> type, String place, Set<String> fields) {
        fields.add(place);
        if (type.isRecord()) {
            for (RecordComponent each : type.getRecordComponents()) {
                components(each.getType(), place + "." + each.getName(), fields);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        for (String name : TextBundles.BUNDLES) {
            Map<String, String> english = bundle(name);
            Map<String, String> chinese = bundle(name + "_zh");
            assertEquals(english.keySet(), chinese.keySet(), name);
            english.forEach((key, text) -> assertEquals(places(text), places(chinese.getOrDefault(key, "")), key));
        }
    }

    /** α is the balance of soft and hard everywhere; the paper on DKD has another, which has a name of its own here. */
    @Test
    void theWeightsOfDkdAreNotCalledAlphaButAsTheirPapersName() {
        Pattern dkd = Pattern.compile("targetWeight|target-weight|TCKD|NCKD|DKD", Pattern.CASE_INSENSITIVE);
        Pattern ofThePaper = Pattern.compile("\\([αβ] of the paper\\)|（论文中的 [αβ]）");
        int named = 0;
        for (String language : List.of("", "_zh")) {
            for (String name : TextBundles.BUNDLES) {
                for (Map.Entry<String, String> text : bundle(name + language).entrySet()) {
                    String rest = ofThePaper.matcher(text.getValue()).replaceAll("");
                    named += rest.equals(text.getValue()) ? 0 : 1;
                    if (dkd.matcher(text.getKey() + " " + text.getValue()).find()) {
                        assertFalse(rest.matches("(?s).*[αβ].*"), text.toString());
                    }
                }
            }
        }
        assertTrue(named > 0, "the paper's names are said once");
    }

    /** Of two texts under one key the first would never be seen, and the second stand where it does not fit. */
    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        for (String name : TextBundles.BUNDLES) {
            for (String file : List.of(name, name + "_zh")) {
                Set<String> seen = new TreeSet<>();
                List<String> twice = Files.readAllLines(BUNDLES.resolve(file + ".properties")).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !seen.add(key))
                        .toList();
                assertEquals(List.of(), twice, file);
            }
        }
    }

    @Test
    void noTextIsEmptyAndNoFormatSwallowsAnApostrophe() {
        for (String name : TextBundles.BUNDLES) {
            for (String file : List.of(name, name + "_zh")) {
                bundle(file).forEach((key, text) -> {
                    assertTrue(!text.isBlank(), key);
                    assertTrue(!text.contains("{") || !text.replace("''", "").contains("'"), key);
                    assertTrue(text.contains("{") || !text.contains("''"), key);
                });
            }
        }
    }

    /** The one font that has Chinese draws them for Chinese: in English they leave holes as wide as two letters. */
    @Test
    void noEnglishTextHasQuotationMarksOrDotsOfChineseWidth() throws IOException {
        Pattern wide = Pattern.compile("[\u2018\u2019\u201c\u201d\u2026]");
        for (String name : TextBundles.BUNDLES) {
            bundle(name).forEach((key, text) -> assertFalse(wide.matcher(text).find(), key));
        }
        try (Stream<Path> lessons = Files.walk(Path.of("lessons"))) {
            for (Path lesson : lessons.filter(file -> file.endsWith("en.md")).toList()) {
                assertFalse(wide.matcher(Files.readString(lesson)).find(), lesson.toString());
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
