package distillery.net;

import java.util.Arrays;

/**
 * The features that are not zero throughout a batch. A digit's margin is zero: of 784 pixels about 500 are not in a
 * batch of 64, and nothing is gained by multiplying the others. So the first layer's products see these columns only, side by
 * side; the results are the same but for the order in which sums are rounded.
 *
 * @param width all features
 * @param count how many of them are not zero
 * @param runs where each run of neighbours begins and ends: first, end, first, end …
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NonZeroColumns(int width, int count, int[] runs) {
    /** Zero columns between two runs that are cheaper multiplied than stepped over. */
    private static final int GAP = 4;

    /** Rows packed at a time: few enough to stay in the nearest cache. */
    private static final int BLOCK = 8;

    private static final ThreadLocal<float[]> ROOM = ThreadLocal.withInitial(() -> new float[0]);

    static NonZeroColumns all(int width) {
        return new NonZeroColumns(width, width, new int[] {0, width});
    }

    /** The columns whose mark is not zero; all if none is. */
    static NonZeroColumns of(byte[] marks) {
        int width = marks.length;
        int[] runs = new int[width + 1];
        int used = 0;
        for (int i = 0; i < width; i++) {
            if (marks[i] == 0) {
                continue;
            }
            if (used > 0 && i - runs[used - 1] < GAP) {
                runs[used - 1] = i + 1;
            } else {
                runs[used++] = i;
                runs[used++] = i + 1;
            }
        }
        return used == 0 ? all(width) : of(width, Arrays.copyOf(runs, used));
    }

    private static NonZeroColumns of(int width, int[] runs) {
        int count = 0;
        for (int i = 0; i < runs.length; i += 2) {
            count += runs[i + 1] - runs[i];
        }
        return new NonZeroColumns(width, count, runs);
    }

    /** Puts these columns of a row, which begins at {@code start}, side by side. */
    void pack(float[] row, int start, float[] packed, int at) {
        for (int i = 0; i < runs.length; i += 2) {
            int length = runs[i + 1] - runs[i];
            System.arraycopy(row, start + runs[i], packed, at, length);
            at += length;
        }
    }

    /** The way back. */
    private void unpack(float[] packed, int at, float[] row, int start) {
        for (int i = 0; i < runs.length; i += 2) {
            int length = runs[i + 1] - runs[i];
            System.arraycopy(packed, at, row, start + runs[i], length);
            at += length;
        }
    }

    /** Copies these columns of the rows {@code from..to} of a matrix to ND4J's side, where they lie side by side. */
    void toNative(Buffer matrix, int from, int to) {
        if (count == width) {
            matrix.toNative(from * width, (to - from) * width);
            return;
        }
        float[] packed = room(BLOCK * count);
        for (int first = from; first < to; first += BLOCK) {
            int rows = Math.min(BLOCK, to - first);
            for (int i = 0; i < rows; i++) {
                pack(matrix.values, (first + i) * width, packed, i * count);
            }
            matrix.memory().put(first * count, packed, 0, rows * count);
        }
    }

    /** The way back: the other columns become zero. */
    void fromNative(Buffer matrix, int from, int to) {
        if (count == width) {
            matrix.fromNative(from * width, (to - from) * width);
            return;
        }
        float[] packed = room(BLOCK * count);
        Arrays.fill(matrix.values, from * width, to * width, 0);
        for (int first = from; first < to; first += BLOCK) {
            int rows = Math.min(BLOCK, to - first);
            matrix.memory().get(first * count, packed, 0, rows * count);
            for (int i = 0; i < rows; i++) {
                unpack(packed, i * count, matrix.values, (first + i) * width);
            }
        }
    }

    /** Room for some rows on their way, a thread's own. */
    private static float[] room(int length) {
        float[] room = ROOM.get();
        if (room.length < length) {
            room = new float[length];
            ROOM.set(room);
        }
        return room;
    }
}
