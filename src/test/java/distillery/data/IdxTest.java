package distillery.data;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    private static final byte[] IMAGES = IdxFile.images(3, 2, 5);

    @TempDir
    private Path folder;

    @Test
    void readsPlainFiles() throws Problem {
        Idx idx = Idx.read(source(IMAGES), 3);
        assertArrayEquals(new int[] {3, 2, 5}, idx.dimensions());
        assertArrayEquals(Arrays.copyOfRange(IMAGES, 16, 46), idx.values());
    }

    @Test
    void readsPackedFilesWhateverTheirName() throws Problem {
        assertArrayEquals(
                Idx.read(source(IMAGES), 3).values(),
                Idx.read(source(IdxFile.gzip(IMAGES)), 3).values());
    }

    @Test
    void refusesAnEmptyFile() {
        assertRefused("idx.empty", new byte[0]);
        assertRefused("idx.header", IdxFile.gzip(new byte[0]), 16, 0);
    }

    @Test
    void refusesWhatIsNotIdx() {
        assertRefused("idx.magic", "PNG and so on".getBytes(US_ASCII), "50 4e 47 20");
    }

    @Test
    void refusesElementsThatAreNotBytes() {
        assertRefused("idx.type", IdxFile.of(0x0d, new int[] {1, 1, 1}, new byte[4]), "0x0d");
    }

    @Test
    void refusesLabelsWhereImagesBelong() {
        assertRefused("idx.rank", IdxFile.labels(1, 2, 3), 3, 1);
    }

    @Test
    void refusesAHeaderThatEnds() {
        assertRefused("idx.header", Arrays.copyOf(IMAGES, 3), 16, 3);
        assertRefused("idx.header", Arrays.copyOf(IMAGES, 15), 16, 15);
    }

    @Test
    void refusesNoSamplesAndTooMany() {
        assertRefused("idx.count", header(0, 28, 28), 0L, Idx.MAX_COUNT);
        assertRefused("idx.count", header(Idx.MAX_COUNT + 1, 28, 28), 1_000_001L, Idx.MAX_COUNT);
        assertRefused("idx.count", header(-1, 28, 28), 4_294_967_295L, Idx.MAX_COUNT);
    }

    @Test
    void refusesPicturesThatNoNetCouldRead() {
        assertRefused("idx.pixels", header(1, 0, 28), 28L, 0L, Samples.MOST_FEATURES);
        assertRefused("idx.pixels", header(1, 100, 101), 101L, 100L, Samples.MOST_FEATURES);
        assertRefused("idx.pixels", header(1, 28, Integer.MIN_VALUE), 2_147_483_648L, 28L, Samples.MOST_FEATURES);
        assertRefused("idx.pixels", header(1, -1, -1), 4_294_967_295L, 4_294_967_295L, Samples.MOST_FEATURES);
    }

    @Test
    void refusesMoreThanMemoryHoldsBeforeReadingIt() {
        Problem problem = refusal(header(Idx.MAX_COUNT, 100, 100));
        assertEquals("data.memory", problem.key());
        assertEquals(9_537L, problem.arguments().get(1));
        assertTrue(problem.getMessage().contains("DISTILLERY_OPTIONS=-Xmx19g"), problem.getMessage());
    }

    @Test
    void refusesAFileThatIsCutOff() {
        assertRefused("idx.short", Arrays.copyOf(IMAGES, IMAGES.length - 1), 30, 29);
        assertRefused("idx.short", IdxFile.gzip(Arrays.copyOf(IMAGES, 16)), 30, 0);
    }

    @Test
    void refusesAFileThatGoesOn() {
        assertRefused("idx.long", Arrays.copyOf(IMAGES, IMAGES.length + 1), 30);
    }

    @Test
    void stopsUnpackingWhereTheHeaderSaysTheDataEnds() {
        byte[] bomb = IdxFile.gzip(Arrays.copyOf(IMAGES, 100_000_000));
        assertTrue(bomb.length < 200_000, "a bomb is small");
        ByteArrayInputStream in = new ByteArrayInputStream(bomb);
        Problem problem = assertThrows(Problem.class, () -> Idx.read(new NamedFile("bomb", () -> in), 3));
        assertEquals("idx.long", problem.key());
    }

    @Test
    void refusesDamagedGzip() {
        byte[] packed = IdxFile.gzip(IMAGES);
        assertEquals(
                "file.damaged",
                refusal(Arrays.copyOf(packed, packed.length - 9)).key());
        assertEquals("file.damaged", refusal(Arrays.copyOf(packed, 5)).key());
        packed[packed.length - 8] ^= 1; // the checksum
        assertEquals("file.damaged", refusal(packed).key());
    }

    @Test
    void refusesWhatIsNotThereAndWhatIsNotAFile() {
        assertEquals(
                "file.missing", refusal(NamedFile.file(folder.resolve("none"))).key());
        assertEquals("file.notFile", refusal(NamedFile.file(folder)).key());
        assertEquals("file.builtIn", refusal(NamedFile.builtIn("assets/none")).key());
    }

    @Test
    void saysWhatTheSystemSaysOfADiskThatFails() {
        Problem problem = refusal(new NamedFile("disk", () -> {
            throw new IOException("input/output error");
        }));
        assertEquals("file.unreadable", problem.key());
        assertTrue(problem.getMessage().contains("the disk or stick does not answer"), problem.getMessage());
    }

    @Test
    void saysThatAFileMayNotBeRead() {
        Problem problem = refusal(new NamedFile("secret", () -> {
            throw new AccessDeniedException("secret");
        }));
        assertEquals("file.denied", problem.key());
    }

    private static byte[] header(int count, int height, int width) {
        return IdxFile.of(0x08, new int[] {count, height, width}, new byte[0]);
    }

    private NamedFile source(byte[] content) {
        try {
            return NamedFile.file(Files.write(folder.resolve("file"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Problem refusal(byte[] content) {
        return refusal(source(content));
    }

    private static Problem refusal(NamedFile source) {
        return assertThrows(Problem.class, () -> Idx.read(source, 3));
    }

    private void assertRefused(String key, byte[] content, Object... details) {
        Problem problem = refusal(content);
        assertEquals(key, problem.key());
        assertEquals(folder.resolve("file").toString(), problem.arguments().get(0));
        assertEquals(
                List.of(details),
                problem.arguments().subList(1, problem.arguments().size()));
    }
}
