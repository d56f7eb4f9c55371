package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Agreed;
import distillery.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training takes minutes between the leave to write and the writing. */
class RunFolderTest {
    private final TrainSettings settings = Preset.of("toy").settings();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aRunThatCameInTheMeantimeStays() throws IOException, Problem {
        for (boolean replace : new boolean[] {false, true}) {
            Path out = folder.resolve("out" + replace);
            Agreed agreed = RunFolder.check(out, replace);
            RunFolder.in(RunFolder.check(out, false), settings).write("results.json", "another's");
            Problem refused = assertThrows(Problem.class, () -> RunFolder.in(agreed, settings));
            assertEquals("write.appeared", refused.key());
            assertEquals("another's", Files.readString(out.resolve("results.json")));
            assertTrue(Files.exists(out.resolve("settings.json")));
        }
    }

    @Test
    void aFileThatCameDuringTheRunStays() throws IOException, Problem {
        RunFolder run = RunFolder.in(RunFolder.check(folder, false), settings);
        Path results = Files.writeString(folder.resolve("results.json"), "another's");
        assertThrows(Problem.class, () -> run.write("results.json", "{}"));
        assertEquals("another's", Files.readString(results));
    }

    @Test
    void onlyTheRunThatWasToBeReplacedGoes() throws IOException, Problem {
        RunFolder.in(RunFolder.check(folder, false), settings).write("results.json", "old");
        Path mine = Files.writeString(folder.resolve("notes.txt"), "mine");
        RunFolder.in(RunFolder.check(folder, true), settings).write("results.json", "new");
        assertEquals("new", Files.readString(folder.resolve("results.json")));
        assertEquals("mine", Files.readString(mine));
    }

    @Test
    void whatAKilledRunLeftGoesWithTheNextAndNothingElse() throws IOException, Problem {
        String passing = ".0f0f0f0f-1111-2222-3333-444444444444";
        Path half = Files.writeString(folder.resolve(".steps-9.csv" + passing), "half");
        Path mine = Files.writeString(folder.resolve(".notes.csv" + passing), "mine");
        RunFolder.in(RunFolder.check(folder, false), settings);
        assertFalse(Files.exists(half));
        assertTrue(Files.exists(mine));
    }
}
