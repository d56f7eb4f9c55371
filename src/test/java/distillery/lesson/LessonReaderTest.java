package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lesson.Prose.Paragraph;
import distillery.lesson.Prose.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonReaderTest {
    private static final String WHOLE = """
            ---
            id: temperature
            title: "Temperature: a knob"
            minutes: 10
            goal: What does the temperature change?
            ---
            A first word.

            ## Turn it up
            ```step
            screen: explore
            set:
              explore.temperature: 1
              explore.example: horse-donkey-car
              explore.student: [2, 1, 1.5]
              explore.log-axis: true
            lock: [explore.alpha]
            hide: explore.pulls
            spotlight: [explore.temperature, explore.bars]
            ```
            Prose with $T$, *stress*, **weight** and `code`,
            on two lines:
            $$p_i = \\frac{e^{z_i/T}}
            {\\sum_j e^{z_j/T}}$$

            1. one
            2. two $x_1$

            ![A chef](chef.png)

            ```predict
            id: donkey-at-4
            kind: number
            ask: How many percent at $T = 4$?
            answer: 24.5
            tolerance: 3
            unit: "%"
            unlock: [explore.temperature]
            right: You felt it.
            wrong: Look again.
            ```
            ```check
            explore.temperature between 3.5 and 4.5
            explore.log-axis is true
            hint: Press Page Up.
            ```
            > [!observe]
            > It grew.
            >
            > By much.

            > [!why] Because.

            ## Look back
            Well.
            ```check
            explore.temperature is infinity
            ```
            ```predict
            id: rank
            kind: order
            ask: Put them in order.
            items: [horse, donkey, car]
            ```
            """;

    @TempDir
    Path folder = Path.of("");

    private Lesson lesson(String text) throws IOException {
        Files.write(folder.resolve("chef.png"), LessonFolders.png());
        LessonFiles files = LessonFolders.read(folder, "en.md", text);
        assertEquals(
                List.of(), files.problems().stream().map(Exception::getMessage).toList());
        return files.in(Locale.ENGLISH).orElseThrow();
    }

    private Prose prose(String markdown) throws IOException {
        LessonStep.Part first = lesson(LessonFolders.FRONT + "## A step\n" + markdown)
                .steps()
                .get(0)
                .parts()
                .get(0);
        return ((LessonStep.Text) first).prose();
    }

    private static Prose text(String text) {
        return new Prose(List.of(new Paragraph(List.of(new Text(text)))));
    }

    @Test
    void aLessonIsWhatItsFileSays() throws IOException {
        Lesson lesson = lesson(WHOLE);
        assertEquals("temperature", lesson.id());
        assertEquals("Temperature: a knob", lesson.title());
        assertEquals(10, lesson.minutes());
        assertEquals(text("A first word."), lesson.opening());
        assertEquals(
                List.of("Turn it up", "Look back"),
                lesson.steps().stream().map(LessonStep::title).toList());
        assertEquals(9, lesson.steps().get(0).line());
    }

    @Test
    void aStageSetsInAnOrderThatWorks() throws IOException {
        StepSetup stage = lesson(WHOLE).steps().get(0).stage();
        assertEquals(Optional.of("explore"), stage.screen());
        assertEquals(
                List.of(
                        Setting.EXPLORE_EXAMPLE,
                        Setting.EXPLORE_STUDENT,
                        Setting.EXPLORE_TEMPERATURE,
                        Setting.EXPLORE_LOG_AXIS),
                List.copyOf(stage.set().keySet()));
        assertEquals(Value.of(List.of(2.0, 1.0, 1.5)), stage.set().get(Setting.EXPLORE_STUDENT));
        assertEquals(Set.of(Target.EXPLORE_ALPHA), stage.lock());
        assertEquals(Set.of(Target.EXPLORE_PULLS), stage.hidden());
        assertEquals(
                List.of(Target.EXPLORE_TEMPERATURE, Target.EXPLORE_BARS),
                List.copyOf(stage.spotlight()),
                "the first is what a guess is about");
    }

    @Test
    void theCardKeepsTheOrderOfItsFile() throws IOException {
        List<LessonStep.Part> parts = lesson(WHOLE).steps().get(0).parts();
        assertEquals(
                List.of("Text", "Prediction", "Check", "Callout", "Callout"),
                parts.stream().map(part -> part.getClass().getSimpleName()).toList());
        assertEquals(Callout.Kind.OBSERVE, ((Callout) parts.get(3)).kind());
        assertEquals("It grew.\nBy much.", ((Callout) parts.get(3)).prose().plain());
        assertEquals(new Callout(Callout.Kind.WHY, text("Because.")), parts.get(4));
    }

    @Test
    void proseBecomesASmallTree() throws IOException {
        List<Prose.Block> blocks = ((LessonStep.Text)
                        lesson(WHOLE).steps().get(0).parts().get(0))
                .prose()
                .blocks();
        assertEquals(
                new Paragraph(List.of(
                        new Text("Prose with "),
                        new Prose.Symbol("T"),
                        new Text(", "),
                        new Prose.Emphasis(List.of(new Text("stress"))),
                        new Text(", "),
                        new Prose.Strong(List.of(new Text("weight"))),
                        new Text(" and "),
                        new Prose.Code("code"),
                        new Text(","),
                        new Text(" "),
                        new Text("on two lines:"))),
                blocks.get(0));
        assertEquals(new Prose.Formula("p_i = \\frac{e^{z_i/T}} {\\sum_j e^{z_j/T}}"), blocks.get(1));
        assertEquals(
                new Prose.Items(
                        true,
                        List.of(
                                text("one"),
                                new Prose(List.of(new Paragraph(List.of(new Text("two "), new Prose.Symbol("x_1"))))))),
                blocks.get(2));
        Prose.Picture chef = (Prose.Picture) blocks.get(3);
        assertEquals("A chef", chef.alt());
        assertEquals(folder.resolve("chef.png").toUri(), chef.source());
    }

    @Test
    void questionsAndChecksKnowTheirLinesAndAnswers() throws IOException {
        LessonStep step = lesson(WHOLE).steps().get(0);
        Prediction predict = step.predict().orElseThrow();
        assertEquals(31, predict.line());
        assertEquals(new GuessQuestion.Estimate(24.5, 3, "%"), predict.question());
        assertEquals("You felt it.", predict.feedback(Guess.number(27.5)).plain());
        assertEquals("Look again.", predict.feedback(Guess.number(27.6)).plain());
        Check check = step.checks().get(0);
        assertEquals(42, check.line());
        assertEquals("Press Page Up.", check.hint().plain());
        assertEquals(
                List.of(
                        new Condition(Setting.EXPLORE_TEMPERATURE, new Condition.Within(3.5, true, 4.5, true)),
                        new Condition(Setting.EXPLORE_LOG_AXIS, new Condition.Same(Value.of(true)))),
                check.conditions());
    }

    @Test
    void formulasKeepWhatMarkdownWouldEat() throws IOException {
        assertEquals(
                new Prose.Symbol("a*b*c_1_2 \\$ <x>"),
                ((Paragraph) prose("See $a*b*c_1_2 \\$ <x>$.").blocks().get(0))
                        .spans()
                        .get(1));
        assertEquals(new Prose(List.of(new Prose.Formula("a\n= b".replace('\n', ' ')))), prose("$$\na\n= b\n$$"));
        assertEquals(text("It costs $5."), prose("It costs \\$5."));
    }

    @Test
    void chineseLinesJoinWithoutASpaceAndOthersWithOne() throws IOException {
        assertEquals("软标签比硬标签更有信息。", prose("软标签\n比**硬标签**\n更有信息。").plain());
        assertEquals("two words", prose("two\nwords").plain());
    }

    @Test
    void aFileMayBeginWithAByteOrderMarkAndEndItsLinesAsOnWindows() throws IOException {
        assertEquals(
                "Heat",
                lesson("\uFEFF" + LessonFolders.GOOD.replace("\n", "\r\n")).title());
    }

    @Test
    void aFolderOfLessonsIsReadByName() throws IOException {
        for (String name : List.of("b", "a")) {
            Path inner = Files.createDirectory(folder.resolve(name));
            Files.writeString(inner.resolve("en.md"), LessonFolders.GOOD.replace("heat", name));
        }
        Files.writeString(folder.resolve("README.md"), "How to");
        assertEquals(
                List.of("a", "b"),
                LessonReader.read(folder).stream().map(LessonFiles::folder).toList());
    }

    @Test
    void aLanguageThatIsMissingIsReplacedByTheOneThereIs() throws IOException {
        LessonFiles files = LessonFolders.read(folder, "zh-CN.md", LessonFolders.GOOD);
        assertEquals(
                Locale.SIMPLIFIED_CHINESE,
                files.in(Locale.ENGLISH).orElseThrow().language());
        assertEquals(List.of(), files.problems());
    }

    @Test
    void languagesMayDifferInWordsOnly() throws IOException {
        lesson(WHOLE);
        LessonFiles same = LessonFolders.read(folder, "zh-CN.md", WHOLE.replace("Turn it up", "升温"));
        assertEquals(List.of(), same.problems());
        Map<String, String> changes = Map.of(
                "temperature: 1\n", "temperature: 2\n",
                "between 3.5", "between 3",
                "answer: 24.5", "answer: 25",
                "unlock: [explore.temperature]", "unlock: [explore.alpha]",
                "is infinity", "is 8",
                "lock: [explore.alpha]", "lock: []",
                "[horse, donkey, car]", "[horse, donkey]",
                "minutes: 10", "minutes: 11");
        changes.forEach((from, to) -> {
            assertTrue(WHOLE.contains(from), from);
            LessonFiles files = readChinese(WHOLE.replaceFirst(Pattern.quote(from), to));
            assertEquals(
                    List.of("lesson.differs"),
                    files.problems().stream().map(problem -> problem.key()).toList(),
                    from);
            assertFalse(files.lessons().containsKey(Locale.SIMPLIFIED_CHINESE), from);
            assertTrue(files.lessons().containsKey(Locale.ENGLISH), from);
        });
    }

    private LessonFiles readChinese(String text) {
        try {
            return LessonFolders.read(folder, "zh-CN.md", text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyWhatIsShownStays() {
        StepSetup stage = new StepSetup(
                Optional.empty(),
                Map.of(),
                Set.of(),
                Set.of(Target.TRAIN_BATCH),
                Set.of(Target.LOSS_ARROWS, Target.LOSS_NORM),
                Set.of());
        assertEquals(
                Set.of(
                        Target.TRAIN_BATCH,
                        Target.LOSS_FORMULA,
                        Target.LOSS_PARTS,
                        Target.LOSS_LEDGER,
                        Target.LOSS_LIMIT,
                        Target.LOSS_DKD,
                        Target.LOSS_CLINIC),
                stage.hidden());
    }
}
