package distillery.data;

import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            digits = read("MNIST", (stem, type) -> Source.builtIn("assets/mnist/" + stem + "-" + type + ".gz"));
            mnist = new SoftReference<>(digits);
        }
        return digits;
    }

    /**
     * A user's own data, from the four files of MNIST or Fashion-MNIST under their usual names: {@code train-images},
     * {@code train-labels}, {@code t10k-images}, {@code t10k-labels}, each followed by {@code -idx3-ubyte} (images) or
     * {@code -idx1-ubyte} (labels), or with a dot for the first dash, plain (taken first) or with {@code .gz}.
     *
     * @throws Problem if one is missing, is not what its name says, or does not fit the others
     */
    public static DataSet fromFolder(Path folder) throws Problem {
        if (!Files.isDirectory(folder)) {
            throw new Problem("folder.missing", folder.toString());
        }
        Path end = folder.toAbsolutePath().normalize().getFileName();
        String name = end == null ? folder.toString() : end.toString();
        return read(name, (stem, type) -> find(folder, stem, type));
    }

    @FunctionalInterface
    private interface Finder {
        Source find(String stem, String type) throws Problem;
    }

    private static DataSet read(String name, Finder files) throws Problem {
        Digits train = digits("train", files);
        Digits test = digits("t10k", files);
        if (train.height() != test.height() || train.width() != test.width()) {
            throw new Problem("data.shapes", name, train.width(), train.height(), test.width(), test.height());
        }
        return new DataSet(name, train, test);
    }

    private static Digits digits(String part, Finder files) throws Problem {
        return Digits.read(files.find(part + "-images", "idx3-ubyte"), files.find(part + "-labels", "idx1-ubyte"));
    }

    private static Source find(Path folder, String stem, String type) throws Problem {
        String dashed = stem + "-" + type;
        String dotted = stem + "." + type;
        List<String> names = List.of(dashed, dotted, dashed + ".gz", dotted + ".gz");
        for (String name : names) {
            if (Files.exists(folder.resolve(name))) {
                return Source.file(folder.resolve(name));
            }
        }
        throw new Problem("folder.incomplete", folder.toString(), String.join(", ", names));
    }
}
