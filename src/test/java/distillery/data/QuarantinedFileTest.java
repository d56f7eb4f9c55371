package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantinedFileTest {
    @TempDir
    Path folder = Path.of("");

    private final List<Problem> told = new ArrayList<>();

    private String read(Path file) {
        return QuarantinedFile.read(
                file,
                () -> "first",
                any -> {
                    throw new IOException("spoiled");
                },
                told::add);
    }

    @Test
    void noneReplacesAnotherAndEachIsTold() throws IOException {
        Path file = folder.resolve("window.json");
        for (String content : new String[] {"one", "two", "three"}) {
            Files.writeString(file, content);
            assertEquals("first", read(file));
            assertFalse(Files.exists(file));
        }
        assertEquals("one", Files.readString(folder.resolve("window.json.bad")));
        assertEquals("two", Files.readString(folder.resolve("window.json.bad2")));
        assertEquals("three", Files.readString(folder.resolve("window.json.bad3")));
        assertEquals(3, told.size());
        assertEquals(
                List.of(file.toString(), folder.resolve("window.json.bad3").toString()),
                told.get(2).arguments());
    }

    @Test
    void aFileThatIsGoneIsNoTrouble() {
        assertEquals("first", read(folder.resolve("none.json")));
        assertEquals(List.of(), told);
    }
}
