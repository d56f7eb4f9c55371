package distillery.data;

import distillery.data.DataFiles.Role;
import java.util.List;
import java.util.Locale;

/**
 * What a user's own folder holds, as far as labels and headers tell: enough to fit nets to it, without reading all
 * pictures.
 *
 * @param place the folder, or {@code folder/set} where it holds several sets
 * @param classes what labels there are
 * @param untested the names of classes that no test label names
 * @param lyingDown whether the pictures seem to lie on their side, as those of EMNIST do: rows and columns swapped
 */
public record DataFolder(
        String place,
        String name,
        ClassLabels classes,
        int height,
        int width,
        int trainCount,
        int testCount,
        List<String> untested,
        boolean lyingDown) {

    public DataFolder {
        untested = List.copyOf(untested);
    }

    /**
     * Looks at the labels and the first pictures of a folder.
     *
     * @throws Problem if a file is missing, is not what its name says, or does not fit the others
     */
    public static DataFolder look(String place) throws Problem {
        DataFiles files = DataFiles.in(place);
        byte[] trainLabels = Idx.read(files.source(Role.TRAIN_LABELS), 1).values();
        byte[] testLabels = Idx.read(files.source(Role.TEST_LABELS), 1).values();
        ClassLabels classes = classes(files, trainLabels, testLabels);
        Idx train = Idx.first(files.source(Role.TRAIN_IMAGES), 3, Handwriting.SAMPLE);
        Idx test = Idx.first(files.source(Role.TEST_IMAGES), 3, 0);
        int[] sizes = train.dimensions();
        requireSame(files.name(), sizes, test.dimensions());
        boolean lyingDown = files.words().toLowerCase(Locale.ROOT).contains("emnist")
                || Handwriting.liesDown(train.values(), sizes[1], sizes[2]);
        return new DataFolder(
                place,
                files.name(),
                classes,
                sizes[1],
                sizes[2],
                sizes[0],
                test.dimensions()[0],
                classes.absentFrom(testLabels),
                lyingDown);
    }

    /** The complete sets of a folder among which one must choose, each as a place; empty where one needs not. */
    public static List<String> choices(String place) {
        return DataFiles.choices(place);
    }

    /** What a net reads of each picture. */
    public Shape shape() {
        return height == 1 ? Shape.flat(width) : new Shape(1, height, width);
    }

    /** Reads everything; {@code turned} swaps rows and columns of every picture. */
    static DataSet read(String place, boolean turned) throws Problem {
        DataFiles files = DataFiles.in(place);
        Idx trainLabels = Idx.read(files.source(Role.TRAIN_LABELS), 1);
        Idx testLabels = Idx.read(files.source(Role.TEST_LABELS), 1);
        ClassLabels classes = classes(files, trainLabels.values(), testLabels.values());
        DataMemory.require(files.name(), size(files, Role.TRAIN_IMAGES) + size(files, Role.TEST_IMAGES));
        Digits train =
                Digits.read(files.source(Role.TRAIN_IMAGES), files.source(Role.TRAIN_LABELS), trainLabels, classes);
        Digits test = Digits.read(files.source(Role.TEST_IMAGES), files.source(Role.TEST_LABELS), testLabels, classes);
        requireSame(
                files.name(), new int[] {0, train.height(), train.width()}, new int[] {0, test.height(), test.width()});
        return new DataSet(files.name(), turned ? train.turned() : train, turned ? test.turned() : test);
    }

    private static ClassLabels classes(DataFiles files, byte[] train, byte[] test) throws Problem {
        return ClassLabels.of(
                files.words(), files.source(Role.TRAIN_LABELS), train, files.source(Role.TEST_LABELS), test);
    }

    /** How many bytes of pictures a file says that it holds. */
    private static long size(DataFiles files, Role images) throws Problem {
        int[] sizes = Idx.first(files.source(images), 3, 0).dimensions();
        return (long) sizes[0] * sizes[1] * sizes[2];
    }

    private static void requireSame(String name, int[] train, int[] test) throws Problem {
        if (train[1] != test[1] || train[2] != test[2]) {
            throw new Problem("data.shapes", name, train[2], train[1], test[2], test[1]);
        }
    }
}
