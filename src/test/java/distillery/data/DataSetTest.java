package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    @TempDir
    private Path folder;

    @Test
    void mnistHasItsKnownCounts() throws Problem {
        DataSet mnist = DataSet.mnist();
        assertEquals("MNIST", mnist.name());
        assertEquals(784, mnist.train().features());
        assertEquals(28, mnist.train().height());
        assertArrayEquals(
                new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}, perClass(mnist.train()));
        assertArrayEquals(new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}, perClass(mnist.test()));
    }

    @Test
    void mnistIsTheCanonicalOne() throws IOException, NoSuchAlgorithmException {
        assertEquals("ba891046e6505d7aadcbbe25680a0738", sha256("train-images-idx3-ubyte"));
        assertEquals("65a50cbbf4e906d70832878ad85ccda5", sha256("train-labels-idx1-ubyte"));
        assertEquals("0fa7898d509279e482958e8ce81c8e77", sha256("t10k-images-idx3-ubyte"));
        assertEquals("ff7bcfd416de33731a308c3f266cc351", sha256("t10k-labels-idx1-ubyte"));
    }

    @Test
    void readsAUsersOwnFolder() throws Problem, IOException {
        IdxFile.fill(folder);
        DataSet own = DataSet.fromFolder(folder.toString(), false);
        assertEquals(folder.getFileName().toString(), own.name());
        assertEquals(3, own.train().count());
        assertEquals("9", own.train().className(own.train().label(2)));
        assertEquals(2, own.test().count());
        assertEquals(2, own.test().height());
        assertEquals(5, own.test().width());
    }

    @Test
    void knowsDotsAndPackedFiles() throws Problem, IOException {
        Files.write(folder.resolve("train-images.idx3-ubyte"), IdxFile.images(2, 2, 2));
        Files.write(folder.resolve("train-labels.idx1-ubyte.gz"), IdxFile.gzip(IdxFile.labels(3, 4)));
        Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), IdxFile.gzip(IdxFile.images(1, 2, 2)));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxFile.labels(4));
        DataSet own = DataSet.fromFolder(folder.toString(), false);
        assertEquals("3", own.train().className(own.train().label(0)));
        assertEquals("4", own.test().className(own.test().label(0)));
    }

    @Test
    void saysWhichNamesItLookedFor() throws IOException {
        IdxFile.fill(folder);
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        Problem problem = refusal();
        assertEquals("folder.incomplete", problem.key());
        assertEquals("t10k-labels-idx1-ubyte", problem.arguments().get(1));
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path path : new Path[] {file, folder.resolve("none")}) {
            Problem problem = assertThrows(Problem.class, () -> DataSet.fromFolder(path.toString(), false));
            assertEquals("folder.missing", problem.key());
        }
    }

    @Test
    void refusesAFolderInTheFilesPlace() throws IOException {
        IdxFile.fill(folder);
        Files.delete(folder.resolve("train-images-idx3-ubyte"));
        Files.createDirectory(folder.resolve("train-images-idx3-ubyte"));
        assertEquals("file.notFile", refusal().key());
    }

    @Test
    void refusesTestImagesOfAnotherSize() throws IOException {
        IdxFile.fill(folder);
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxFile.images(2, 5, 2));
        Problem problem = refusal();
        assertEquals("data.shapes", problem.key());
        assertTrue(problem.getMessage().contains("5 × 2 pixels, test images 2 × 5"), problem.getMessage());
    }

    private Problem refusal() {
        return assertThrows(Problem.class, () -> DataSet.fromFolder(folder.toString(), false));
    }

    private static int[] perClass(Samples samples) {
        int[] counts = new int[samples.classes()];
        for (int i = 0; i < samples.count(); i++) {
            counts[samples.label(i)]++;
        }
        return counts;
    }

    /** The first half of the unpacked file's checksum. */
    private static String sha256(String name) throws IOException, NoSuchAlgorithmException {
        InputStream packed = DataSetTest.class.getResourceAsStream("/assets/mnist/" + name + ".gz");
        try (InputStream in = new GZIPInputStream(Objects.requireNonNull(packed))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 16);
        }
    }
}
