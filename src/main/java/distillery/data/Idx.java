package distillery.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The unsigned bytes of one IDX file and the sizes of its dimensions.
 *
 * <p>The format is the one MNIST came in (LeCun, Cortes, Burges, "The MNIST database of handwritten digits"): two zero
 * bytes, the element type, the number of dimensions, each dimension as a big-endian 32-bit number, then the elements.
 * The file may be gzip-compressed; its first bytes tell, not its name.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Idx(int[] dimensions, byte[] values) {
    static final int MAX_COUNT = 1_000_000;

    /** As many as an array takes. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private static final int UNSIGNED_BYTE = 0x08;

    /** What is read before the file is believed to be as large as its header says. */
    private static final int TRIAL = 4 << 20;

    /**
     * Reads a file that must have {@code rank} dimensions; little more memory is taken than the file really fills, and
     * never twice as much.
     */
    static Idx read(NamedFile source, int rank) throws Problem {
        return source.read(in -> {
            try (InputStream unpacked = unpacked(in, source.name())) {
                int[] dimensions = dimensions(unpacked, source.name(), rank);
                return new Idx(dimensions, values(unpacked, source.name(), dimensions));
            }
        });
    }

    /** The dimensions, and no more than the first {@code most} samples: the rest of the file is not looked at. */
    static Idx first(NamedFile source, int rank, int most) throws Problem {
        return source.read(in -> {
            try (InputStream unpacked = unpacked(in, source.name())) {
                int[] dimensions = dimensions(unpacked, source.name(), rank);
                long each = size(dimensions) / dimensions[0];
                return new Idx(dimensions, unpacked.readNBytes((int) (each * Math.min(most, dimensions[0]))));
            }
        });
    }

    private static InputStream unpacked(InputStream in, String name) throws IOException, Problem {
        in.mark(2);
        byte[] start = in.readNBytes(2);
        in.reset();
        if (start.length == 0) {
            throw new Problem("idx.empty", name);
        }
        boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16)) : in;
    }

    private static int[] dimensions(InputStream in, String name, int rank) throws IOException, Problem {
        byte[] magic = in.readNBytes(4);
        if (magic.length > 1 && (magic[0] != 0 || magic[1] != 0)) {
            throw new Problem("idx.magic", name, HexFormat.ofDelimiter(" ").formatHex(magic));
        }
        if (magic.length == 4 && magic[2] != UNSIGNED_BYTE) {
            throw new Problem("idx.type", name, "0x" + HexFormat.of().toHexDigits(magic[2]));
        }
        if (magic.length == 4 && magic[3] != rank) {
            throw new Problem("idx.rank", name, rank, Byte.toUnsignedInt(magic[3]));
        }
        byte[] sizes = in.readNBytes(4 * rank);
        if (sizes.length < 4 * rank) {
            throw new Problem("idx.header", name, 4 + 4 * rank, magic.length + sizes.length);
        }
        int[] dimensions = new int[rank];
        ByteBuffer.wrap(sizes).asIntBuffer().get(dimensions);
        check(name, dimensions);
        return dimensions;
    }

    /** Whether the dimensions are those of as many samples, each as large, as this program can use. */
    private static void check(String name, int[] dimensions) throws Problem {
        if (dimensions[0] < 1 || dimensions[0] > MAX_COUNT) {
            throw new Problem("idx.count", name, Integer.toUnsignedLong(dimensions[0]), MAX_COUNT);
        }
        if (dimensions.length < 3) {
            return;
        }
        long height = Integer.toUnsignedLong(dimensions[1]);
        long width = Integer.toUnsignedLong(dimensions[2]);
        if (height < 1 || width < 1 || height > Samples.MOST_FEATURES / width) {
            throw new Problem("idx.pixels", name, width, height, Samples.MOST_FEATURES);
        }
    }

    private static long size(int[] dimensions) {
        return Arrays.stream(dimensions).asLongStream().reduce(1, (a, b) -> a * b);
    }

    private static byte[] values(InputStream in, String name, int[] dimensions) throws IOException, Problem {
        long size = size(dimensions);
        DataMemory.require(name, size);
        if (size > MOST_BYTES) {
            throw new Problem("idx.tooBig", name, size, MOST_BYTES);
        }
        byte[] values = read(in, name, (int) size);
        if (values.length < size) {
            throw new Problem("idx.short", name, (int) size, values.length);
        }
        if (in.read() >= 0) {
            throw new Problem("idx.long", name, (int) size);
        }
        return values;
    }

    /** A growing buffer would hold large data twice, so it gets room for all as soon as it shows that it is large. */
    private static byte[] read(InputStream in, String name, int size) throws IOException, Problem {
        byte[] start = in.readNBytes(Math.min(size, TRIAL));
        if (start.length < TRIAL || start.length == size) {
            return start;
        }
        try {
            byte[] values = Arrays.copyOf(start, size);
            int length = start.length + in.readNBytes(values, start.length, size - start.length);
            return length < size ? Arrays.copyOf(values, length) : values;
        } catch (OutOfMemoryError full) {
            throw DataMemory.tooBig(name, size);
        }
    }
}
