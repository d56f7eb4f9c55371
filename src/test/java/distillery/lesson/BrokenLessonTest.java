package distillery.lesson;

import static distillery.lesson.LessonFolders.FRONT;
import static distillery.lesson.LessonFolders.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.PlainChinese;
import distillery.data.Problem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons with one thing wrong each: the first thing said must name it, where it is, and what was meant. */
class BrokenLessonTest {
    private static Path pictures = Path.of("");

    @TempDir
    Path folder = Path.of("");

    /** A file, and what must be said of it; {@code meant} is part of the sentence. */
    record Broken(String text, String key, int line, String meant) {
        @Override
        public String toString() {
            return key + " in line " + line;
        }
    }

    private static Broken file(String text, String key, int line, String meant) {
        return new Broken(text, key, line, meant);
    }

    /** A step of the title in line 7 and a fenced block whose first line is line 9. */
    private static Broken block(String kind, String content, String key, int line, String meant) {
        return file(FRONT + "## A step\n```" + kind + "\n" + content + "\n```\nText.\n", key, line, meant);
    }

    private static Broken step(String content, String key, int line, String meant) {
        return block("step", content, key, line, meant);
    }

    private static Broken check(String content, String key, String meant) {
        return block("check", content, key, 9, meant);
    }

    private static Broken predict(String content, String key, int line, String meant) {
        return block("predict", "id: q\nask: What?\n" + content, key, line, meant);
    }

    /** A step whose text begins in line 8. */
    private static Broken prose(String content, String key, String meant) {
        return prose(content, key, 8, meant);
    }

    private static Broken prose(String content, String key, int line, String meant) {
        return file(FRONT + "## A step\n" + content + "\n", key, line, meant);
    }

