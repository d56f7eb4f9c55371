package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static final String HEAD = "{\"distillery\": \"set-up\", \"version\": 1, ";

    @TempDir
    Path folder;

    private long now;
    private final Sample sample = new Sample();
    private final Document document = new Document(List.of(sample.part()), Runnable::run, () -> now);
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("a" + SetUpFile.ENDING);
    }

    /** At once, on this very thread. */
    private void open(Path path) throws Problem {
        OnTheSpot.open(document, path);
    }

    private void save(Path path) throws Problem {
        OnTheSpot.save(document, path);
    }

    private String refusal(String content) throws IOException {
        Files.writeString(file, content);
        return assertThrows(Problem.class, () -> open(file)).getMessage();
    }

    @Test
    void whatWasSavedComesBack() throws Problem {
        sample.temperature.set(Double.POSITIVE_INFINITY);
        sample.logits.set(List.of(1e4, -0.1));
        save(file);
        sample.temperature.set(1);
        sample.logits.set(List.of());
        open(file);
        assertEquals(Double.POSITIVE_INFINITY, sample.temperature.get());
        assertEquals(List.of(1e4, -0.1), sample.logits.get());
    }

    @Test
    void whatChangesWhileAFileIsWrittenIsAChangeOfTheFile() {
        Queue<Runnable> disk = new ArrayDeque<>();
        List<String> told = new ArrayList<>();
        document.save(Agreed.replacing(file), disk::add, () -> told.add("saved"), problem -> told.add(problem.key()));
        sample.temperature.set(9);
        assertEquals(List.of(), told, "nothing waits for the disk");
        disk.remove().run();
        assertEquals(List.of("saved"), told);
        assertTrue(document.modifiedProperty().get());
        document.open(file, disk::add, () -> told.add("opened"), problem -> told.add(problem.key()));
        assertEquals(9, sample.temperature.get());
        disk.remove().run();
        assertEquals(4, sample.temperature.get());
        assertFalse(document.modifiedProperty().get());
        document.save(
                Agreed.replacing(folder.resolve("none").resolve("a.json")),
                Runnable::run,
                () -> {},
                problem -> told.add(problem.key()));
        assertEquals(List.of("saved", "opened", "write.folder"), told);
        assertEquals(file.toAbsolutePath(), document.fileProperty().get());
    }

    @Test
    void openingCanBeUndone() throws Problem {
        save(file);
        sample.temperature.set(1);
        now += 10_000;
        open(file);
        assertEquals(4, sample.temperature.get());
        document.history().undo();
        assertEquals(1, sample.temperature.get());
    }

    @Test
    void aChangeMarksTheFileAndUndoUnmarksIt() throws Problem {
        assertFalse(document.modifiedProperty().get());
        sample.temperature.set(2);
        assertFalse(document.modifiedProperty().get(), "without a file nothing can be lost");
        save(file);
        sample.temperature.set(8);
        assertTrue(document.modifiedProperty().get());
        document.history().undo();
        assertFalse(document.modifiedProperty().get());
    }

    @Test
    void everyChangeIsNoticedNotOnlyTheFirst() {
        for (int i = 1; i <= 3; i++) {
            now += 10_000;
            sample.temperature.set(10 * i);
        }
        document.history().undo();
        assertEquals(20, sample.temperature.get());
        document.history().undo();
        assertEquals(10, sample.temperature.get());
    }

    @Test
    void theFileOpenedLastIsNamedFirst() throws Problem {
        Path other = folder.resolve("b" + SetUpFile.ENDING);
        save(file);
        save(other);
        open(file);
        assertEquals(List.of(file, other), document.recent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"sample\": {\"temperature\": -1, \"logits\": []}}| must be at least 0, but is -1",
                "\"sample\": {\"temperature\": \"hot\", \"logits\": []}}| line 1, column 66: the value of temperature \"sample.temperature\"",
                "\"sample\": {\"temperature\": \"4\", \"logits\": []}}| the value of temperature \"sample.temperature\"",
                "\"sample\": {\"temperature\": 4, \"logits\": [1, true]}}| the value of \"sample.logits[1]\"",
                "\"sample\": {\"logits\": [1]}}| \"sample.temperature\" is missing",
                "\"sample\": {\"temperature\": 4, \"logits\": null}}| sample",
                "\"sample\": {\"temprature\": 4, \"logits\": []}}| \"sample.temprature\" is not known here",
                "\"sample\": 7}| the value of \"sample\"",
                "\"simple\": {}}| \"simple\" is not known here. Remove it, or use one of these: sample",
                "\"sample\": {\"temperature\": 4, \"temperature\": 5, \"logits\": []}}| line 1, column",
                "\"sample\": {\"temperature\": 4,, \"logits\": []}}| not valid JSON at line 1, column 68",
                "\"sample\": {\"temperature\": 4, \"logits\": []}} {}| not valid JSON",
                "\"sample\": {\"temperature\": 4| not valid JSON",
            })
    void aWrongFileIsRefusedWithItsPlaceAndChangesNothing(String content, String explanation) throws IOException {
        sample.temperature.set(3);
        String sentence = refusal(HEAD + content);
        assertTrue(sentence.contains(explanation.strip()), sentence);
        assertTrue(sentence.contains(file.toString()), sentence);
        assertEquals(3, sample.temperature.get());
        assertNull(document.fileProperty().get());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}| is not a set-up",
                "[1, 2]| is not a set-up",
                "| is not a set-up",
                "{\"distillery\": \"run\", \"version\": 1}| is not a set-up",
                "{\"distillery\": \"set-up\"}| does not say which version",
                "{\"distillery\": \"set-up\", \"version\": \"1\"}| does not say which version",
                "{\"distillery\": \"set-up\", \"version\": 5, \"new\": 1}| newer Distillery (format 5; this one reads up to 4)",
            })
    void aForeignFileIsRefused(String content, String explanation) throws IOException {
        String sentence = refusal(content == null ? "" : content);
        assertTrue(sentence.contains(explanation.strip()), sentence);
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        assertTrue(refusal(HEAD + " ".repeat(2 << 20) + "}").contains("larger than 1 MB"));
    }

    @Test
    void aMissingFileIsRefusedInEveryLanguage() {
        Problem problem = assertThrows(Problem.class, () -> open(folder.resolve("none")));
        assertTrue(problem.in(Locale.SIMPLIFIED_CHINESE).contains("无法读取"));
    }

    @Test
    void theLastRunComesBackWithoutAPast() throws Problem {
        sample.temperature.set(9);
        document.remember(file).write();
        sample.temperature.set(1);
        document.recall(file, told -> {});
        assertEquals(9, sample.temperature.get());
        assertFalse(document.history().canUndoProperty().get());
        assertNull(document.fileProperty().get());
    }

    @Test
    void aSpoiledMemoryIsPutAside() throws IOException {
        Files.writeString(file, "{");
        document.recall(file, told -> {});
        assertEquals(4, sample.temperature.get());
        assertTrue(Files.exists(folder.resolve("a" + SetUpFile.ENDING + ".bad")));
    }
}
