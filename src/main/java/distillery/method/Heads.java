package distillery.method;

import distillery.loss.HardLoss;
import distillery.loss.LossValue;

/**
 * The classes of two tasks that are learned one after the other, and whether each task has outputs ("a head") of its own.
 *
 * <p>With two heads a net is told which task a sample belongs to, and chooses among the classes of that task alone.
 */
public enum Heads {
    TWO,
    ONE;

    /** Says nothing to a class that is not there: its share is zero. */
    private static final double ABSENT = -1e9;

    /** How many of the classes, the first ones, belong to the first task; the others belong to the second. */
    public static int old(int classes) {
        return classes / 2;
    }

    /** The logits of a batch with those of the other task's head out of the way, row-major. */
    public double[] own(double[] logits, int[] labels, int classes) {
        if (this == ONE) {
            return logits;
        }
        double[] own = logits.clone();
        for (int i = 0; i < own.length; i++) {
            if (isOld(i % classes, classes) != isOld(labels[i / classes], classes)) {
                own[i] = ABSENT;
            }
        }
        return own;
    }

    /** The cross-entropy against the labels, each in its head. */
    LossValue hard(double[] logits, int[] labels, int classes) {
        return HardLoss.of(own(logits, labels, classes), labels, classes);
    }

    private static boolean isOld(int label, int classes) {
        return label < old(classes);
    }
}