    static List<Broken> corpus() {
        return Stream.of(files(), steps(), checks(), questions(), proses(), formulas(), nested(), pictures())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Broken> files() {
        return List.of(
                file("", "lesson.empty", 1, "id, title, minutes and goal"),
                file("# Heat\n", "lesson.front", 1, "---"),
                file("---\nid: heat\n", "lesson.front-open", 1, "---"),
                file(GOOD.replace("title:", "titel:"), "lesson.key", 3, "\"title\""),
                file(GOOD.replace("goal: What does heat do?\n", ""), "lesson.missing", 2, "\"goal\""),
                file(GOOD.replace("title: Heat", "title:"), "lesson.missing", 3, "\"title\""),
                file(GOOD.replace("id: heat", "id: Heat 2"), "lesson.id", 2, "dashes"),
                file(GOOD.replace("10", "soon"), "lesson.value", 4, "1..600"),
                file(GOOD.replace("title: Heat", "title: Heat: a"), "lesson.yaml", 3, "quotes"),
                file(GOOD.replace("title: Heat", "title: [Heat"), "lesson.yaml", 4, "brackets"),
                file(GOOD.replace("title: Heat", "id: heat"), "lesson.key-twice", 3, "\"id\""),
                file(GOOD.replace("title: Heat", "\ttitle: Heat"), "lesson.yaml", 3, "spaces"),
                file(GOOD.replace("title: Heat", "title: \"Heat"), "lesson.yaml", 5, "second quote"),
                file(GOOD.replace("title: Heat", "title: @Heat"), "lesson.yaml", 3, "begin with @"),
                file(GOOD.replace("title: Heat", "title: \"Heat\" it"), "lesson.yaml", 3, "after the value"),
                file(GOOD.replace("title: Heat", "title: \"\\q\""), "lesson.yaml", 3, "backslash"),
                file(GOOD.replace("title: Heat", "  title: Heat"), "lesson.yaml", 3, "alike"),
                file(GOOD.replace("title: Heat", "title: - Heat"), "lesson.yaml", 3, "alike"),
                file(GOOD.replace("title: Heat", "title: |x"), "lesson.yaml", 3, "names and values"),
                file(FRONT + "Words.\n", "lesson.no-steps", 6, "##"),
                file(FRONT + "## \nText.\n", "lesson.untitled", 7, "##"),
                file(FRONT + "## One\n## Two\nText.\n", "lesson.step-empty", 7, "\"One\""),
                file(FRONT + "## Step\nText.\n".repeat(13), "lesson.many-steps", 31, "12"),
                file(FRONT + "```check\nscreen is train\n```\n## A\nText.\n", "lesson.outside", 7, "\"check\""));
    }

    private static List<Broken> steps() {
        return List.of(
                step("sreen: explore", "lesson.key", 9, "\"screen\""),
                step("screen: exploer", "lesson.word", 9, "\"explore\""),
                step("set:\n  explore.temprature: 4", "lesson.setting", 10, "\"explore.temperature\""),
                step("set:\n  explore.temperature: 1000", "lesson.value", 10, "0.05..100, 0, infinity"),
                step("set:\n  explore.temperature: 0x10", "lesson.value", 10, "0.05..100"),
                step("set:\n  explore.temperature: [1, 2]", "lesson.value", 10, "\"[1, 2]\""),
                step("set:\n  explore.teacher: [1, two]", "lesson.value", 10, "[6, 2, -2]"),
                step("set:\n  train.preset: few-label", "lesson.word", 10, "\"few-labels\""),
                step("set: explore.temperature", "lesson.not-names", 9, "name: value"),
                step("lock: [explore.alhpa]", "lesson.target", 9, "\"explore.alpha\""),
                step("lock: [[explore.alpha]]", "lesson.not-list", 9, "\"lock\""),
                step("lock: &a [*a]", "lesson.anchor", 9, "& and *"),
                step("set: &s\n  <<: *s", "lesson.anchor", 9, "& and *"),
                step("screen: *bomb", "lesson.anchor", 9, "& and *"),
                step("screen: !!javax.script.ScriptEngineManager [x]", "lesson.tag", 9, "ScriptEngine"),
                step("lock: " + "[".repeat(100_000), "lesson.deep", 9, "flatter"),
                step("- screen", "lesson.not-names", 9, "name: value"),
                block("stpe", "screen: explore", "lesson.block", 8, "\"step\""),
                file(FRONT + "## A\nText.\n```step\n```\n", "lesson.step-first", 9, "title"),
                file(FRONT + "## A\n```step\nscreen: loss\nText.\n", "lesson.fence-open", 8, "\"step\""));
    }

    private static List<Broken> checks() {
        return List.of(
                check("explore.temperatur above 3", "lesson.quantity", "\"explore.temperature\""),
                check("explore.temperature over 3", "lesson.check", "between 3 and 5"),
                check("explore.temperature between 5 and 3", "lesson.check", "between 5 and 3"),
                check("explore.temperature between 3", "lesson.check", "between 3 and 5"),
                check("explore.temperature above warm", "lesson.check", "above warm"),
                check("train.verdict above 3", "lesson.check-is", "not-decided"),
                check("train.verdict is bettr", "lesson.word", "\"better\""),
                check("train.verdict is no-difference", "lesson.renamed", "is called \"not-decided\" now"),
                check("train.accuracy above 95", "lesson.value", "0..1"),
                block("check", "hint: a\nscreen is loss", "lesson.check-hint", 10, "last"),
                block("check", "", "lesson.check-empty", 8, "condition"));
    }

    private static List<Broken> questions() {
        return List.of(
                predict("kind: choise", "lesson.kind", 11, "\"choice\""),
                predict("answer: 3", "lesson.missing", 9, "\"kind\""),
                predict("kind: number\nanswer: 3", "lesson.missing", 9, "\"tolerance\""),
                predict("kind: number\nanswer: 3\ntolerance: -1", "lesson.number", 13, "negative"),
                predict("kind: number\nanswer: .nan\ntolerance: 1", "lesson.number", 12, "24.5"),
                predict("kind: number\nanswer: 3\ntolerance: 1\noptions: [a, b]", "lesson.key", 14, "\"options\""),
                predict("kind: choice\noptions: [a, b]", "lesson.missing", 9, "\"answer\""),
                predict("kind: choice\noptions: [a, b]\nanswer: 3", "lesson.answer", 13, "1 to 2"),
                predict("kind: choice\noptions: [a]\nanswer: 1", "lesson.count", 12, "2 to 8"),
                predict("kind: choice\noptions: [a, b]\nanswer: 1\nfeedback: [a]", "lesson.feedback", 14, "each"),
                predict("kind: order\nitems: [a]", "lesson.count", 12, "2 to 8"),
                predict("kind: order\nitems: [a, b]\nunlock: explore.bar", "lesson.target", 13, "\"explore.bars\""),
                file(FRONT + """
                                ## A step
                                ```predict
                                id: q
                                kind: order
                                ask: Which?
                                items: [a, b]
                                ```
                                ## Another
                                ```predict
                                id: q
                                kind: order
                                ask: Which?
                                items: [a, b]
                                ```
                                """, "lesson.question-twice", 15, "line 8"));
    }

    private static List<Broken> proses() {
        return List.of(
                prose("<script>alert(1)</script>", "lesson.html", "data only"),
                prose("A <b>bold</b> word", "lesson.html", "Markdown"),
                prose("See [here](https://example.org).", "lesson.link", "network"),
                prose("See <https://example.org>.", "lesson.link", "network"),
                prose("### Deeper", "lesson.not-prose", "##"),
                prose("A $formula without end", "lesson.formula", "this $ "),
                prose("$$\nx = 1\n\nText.", "lesson.formula", "this $$ "),
                prose("$$x$$ and more", "lesson.formula", "this $$ "),
                prose("这是**“软标签”**的例子", "lesson.stars", "软标签"),
                prose("> A quotation", "lesson.quote", "[!observe]"),
                prose("> [!obsreve]\n> It grew.", "lesson.callout", "\"observe\""));
    }

    private static List<Broken> formulas() {
        return List.of(
                prose("A $\\nosuchcommand x$ here.", "lesson.latex", "nosuchcommand"),
                prose("A\nword\nand $\\frac{1}{$", "lesson.latex", 10, "brace"),
                prose("$$\nx^^2\n$$", "lesson.latex", "\"x^^2\""),
                prose("- $\\left( x$", "lesson.latex", "\\right"),
                prose("$\\newcommand{\\a}{\\a}\\a$", "lesson.latex", "not allowed"),
                prose("$\\begin{array}{*{30000}{c}} 1 \\end{array}$", "lesson.latex", "not allowed"),
                prose(
                        "$\\begin{array}{c} \\multicolumn{300000000}{c}{1} \\end{array}$",
                        "lesson.latex", "\\multicolumn is not allowed"),
                prose(
                        "$\\begin{matrix} \\hdotsfor{300000000} \\end{matrix}$",
                        "lesson.latex",
                        "\\hdotsfor is not allowed"),
                prose("$\\fcscore{2000000000}$", "lesson.latex", "\\fcscore is not allowed"),
                prose("$\\Romannumeral{2000000000}$", "lesson.latex", "\\Romannumeral is not allowed"),
                prose("$\\text{α}$", "lesson.latex", "text"),
                prose("$" + "\\sqrt".repeat(500) + "$", "lesson.latex", "2000"),
                predict(
                        "kind: number\nanswer: 3\ntolerance: 1\nright: '$\\nosuchcommand$'",
                        "lesson.latex",
                        14,
                        "nosuchcommand"),
                block("check", "screen is loss\nhint: $\\nosuchcommand$", "lesson.latex", 10, "nosuchcommand"));
    }

    private static List<Broken> nested() {
        return List.of(
                prose("1. ".repeat(9) + "x", "lesson.nested", "more than 8"),
                prose("- ".repeat(100_000) + "x", "lesson.nested", "flatter"),
                prose("> ".repeat(100_000) + "x", "lesson.nested", "flatter"),
                prose("*".repeat(20_000) + "x" + "*".repeat(20_000), "lesson.nested", "flatter"),
                prose("*a _b ".repeat(2_000) + "c" + "_ *".repeat(2_000), "lesson.nested", "flatter"),
                prose("![".repeat(20_000) + "x" + "](a.png)".repeat(20_000), "lesson.nested", "flatter"),
                predict(
                        "kind: number\nanswer: 3\ntolerance: 1\nright: '" + "1. ".repeat(9) + "x'",
                        "lesson.nested",
                        14,
                        "flatter"));
    }

    private static List<Broken> pictures() {
        return List.of(
                prose("![a](http://example.org/a.png)", "lesson.picture-remote", "name alone"),
                prose("![a](file:///etc/a.png)", "lesson.picture-remote", "name alone"),
                prose("![a](//example.org/a.png)", "lesson.picture-outside", "name alone"),
                prose("![a](data:image/png;base64,AAAA)", "lesson.picture-remote", "name alone"),
                prose("![a](/etc/a.png)", "lesson.picture-outside", "folder"),
                prose("![a](../a.png)", "lesson.picture-outside", "folder"),
                prose("![a](b/../../a.png)", "lesson.picture-outside", "folder"),
                prose("![a](C:\\a.png)", "lesson.picture-outside", "folder"),
                prose("![a](a.svg)", "lesson.picture-kind", "PNG or JPEG"),
                prose("![a](gone.png)", "lesson.picture-missing", "\"gone.png\""),
                prose("![a](cut.png)", "lesson.picture-broken", "\"cut.png\""),
                prose("![a](false.jpg)", "lesson.picture-broken", "\"false.jpg\""),
                prose("![a](large.png)", "lesson.picture-large", "4 MB"),
                prose("![a](wide.png)", "lesson.picture-pixels", "16 million"),
                prose("![a](link.png)", "lesson.picture-outside", "\"link.png\""),
                prose("![](good.png)", "lesson.picture-alt", "\"good.png\""),
                prose("Here ![a](good.png)", "lesson.picture-alone", "empty line"));
    }

    /** Faults of a formula or a picture alone: the lesson can be taught without. */
    private static final Pattern COSTS_ITSELF = Pattern.compile("lesson\\.(latex|pictures?-(?!alt|alone).*)");

    private LessonFiles read(byte[] content) throws IOException {
        return LessonFolders.read(folder, "en.md", content);
    }

    private void assertSays(Broken broken, LessonFiles files) {
        boolean costsItself = COSTS_ITSELF.matcher(broken.key()).matches();
        assertEquals(costsItself ? 1 : 0, files.lessons().size(), "what may be read of it");
        assertFalse(files.problems().isEmpty(), "nothing was said");
        Problem first = files.problems().get(0);
        String file = folder.resolve("en.md").toString();
        assertEquals(broken.key(), first.key(), first.getMessage());
        assertEquals(
                List.of(file, String.valueOf(broken.line())), first.arguments().subList(0, 2), first.getMessage());
        assertTrue(first.getMessage().startsWith(file + ":" + broken.line() + ": "), first.getMessage());
        assertTrue(first.getMessage().contains(broken.meant()), first.getMessage());
        PlainChinese.assertSpokenBy(first);
    }

    /** What pictures name in {@link #pictures}: made once, for one of them takes longer to make than all to read. */
    @BeforeAll
    static void makePictures(@TempDir Path shared) throws IOException {
        pictures = Files.createDirectory(shared.resolve("pictures"));
        Files.write(pictures.resolve("good.png"), LessonFolders.png());
        Files.write(pictures.resolve("cut.png"), Arrays.copyOf(LessonFolders.png(), 40));
        Files.writeString(pictures.resolve("false.jpg"), "This is no picture.");
        Files.write(pictures.resolve("large.png"), new byte[(4 << 20) + 1]);
        BufferedImage wide = new BufferedImage(5000, 4000, BufferedImage.TYPE_BYTE_BINARY);
        ImageIO.write(wide, "png", pictures.resolve("wide.png").toFile());
        Path outside = Files.write(shared.resolve("outside.png"), LessonFolders.png());
        Files.createSymbolicLink(pictures.resolve("link.png"), outside);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void saysWhatIsWrongAndWhere(Broken broken) throws IOException {
        folder = pictures;
        assertSays(broken, read(broken.text().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyUtf8IsText() throws IOException {
        String lesson = GOOD.replace("Turn it up.", "Größe.");
        assertSays(file("", "lesson.encoding", 8, "UTF-8"), read(lesson.getBytes(StandardCharsets.ISO_8859_1)));
        assertSays(file("", "lesson.encoding", 1, "UTF-8"), read(lesson.getBytes(StandardCharsets.UTF_16)));
        assertSays(file("", "lesson.control", 1, "code 0"), read(lesson.getBytes(StandardCharsets.UTF_16LE)));
        assertSays(
                file("", "lesson.control", 7, "code 0"),
                read(GOOD.replace("up", "\0").getBytes(StandardCharsets.UTF_8)));
        byte[] cut = "---\n学".getBytes(StandardCharsets.UTF_8);
        assertSays(file("", "lesson.encoding", 2, "UTF-8"), read(Arrays.copyOf(cut, cut.length - 1)));
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        assertSays(file("", "lesson.large", 1, "256 KB"), read(new byte[10 << 20]));
    }

    @Test
    void aFolderWithoutLessonsSaysSo() throws IOException {
        assertEquals(List.of("lesson.none"), keys(LessonReader.read(folder).get(0)));
        Path gone = folder.resolve("gone");
        assertEquals(List.of("lesson.no-folder"), keys(LessonReader.read(gone).get(0)));
        LessonFiles other = LessonFolders.read(folder, "zh.md", GOOD);
        assertEquals(List.of("lesson.language"), keys(other));
        assertTrue(other.problems().get(0).getMessage().contains("\"zh-CN.md\""));
    }

    @Test
    void twoLessonsOfOneIdAreOneTooMany() throws IOException {
        for (String name : List.of("a", "b")) {
            Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("en.md"), GOOD);
        }
        List<LessonFiles> all = LessonReader.read(folder);
        assertEquals(List.of(), keys(all.get(0)));
        assertEquals(List.of("lesson.id-twice"), keys(all.get(1)));
    }

    @Test
    void someDepthIsFine() throws IOException {
        LessonFiles files = read((GOOD + "- ".repeat(4) + "**a *b***\n").getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(), files.problems());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        LessonFiles files = read((FRONT.replace("10", "x")
                        + "## A\n```step\nscreen: x\nlock: y\n```\n<b>\n\n[a](b)\n\n## B\n```check\nz is 1\n```\n")
                .getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of(
                        "lesson.value",
                        "lesson.word",
                        "lesson.target",
                        "lesson.html",
                        "lesson.link",
                        "lesson.quantity",
                        "lesson.step-empty"),
                keys(files));
    }

    @Thorough
    @Test
    void whateverIsWrittenReadingComesBack() throws IOException {
        byte[] good = (GOOD + "```step\nset:\n  explore.temperature: 4\n```\n$x$ $$y$$\n> [!why]\n> *a*\n\n- b\n")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        byte[] signs = "\n\n\n`$*>!-[]{}:&#\\\"' \t<\0".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] spoilt = good.clone();
            for (int j = 0; j <= i % 8; j++) {
                spoilt[random.nextInt(spoilt.length)] = signs[random.nextInt(signs.length)];
            }
            LessonFiles files = read(spoilt);
            assertTrue(
                    files.lessons().size() == 1 || !files.problems().isEmpty(),
                    () -> new String(spoilt, StandardCharsets.UTF_8));
            files.problems().forEach(problem -> assertFalse(problem.getMessage().isBlank()));
        }
    }

    private static List<String> keys(LessonFiles files) {
        return files.problems().stream().map(Problem::key).toList();
    }
}
