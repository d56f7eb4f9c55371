package distillery.view;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.ClassLabels;
import distillery.data.Samples;
import distillery.lab.example.Example;
import distillery.lab.explore.ExploreSettings;
import distillery.lesson.LessonReader;
import distillery.method.Heads;
import distillery.method.LiveHyperparameters;
import distillery.net.Initialisation;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.train.TeacherSettings;
import distillery.train.Verdict;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

/** Each number that a text states is what the program does or what was measured; both languages state the same. */
class BundleFactsTest {
    private static final Pattern PLACES = Pattern.compile("\\{[0-9]\\}|\\{[0-9],number[^}]*\\}|\\\\u[0-9a-f]{4}");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*(?:\\.[0-9]+)?");

    /** Where a number is a name, an example, a limit of a formula or of a notation, and so no fact that could change. */
    private static final Pattern NOTATION = Pattern.compile(
            "T (?:=|→) [01]|T=[01]|T² |Below 1 |低于 1|小于 1 |1[ \u00a0]−|between 0 and ∞|0 到 ∞|0 与 ∞"
                    + "|1 减去|缩小到 1/|Above 0 |大于 0 |F[0-9]+|ND4J|UTF-8|\\(2015\\)|（2015）|2\\.0|momentum 0\\.9|动量 0\\.9|(?:Hinton|Caruana|Zhao|Romero|Park|Tung|Zagoruyko|Heo|Yim|Zhang|Furlanello|Bucila|Clark|Cai|Li|Mirzadeh)[^0-9]*20[0-9]{2}"
                    + "|784-400-400-10|28x28(?:-[cp][0-9]+)+-[0-9]+-10|784-64-10|[0-9]D|sgd:0\\.9|\\{[0-9],choice[^}]*(?:\\{[0-9]\\}[^}]*)*\\}");

    /** The weights in labml's code. */
    private static final double LABML_SOFT = 100;

    private static final double LABML_HARD = 0.5;

