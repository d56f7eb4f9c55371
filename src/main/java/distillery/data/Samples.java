package distillery.data;

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

    int classes();

    int height();

    int width();

    /** How many numbers one sample has. */
    default int features() {
        return height() * width();
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
}
