package distillery.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.lab.train.TrainSetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpFileTest {
    @TempDir
    Path folder;

    private final ObjectProperty<TrainSetUp> train = new SimpleObjectProperty<>(TrainSetUp.FIRST);
    private final SetUpFile files =
            new SetUpFile(List.of(new SetUpPart<>("train", TrainSetUp.class, train::get, train::set, train)));

    /** A file as the first version wrote it. */
    private Path versionOne(String from, String to) throws IOException, Problem {
        Path file = folder.resolve("old" + SetUpFile.ENDING);
        files.write(file, new SetUp(Map.of("train", TrainSetUp.FIRST)));
        String now = Files.readString(file);
        String old =
                now.replace("\"version\" : 2", "\"version\" : 1").replaceAll(",\\s*\"teacherUnfrozen\" : false", "");
        assertNotEquals(now, old);
        assertFalse(old.contains("teacherUnfrozen"));
        assertTrue(old.contains(from), old);
        Files.writeString(file, old.replace(from, to));
        return file;
    }

    @Test
    void aFileOfTheFirstVersionOpensWithItsTeacherFrozen() throws IOException, Problem {
        SetUp setUp = files.read(versionOne("", ""));
        assertEquals(TrainSetUp.FIRST, setUp.settings().get("train"));
    }

    @Test
    void aFaultInAFileOfTheFirstVersionIsNamedWithItsLine() throws IOException, Problem {
        Path file = versionOne("\"smoothing\" : 0.9", "\"smoothing\" : \"much\"");
        long line = 1
                + Files.readString(file)
                        .lines()
                        .takeWhile(text -> !text.contains("much"))
                        .count();
        String sentence = assertThrows(Problem.class, () -> files.read(file)).getMessage();
        assertTrue(sentence.contains("line " + line + ","), sentence);
    }

    @Test
    void aFileOfTheFirstVersionWithoutLiveSettingsIsRefusedLikeAnyOther() throws IOException, Problem {
        Path file = versionOne("\"live\"", "\"lively\"");
        assertTrue(
                assertThrows(Problem.class, () -> files.read(file)).getMessage().contains("train.settings"));
    }
}