    private static final Map<String, List<Object>> FACTS = Map.ofEntries(
            Map.entry("explore.temperature.type", range()),
            Map.entry("explore.curves.accessible", range()),
            Map.entry("explore.example.no-digit", List.of(Example.MOST)),
            Map.entry("explore.editor.hint", List.of(Example.FEWEST, Example.MOST)),
            Map.entry("explore.play.tip", List.of((int) (1000 / beat().toMillis()))),
            Map.entry("explore.log-axis.tip", List.of(percent(1e-6), percent(1))),
            Map.entry(
                    "train.about.few-labels",
                    List.of(Preset.FEW_LABELS.settings().images())),
            Map.entry(
                    "train.about.all-labels",
                    List.of(Preset.ALL_LABELS.settings().images())),
            Map.entry(
                    "train.about.small-cnn", List.of(Preset.SMALL_CNN.settings().images())),
            Map.entry("train.about.ensemble", List.of(Preset.ENSEMBLE.settings().images())),
            Map.entry(
                    "train.about.born-again",
                    List.of(Preset.BORN_AGAIN.settings().images())),
            Map.entry("train.about.mutual", List.of(Preset.MUTUAL.settings().images())),
            Map.entry(
                    "train.about.own-teacher",
                    List.of(Preset.OWN_TEACHER.settings().images())),
            Map.entry(
                    "train.about.pseudo-data",
                    List.of(
                            Preset.PSEUDO_DATA.settings().images(),
                            Preset.PSEUDO_DATA.settings().method().get("pseudoPerSample"))),
            Map.entry("train.about.netaug", List.of(Preset.NETAUG.settings().images())),
            Map.entry(
                    "train.about.multi-task",
                    List.of(Preset.MULTI_TASK.settings().images())),
            Map.entry("train.about.forgetting", List.of(0, Heads.old(10) - 1, Heads.old(10), 9)),
            Map.entry(
                    "train.about.missing-three",
                    List.of(
                            Preset.MISSING_THREE.settings().images(),
                            Preset.MISSING_THREE.settings().omitted().iterator().next(),
                            heat(Preset.MISSING_THREE),
                            Preset.MISSING_THREE.settings().omitted().iterator().next())),
            Map.entry(
                    "train.preset.missing-three",
                    List.of(Preset.MISSING_THREE.settings().omitted().iterator().next())),
            Map.entry("train.about.only-seven-and-eight", sevenAndEight(heat(Preset.ONLY_SEVEN_AND_EIGHT))),
            Map.entry("train.preset.only-seven-and-eight", sevenAndEight()),
            Map.entry("train.about.seed-0", List.of(0, 1)),
            Map.entry(
                    "train.about.seed-2-exactly",
                    List.of(
                            Preset.SEED_2_EXACTLY.settings().images(),
                            Preset.SEED_2_EXACTLY.settings().epochs())),
            Map.entry("train.about.seed-4", labml()),
            Map.entry(
                    "train.preset.seed-0",
                    List.of(heat(Preset.SEED_0), knobs(Preset.SEED_0).softWeight())),
            Map.entry(
                    "train.preset.seed-2-exactly",
                    List.of(Preset.SEED_2_EXACTLY.settings().images())),
            Map.entry("train.preset.seed-4", List.of(LABML_SOFT, LABML_HARD)),
            Map.entry("train.preset.tip", List.of(10_000)),
            Map.entry("train.initialisation.deviation.tip", List.of(Initialisation.USUAL, 1)),
            Map.entry("train.measured", List.of(1, Preset.FEW_LABELS.measured().planned())),
            Map.entry(
                    "train.refused.shipped", List.of(TeacherSettings.DENSE.inputs(), TeacherSettings.DENSE.classes())),
            Map.entry("train.compare.tip", List.of(percent(Verdict.CONFIDENCE))),
            Map.entry("train.verdict.seeds", List.of(percent(Verdict.CONFIDENCE))),
            Map.entry("train.verdict.p.least", List.of(number("distillery.view.train.VerdictWords", "LEAST_P"))),
            Map.entry(
                    "methods.pseudo-data.pseudoRecipe.tip",
                    List.of(
                            number("distillery.train.PseudoSamples", "FARTHEST"),
                            number("distillery.train.PseudoSamples", "BLOCK"),
                            number("distillery.train.PseudoSamples", "BLOCK"))),
            Map.entry(
                    "methods.boundaries.boundaryWeight.tip", List.of(number("distillery.method.Boundaries", "MARGIN"))),
            Map.entry("train.soft-weight.tip", List.of(1)),
            Map.entry("methods.hint.hintEpochs.tip", List.of(0)),
            Map.entry("labels.many", List.of(ClassLabels.FEWEST)),
            Map.entry("idx.pixels", List.of(1, root(Samples.MOST_FEATURES), root(Samples.MOST_FEATURES))),
            Map.entry("setup.too-large", List.of(number("distillery.lab.setup.SetUpFile", "LARGEST_MEGABYTES"))),
            Map.entry("json.limits", List.of(com.fasterxml.jackson.core.StreamReadConstraints.DEFAULT_MAX_DEPTH)),
            Map.entry("lesson.large", List.of(number("distillery.lesson.LessonText", "LARGEST_FILE") / 1024)),
            Map.entry("lesson.many-files", List.of(LessonReader.MOST_FILES)),
            Map.entry(
                    "lesson.picture-large",
                    List.of(number("distillery.lesson.PictureFile", "LARGEST_FILE") / (1 << 20))),
            Map.entry(
                    "lesson.picture-pixels",
                    List.of(
                            number("distillery.lesson.PictureFile", "MOST_PIXELS") / 1e6,
                            number("distillery.lesson.PictureFile", "LONGEST_SIDE"))),
            Map.entry(
                    "lesson.pictures-pixels",
                    List.of(
                            number("distillery.lesson.Pictures", "MOST_PIXELS") / 1e6,
                            number("distillery.lesson.PictureFile", "WIDEST"))));

    /** What the students of the preset see, and what else there is to say. */
    private static List<Object> sevenAndEight(Object... more) {
        Set<Integer> omitted = Preset.ONLY_SEVEN_AND_EIGHT.settings().omitted();
        List<Object> facts = new ArrayList<>(IntStream.range(0, 10)
                .filter(digit -> !omitted.contains(digit))
                .boxed()
                .toList());
        facts.addAll(List.of(more));
        return facts;
    }

    /** What its soft weight comes to: there the divergence is a mean over ten classes, too, and lacks T². */
    private static List<Object> labml() {
        double heat = heat(Preset.SEED_4);
        double effective = LABML_SOFT / 10 / (heat * heat);
        assertEquals(effective, knobs(Preset.SEED_4).softWeight(), 1e-12);
        assertEquals(LABML_HARD, knobs(Preset.SEED_4).hardWeight());
        return List.of(LABML_SOFT, LABML_HARD, heat, LABML_SOFT, effective);
    }

    private static LiveHyperparameters knobs(Preset preset) {
        return preset.settings().live().knobs();
    }

    private static double heat(Preset preset) {
        return knobs(preset).temperature();
    }

