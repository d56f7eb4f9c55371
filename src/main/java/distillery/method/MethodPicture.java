package distillery.method;

import java.util.Arrays;

/**
 * What a method compares inside teacher and student for one batch, as something to look at. Arrays are row-major, in the
 * order of the batch; nobody writes to them.
 */
public sealed interface MethodPicture {
    /** How many samples there are. */
    int rows();

    /** What the teacher has, {@code [rows, …]}. */
    double[] teacher();

    /** What the student has, as large as {@link #teacher}. */
    double[] student();

    /** The largest value of both. */
    default double largest() {
        return Math.max(
                Arrays.stream(teacher()).max().orElse(0),
                Arrays.stream(student()).max().orElse(0));
    }

    /**
     * Where on its picture a net is active: for each sample a map, {@code [rows, height, width]}, of length one.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Maps(int rows, int height, int width, double[] teacher, double[] student) implements MethodPicture {
        public Maps {
            requireSize(rows * height * width, teacher, student);
        }

        /** The cosine between both maps of a sample: 1 where both are active at the same places, 0 where at others. */
        public double likeness(int row) {
            double sum = 0;
            for (int i = row * height * width; i < (row + 1) * height * width; i++) {
                sum += teacher[i] * student[i];
            }
            return sum;
        }
    }

    /**
     * How each sample goes with each, {@code [rows, rows]}.
     *
     * @param distances whether the numbers are distances, as shares of their mean, and no similarities
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Relations(int rows, boolean distances, double[] teacher, double[] student) implements MethodPicture {
        public Relations {
            requireSize(rows * rows, teacher, student);
        }

        /** The mean over pairs of different samples, of one class each or of two; no number where there is no such pair. */
        public static double mean(double[] table, int[] labels, boolean sameClass) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < table.length; i++) {
                int row = i / labels.length;
                int column = i % labels.length;
                if (row != column && (labels[row] == labels[column]) == sameClass) {
                    sum += table[i];
                    count++;
                }
            }
            return sum / count;
        }
    }

    /** Which units are on: those with a value above zero, before the ReLU, {@code [rows, units]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Patterns(int rows, int units, double[] teacher, double[] student) implements MethodPicture {
        public Patterns {
            requireSize(rows * units, teacher, student);
        }

        /** Whether a unit is on, or off, in both for a sample. */
        public boolean agrees(int row, int unit) {
            int at = row * units + unit;
            return teacher[at] > 0 == student[at] > 0;
        }

        /** How many units are on, or off, in both for a sample. */
        public int agreed(int row) {
            int count = 0;
            for (int unit = 0; unit < units; unit++) {
                count += agrees(row, unit) ? 1 : 0;
            }
            return count;
        }

        /** The share of units that are on, or off, in both, over the whole batch. */
        public double agreement() {
            double sum = 0;
            for (int row = 0; row < rows; row++) {
                sum += agreed(row);
            }
            return sum / ((double) rows * units);
        }
    }

    private static void requireSize(int size, double[] teacher, double[] student) {
        if (teacher.length != size || student.length != size) {
            throw new IllegalArgumentException(
                    "pictures of " + size + " numbers, not of " + teacher.length + " and " + student.length);
        }
    }
}
