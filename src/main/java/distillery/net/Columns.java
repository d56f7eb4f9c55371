package distillery.net;

import java.util.Arrays;

/**
 * The features that are not zero throughout a batch. A digit's margin is: of 784 pixels about 500 say anything in a batch
 * of 64, and nothing is gained by multiplying the others. So the first layer's products see these columns only, side by
 * side; the results are the same but for the order in which sums are rounded.
 *
 * @param width all features
 * @param count how many of them say anything
 * @param runs where each run of neighbours begins and ends: first, end, first, end …
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Columns(int width, int count, int[] runs) {
    /** Silent columns between two runs that are cheaper multiplied than stepped over. */
    private static final int GAP = 4;

    static Columns all(int width) {
        return new Columns(width, width, new int[] {0, width});
    }

    /** Looks at {@code rows} samples, {@code [rows, width]} row by row; only whether a number is zero matters. */
    static Columns of(float[] samples, int rows, int width) {
        float[] sums = new float[width];
        for (int row = 0; row < rows; row++) {
            int start = row * width;
            for (int i = 0; i < width; i++) {
                sums[i] += Math.abs(samples[start + i]);
            }
        }
        int[] runs = new int[width + 1];
        int used = 0;
        for (int i = 0; i < width; i++) {
            if (sums[i] == 0) {
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

    private static Columns of(int width, int[] runs) {
        int count = 0;
        for (int i = 0; i < runs.length; i += 2) {
            count += runs[i + 1] - runs[i];
        }
        return new Columns(width, count, runs);
    }

    /** Puts these columns of a row, which begins at {@code start} of an array, side by side into another of its type. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // arrays of either precision
    void pack(Object matrix, int start, Object packed, int at) {
        for (int i = 0; i < runs.length; i += 2) {
            int length = runs[i + 1] - runs[i];
            System.arraycopy(matrix, start + runs[i], packed, at, length);
            at += length;
        }
    }

    /** The way back. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // arrays of either precision
    void unpack(Object packed, int at, Object matrix, int start) {
        for (int i = 0; i < runs.length; i += 2) {
            int length = runs[i + 1] - runs[i];
            System.arraycopy(packed, at, matrix, start + runs[i], length);
            at += length;
        }
    }

    /** Whether there is nothing to step over. */
    boolean all() {
        return count == width;
    }
}
