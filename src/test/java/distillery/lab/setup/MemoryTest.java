package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.Messages;
import distillery.lab.lessons.LearnerModel;
import distillery.lab.lessons.OpenedFolder;
import distillery.lesson.Progress;
import distillery.lesson.Progress.Standing;
import distillery.lesson.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever stands in place of what the program remembers, it starts; and what is not kept is said. */
class MemoryTest {
    static final List<String> SPOILED = List.of(
            "",
            "null",
            "\0",
            "[".repeat(1001),
            "{\"distillery\":\"set-up\",\"version\":" + "1".repeat(1001) + "}",
            "{\"" + "n".repeat(50_001) + "\":1}",
            "{\"language\":\"en\",\"look\":\"LIGHT\",\"textScale\":1.0,\"bounds\":{\"x\":0,\"y\":0,\"width\":1280,"
                    + "\"height\":800},\"maximised\":false,\"screen\":\"train\",\"recent\":[\"\\u0000\"],"
                    + "\"lessonsOpen\":true,\"lessonFolder\":null}");

    @TempDir
    Path folder = Path.of("");

    private final Messages messages = new Messages();
    private final Sample sample = new Sample();

    private Memory memory(Messages heard) {
        return new Memory(new UserFolder(folder), Runnable::run, Runnable::run, heard);
    }

    private void assertStartsWithout(Path file) {
        Memory memory = memory(messages);
        assertEquals(
                WindowState.first(Locale.ENGLISH),
                WindowState.read(memory.home().windowFile(), Locale.ENGLISH, memory.told()));
        assertEquals(Progress.NONE, ProgressFile.read(memory.home().progressFile(), memory.told()));
        new Document(List.of(sample.part()), Runnable::run, () -> 0)
                .recall(memory.home().lastSetUp(), memory.told());
        assertEquals(4, sample.temperature.get());
        assertFalse(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        Path aside = file.resolveSibling(file.getFileName() + ".bad");
        assertTrue(Files.exists(aside, LinkOption.NOFOLLOW_LINKS));
        Messages.Message said = messages.newestProperty().get();
        assertTrue(
                said != null && said.arguments().equals(List.of(file.toString(), aside.toString())), "said: " + said);
        messages.dismiss();
        assertNull(messages.newestProperty().get(), "only one was spoiled");
    }

    private Stream<Path> memories() {
        UserFolder home = new UserFolder(folder);
        return Stream.of(home.windowFile(), home.lastSetUp(), home.progressFile());
    }

    @ParameterizedTest
    @FieldSource("SPOILED")
    void aSpoiledFileIsPutAsideAndSaid(String content) {
        memories().forEach(file -> {
            write(file, content);
            assertStartsWithout(file);
            delete(file);
        });
    }

    @Test
    void whatIsNoFileIsPutAsideAndSaid() {
        memories().forEach(file -> {
            assertTrue(file.toFile().mkdirs());
            assertStartsWithout(file);
            delete(file);
        });
    }

    @Test
    void whatCannotBeKeptIsSaidOnce() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        Memory memory = new Memory(new UserFolder(folder.resolve("file")), Runnable::run, Runnable::run, messages);
        memory.begin();
        assertEquals("memory.unwritable", messages.newestProperty().get().key());
        messages.dismiss();
        memory.keep(folder.resolve("file/window.json"), () -> {});
        assertNull(messages.newestProperty().get());
    }

    @Test
    void twoWindowsKeepTheProgressOfBoth() {
        Memory first = memory(messages);
        first.begin();
        Messages heard = new Messages();
        Memory second = memory(heard);
        second.begin();
        assertEquals("memory.shared", heard.newestProperty().get().key());
        LearnerModel one = new LearnerModel(first, Runnable::run, Runnable::run, messages);
        LearnerModel two = new LearnerModel(second, Runnable::run, Runnable::run, heard);
        one.keep("a", Standing.NONE.withDone(1));
        two.keep("b", Standing.NONE.withDone(2));
        one.keep("a", Standing.NONE.withDone(3));
        Progress kept = ProgressFile.read(first.home().progressFile(), told -> {});
        assertEquals(Set.of("a", "b"), kept.lessons().keySet());
        assertEquals(Set.of(2), kept.of("b").done());
        second.keep(folder.resolve("x"), () -> {
            throw new Problem("write.denied", "it is the first one's");
        });
        heard.dismiss();
        assertNull(heard.newestProperty().get());
        first.end();
        second.end();
    }

    @Test
    void whatAKilledProgramWasWritingIsSwept() throws IOException {
        Path left = Files.createFile(folder.resolve(".window.json.01234567-89ab-cdef-0123-456789abcdef"));
        Memory memory = memory(messages);
        memory.begin();
        memory.end();
        assertFalse(Files.exists(left));
    }

    @Test
    void aFolderThatStoppedAStartIsNotOpenedAgainUntilOneSucceeds() {
        Path mark = folder.resolve("opening.txt");
        new OpenedFolder(mark).begin(folder);
        OpenedFolder next = new OpenedFolder(mark);
        assertTrue(next.failed());
        next.calm();
        assertTrue(new OpenedFolder(mark).failed());
        next.begin(folder);
        next.calm();
        assertFalse(new OpenedFolder(mark).failed());
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file.resolveSibling(file.getFileName() + ".bad"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
