package distillery.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One array in NumPy's own format, version 1.0: magic bytes, version, the header's length, a header that is a Python
 * dictionary, then the numbers (NumPy reference, {@code numpy.lib.format}). Numbers are little-endian, row by row.
 */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREAMBLE = MAGIC.length + Short.BYTES;
    private static final int ALIGNMENT = 64;

    /** What NumPy itself writes; a type in brackets (a record) or any other key does not match. */
    private static final Pattern HEADER = Pattern.compile("\\{'descr': '([^']{1,20})', 'fortran_order': (True|False), "
            + "'shape': \\(((?:\\d{1,9}(?:, \\d{1,9}){0,7})?),?\\), \\} *\n");

    private Npy() {}

    /** The array as the content of an {@code .npy} file. */
    static byte[] bytes(Tensor array) {
        String sides = Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String shape = array.shape().length == 1 ? sides + "," : sides;
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int padding = ALIGNMENT - 1 - (PREAMBLE + header.length()) % ALIGNMENT;
        header += " ".repeat(padding) + "\n";
        int size = PREAMBLE + header.length() + array.values().length * Float.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putShort((short) header.length()).put(header.getBytes(ISO_8859_1));
        buffer.asFloatBuffer().put(array.values());
        return buffer.array();
    }

    /** Reads the stream to its end; an array of more than {@code room} numbers is refused before it is read. */
    static Tensor read(InputStream in, String file, String name, int room) throws IOException, Problem {
        Matcher header = HEADER.matcher(header(in));
        if (!header.matches()) {
            throw new Problem("npz.notNpy", file, name);
        }
        String type = header.group(1);
        if (!type.equals("<f4") && !type.equals("<f8")) {
            throw new Problem("npz.type", file, name, type);
        }
        if (header.group(2).equals("True")) {
            throw new Problem("npz.order", file, name);
        }
        String sides = header.group(3);
        int[] shape = sides.isEmpty()
                ? new int[0]
                : Arrays.stream(sides.split(", ")).mapToInt(Integer::parseInt).toArray();
        int count = count(shape, room);
        if (count < 0) {
            throw new Problem("npz.tooBig", file, name, Npz.MAX_VALUES);
        }
        int size = count * (type.equals("<f4") ? Float.BYTES : Double.BYTES);
        byte[] content = in.readNBytes(size);
        if (content.length < size) {
            throw new Problem("npz.short", file, name, size, content.length);
        }
        if (in.read() >= 0) {
            throw new Problem("npz.long", file, name, size);
        }
        return new Tensor(shape, floats(content, count));
    }

    /** The header's text; empty if there is none. */
    private static String header(InputStream in) throws IOException {
        ByteBuffer start = ByteBuffer.wrap(in.readNBytes(PREAMBLE)).order(ByteOrder.LITTLE_ENDIAN);
        if (start.limit() < PREAMBLE || !start.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return "";
        }
        return new String(in.readNBytes(Short.toUnsignedInt(start.getShort(MAGIC.length))), ISO_8859_1);
    }

    /** How many numbers a shape holds; negative if more than {@code room}. */
    private static int count(int[] shape, int room) {
        long count = 1;
        for (int side : shape) {
            count *= side;
            if (count > room) {
                return -1;
            }
        }
        return (int) count;
    }

    private static float[] floats(byte[] content, int count) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[count];
        if (content.length == count * Float.BYTES) {
            buffer.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = (float) buffer.getDouble();
            }
        }
        return values;
    }
}
