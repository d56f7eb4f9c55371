package distillery.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        assertTrue(problem.getMessage().contains("the disk is full"), problem.getMessage());
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
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsNotCalledMissing() {
        Path target = Path.of("/proc/weights.npz");
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.check(target, 1));
        assertEquals("write.failed", problem.key());
        assertTrue(problem.getMessage().contains("takes no new files"), problem.getMessage());
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

    @Test
    void aLinkThatLeadsNowhereIsNotReplaced() throws IOException {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), folder.resolve("none").resolve("file"));
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(link, out -> out.write(1)));
        assertEquals("write.link", problem.key());
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void aDeviceIsNotReplaced() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(device, out -> out.write(1)));
        assertEquals("write.not-file", problem.key());
    }

    @Test
    void theLongestNameThatTheSystemTakesCanBeWritten() throws Problem, IOException {
        Path longest = folder.resolve("马".repeat(83) + ".csv"); // 253 bytes
        AtomicFile.write(longest, out -> out.write(1));
        assertTrue(Files.exists(longest));
        assertAlone(file, longest);
    }

    @Test
    void filesThatBelongTogetherAreAllWrittenOrNone() throws Problem, IOException {
        Path other = folder.resolve("other");
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(file, out -> out.write("new".getBytes(UTF_8)));
        files.put(other, out -> {
            throw new IOException("No space left on device");
        });
        assertThrows(Problem.class, () -> AtomicFile.writeAll(files, Set.of(file)));
        assertEquals("old", Files.readString(file));
        assertAlone(file);
        files.put(other, out -> out.write("more".getBytes(UTF_8)));
        AtomicFile.writeAll(files, Set.of(file));
        assertEquals("new", Files.readString(file));
        assertEquals("more", Files.readString(other));
        assertAlone(file, other);
    }

    @Test
    void whatCameAfterTheQuestionStays() throws Problem, IOException {
        Path other = folder.resolve("other");
        Map<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(file, out -> out.write("new".getBytes(UTF_8)));
        files.put(other, out -> {
            Files.writeString(other, "another's"); // while the first ones are being written
            out.write("new".getBytes(UTF_8));
        });
        for (Set<Path> agreed : List.of(Set.of(file), Set.<Path>of())) {
            Problem refused = assertThrows(Problem.class, () -> AtomicFile.writeAll(files, agreed));
            assertEquals("write.appeared", refused.key());
            assertEquals("old", Files.readString(file), "none of them is written");
            assertEquals("another's", Files.readString(other));
            assertAlone(file, other);
        }
        Files.delete(other);
        Files.createSymbolicLink(other, file);
        assertThrows(Problem.class, () -> AtomicFile.writeNew(other, out -> out.write(1)));
        assertEquals("old", Files.readString(file), "a link is something, too");
        AtomicFile.writeNew(folder.resolve("fresh"), out -> out.write(1));
        assertAlone(file, other, folder.resolve("fresh"));
    }

    @Test
    void aPlaceIsTriedWithoutATrace() throws Problem, IOException {
        AtomicFile.check(file, 1);
        AtomicFile.check(folder.resolve("fresh"), 1);
        assertAlone(file);
        assertEquals("old", Files.readString(file));
        assertEquals(
                "write.folder",
                assertThrows(Problem.class, () -> AtomicFile.check(folder.resolve("none/file"), 1))
                        .key());
        assertEquals(
                "write.not-file",
                assertThrows(Problem.class, () -> AtomicFile.check(folder, 1)).key());
        assertEquals(
                "write.failed",
                assertThrows(Problem.class, () -> AtomicFile.check(file.resolve("below"), 1))
                        .key());
    }

    @Test
    void whatAKilledProgramLeftOfAFileGoesWithTheNextWriting() throws Problem, IOException {
        Path left = leftover("file");
        Path another = leftover("another");
        Path alike = Files.createFile(folder.resolve(".file.notes"));
        Path link = Files.createSymbolicLink(folder.resolve(".file." + UUID.randomUUID()), file);
        Path inner = Files.createDirectory(folder.resolve(".file." + UUID.randomUUID()));
        AtomicFile.write(file, out -> out.write(1));
        assertFalse(Files.exists(left));
        assertAlone(file, another, alike, link, inner);
    }

    @Test
    void theProgramsOwnFolderIsSweptWhole() throws IOException {
        leftover("file");
        leftover("another");
        Path hidden = Files.createFile(folder.resolve(".hidden"));
        AtomicFile.sweep(folder);
        assertAlone(file, hidden);
        AtomicFile.sweep(folder.resolve("none"));
    }

    @Test
    void whatIsStillBeingWrittenIsNotSwept() throws Problem, IOException {
        AtomicFile.write(file, out -> {
            out.write("new".getBytes(UTF_8));
            AtomicFile.sweep(folder);
        });
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatAnotherProgramStillWritesIsNotSwept() throws Exception {
        Path growing = leftover("file");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(Holder.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        Holder.class.getName(),
                        growing.toString())
                .start();
        try {
            assertEquals('h', other.getInputStream().read());
            AtomicFile.sweep(folder);
            assertTrue(Files.exists(growing));
        } finally {
            other.destroyForcibly().waitFor();
        }
        AtomicFile.sweep(folder);
        assertFalse(Files.exists(growing), "it was killed");
    }

    /** A program that holds a file until it is killed. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.print('h');
                System.out.flush();
                Thread.currentThread().join();
            }
        }
    }

    private Path leftover(String name) throws IOException {
        return Files.writeString(folder.resolve("." + name + "." + UUID.randomUUID()), "half");
    }

    private void assertAlone(Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(Stream.of(expected).sorted().toList(), files.sorted().toList());
        }
    }
}
