package distillery.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lesson.Lesson;
import distillery.lesson.LessonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at the folder happen when the test says so. */
class LessonShelfTest {
    @TempDir
    Path folder = Path.of("");

    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final LessonShelf shelf = new LessonShelf(Runnable::run, looks::add, Runnable::run);

    @BeforeEach
    void open() throws IOException {
        write("Heat");
        shelf.open(folder);
    }

    private void write(String title) throws IOException {
        Files.writeString(
                folder.resolve("en.md"),
                "---\nid: heat\ntitle: " + title + "\nminutes: 5\ngoal: Why?\n---\n## A\nText.\n");
    }

    private LessonFiles look() {
        looks.remove().run();
        return shelf.own().get(0);
    }

    private String title() {
        return shelf.find("heat", Locale.ENGLISH).map(Lesson::title).orElse("none");
    }

    @Test
    void anOpenedFolderIsRead() {
        assertEquals("Heat", title());
        assertEquals(folder.toAbsolutePath(), shelf.folderProperty().get());
    }

    @Test
    void aSavedFileIsReadAgain() throws IOException {
        write("More heat");
        look();
        assertEquals("More heat", title());
        List<LessonFiles> before = List.copyOf(shelf.own());
        look();
        assertEquals(before, shelf.own());
    }

    @Test
    void theLastGoodLessonStaysBesideItsProblems() throws IOException {
        write("'Heat");
        assertEquals("lesson.yaml", look().problems().get(0).key());
        assertEquals("Heat", title());
        write("Warmth");
        assertTrue(look().problems().isEmpty());
        assertEquals("Warmth", title());
    }

    @Test
    void aFolderThatIsGoneSaysSoAndMayComeBack() throws IOException {
        Files.delete(folder.resolve("en.md"));
        assertEquals("lesson.none", look().problems().get(0).key());
        write("Again");
        look();
        assertEquals("Again", title());
    }

    @Test
    void aFolderPutAwayIsNotLookedAtAnyMore() {
        shelf.close();
        looks.remove().run();
        assertTrue(looks.isEmpty());
        assertEquals("none", title());
    }
}
