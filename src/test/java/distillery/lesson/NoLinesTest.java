package distillery.lesson;

import static distillery.lesson.LessonFolders.GOOD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no text has no lines: a sentence about a folder or a link names it, and no line of it. */
class NoLinesTest {
    @TempDir
    Path folder = Path.of("");

    private void assertNamed(String key, Path place, String meant) {
        assertNamed(key, place, meant, LessonReader.read(folder));
    }

    /** The last thing said is this, of this place. */
    private static void assertNamed(String key, Path place, String meant, List<LessonFiles> all) {
        List<Problem> problems =
                all.stream().flatMap(files -> files.problems().stream()).toList();
        Problem last = problems.get(problems.size() - 1);
        assertEquals(key, last.key());
        assertTrue(last.getMessage().contains(meant), last.getMessage());
        for (Locale language : LessonFiles.LANGUAGES) {
            assertTrue(last.in(language).startsWith(place + ": "), last.in(language));
        }
    }

    private void lesson(String name, String text) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(name)).resolve("en.md"), text);
    }

    @Test
    void aFolderWithoutLessonsOrNoneAtAll() {
        assertNamed("lesson.none", folder, "no lesson");
        Path gone = folder.resolve("gone");
        assertNamed("lesson.no-folder", gone, "not a folder", LessonReader.read(gone));
    }

    @Test
    void aFolderWithTooMuchInIt() throws IOException {
        for (int i = 0; i <= LessonReader.MOST_FILES; i++) {
            Files.createFile(folder.resolve("note" + i));
        }
        assertNamed("lesson.many-files", folder, "1,000");
    }

    @Test
    void aFolderWithTooManyLessons() throws IOException {
        for (int i = 0; i <= 100; i++) {
            lesson("lesson" + i, GOOD.replace("heat", "heat" + i));
        }
        assertNamed("lesson.many-lessons", folder, "100 lessons");
    }

    @Test
    void aFolderThatTakesTooLong() throws IOException {
        for (int i = 0; i < 5; i++) {
            lesson("lesson" + i, GOOD.replace("heat", "heat" + i));
        }
        assertNamed("lesson.late", folder, "not read", LessonReader.read(folder, PatienceTest.patience(1_100)));
    }

    @Test
    void aLessonWithTheIdOfAnother() throws IOException {
        lesson("a", GOOD);
        lesson("b", GOOD);
        assertNamed("lesson.id-twice", folder.resolve("b"), "same id");
    }

    @Test
    void aFolderInPlaceOfAFile() throws IOException {
        Files.createDirectory(folder.resolve("en.md"));
        assertNamed("lesson.not-file", folder.resolve("en.md"), "Put the file itself there");
    }

    /** Not the sentence about links in a text, which need a network. */
    @Test
    void aLinkToElsewhere(@TempDir Path other) throws IOException {
        Path text = Files.writeString(other.resolve("en.md"), GOOD);
        Path file = Files.createSymbolicLink(folder.resolve("en.md"), text);
        assertNamed("lesson.link-out", file, "leads out of the folder");
        Files.delete(file);
        assertNamed(
                "lesson.link-out", Files.createSymbolicLink(folder.resolve("link"), other), "leads out of the folder");
    }
}
