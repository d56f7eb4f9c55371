package distillery.net;

import distillery.net.Crew.Part;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A fixed run of numbers that lives twice: in ND4J's memory for matrix products, and in a Java array for everything
 * else. The copies between the two cost less than they save: the compiler turns a loop over a Java array into vector
 * instructions, but not a loop over memory outside the heap, and ND4J's own small operations cost more than the loop.
 *
 * <p>All methods work on the Java side, except {@link #product} and {@link #repeat}. {@link #pull} and {@link #push}
 * copy. Products go to the OpenBLAS that ND4J has loaded, not through {@code Nd4j.gemm}, which does the
 * same but takes 7 µs to find out: as long as a small layer's product.
 */
abstract sealed class Reals permits FloatReals, DoubleReals {
    /** Rows packed at a time: few enough to stay in the nearest cache. */
    static final int BLOCK = 8;

    static Reals of(Precision precision, int length) {
        INDArray memory = Nd4j.create(precision.type(), length);
        return precision == Precision.FLOAT ? new FloatReals(memory, length) : new DoubleReals(memory, length);
    }

    /**
     * {@code this = left · right + keep · this} on ND4J's side, where {@code left} is {@code [rows, inner]} and {@code
     * right} is {@code [inner, columns]}, row by row. A turned factor lies there transposed, as {@code [inner, rows]} or
     * {@code [columns, inner]}.
     */
    abstract void product(
            int rows,
            int inner,
            int columns,
            Reals left,
            boolean turnLeft,
            Reals right,
            boolean turnRight,
            double keep,
            Part part);

    /** Copies the numbers from ND4J's side to Java's. */
    abstract void pull(int from, int length);

    /** Copies the numbers from Java's side to ND4J's. */
    abstract void push(int from, int length);

    abstract double get(int index);

    abstract void set(int index, double value);

    /**
     * Copies the rows {@code from..to} of a matrix to ND4J's side, only these columns of it, where they lie side by side
     * as a matrix {@code [rows, columns.count()]}.
     */
    abstract void pushColumns(Columns columns, int from, int to);

    /** The way back: the other columns become zero. */
    abstract void pullColumns(Columns columns, int from, int to);

    /** Takes the first {@code length} numbers of {@code source}. */
    abstract void load(float[] source, int length);

    /** Fills ND4J's side with {@code rows} copies of the {@code width} numbers of {@code row} from {@code at} on. */
    abstract void repeat(Reals row, int at, int width, int rows, Part part);

    /** Sums {@code rows} rows of {@code width} numbers into {@code sums} from {@code at} on. */
    abstract void sumRows(Reals sums, int at, int width, int rows, Part part);

    // No comparison in the next three: behind one that goes either way at random, the compiler gives up vectors and the
    // processor guesses wrong half the time, which costs more than ten times the arithmetic.

    /** Makes the negative numbers zero: half of {@code x + |x|}. */
    abstract void rectify(int from, int to);

    /** Keeps, times {@code scale}, the numbers whose partner in {@code outputs} is positive, not zero. */
    abstract void gate(Reals outputs, double scale, int from, int to);

    /** Zeroes a random share of the numbers, scales the others up so that the mean stays (inverted dropout). */
    abstract void drop(double share, int key, int from, int to);

    /** Scales every row whose Euclidean length exceeds {@code limit} down to it. */
    abstract void limitRows(double limit, int width, int from, int to);

    /** One step of SGD with momentum on the numbers {@code from..to}. */
    abstract void descend(Reals gradient, Reals velocity, double rate, double momentum, int from, int to);

    /** One step of Adam on the numbers {@code from..to}. */
    abstract void descend(Reals gradient, Reals mean, Reals square, AdamStep step, int from, int to);

    /** What Adam needs to know of one step: its betas, the corrected rate, 1/√(1 − β₂ᵗ), and ε. */
    record AdamStep(double beta1, double beta2, double rate, double rootScale, double epsilon) {
        static AdamStep at(long time, double rate, Optimiser.Adam adam) {
            return new AdamStep(
                    adam.beta1(),
                    adam.beta2(),
                    rate / (1 - Math.pow(adam.beta1(), (double) time)),
                    1 / Math.sqrt(1 - Math.pow(adam.beta2(), (double) time)),
                    adam.epsilon());
        }
    }

    /** A well-mixed number for each index: cheap, without state, so that the loop over it can be vectorised. */
    static int scatter(int index, int key) {
        int mixed = (index ^ key) * 0x9E3779B1;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA77;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE3D;
        return mixed ^ (mixed >>> 16);
    }

    /** 0 if the number at this index is dropped, 1 if it stays. */
    static int keep(int index, int key, int threshold) {
        return 1 + (int) (((long) scatter(index, key) - threshold) >> 63);
    }

    /** The largest scattered number that still falls into the dropped share. */
    static int threshold(double share) {
        return (int) (Integer.MIN_VALUE + share * 0x1p32);
    }
}
