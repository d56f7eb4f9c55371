package distillery.loss;

import java.util.Arrays;

/** The conditions every loss puts on its arguments; each refusal names the value it found. */
public final class Preconditions {
    /** Beyond this size a double can no longer be squared safely: larger temperatures count as infinite, their inverses as zero. */
    private static final double LARGEST = 1e100;

    /** Features may be multiplied, squared, and squared again. */
    private static final double LARGEST_FEATURE = 1e30;

    private Preconditions() {}

    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Returns the number of rows of a row-major batch. */
    public static int rows(String name, double[] logits, int classes) {
        require(classes >= 2, "there must be two classes or more, found " + classes);
        require(logits.length > 0, name + " logits hold no row");
        require(
                logits.length % classes == 0,
                name + " logits hold " + logits.length + " numbers, which is no multiple of " + classes + " classes");
        for (int i = 0; i < logits.length; i++) {
            if (!(Math.abs(logits[i]) <= LARGEST)) {
                throw new IllegalArgumentException(name + " logits hold " + logits[i] + " in row " + i / classes
                        + ", class " + i % classes + "; every logit must be a number of at most 1e100");
            }
        }
        return logits.length / classes;
    }

    /**
     * Whether these are numbers that losses of features take. Their sum tells at once where all are small, as they are unless
     * a net is lost.
     */
    public static boolean areFeatures(double[] values) {
        double first = 0; // four sums, so that no addition waits for the one before
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i < values.length - 7; i += 8) {
            first += Math.abs(values[i]) + Math.abs(values[i + 4]);
            second += Math.abs(values[i + 1]) + Math.abs(values[i + 5]);
            third += Math.abs(values[i + 2]) + Math.abs(values[i + 6]);
            fourth += Math.abs(values[i + 3]) + Math.abs(values[i + 7]);
        }
        for (; i < values.length; i++) {
            first += Math.abs(values[i]);
        }
        return first + second + third + fourth <= LARGEST_FEATURE
                || Arrays.stream(values).allMatch(value -> Math.abs(value) <= LARGEST_FEATURE);
    }

    /** Returns how many numbers each of the samples has in a batch of features or weights, one or more. */
    public static int width(String name, double[] values, int samples) {
        require(samples >= 1, "there must be one sample or more, found " + samples);
        require(
                values.length > 0 && values.length % samples == 0,
                name + " holds " + values.length + " numbers, which cannot be shared out to " + samples);
        if (areFeatures(values)) {
            return values.length / samples;
        }
        int first = 0;
        while (Math.abs(values[first]) <= LARGEST_FEATURE) {
            first++;
        }
        throw new IllegalArgumentException(name + " holds " + values[first] + " as number " + first
                + "; every one must be a number of at most 1e30");
    }

    /** Returns how many numbers each sample of student and teacher has; both have as many. */
    public static int width(double[] student, double[] teacher, int samples) {
        sameSize(student, teacher);
        width("teacher", teacher, samples);
        return width("student", student, samples);
    }

    /** Returns how many channels of so many pixels each of the samples has in a batch of maps. */
    public static int channels(String name, double[] maps, int samples, int plane) {
        int width = width(name, maps, samples);
        require(
                plane >= 1 && width % plane == 0,
                name + " has " + width + " numbers a sample, which are no whole number of channels of " + plane
                        + " pixels");
        return width / plane;
    }

    public static void sameSize(double[] student, double[] teacher) {
        require(
                student.length == teacher.length,
                "the student has " + student.length + " numbers, the teacher " + teacher.length);
    }

    /** Returns the number of rows that student and teacher share. */
    public static int rows(double[] student, double[] teacher, int classes) {
        int rows = rows("student", student, classes);
        require(
                rows == rows("teacher", teacher, classes),
                "student logits hold " + student.length + " numbers, teacher logits " + teacher.length);
        return rows;
    }

    public static void labels(int[] labels, int rows, int classes) {
        require(labels.length == rows, "there are " + labels.length + " labels for " + rows + " rows of logits");
        for (int row = 0; row < rows; row++) {
            if (labels[row] < 0 || labels[row] >= classes) {
                throw new IllegalArgumentException(
                        "label " + labels[row] + " of row " + row + " is outside 0.." + (classes - 1));
            }
        }
    }

    /** Returns the temperature, with values too large or too small to compute with replaced by the limits they stand for. */
    public static double temperature(double temperature) {
        require(temperature >= 0, "temperature must be zero or more, was " + temperature);
        if (temperature > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        return temperature < 1 / LARGEST ? 0 : temperature;
    }

    /** Refuses the limits, where slopes along the teacher's logits mean nothing. */
    public static void finite(double temperature) {
        double valid = temperature(temperature);
        require(
                valid > 0 && valid < Double.POSITIVE_INFINITY,
                "temperature must lie between zero and infinity, was " + temperature);
    }

    public static void weight(String name, double weight) {
        require(weight >= 0 && weight <= LARGEST, name + " must be a number of zero or more, was " + weight);
    }
}
