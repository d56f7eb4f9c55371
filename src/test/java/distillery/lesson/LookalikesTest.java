package distillery.lesson;

import static distillery.lesson.LessonFolders.FRONT;
import static distillery.lesson.LessonFolders.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an input method or a word processor puts into a lesson is named, in its line, and nothing else is said. */
class LookalikesTest {
    private static final String CHECKED = FRONT + "## A step\n```check\nexplore.temperature above 5\n```\n";
    private static final String ASKED =
            FRONT + "## A step\n```predict\nid: q\nkind: choice\nask: What?\noptions: [a, b]\nanswer: 1\n```\n";

    @TempDir
    Path folder = Path.of("");

    record Case(String lesson, String from, String to, String key, int line) {
        @Override
        public String toString() {
            return key + " in line " + line + " for " + to.replace("\n", " ");
        }
    }

    private static Case good(String from, String to, String key, int line) {
        return new Case(GOOD, from, to, key, line);
    }

    private static Case check(String from, String to, String key, int line) {
        return new Case(CHECKED, from, to, key, line);
    }

    private static Case ask(String from, String to, String key, int line) {
        return new Case(ASKED, from, to, key, line);
    }

    static Stream<Case> cases() {
        return Stream.of(
                good("title: ", "title：", "lesson.sign-wide", 3),
                good("title: ", "title ： ", "lesson.sign-wide", 3),
                good("title: ", "ｔitle: ", "lesson.sign-wide", 3),
                good("title: ", "title:", "lesson.colon", 3),
                good("title: ", "title:\u00a0", "lesson.sign-no-break", 3),
                good("title: ", "title:\u3000", "lesson.sign-space", 3),
                good("title: ", "\ufefftitle: ", "lesson.sign-invisible", 3),
                good("minutes: 10", "minutes: １０", "lesson.sign-wide", 4),
                good("minutes: 10", "minutes: \u200b10", "lesson.sign-invisible", 4),
                good("id: heat", "id: “heat”", "lesson.sign-quote", 2),
                good("title: Heat", "title: “Heat: a word”", "lesson.sign-quote", 3),
                good("---\n## ", "———\n## ", "lesson.sign-dash", 6),
                good("---\nid", "－－－\nid", "lesson.sign-dash", 1),
                good("## ", "＃＃ ", "lesson.sign-wide", 7),
                good("## ", "##\u3000", "lesson.sign-space", 7),
                good("## ", "##", "lesson.title-space", 7),
                good("## ", "\u200b## ", "lesson.sign-invisible", 7),
                good("Turn it up.", "> ［!why］ It is.", "lesson.sign-wide", 8),
                good("Turn it up.", "＞ [!why] It is.", "lesson.sign-wide", 8),
                check("above 5", "above\u00a05", "lesson.sign-no-break", 9),
                check("above 5", "above ５", "lesson.sign-wide", 9),
                check("above 5", "between 1 and 5\nhint：Up.", "lesson.sign-wide", 10),
                check("above 5", "at least −1", "lesson.sign-dash", 9),
                check("```check", "｀｀｀check", "lesson.sign-wide", 8),
                check("```check", "```check\u00a0", "lesson.sign-no-break", 8),
                check(
                        "check\nexplore.temperature above 5",
                        "step\nlock: [explore.alpha，explore.bars]\n```\nText.\n```check\nscreen is loss",
                        "lesson.sign-wide",
                        9),
                check(
                        "check\nexplore.temperature above 5",
                        "step\nset:\n  explore.temperature：5\n```\nText.\n```check\nscreen is loss",
                        "lesson.sign-wide",
                        10),
                ask("[a, b]", "［a, b］", "lesson.sign-wide", 12),
                ask("[a, b]", "[a，b]", "lesson.sign-wide", 12),
                ask("answer: 1", "answer：1", "lesson.sign-wide", 13));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNamedInItsLine(Case each) throws IOException {
        assertTrue(each.lesson().contains(each.from()));
        LessonFiles files = LessonFolders.read(folder, "en.md", each.lesson().replace(each.from(), each.to()));
        assertEquals(
                List.of(each.key() + " " + each.line()),
                files.problems().stream()
                        .map(problem ->
                                problem.key() + " " + problem.arguments().get(1))
                        .toList(),
                () -> files.problems().toString());
        Problem only = files.problems().get(0);
        assertNotEquals(only.getMessage(), only.in(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void wordsMayHoldThemAll() throws IOException {
        String lesson = ASKED.replace("What?", "“温度”：多少——５？")
                .replace("title: Heat", "title: 热：是“什么”？")
                .replace("[a, b]", "\n  - 甲：一，\u00a0二\n  - “乙”")
                .replace("answer: 1", "answer: 1\nright: |\n  answer：对。\nwrong: 不，不对");
        assertEquals(
                List.of(),
                LessonFolders.read(folder, "en.md", lesson + "\n\u3000\u3000（段落）：\u00a0好——“好”\n")
                        .problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesMayEndAsOnAnySystem(String end) throws IOException {
        assertEquals(
                List.of(),
                LessonFolders.read(folder, "en.md", CHECKED.replace("\n", end)).problems());
        assertEquals(
                "9",
                LessonFolders.read(
                                folder, "en.md", CHECKED.replace(" above", "\0").replace("\n", end))
                        .problems()
                        .get(0)
                        .arguments()
                        .get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16", "Big5", "EUC-KR"})
    void anotherEncodingIsNamed(String charset) throws IOException {
        byte[] bytes = GOOD.replace("Heat", "溫度").getBytes(Charset.forName(charset));
        Problem first = LessonFolders.read(folder, "en.md", bytes).problems().get(0);
        assertEquals("lesson.encoding", first.key(), first.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en.md.txt",
                "EN.MD",
                "En.md",
                "en.MD",
                "en.txt",
                "en.markdown",
                "en.md.md",
                "en.docx",
                "ｅｎ.md",
                "zh.md",
                "zh_CN.md",
                "zh-cn.md",
                "zh-CN.md.txt",
                "ZH-CN.MD",
                "zh-CN.txt",
                "zh-Hans.md"
            })
    void aFileOfAlmostTheRightNameIsNotPassedOver(String name) throws IOException {
        Files.writeString(folder.resolve(name), GOOD);
        Files.writeString(folder.resolve("README.txt"), "Read me.");
        List<Problem> problems = LessonReader.read(folder).get(0).problems();
        assertEquals(1, problems.size(), problems::toString);
        String right = name.toLowerCase(Locale.ROOT).startsWith("zh") ? "\"zh-CN.md\"" : "\"en.md\"";
        assertTrue(problems.get(0).getMessage().contains(right), problems.get(0).getMessage());
        assertTrue(problems.get(0).getMessage().startsWith(folder.resolve(name) + ":1: "));
    }

    @Test
    void whatIsNoLessonIsLeftAlone() throws IOException {
        for (String name : List.of("README.md", "ORIGIN.md", "notes.txt", "english.txt", "en.png", "zhang.txt")) {
            Files.writeString(folder.resolve(name), "Words.");
        }
        Files.writeString(folder.resolve("en.md"), GOOD);
        assertFalse(LessonReader.read(folder).get(0).lessons().isEmpty());
        assertEquals(List.of(), LessonReader.read(folder).get(0).problems());
    }
}
