package distillery.train;

import distillery.loss.Softmax;
import java.util.Arrays;

/**
 * How often samples of each class were taken for each class. What was taken for itself lies on the diagonal; all else is an
 * error. Never changes.
 */
public final class ConfusionMatrix {
    private final int classes;
    /** {@code [classes, classes]}, a row for each true class. */
    private final int[] counts;

    private ConfusionMatrix(int classes, int[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /**
     * Counts what each sample was taken for.
     *
     * @throws IllegalArgumentException if there are more of one than of the other, or a class is none of 0 … classes − 1
     */
    public static ConfusionMatrix of(int[] taken, int[] labels, int classes) {
        if (taken.length != labels.length) {
            throw new IllegalArgumentException(
                    "%d answers do not belong to %d labels".formatted(taken.length, labels.length));
        }
        int[] counts = new int[classes * classes];
        for (int i = 0; i < labels.length; i++) {
            counts[within(labels[i], classes) * classes + within(taken[i], classes)]++;
        }
        return new ConfusionMatrix(classes, counts);
    }

    /** Takes each sample for the class of its largest logit, the first of equal ones; logits are row-major. */
    public static ConfusionMatrix of(double[] logits, int[] labels, int classes) {
        if (logits.length != labels.length * classes) {
            throw new IllegalArgumentException("%d logits do not belong to %d labels of %d classes"
                    .formatted(logits.length, labels.length, classes));
        }
        return of(Softmax.largest(logits, classes), labels, classes);
    }

    private static int within(int index, int classes) {
        if (index < 0 || index >= classes) {
            throw new IllegalArgumentException("class %d is none of %d".formatted(index, classes));
        }
        return index;
    }

    public int classes() {
        return classes;
    }

    /** How many samples of one class were taken for another, or for itself. */
    public int count(int label, int taken) {
        return counts[within(label, classes) * classes + within(taken, classes)];
    }

    /** How many samples there are. */
    public int total() {
        return Arrays.stream(counts).sum();
    }

    /** How many samples of one class there are. */
    public int totalOf(int label) {
        return Arrays.stream(counts, within(label, classes) * classes, (label + 1) * classes)
                .sum();
    }

    /** How many were taken for another class than theirs. */
    public int errors() {
        int errors = 0;
        for (int label = 0; label < classes; label++) {
            errors += errorsOf(label);
        }
        return errors;
    }

    /** How many of one class were taken for another. */
    public int errorsOf(int label) {
        return totalOf(label) - count(label, label);
    }

    /** How many of other classes were taken for this one. */
    public int wronglyTakenFor(int taken) {
        int sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += label == taken ? 0 : count(label, taken);
        }
        return sum;
    }

    /** The share of a class that was taken for another; 0 for a class without samples. */
    public double rowShare(int label, int taken) {
        int all = totalOf(label);
        return all == 0 ? 0 : (double) count(label, taken) / all;
    }

    /**
     * How many more there are here than in another matrix, field by field. Counts of a difference may be negative; it has no
     * row shares of its own, those of the two are to be compared.
     *
     * @throws IllegalArgumentException if the other has more or fewer classes
     */
    public ConfusionMatrix minus(ConfusionMatrix other) {
        if (other.classes != classes) {
            throw new IllegalArgumentException("%d classes are not %d".formatted(other.classes, classes));
        }
        int[] difference = new int[counts.length];
        Arrays.setAll(difference, i -> counts[i] - other.counts[i]);
        return new ConfusionMatrix(classes, difference);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix matrix
                && matrix.classes == classes
                && Arrays.equals(matrix.counts, counts);
    }

    @Override
    public int hashCode() {
        return 31 * classes + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix" + Arrays.toString(counts);
    }
}
