package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import distillery.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for teachers shows can be read, and what it lists is what there is. */
class LessonReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^~~~markdown\\n(.*?)^~~~$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:step|predict|check)\\n.*?^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| (.*?) \\|");

    @TempDir
    Path folder;

    private String guide = "";

    @BeforeEach
    void open() throws IOException {
        guide = Files.readString(Path.of("lessons", "README.md"));
    }

    private List<String> problems(String lesson) throws IOException {
        Files.writeString(folder.resolve("en.md"), lesson);
        List<LessonFiles> read = LessonReader.read(folder);
        assertEquals(1, read.size());
        return read.get(0).problems().stream().map(Problem::getMessage).toList();
    }

    private List<MatchResult> rows(String heading) {
        Pattern section = Pattern.compile("(?ms)^## " + heading + "$(.*?)^## ");
        String table = section.matcher(guide)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return ROW.matcher(table).results().toList();
    }

    private List<String> listed(String heading) {
        return rows(heading).stream().map(row -> row.group(1)).toList();
    }

    @Test
    void theFirstExampleIsALessonOfTenLines() throws IOException {
        String example = EXAMPLE.matcher(guide)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertEquals(10, example.lines().count());
        assertEquals(List.of(), problems(example));
        Lesson lesson = LessonReader.read(folder).get(0).in(Locale.ENGLISH).orElseThrow();
        assertEquals(1, lesson.steps().get(0).checks().size());
    }

    @Test
    void theBlocksItExplainsMakeALesson() throws IOException {
        String head = "---\nid: blocks\ntitle: All blocks\nminutes: 3\ngoal: Can they be read?\n---\n## A step\n";
        String shown = EXAMPLE.matcher(guide).replaceAll("");
        String blocks = BLOCK.matcher(shown).results().map(MatchResult::group).collect(Collectors.joining("\n\n"));
        assertEquals(List.of(), problems(head + blocks + "\n"));
    }

    @Test
    void itListsWhatThereIs() {
        assertEquals(Keyword.ids(Setting.values()), listed("Settings"));
        assertEquals(Keyword.ids(Fact.values()), listed("Facts"));
        assertEquals(Keyword.ids(Target.values()), listed("Targets"));
    }

    @Test
    void itSaysWhatASettingCanBe() {
        assertEquals(
                Arrays.stream(Setting.values())
                        .map(setting -> setting.form().expected())
                        .toList(),
                rows("Settings").stream().map(row -> row.group(2)).toList());
    }
}
