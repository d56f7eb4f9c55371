package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The controls go by the same name in the lessons as on the screen. */
class QuotedNamesTest {
    private static final Pattern PRESSED =
            Pattern.compile("(?:[Pp]ress(?: the button)? |按(?:下|几次)? ?)\\*\\*(.+?)\\*\\*");

    private static final Pattern STRESSED = Pattern.compile("\\*+([^*\\n]+)\\*+");
    private static final Pattern BLANK = Pattern.compile("\\{[^}]*}");

    /** Buttons whose names need no words and so stand in no file of words. */
    private static final Set<String> WORDLESS = Set.of("T→0", "T→∞");

    static List<String> lessons() {
        return PrintedText.lessons();
    }

    private static String text(String lesson, String language) throws IOException {
        return Files.readString(Path.of("lessons", lesson, language + ".md"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    /** What stands on the screen in a language, by its key. */
    private static Map<String, String> words(String language) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/i18n"))) {
            Map<String, String> words = new HashMap<>();
            for (Path file : files.filter(
                            each -> each.toString().endsWith("_zh.properties") == language.startsWith("zh"))
                    .toList()) {
                Properties read = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    read.load(reader);
                }
                read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
            }
            return words;
        }
    }

    /** Whether a text of the screen, with a number in each of its blanks, is what a lesson says. */
    private static boolean reads(String word, String said) {
        String pattern =
                Arrays.stream(BLANK.split(word, -1)).map(Pattern::quote).collect(Collectors.joining("\\d+"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(said).matches();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatALearnerIsToPressIsThere(String lesson) throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            Map<String, String> words = words(language);
            for (String pressed : found(PRESSED, text(lesson, language))) {
                assertTrue(
                        WORDLESS.contains(pressed) || words.values().stream().anyMatch(word -> reads(word, pressed)),
                        () -> lesson + ", " + language + ": nothing on screen is called " + pressed);
            }
        }
    }

    /** So the rule above misses nothing that only one language words in another way. */
    @ParameterizedTest
    @MethodSource("lessons")
    void asMuchIsToBePressedInBothLanguages(String lesson) throws IOException {
        assertEquals(
                found(PRESSED, text(lesson, "en")).size(),
                found(PRESSED, text(lesson, "zh-CN")).size());
    }

    @ParameterizedTest
    @CsvSource({
        "hard-and-soft-labels, 3, explore.alpha.labels-only",
        "hard-and-soft-labels, 4, explore.alpha.teacher-only",
        "temperature, 6, explore.preset.all-equal",
        "alpha-and-t2, 1, explore.loss.hard",
        "alpha-and-t2, 3, explore.loss.soft",
        "alpha-and-t2, 3, explore.loss.soft-t2",
        "alpha-and-t2, 1, explore.loss.total",
        "alpha-and-t2, 1, explore.alpha.labels-only",
        "alpha-and-t2, 1, explore.alpha.teacher-only",
        "alpha-and-t2, 2, explore.alpha.on-soft",
        "alpha-and-t2, 2, explore.alpha.on-hard",
        "alpha-and-t2, 4, loss.arrows.times-t2",
        "gradients, 2, loss.arrow.hard",
        "gradients, 3, loss.arrow.soft",
        "gradients, 5, loss.limit",
        "train-live, 1, train.arm.distilled",
        "train-live, 1, train.arm.labelsOnly",
        "train-live, 1, train.arm.control",
        "train-live, 1, train.chart.accuracy",
        "train-live, 1, train.batch",
        "train-live, 3, train.viewing",
        "train-live, 4, train.preset.hinton-mnist",
        "train-live, 2, lessons.word.better",
        "train-live, 2, lessons.word.not-decided",
        "train-live, 5, lessons.word.not-decided",
        "train-live, 5, lessons.word.worse",
        "missing-digit, 1, digits.framing.as-mnist",
        "missing-digit, 1, digits.framing.as-drawn",
        "missing-digit, 2, digits.page.browser",
        "missing-digit, 3, train.chart.accuracy",
        "missing-digit, 3, train.arm.labelsOnly",
        "missing-digit, 3, train.arm.control",
        "missing-digit, 3, train.arm.shuffled",
        "missing-digit, 4, train.arm.labelsOnly",
        "missing-digit, 5, train.data",
        "target-and-non-target, 2, digits.page.browser",
        "target-and-non-target, 4, loss.kind.hinton",
        "target-and-non-target, 4, loss.kind.decoupled",
        "target-and-non-target, 5, loss.split",
        "target-and-non-target, 5, explore.preset.two-classes",
        "target-and-non-target, 6, methods.dkd",
        "target-and-non-target, 6, lessons.word.not-decided",
        "features-and-relations, 1, train.batch",
        "features-and-relations, 1, train.batch.page.inside",
        "features-and-relations, 2, train.arm.untrained",
        "features-and-relations, 2, train.arm.distilled",
        "features-and-relations, 2, train.arm.labelsOnly",
        "features-and-relations, 2, train.knowledge",
        "features-and-relations, 2, methods.hint.hintEpochs",
        "features-and-relations, 3, train.chart.agreement",
        "features-and-relations, 3, train.chart.pattern",
        "features-and-relations, 3, train.kind.pattern",
        "features-and-relations, 3, train.arm.untrained",
        "features-and-relations, 3, train.batch.page.inside",
        "features-and-relations, 4, train.arm.untrained",
        "features-and-relations, 4, methods.similarity",
        "features-and-relations, 5, train.chart.accuracy",
        "features-and-relations, 5, train.arm.untrained",
        "features-and-relations, 5, methods.rkd",
        "self-and-mutual, 1, train.arm.distilled",
        "self-and-mutual, 1, train.arm.ensemble",
        "self-and-mutual, 1, train.arm.generation",
        "self-and-mutual, 1, train.arm.shuffled",
        "self-and-mutual, 1, train.arm.weighted",
        "self-and-mutual, 1, train.chart.accuracy",
        "self-and-mutual, 2, methods.mutual",
        "self-and-mutual, 2, train.arm.distilled",
        "self-and-mutual, 2, train.arm.labelsOnly",
        "self-and-mutual, 2, train.knowledge",
        "self-and-mutual, 3, train.arm.exit",
        "self-and-mutual, 3, train.arm.control",
        "self-and-mutual, 4, methods.netaug",
        "self-and-mutual, 4, train.students",
        "self-and-mutual, 4, train.data",
        "self-and-mutual, 5, train.arm.ensemble",
        "self-and-mutual, 5, train.arm.control",
        "compression, 1, train.chart.accuracy",
        "compression, 1, train.arm.labelsOnly",
        "compression, 1, train.students",
        "compression, 2, compare.cost.measure",
        "compression, 3, compare.page.cost",
        "compression, 3, compare.cost.calibration",
        "compression, 3, compare.cost.trust",
        "compression, 3, compare.cost.best",
        "compression, 4, train.arm.labelsOnly",
        "compression, 5, compare.cost.measure",
        "compression, 5, compare.cost.work",
        "compression, 6, compare.page.cost",
        "bug-clinic, 3, loss.column.teacher",
        "bug-clinic, 3, loss.column.student",
        "bug-clinic, 3, loss.column.entry",
        "bug-clinic, 3, loss.fault.swapped",
        "bug-clinic, 5, loss.fault.t-kept-at-inference",
    })
    void whatAStepPointsAtHasTheNameOnScreen(String lesson, int step, String key) throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            String word = Objects.requireNonNull(words(language).get(key), key);
            assertTrue(
                    found(STRESSED, text(lesson, language).split("\n## ", -1)[step]).stream()
                            .flatMap(said -> Stream.of(said.split(" \\| ", -1)))
                            .anyMatch(said -> said.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))),
                    () -> lesson + ", " + language + ", step " + step + " does not say " + word);
        }
    }

    @Test
    void anotherNameIsNoticed() {
        assertTrue(reads("Compare over {0} seeds", "Compare over 5 seeds"));
        assertFalse(reads("Compare over {0} seeds", "Compare five seeds"));
        assertFalse(reads("{0}", "Run"));
    }
}
