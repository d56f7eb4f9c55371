package distillery.data;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/** Samples to learn from and samples held out to be tested on, under one name. */
public record DataSet(String name, Samples train, Samples test) {

    public DataSet {
        if (train.height() != test.height() || train.width() != test.width() || train.classes() != test.classes()) {
            throw new IllegalArgumentException("training and test samples differ in shape");
        }
    }

    /** Kept while there is room: reading takes half a second, and nobody can change what was read. */
    private static SoftReference<@Nullable DataSet> mnist = new SoftReference<>(null);

    /** The 60,000 + 10,000 digits that come with the program, checked like any other files. */
    public static synchronized DataSet mnist() throws Problem {
        DataSet digits = mnist.get();
        if (digits == null) {
            digits = new DataSet("MNIST", digits("train"), digits("t10k"));
            mnist = new SoftReference<>(digits);
        }
        return digits;
    }

    /**
     * A user's own data, from a {@linkplain DataFiles folder of four IDX files}.
     *
     * @param turned whether rows and columns of each picture are to be swapped
     * @throws Problem if one is missing, is not what its name says, or does not fit the others
     */
    public static DataSet fromFolder(String place, boolean turned) throws Problem {
        return DataFolder.read(place, turned);
    }

    private static Digits digits(String part) throws Problem {
        NamedFile labels = NamedFile.builtIn("assets/mnist/" + part + "-labels-idx1-ubyte.gz");
        NamedFile images = NamedFile.builtIn("assets/mnist/" + part + "-images-idx3-ubyte.gz");
        return Digits.read(images, labels, Idx.read(labels, 1), ClassLabels.numbered(10));
    }
}
