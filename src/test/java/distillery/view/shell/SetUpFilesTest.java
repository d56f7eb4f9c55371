package distillery.view.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aDroppedFolderOrLessonTextMeansItsLessons() throws IOException {
        assertEquals(Optional.of(folder), SetUpFiles.lessonFolder(folder));
        assertEquals(Optional.of(folder), SetUpFiles.lessonFolder(Files.createFile(folder.resolve("en.md"))));
        assertEquals(Optional.of(folder), SetUpFiles.lessonFolder(Files.createFile(folder.resolve("zh-CN.MD"))));
    }

    @Test
    void anyOtherFileIsTakenForASetUp() throws IOException {
        assertEquals(
                Optional.empty(), SetUpFiles.lessonFolder(Files.createFile(folder.resolve("hot.distillery.json"))));
        assertEquals(Optional.empty(), SetUpFiles.lessonFolder(folder.resolve("gone")));
    }
}