    private static List<Object> range() {
        return List.of(ExploreSettings.LOWEST_TEMPERATURE, ExploreSettings.HIGHEST_TEMPERATURE);
    }

    private static double percent(double share) {
        return Math.round(share * 1e8) / 1e6;
    }

    private static int root(int number) {
        return (int) Math.sqrt(number);
    }

    private static Duration beat() {
        return (Duration) constant("distillery.view.explore.PullsCard", "BEAT");
    }

    private static double number(String type, String name) {
        return ((Number) constant(type, name)).doubleValue();
    }

    /** A constant that is nobody else's business. */
    private static Object constant(String type, String name) {
        try {
            Field field = Class.forName(type).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException gone) {
            throw new LinkageError("a constant has moved", gone);
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("assets/i18n", name + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    /** The numbers that a text states; in Chinese 1600 万 are 16 million. */
    private static List<Double> stated(String text) {
        String plain = NOTATION.matcher(PLACES.matcher(text).replaceAll("")).replaceAll("");
        return NUMBER.matcher(plain.replaceAll("([0-9]+)00 万", "$1"))
                .results()
                .map(MatchResult::group)
                .map(number -> Double.valueOf(number.replace(",", "")))
                .toList();
    }

    @Test
    void everyNumberOfAScreensTextIsAFactThatIsHeldHere() throws IOException {
        for (String language : List.of("", "_zh")) {
            for (String name : List.of("explore", "loss", "train", "methods", "lessons", "shell", "chart")) {
                Properties texts = bundle(name + language);
                Set<String> stating = new TreeSet<>();
                texts.stringPropertyNames().stream()
                        .filter(key -> !stated(texts.getProperty(key)).isEmpty())
                        .forEach(stating::add);
                stating.removeAll(FACTS.keySet());
                stating.remove("train.about.tiny-student"); // in words in English; held below
                assertEquals(Set.of(), stating, name + language);
            }
        }
    }

    @Test
    void theNumbersAreWhatTheProgramDoes() throws IOException {
        for (Map.Entry<String, List<Object>> fact : FACTS.entrySet()) {
            List<Double> wanted = fact.getValue().stream()
                    .map(each -> ((Number) each).doubleValue())
                    .toList();
            for (String language : List.of("", "_zh")) {
                String key = fact.getKey();
                String bundle =
                        key.matches("(explore|train|methods)\\..*") ? key.replaceFirst("\\..*", "") : "problems";
                List<Double> said = stated(bundle(bundle + language).getProperty(key));
                assertTrue(!said.isEmpty() && Set.copyOf(wanted).equals(Set.copyOf(said)), key + said + wanted);
            }
        }
    }

    /** What the presets' lines say in words. */
    @Test
    void thePresetsLinesAreAsMeasured() throws IOException {
        assertText("train.about.few-labels", "about a third", "约三分之一");
        Verdict few = Preset.FEW_LABELS.measured();
        double share = 1 - mean(few, ArmName.DISTILLED) / mean(few, ArmName.LABELS_ONLY);
        assertTrue(share > 0.28 && share < 0.38, "a third is " + share);

        assertText("train.about.all-labels", "five seeds do not decide", "五个种子判断不出");
        Verdict all = Preset.ALL_LABELS.measured();
        assertEquals(5, all.planned());
        assertEquals(Verdict.Outcome.NOT_DECIDED, all.toLabels());
        assertEquals(Verdict.Outcome.WORSE, all.toControl());

        assertText("train.about.tiny-student", "Sixteen hidden units", "16 个隐藏单元");
        Verdict tiny = Preset.TINY_STUDENT.measured();
        assertEquals(
                16, Preset.TINY_STUDENT.settings().student().shapes().get(0).size());
        assertTrue(tiny.toLabels() == Verdict.Outcome.WORSE && tiny.overLabels().isWeak());

        assertText("train.compare.tip", "one verdict in twenty", "二十次");
        assertEquals(20, Math.round(1 / (1 - Verdict.CONFIDENCE)));
    }

    private static double mean(Verdict verdict, ArmName student) {
        return requireNonNull(verdict.errors().get(student)).mean();
    }

    private static void assertText(String key, String english, String chinese) throws IOException {
        assertTrue(bundle("train").getProperty(key).contains(english), key);
        assertTrue(bundle("train_zh").getProperty(key).contains(chinese), key);
    }

    @Test
    void aNumberThatIsOnNoListIsFound() {
        assertFalse(stated("It takes 3 steps at T = 1").isEmpty());
        assertTrue(stated("{0} at T = 1, UTF-8").isEmpty());
        assertEquals(List.of(16.0), stated("1600 万像素"));
    }
}
