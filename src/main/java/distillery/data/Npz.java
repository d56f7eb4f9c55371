package distillery.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * refused, pickled objects above all. A comment may stand at the zip's end, where NumPy looks past it.
 */
public final class Npz {
    static final int MAX_ARRAYS = 1000;
    static final int MAX_VALUES = 1 << 26;

    /** More bytes than the directory of so many arrays and a comment take. */
    private static final int MAX_END = 1 << 20;

    /** What the last record of a zip begins with, and how long it is without its comment. */
    private static final int END_RECORD = 0x06054b50;

    private static final int END_LENGTH = 22;

    private static final String SUFFIX = ".npy";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    /** Any fixed time but the earliest a zip knows, for which Java adds a field that depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /** What a file holds: arrays in its order, and the comment; empty if there is none. */
    public record Contents(Map<String, Tensor> arrays, String comment) {}

    /**
     * Writes the arrays in the map's order, whole or not at all.
     *
     * @throws IllegalArgumentException if {@link #read(Path)} would refuse them: none, too many, or a name with more than
     *     letters, digits, dots, dashes and underscores
     */
    public static void write(Path target, Map<String, Tensor> arrays) throws Problem {
        AtomicFile.write(target, content(arrays, ""));
    }

    /** The same with a comment, for files that are written together. */
    public static AtomicFile.Content content(Map<String, Tensor> arrays, String comment) {
        long values = arrays.values().stream()
                .mapToLong(array -> array.values().length)
                .sum();
        boolean plain =
                arrays.keySet().stream().allMatch(name -> NAME.matcher(name).matches());
        if (arrays.isEmpty() || arrays.size() > MAX_ARRAYS || values > MAX_VALUES || !plain) {
            throw new IllegalArgumentException("cannot write %d numbers as %s".formatted(values, arrays.keySet()));
        }
        return out -> writeTo(out, arrays, comment);
    }

    /** Reads all arrays, in the file's order; 64-bit floats are rounded to 32. */
    public static Map<String, Tensor> read(Path file) throws Problem {
        return contents(file).arrays();
    }

    /** Reads all arrays from a stream and closes it; the name is for sentences about it. */
    public static Map<String, Tensor> read(InputStream in, String name) throws Problem {
        return contents(new NamedFile(name, () -> in)).arrays();
    }

    /** Reads all arrays and the comment. */
    public static Contents contents(Path file) throws Problem {
        return contents(NamedFile.file(file));
    }

    private static Contents contents(NamedFile source) throws Problem {
        return source.read(in -> readFrom(new Archive(in), source.name()));
    }

    private static void writeTo(OutputStream out, Map<String, Tensor> arrays, String comment) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setComment(comment);
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

    private static Contents readFrom(Archive zip, String file) throws IOException, Problem {
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
        return new Contents(arrays, comment(zip.end(), arrays.size()));
    }

    /** What the record that ends every zip holds; without it, or with other arrays in it, the file is cut off. */
    private static String comment(byte[] end, int arrays) throws EOFException {
        ByteBuffer bytes = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = end.length - END_LENGTH; at >= 0; at--) {
            int length = end.length - END_LENGTH - at;
            if (bytes.getInt(at) == END_RECORD
                    && Short.toUnsignedInt(bytes.getShort(at + 10)) == arrays
                    && Short.toUnsignedInt(bytes.getShort(at + END_LENGTH - 2)) == length) {
                return new String(end, at + END_LENGTH, length, ISO_8859_1);
            }
        }
        throw new EOFException("no directory of " + arrays + " arrays");
    }

    /** A zip whose end can be read, too. */
    private static final class Archive extends ZipInputStream {
        Archive(InputStream in) {
            super(in);
        }

        /** What follows the last array: its directory, without the beginning, and the record that ends the file. */
        byte[] end() throws IOException {
            return in.readNBytes(MAX_END);
        }
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
