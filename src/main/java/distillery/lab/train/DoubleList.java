package distillery.lab.train;

import java.util.Arrays;

/** A row of numbers that grows at its end, each append in constant time on average. */
final class DoubleList {
    private static final int FIRST_ROOM = 64;

    private double[] values = new double[FIRST_ROOM];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = value;
    }

    double get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("no value " + index + " among " + size);
        }
        return values[index];
    }

    /** Where {@code value} is, or where it would be, in a row that ascends: the first index that is not below it. */
    int indexAtOrAfter(double value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * The same for a value that is not before this index, found sooner the nearer it is: in steps that double, and then
     * within the last of them.
     */
    int indexAtOrAfter(double value, int from) {
        int low = from;
        int step = 1;
        while (low + step < size && values[low + step] < value) {
            low += step;
            step *= 2;
        }
        int found = Arrays.binarySearch(values, low, Math.min(low + step + 1, size), value);
        return found < 0 ? -found - 1 : found;
    }

    int size() {
        return size;
    }

    /** Forgets all values and gives their memory back. */
    void clear() {
        values = new double[FIRST_ROOM];
        size = 0;
    }
}
