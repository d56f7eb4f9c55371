package distillery.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in one file that NumPy opens: a zip of {@code .npy} entries.
 *
 * <p>Written are 32-bit floats, uncompressed and without time stamps: the same numbers give the same file. Read are such
 * files and what {@code numpy.savez} and {@code numpy.savez_compressed} make of 32- or 64-bit floats; everything else is
 * refused, pickled objects above all.
 */
public final class Npz {
    static final int MAX_ARRAYS = 1000;
    static final int MAX_VALUES = 1 << 26;

    private static final String SUFFIX = ".npy";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    /** Any fixed time but the earliest a zip knows, for which Java adds a field that depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /**
     * Writes the arrays in the map's order, whole or not at all.
     *
     * @throws IllegalArgumentException if {@link #read(Path)} would refuse them: none, too many, or a name with more than
     *     letters, digits, dots, dashes and underscores
     */
    public static void write(Path target, Map<String, Tensor> arrays) throws Problem {
        AtomicFile.write(target, content(arrays));
    }

    /** The same, for files that are written together. */
    public static AtomicFile.Content content(Map<String, Tensor> arrays) {
        long values = arrays.values().stream()
                .mapToLong(array -> array.values().length)
                .sum();
        boolean plain =
                arrays.keySet().stream().allMatch(name -> NAME.matcher(name).matches());
        if (arrays.isEmpty() || arrays.size() > MAX_ARRAYS || values > MAX_VALUES || !plain) {
            throw new IllegalArgumentException("cannot write %d numbers as %s".formatted(values, arrays.keySet()));
        }
        return out -> writeTo(out, arrays);
    }

    /** Reads all arrays, in the file's order; 64-bit floats are rounded to 32. */
    public static Map<String, Tensor> read(Path file) throws Problem {
        return read(NamedFile.file(file));
    }

    /** Reads all arrays from a stream and closes it; the name is for sentences about it. */
    public static Map<String, Tensor> read(InputStream in, String name) throws Problem {
        return read(new NamedFile(name, () -> in));
    }

    private static Map<String, Tensor> read(NamedFile source) throws Problem {
        return source.read(in -> readFrom(new ZipInputStream(in), source.name()));
    }

    private static void writeTo(OutputStream out, Map<String, Tensor> arrays) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (var array : arrays.entrySet()) {
            byte[] content = Npy.bytes(array.getValue());
            CRC32 checksum = new CRC32();
            checksum.update(content);
            ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(content.length);
            entry.setCrc(checksum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        zip.finish();
    }

    private static Map<String, Tensor> readFrom(ZipInputStream zip, String file) throws IOException, Problem {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        int room = MAX_VALUES;
        for (String name = nextName(zip, file); !name.isEmpty(); name = nextName(zip, file)) {
            Tensor array = Npy.read(zip, file, name, room);
            room -= array.values().length;
            if (arrays.put(name, array) != null) {
                throw new Problem("npz.twice", file, name);
            }
            if (arrays.size() > MAX_ARRAYS) {
                throw new Problem("npz.tooMany", file, MAX_ARRAYS);
            }
        }
        if (arrays.isEmpty()) {
            throw new Problem("npz.notZip", file);
        }
        return arrays;
    }

    /** The next array's name; empty after the last. */
    private static String nextName(ZipInputStream zip, String file) throws IOException, Problem {
        ZipEntry entry;
        try {
            entry = zip.getNextEntry();
        } catch (IllegalArgumentException e) { // a name that is not UTF-8
            throw new ZipException(String.valueOf(e.getMessage()));
        }
        if (entry == null) {
            return "";
        }
        String name = entry.getName();
        String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
        if (!NAME.matcher(stem).matches()) {
            throw new Problem("npz.name", file, name);
        }
        return stem;
    }
}
