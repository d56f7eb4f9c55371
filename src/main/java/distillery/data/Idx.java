package distillery.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
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
    static final int MAX_SIDE = 256;

    private static final int UNSIGNED_BYTE = 0x08;

    /** Reads a file that must have {@code rank} dimensions; no more memory is taken than the file really fills. */
    static Idx read(Source source, int rank) throws Problem {
        return source.read(in -> {
            try (InputStream unpacked = unpacked(in, source.name())) {
                int[] dimensions = dimensions(unpacked, source.name(), rank);
                return new Idx(dimensions, values(unpacked, source.name(), size(source.name(), dimensions)));
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
        return dimensions;
    }

    /** How many bytes the dimensions ask for, once that is known to be reasonable. */
    private static int size(String name, int[] dimensions) throws Problem {
        if (dimensions[0] < 1 || dimensions[0] > MAX_COUNT) {
            throw new Problem("idx.count", name, Integer.toUnsignedLong(dimensions[0]), MAX_COUNT);
        }
        long size = dimensions[0];
        for (int i = 1; i < dimensions.length; i++) {
            if (dimensions[i] < 1 || dimensions[i] > MAX_SIDE) {
                throw new Problem("idx.side", name, i + 1, Integer.toUnsignedLong(dimensions[i]), MAX_SIDE);
            }
            size *= dimensions[i];
        }
        // While reading, twice the size is in memory; a test set of the same size may follow.
        long room = Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);
        if (size > room) {
            throw new Problem("idx.tooBig", name, size, room);
        }
        return (int) size;
    }

    private static byte[] values(InputStream in, String name, int size) throws IOException, Problem {
        byte[] values = in.readNBytes(size);
        if (values.length < size) {
            throw new Problem("idx.short", name, size, values.length);
        }
        if (in.read() >= 0) {
            throw new Problem("idx.long", name, size);
        }
        return values;
    }
}
