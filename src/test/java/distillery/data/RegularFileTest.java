package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileOfTheRightSizeIsReadWhole() throws IOException, Problem {
        Path file = Files.write(folder.resolve("file"), new byte[2048]);
        assertArrayEquals(new byte[2048], RegularFile.read(file, 2048));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertArrayEquals(new byte[2048], RegularFile.read(link, 2048));
    }

    @Test
    void whatIsNoSuchFileIsRefusedByName() throws IOException {
        assertRefused("file.missing", folder.resolve("none"));
        assertRefused("file.notFile", folder);
        assertRefused("file.large", Files.write(folder.resolve("large"), new byte[2049]));
        assertRefused("file.missing", Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none")));
    }

    /** Whoever opened it would wait until somebody writes into it. */
    @Test
    void aPipeIsNotOpened() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "this system has no pipes with names");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertRefused("file.notFile", pipe);
    }

    private void assertRefused(String key, Path file) {
        Problem problem = assertThrows(Problem.class, () -> RegularFile.read(file, 2048));
        assertEquals(key, problem.key());
        assertEquals(file.toString(), problem.arguments().get(0));
    }
}
