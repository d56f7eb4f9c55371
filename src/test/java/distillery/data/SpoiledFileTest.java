package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoiledFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void noneReplacesAnother() throws IOException {
        Path file = folder.resolve("window.json");
        for (String content : new String[] {"one", "two", "three"}) {
            Files.writeString(file, content);
            SpoiledFile.putAside(file);
            assertFalse(Files.exists(file));
        }
        assertEquals("one", Files.readString(folder.resolve("window.json.bad")));
        assertEquals("two", Files.readString(folder.resolve("window.json.bad2")));
        assertEquals("three", Files.readString(folder.resolve("window.json.bad3")));
    }

    @Test
    void aFileThatIsGoneIsNoTrouble() {
        SpoiledFile.putAside(folder.resolve("none.json"));
    }
}
