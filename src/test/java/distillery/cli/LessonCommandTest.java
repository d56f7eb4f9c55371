package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonCommandTest {
    private static final String LESSON = "---\nid: heat\ntitle: Heat\nminutes: 5\ngoal: Why?\n---\n## A\nText.\n";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    private int run(String... arguments) {
        return Distillery.line().setOut(new PrintWriter(out, true)).execute(arguments);
    }

    private int check() {
        return run("lesson", "check", folder.toString());
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void praisesEveryLanguageOfAGoodLesson() throws IOException {
        Files.writeString(folder.resolve("en.md"), LESSON);
        Files.writeString(folder.resolve("zh-CN.md"), LESSON.replace("Heat", "热"));
        assertEquals(0, check());
        assertEquals(List.of("ok: Heat, 1 step", "ok: 热, 1 step"), lines());
    }

    @Test
    void saysWhereToMend() throws IOException {
        Path file = Files.writeString(folder.resolve("en.md"), LESSON.replace("minutes", "minuets"));
        assertEquals(1, check());
        assertEquals(file + ":4: \"minuets\" is not known here. Did you mean \"minutes\"?", lines().get(0));
    }

    @Test
    void warnsOfALongLesson() throws IOException {
        Files.writeString(folder.resolve("en.md"), LESSON + "## B\nText.\n".repeat(6));
        assertEquals(0, check());
        assertEquals(List.of("ok: Heat, 7 steps (6 are easier to follow)"), lines());
    }

    @Test
    void anythingElseThanAFolderOfLessonsIsAFailure() {
        assertEquals(1, check());
        assertEquals(1, run("lesson", "check", folder.resolve("gone").toString()));
        assertEquals(2, lines().size());
    }

    @Test
    void explainsItself() {
        assertEquals(0, run("lesson", "check", "--help"));
        assertTrue(out.toString().contains("FILE:LINE"));
        assertEquals(0, run("lesson", "--help"));
        assertTrue(out.toString().contains("Read lessons"));
    }
}
