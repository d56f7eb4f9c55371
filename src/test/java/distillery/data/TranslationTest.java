package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {
    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void forget() {
        TextBundles.add(List.of());
    }

    private Path german() throws IOException {
        Path german = Files.createDirectory(folder.resolve("de"));
        for (String bundle : TextBundles.BUNDLES) {
            Files.copy(Path.of("assets/i18n", bundle + ".properties"), german.resolve(bundle + ".properties"));
        }
        return german;
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Files.writeString(file, text.replace(from, to), StandardCharsets.UTF_8);
    }

    private static List<String> keys(Translation translation) {
        return translation.findings().stream().map(Problem::key).toList();
    }

    @Test
    void aCopyOfTheEnglishFilesIsComplete() throws Exception {
        assertEquals(List.of(), keys(Translation.read(german())));
    }

    @Test
    void itSpeaksWhereItCanAndEnglishWhereItCannot() throws Exception {
        Path file = german().resolve("problems.properties");
        change(file, "file.missing={0} was not found. Check the path.", "file.missing={0} fehlt. Prüfen Sie den Pfad.");
        change(file, "file.denied={0} may not be read.", "file.denied={1} darf nicht gelesen werden.");
        change(file, "file.no-name=", "file.no-nahme=");
        TextBundles.add(Translation.all(folder));
        assertEquals(List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.GERMAN), TextBundles.languages());
        assertEquals("x fehlt. Prüfen Sie den Pfad.", new Problem("file.missing", "x").in(Locale.GERMAN));
        assertEquals(
                new Problem("file.denied", "x").in(Locale.ENGLISH), new Problem("file.denied", "x").in(Locale.GERMAN));
        Translation read = Translation.read(folder.resolve("de"));
        assertEquals(List.of("translation.places", "translation.missing", "translation.unknown"), keys(read));
        assertTrue(
                String.valueOf(read.findings().get(2).getMessage()).contains("file.no-nahme"),
                String.valueOf(read.findings()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "copy", "qq", "de-"})
    void aFolderThatIsNotNamedAfterALanguageIsNoneAndStopsNothing(String name) throws Exception {
        Path other = Files.createDirectory(folder.resolve(name));
        german();
        assertEquals(
                "translation.language",
                assertThrows(Problem.class, () -> Translation.read(other)).key());
        assertEquals(
                List.of(Locale.GERMAN),
                Translation.all(folder).stream().map(Translation::language).toList());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere").resolve("de");
        assertEquals(
                "file.missing",
                assertThrows(Problem.class, () -> Translation.read(nowhere)).key());
    }

    @Test
    void aFileThatLacksIsNamedAndSoIsOneThatIsNoText() throws Exception {
        Path german = german();
        Files.delete(german.resolve("digits.properties"));
        Files.write(german.resolve("loss.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(german.resolve("chart.properties"), "a=\\u00zz");
        assertEquals(
                List.of("translation.no-text", "file.missing", "translation.no-text"), keys(Translation.read(german)));
    }

    @Test
    void onlyALanguageThatTheProgramLacksIsOne() throws IOException {
        for (String name : List.of("my words", "xx-yy-zz", "zh", "en-GB")) {
            Path other = Files.createDirectory(folder.resolve(name));
            assertThrows(Problem.class, () -> Translation.read(other), name);
        }
        assertEquals(List.of(), Translation.all(folder));
        assertEquals(List.of(), Translation.all(folder.resolve("gone")));
    }
}
