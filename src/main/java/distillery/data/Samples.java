package distillery.data;

import java.util.Arrays;

/**
 * Labelled inputs for a net: {@link #count()} samples of {@link #height()} × {@link #width()} numbers,
 * each of one of {@link #classes()} classes.
 *
 * <p>Samples never change, so any number of threads may read them. An index outside 0 … count − 1 throws
 * {@link IndexOutOfBoundsException}.
 */
public interface Samples {
    /** How many numbers a sample may have: as many inputs as a net may have. A picture of 100 × 100 is as large. */
    int MOST_FEATURES = 10_000;

    int count();

    /** How many there are to draw from; those that a person has added come after them. */
    default int drawable() {
        return count();
    }

    /** Whom to learn from where these were drawn: them, unless a person has added or removed some. */
    default int[] corrected(int[] chosen) {
        return chosen;
    }

    int classes();

    int height();

    int width();

    /** How many numbers each point of a picture has: 1 for grey. */
    default int channels() {
        return 1;
    }

    /** How many numbers one sample has. */
    default int features() {
        return shape().size();
    }

    /** What one sample is: a picture, or numbers in a row if it is one line high. */
    default Shape shape() {
        return height() == 1 ? Shape.flat(channels() * width()) : new Shape(channels(), height(), width());
    }

    /** What to call a class in a sentence. */
    default String className(int index) {
        return Integer.toString(index);
    }

    /** The true class of a sample, counted from 0. */
    int label(int index);

    /**
     * Writes one sample into {@code target[offset … offset + features − 1]}, row by row, scaled to what a net reads
     * (pixels to 0 … 1).
     *
     * <p>A picture is moved {@code dx} pixels to the right and {@code dy} down; what moves in is zero and what moves
     * out is lost, nothing wraps around. Samples that are not pictures stay where they are.
     */
    void copyInto(float[] target, int offset, int index, int dx, int dy);

    /** Marks, with anything but zero, every feature of a sample that is not zero; may mark others. */
    default void markNonZero(int index, byte[] marks) {
        Arrays.fill(marks, (byte) 1);
    }

    /**
     * Writes only some features of a sample as it is, side by side.
     *
     * @param runs where each run of features begins and ends: first, end, first, end …
     */
    default void copyInto(float[] target, int offset, int index, int[] runs) {
        float[] whole = new float[features()];
        copyInto(whole, 0, index, 0, 0);
        int at = offset;
        for (int i = 0; i < runs.length; i += 2) {
            System.arraycopy(whole, runs[i], target, at, runs[i + 1] - runs[i]);
            at += runs[i + 1] - runs[i];
        }
    }
}
