package distillery.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of one's own may look like, and what is found in it. */
class DataFolderTest {
    @TempDir
    private Path folder;

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /** A set with one picture for each label. */
    private static void write(Path folder, String prefix, String test, int... labels) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(prefix + "train-images-idx3-ubyte"), IdxFile.images(labels.length, 2, 3));
        Files.write(folder.resolve(prefix + "train-labels-idx1-ubyte"), IdxFile.labels(labels));
        Files.write(folder.resolve(prefix + test + "-images-idx3-ubyte"), IdxFile.images(labels.length, 2, 3));
        Files.write(folder.resolve(prefix + test + "-labels-idx1-ubyte"), IdxFile.labels(labels));
    }

    private DataFolder look() throws Problem {
        return DataFolder.look(folder.toString());
    }

    private Problem refusal(Path place) {
        return assertThrows(Problem.class, () -> DataFolder.look(place.toString()));
    }

    @Test
    void theLabelsDecideHowManyClassesThereAre() throws Exception {
        for (int count : new int[] {2, 3, 26, 47, 100}) {
            write(folder, "", "t10k", range(0, count));
            assertEquals(count, look().classes().count());
            DataSet data = DataSet.fromFolder(folder.toString(), false);
            assertEquals(count, data.train().classes());
            assertEquals(count - 1, data.test().label(count - 1));
        }
    }

    @Test
    void labelsFromOneAndWithGapsAreReadAsMeantAndKeepTheirNumbersAsNames() throws Exception {
        write(folder, "", "t10k", 12, 1, 5, 200);
        assertEquals(List.of("1", "5", "12", "200"), look().classes().names());
        assertFalse(look().classes().countFromZero());
        Samples train = DataSet.fromFolder(folder.toString(), false).train();
        assertEquals(
                List.of(2, 0, 1, 3),
                IntStream.range(0, 4).mapToObj(train::label).toList());
        assertEquals("200", train.className(3));
    }

    @Test
    void lettersOfEmnistAreCalledByTheirNames() throws Exception {
        write(folder, "emnist-letters-", "test", range(1, 27));
        assertEquals("emnist-letters", look().name());
        assertEquals("A", look().classes().names().get(0));
        assertEquals("Z", look().classes().names().get(25));
        write(folder, "emnist-letters-", "test", range(0, 26));
        assertEquals("Z", look().classes().names().get(25), "numbered from 0");
    }

    @Test
    void classesOfEmnistBalancedAreCalledByTheirNames() throws Exception {
        write(folder, "emnist-balanced-", "test", range(0, 47));
        List<String> names = look().classes().names();
        assertEquals("0", names.get(0));
        assertEquals("A", names.get(10));
        assertEquals("t", names.get(46));
    }

    @Test
    void labelsBeyondAKnownSetsKeepTheirNumbers() throws Exception {
        write(folder, "emnist-letters-", "test", range(0, 40));
        assertEquals("39", look().classes().names().get(39));
        assertEquals("0", look().classes().names().get(0));
    }

    @Test
    void tooFewAndTooManyClassesAreRefused() throws Exception {
        write(folder, "", "t10k", 4, 4);
        assertEquals("labels.one", refusal(folder).key());
        write(folder, "", "t10k", range(0, 101));
        assertEquals("labels.many", refusal(folder).key());
    }

    @Test
    void aClassThatIsOnlyTestedIsRefusedByName() throws Exception {
        write(folder, "", "t10k", 0, 1, 2);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxFile.labels(0, 7, 2));
        Problem problem = refusal(folder);
        assertEquals("labels.untaught", problem.key());
        assertEquals("7", problem.arguments().get(1));
        assertThrows(Problem.class, () -> DataSet.fromFolder(folder.toString(), false));
    }

    @Test
    void aClassThatIsNeverTestedIsTold() throws Exception {
        write(folder, "", "t10k", 0, 1, 2);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxFile.labels(0, 0, 2));
        assertEquals(List.of("1"), look().untested());
    }

    @Test
    void filesOneOrTwoFoldersDownAreFound() throws Exception {
        write(folder.resolve("MNIST").resolve("raw"), "", "t10k", 0, 1);
        assertEquals(2, look().classes().count());
        assertEquals(folder.getFileName().toString(), look().name());
        write(folder.resolve("raw"), "", "test", 0, 1, 2);
        assertEquals(3, look().classes().count(), "the nearest counts");
    }

    @Test
    void namesMayBeginWithAnythingBeInCapitalsAndPacked() throws Exception {
        Files.write(folder.resolve("My-Train-Images.IDX3-ubyte.GZ"), IdxFile.gzip(IdxFile.images(2, 2, 3)));
        Files.write(folder.resolve("My-train-labels-idx1-ubyte"), IdxFile.labels(0, 1));
        Files.write(folder.resolve("My-test-images-idx3-ubyte.gz"), IdxFile.gzip(IdxFile.images(2, 2, 3)));
        Files.write(folder.resolve("My-test-labels-idx1-ubyte"), IdxFile.labels(0, 1));
        Files.write(folder.resolve("._My-train-labels-idx1-ubyte"), new byte[3]);
        assertEquals("My", look().name());
        assertEquals(2, DataSet.fromFolder(folder.toString(), false).train().count());
    }

    @Test
    void severalSetsInOneFolderAreNamedAndEachCanBeChosen() throws Exception {
        write(folder, "emnist-letters-", "test", range(1, 27));
        write(folder, "emnist-balanced-", "test", range(0, 47));
        Problem problem = refusal(folder);
        assertEquals("folder.several", problem.key());
        List<String> choices = DataFolder.choices(folder.toString());
        assertEquals(
                List.of(
                        folder.resolve("emnist-balanced").toString(),
                        folder.resolve("emnist-letters").toString()),
                choices);
        assertEquals(47, DataFolder.look(choices.get(0)).classes().count());
        assertEquals(26, DataSet.fromFolder(choices.get(1), false).train().classes());
    }

    @Test
    void twoFilesForOnePartAreNamed() throws Exception {
        write(folder, "", "t10k", 0, 1);
        Files.write(folder.resolve("test-labels-idx1-ubyte"), IdxFile.labels(0, 1));
        Problem problem = refusal(folder);
        assertEquals("folder.twice", problem.key());
        assertTrue(problem.getMessage().contains("test-labels-idx1-ubyte"));
    }

    @Test
    void aPlainFileIsTakenBeforeItsPackedTwin() throws Exception {
        write(folder, "", "t10k", 0, 1);
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), new byte[] {1, 2, 3});
        assertEquals(2, look().classes().count());
    }

    @Test
    void anEmptyFolderIsToldWhatBelongsThere() {
        Problem problem = refusal(folder);
        assertEquals("folder.none", problem.key());
        assertTrue(problem.getMessage().contains("train-images-idx3-ubyte"));
    }

    @Test
    void aFolderOfAnotherSystemIsCalledOne() {
        String foreign = File.separatorChar == '/' ? "C:\\Users\\name\\fashion" : "/home/name/fashion";
        assertEquals(
                "folder.foreign",
                assertThrows(Problem.class, () -> DataFolder.look(foreign)).key());
    }

    @Test
    void aNameThatNoSystemAllowsIsNoFolder() {
        assertEquals(
                "folder.missing",
                assertThrows(Problem.class, () -> DataFolder.look("a\0b")).key());
    }

    @Test
    void turningSwapsRowsAndColumnsOfTrainingAndTestPictures() throws Exception {
        write(folder, "", "t10k", 0, 1);
        DataSet stored = DataSet.fromFolder(folder.toString(), false);
        DataSet turned = DataSet.fromFolder(folder.toString(), true);
        for (Samples samples : List.of(turned.train(), turned.test())) {
            assertEquals(3, samples.height());
            assertEquals(2, samples.width());
            float[] picture = new float[6];
            samples.copyInto(picture, 0, 1, 0, 0);
            float[] before = new float[6];
            stored.train().copyInto(before, 0, 1, 0, 0);
            assertEquals(before[1], picture[2]);
            assertEquals(before[5], picture[5]);
        }
    }

    @Test
    void digitsOnTheirSideAreRecognisedAndUprightOnesAreNot() throws Problem {
        Digits train = (Digits) DataSet.mnist().train();
        byte[] upright = Arrays.copyOf(train.pixels(), Handwriting.SAMPLE * 784);
        assertFalse(Handwriting.liesDown(upright, 28, 28));
        Digits copy = new Digits(28, 28, upright, new byte[Handwriting.SAMPLE], ClassLabels.numbered(10));
        assertTrue(Handwriting.liesDown(copy.turned().pixels(), 28, 28));
    }

    @Test
    void noLinkIsFollowedOutOfTheChosenFolder(@TempDir Path other) throws Exception {
        write(other, "", "t10k", 0, 1);
        Path chosen = Files.createSymbolicLink(folder.resolve("chosen"), other);
        assertEquals(2, DataFolder.look(chosen.toString()).trainCount(), "itself it may be one");
        Files.createSymbolicLink(other.resolve("t10k-labels-idx1-ubyte.gz"), other.resolve("t10k-labels-idx1-ubyte"));
        assertEquals(2, DataFolder.look(chosen.toString()).trainCount(), "and so may what stays inside");
        Files.delete(chosen);
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Path link = Files.createSymbolicLink(mine.resolve("raw"), other);
        assertEquals(List.of(link.toString(), mine.toString()), refusal(mine).arguments());
        Files.delete(link);
        write(mine, "", "t10k", 0, 1);
        Files.delete(mine.resolve("train-labels-idx1-ubyte"));
        Path file = Files.createSymbolicLink(
                mine.resolve("train-labels-idx1-ubyte"), other.resolve("train-labels-idx1-ubyte"));
        assertEquals("folder.link", refusal(mine).key());
        assertEquals(List.of(file.toString(), mine.toString()), refusal(mine).arguments());
    }

    @Test
    void aSearchHasAnEnd() throws Exception {
        Path many = Files.createDirectory(folder.resolve("many"));
        Path file = Files.createFile(folder.resolve("file"));
        for (int i = 0; i < 1_001; i++) {
            Files.createLink(many.resolve("f" + i), file); // costs the disk nothing
        }
        for (int i = 0; i < 300; i++) {
            Files.createSymbolicLink(folder.resolve("link" + i), many);
        }
        assertEquals("folder.crowded", refusal(folder).key());
        Path data = Files.createDirectory(folder.resolve("data"));
        write(data, "", "t10k", 0, 1);
        assertEquals(2, DataFolder.look(data.toString()).trainCount());
    }
}
