package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One name moves all libraries; a property that names a folder of its own counts more. */
class LibraryFolderTest {
    private static final String ENGINE = "org.bytedeco.javacpp.cachedir";
    private static final String WINDOW = "javafx.cachedir";

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void unset() {
        for (String property : List.of(ENGINE, WINDOW)) {
            String value = System.getProperty(property);
            if (value != null) {
                before.put(property, value);
            }
            System.clearProperty(property);
        }
    }

    @AfterEach
    void putBack() {
        System.clearProperty(ENGINE);
        System.clearProperty(WINDOW);
        before.forEach(System::setProperty);
    }

    @Test
    void withoutANameEachStaysInTheHomeFolder() {
        LibraryFolder.choose(" ");
        Path home = Path.of(System.getProperty("user.home"));
        assertEquals(home.resolve(".javacpp").resolve("cache").toString(), LibraryFolder.ofEngine());
        assertEquals(home.resolve(".openjfx").resolve("cache").toString(), LibraryFolder.ofWindow());
    }

    @Test
    void aNameMovesBoth() {
        LibraryFolder.choose("stick");
        Path stick = Path.of("stick").toAbsolutePath();
        assertEquals(stick.resolve("javacpp").toString(), System.getProperty(ENGINE));
        assertEquals(stick.resolve("javafx").toString(), System.getProperty(WINDOW));
        assertEquals(stick.resolve("javacpp").toString(), LibraryFolder.ofEngine());
        assertEquals(stick.resolve("javafx").toString(), LibraryFolder.ofWindow());
    }

    @Test
    void aPropertyCountsMore() {
        System.setProperty(ENGINE, "elsewhere");
        LibraryFolder.choose("stick");
        assertEquals("elsewhere", LibraryFolder.ofEngine());
    }
}
