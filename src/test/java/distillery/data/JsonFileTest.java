package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {
    @TempDir
    Path folder;

    /** Something to read. */
    record Thing(int count, long seed, double size, String name, Mood mood, boolean open, List<Integer> parts) {}

    enum Mood {
        GAY,
        SAD
    }

    private static final String THING =
            "{\"count\": 1,\n\"seed\": 2,\n\"size\": 3.5,\n\"name\": \"马\",\n\"mood\": \"GAY\",\n\"open\": true,\n\"parts\": [1, 2]}";

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("thing.json"), content);
    }

    private static Thing thing(Path file) throws Problem {
        return JsonFile.read(file, 1).bind(JsonPointer.empty(), Thing.class);
    }

    private String refusal(String content) throws IOException {
        Path file = file(content.getBytes(StandardCharsets.UTF_8));
        String sentence = assertThrows(Problem.class, () -> thing(file)).getMessage();
        assertTrue(sentence.startsWith(file.toString()), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
        return sentence;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void everyEncodingOfUnicodeIsReadWithAMarkOrWithout(String encoding) throws Exception {
        for (String mark : List.of("", "\uFEFF")) {
            Thing read = thing(file((mark + THING).getBytes(Charset.forName(encoding))));
            assertEquals(new Thing(1, 2, 3.5, "马", Mood.GAY, true, List.of(1, 2)), read, encoding);
        }
    }

    @Test
    void damagedTextIsNotGuessedAt() throws IOException {
        byte[] damaged = THING.getBytes(StandardCharsets.UTF_8);
        damaged[THING.indexOf("马")] = (byte) 0xFF;
        Path file = file(damaged);
        assertTrue(assertThrows(Problem.class, () -> thing(file)).getMessage().contains("UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\": 1| \"count\": 1.0| line 1, column 11: the value of \"count\" is 1.0: expected a whole number",
                "\"count\": 1| \"count\": 2147483648| expected a whole number",
                "\"seed\": 2| \"seed\": 9223372036854775808| line 2, column 9: the value of \"seed\"",
                "\"seed\": 2| \"seed\": 1e2| expected a whole number",
                "\"size\": 3.5| \"size\": 1e999| line 3, column 9: the value of \"size\" is too large",
                "\"size\": 3.5| \"size\": \"3.5\"| the value of \"size\" is of the wrong kind: \"3.5\"",
                "\"size\": 3.5| \"size\": null| line 3, column 9: \"size\" is null",
                "\"size\": 3.5| \"size\": NaN| not valid JSON at line 3",
                "\"name\": \"马\"| \"name\": 4| the value of \"name\" is of the wrong kind: 4",
                "\"mood\": \"GAY\"| \"mood\": 0| the value of \"mood\"",
                "\"mood\": \"GAY\"| \"mood\": \"ILL\"| \"mood\" is \"ILL\": expected one of GAY, SAD",
                "\"open\": true| \"open\": 1| the value of \"open\"",
                "[1, 2]| [1, null]| line 7, column 14: \"parts[1]\" is null",
                "[1, 2]| [1, 2.5]| line 7, column 14: the value of \"parts[1]\" is 2.5: expected a whole number",
                "[1, 2]| [1, 2], \"parts\": []| \"parts\" is here a second time; the first stands in line 7",
                "[1, 2]}| [1, 2]} {}| not valid JSON at line 7",
                "\"count\": 1,| \"cuont\": 1,| line 1, column 11: \"cuont\" is not known here",
                "\"count\": 1,| | line 1, column 1: \"count\" is missing",
            })
    void aFaultIsNamedWithItsPlace(String good, String bad, String said) throws IOException {
        assertTrue(THING.contains(good), good);
        String sentence = refusal(THING.replace(good, bad == null ? "" : bad));
        assertTrue(sentence.contains(said.strip()), sentence);
    }

    @Test
    void whatNobodyCanReadIsASentence() throws IOException {
        for (String endless : List.of(
                "[".repeat(1_001),
                "{\"a\":".repeat(1_001),
                "{\"count\": " + "1".repeat(1_001) + "}",
                "{\"" + "a".repeat(50_001) + "\": 1}")) {
            assertTrue(refusal(endless).contains("line 1, column"), endless.substring(0, 10));
        }
        assertTrue(refusal(" ".repeat((1 << 20) + 1)).contains("larger than 1 MB"));
        assertTrue(refusal("").contains("is missing"));
        assertTrue(refusal("null").contains("is null"));
    }

    @Test
    void onlyARegularFileIsOpened() throws Exception {
        assertTrue(assertThrows(Problem.class, () -> thing(folder)).getMessage().contains("folder or a device"));
        assertTrue(assertThrows(Problem.class, () -> thing(folder.resolve("none")))
                .getMessage()
                .contains("was not found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void aTextThatIsNoPathIsRefusedInWords(String text) {
        String sentence = assertThrows(Problem.class, () -> PathText.path(text)).getMessage();
        assertFalse(sentence.contains("\u0000"), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
    }

    @Test
    void theLastNameOfAnyPathCanBeShown() throws Problem {
        assertEquals("fashion", PathText.lastName("C:\\Users\\name\\fashion"));
        assertEquals("b", PathText.lastName("/a/b/"));
        assertEquals("a?b", PathText.lastName("a\u0000b"));
        assertEquals("/", PathText.lastName("/"));
        assertEquals(Path.of("a", "b"), PathText.path("a/b"));
    }
}
