package distillery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.lab.Look;
import distillery.lab.setup.StartOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the window is asked to open. */
class WindowOptionsTest {
    @TempDir
    Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private @Nullable StartOptions asked;

    private int run(String... arguments) {
        return Distillery.line(options -> asked = options)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aFileAndAClassroomsShortcutReachTheWindow() throws IOException {
        Path file = Files.writeString(folder.resolve("class.distillery"), "{}");
        assertEquals(
                0,
                run(
                        file.toString(),
                        "--lesson",
                        "temperature",
                        "--screen",
                        "train",
                        "--look",
                        "projector",
                        "--language",
                        "zh"));
        assertEquals(new StartOptions(file, "temperature", "train", Look.PROJECTOR, Locale.SIMPLIFIED_CHINESE), asked);
    }

    @Test
    void aLessonOfTheFolderThatIsOpenedIsKnown() throws IOException {
        Files.writeString(
                folder.resolve("en.md"), "---\nid: heat\ntitle: Heat\nminutes: 5\ngoal: Why?\n---\n## A\nText.\n");
        assertEquals(0, run(folder.toString(), "--lesson", "heat"));
        assertEquals(new StartOptions(folder, "heat", null, null, null), asked);
    }

    @ParameterizedTest
    @CsvSource({
        "trian,Did you mean",
        "bogus,There is no command or file",
        "gone.distillery,There is no file",
        "--lesson=heat,expected one of",
        "--screen=cinema,expected one of",
        "--look=loud,expected one of",
        "--language=fr,expected one of"
    })
    void whatNobodyKnowsOpensNoWindow(String argument, String sentence) {
        assertEquals(2, run(argument));
        assertNull(asked);
        assertTrue(err.toString().contains(sentence), err.toString());
    }

    @Test
    void aCommandOpensNoWindow() {
        assertEquals(2, run("train", "--seeds", "0"));
        assertNull(asked);
    }
}
