package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.Look;
import distillery.lab.setup.WindowState.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStateTest {
    private static final Bounds SCREEN = new Bounds(0, 0, 1920, 1080);

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() throws Problem {
        Path file = folder.resolve("window.json");
        WindowState state = new WindowState(
                "zh-CN",
                Look.DARK,
                1.5,
                new Bounds(-10, 20.5, 900, 700),
                true,
                "train",
                List.of("/a b/c.json"),
                false,
                "/lessons",
                true);
        state.write(file);
        assertEquals(state, WindowState.read(file, Locale.ENGLISH, told -> {}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"language\":\"en\"}",
                "{\"language\":\"en\",\"look\":\"PINK\",\"textScale\":1,\"bounds\":{\"x\":0,\"y\":0,\"width\":9,"
                        + "\"height\":9},\"maximised\":false,\"screen\":\"\",\"recent\":[]}",
                "{\"language\":\"en\",\"look\":\"DARK\",\"textScale\":99,\"bounds\":{\"x\":0,\"y\":0,\"width\":9,"
                        + "\"height\":9},\"maximised\":false,\"screen\":\"\",\"recent\":[]}"
            })
    void aSpoiledFileIsPutAside(String content) throws IOException {
        Path file = folder.resolve("window.json");
        Files.writeString(file, content);
        assertEquals(WindowState.first(Locale.ENGLISH), WindowState.read(file, Locale.ENGLISH, told -> {}));
        assertFalse(Files.exists(file));
        assertEquals(content, Files.readString(folder.resolve("window.json.bad")));
    }

    @Test
    void theFirstLanguageIsTheSystemsIfThatIsChinese() {
        assertEquals(Locale.SIMPLIFIED_CHINESE, WindowState.first(Locale.TAIWAN).locale());
        assertEquals(Locale.SIMPLIFIED_CHINESE, WindowState.first(Locale.CHINA).locale());
        assertEquals(Locale.ENGLISH, WindowState.first(Locale.FRANCE).locale());
    }

    @Test
    void aWindowOnTheDesktopStaysWhereItIs() {
        Bounds bounds = new Bounds(-100, 50, 1280, 800);
        assertEquals(bounds, bounds.fittedInto(List.of(SCREEN)));
    }

    @Test
    void aWindowOfALostScreenIsCentredOnTheFirst() {
        Bounds lost = new Bounds(2500, 100, 1280, 800);
        assertEquals(new Bounds(320, 140, 1280, 800), lost.fittedInto(List.of(SCREEN)));
        assertEquals(lost, lost.fittedInto(List.of(SCREEN, new Bounds(1920, 0, 1920, 1080))));
    }

    @Test
    void aWindowIsNeverLargerThanItsScreenNorUselesslySmall() {
        assertEquals(
                new Bounds(0, 0, 1024, 768),
                new Bounds(0, 0, 4000, 3000).fittedInto(List.of(new Bounds(0, 0, 1024, 768))));
        Bounds tiny = new Bounds(5, 5, 70, 70).fittedInto(List.of(SCREEN));
        assertEquals(new Bounds(5, 5, Bounds.SMALLEST_WIDTH, Bounds.SMALLEST_HEIGHT), tiny);
    }

    @Test
    void everySystemHasItsOwnPlaceForMemories() {
        Path user = Path.of("/home/ada");
        assertEquals(user.resolve(".config/distillery"), UserFolder.folder("Linux", user, Map.of()));
        assertEquals(
                Path.of("/etc/xdg/distillery"),
                UserFolder.folder("Linux", user, Map.of("XDG_CONFIG_HOME", "/etc/xdg")));
        assertEquals(
                user.resolve(".config/distillery"),
                UserFolder.folder("Linux", user, Map.of("XDG_CONFIG_HOME", "relative")));
        assertEquals(
                user.resolve("Library/Application Support/Distillery"), UserFolder.folder("Mac OS X", user, Map.of()));
        assertTrue(UserFolder.folder("Windows 11", user, Map.of("APPDATA", "/roaming"))
                .startsWith("/roaming"));
    }
}
