package distillery.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeTheOldFile() throws IOException {
        file = Files.writeString(folder.resolve("file"), "old");
    }

    @Test
    void replacesTheOldFile() throws Problem, IOException {
        AtomicFile.write(file, out -> out.write("new".getBytes(UTF_8)));
        assertEquals("new", Files.readString(file));
        assertAlone(file);
    }

    @Test
    void makesANewFile() throws Problem, IOException {
        Path fresh = folder.resolve("fresh");
        AtomicFile.write(fresh, out -> out.write("new".getBytes(UTF_8)));
        assertEquals("new", Files.readString(fresh));
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsWhole() throws Problem {
        AtomicFile.write(file, out -> {
            out.write("new".getBytes(UTF_8));
            out.flush();
            assertEquals("old", Files.readString(file));
        });
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Problem problem = assertThrows(
                Problem.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));
        assertEquals("write.failed", problem.key());
        assertTrue(problem.getMessage().contains("No space left on device"), problem.getMessage());
        assertEquals("old", Files.readString(file));
        assertAlone(file);
    }

    @Test
    void aFaultOfTheProgramLeavesTheOldFile() throws IOException {
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("fault");
                }));
        assertEquals("old", Files.readString(file));
        assertAlone(file);
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Path lost = folder.resolve("none").resolve("file");
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(lost, out -> out.write(1)));
        assertEquals("write.folder", problem.key());
        assertFalse(Files.exists(lost.getParent()));
    }

    @Test
    void saysThatWritingIsNotAllowed() {
        Problem problem = assertThrows(
                Problem.class,
                () -> AtomicFile.write(file, out -> {
                    throw new AccessDeniedException("file");
                }));
        assertEquals("write.denied", problem.key());
    }

    @Test
    void doesNotReplaceAFolder() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createFile(inner.resolve("kept"));
        assertThrows(Problem.class, () -> AtomicFile.write(inner, out -> out.write(1)));
        assertTrue(Files.exists(inner.resolve("kept")));
        assertAlone(inner, file);
    }

    @Test
    void aLinkStaysALink() throws Problem, IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, out -> out.write("new".getBytes(UTF_8)));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    private void assertAlone(Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Stream.of(expected).sorted().toList(), files.sorted().toList());
        }
    }
}
