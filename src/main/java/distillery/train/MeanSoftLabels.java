package distillery.train;

import distillery.loss.Softmax;
import java.util.Arrays;

/**
 * What a net says on average about the samples of each class: the mean of its soft labels at one temperature. The wrong
 * classes of a row are the dark knowledge of that class. Never changes.
 */
public final class MeanSoftLabels {
    private final int classes;
    /** {@code [classes, classes]}, a row for each true class; rows of classes without a sample hold no numbers. */
    private final double[] shares;

    private MeanSoftLabels(int classes, double[] shares) {
        this.classes = classes;
        this.shares = shares;
    }

    /**
     * The means over these samples.
     *
     * @param logits {@code [labels.length, classes]}, row-major
     * @throws IllegalArgumentException if logits are not finite or do not belong to the labels, or the temperature is negative
     */
    public static MeanSoftLabels of(double[] logits, int[] labels, int classes, double temperature) {
        double[] soft = Softmax.probabilities(logits, classes, temperature);
        if (soft.length != labels.length * classes) {
            throw new IllegalArgumentException("%d logits do not belong to %d labels of %d classes"
                    .formatted(logits.length, labels.length, classes));
        }
        double[] sums = new double[classes * classes];
        int[] counts = new int[classes];
        for (int n = 0; n < labels.length; n++) {
            counts[labels[n]]++;
            for (int i = 0; i < classes; i++) {
                sums[labels[n] * classes + i] += soft[n * classes + i];
            }
        }
        // 0 / 0 is no number, which is what a class without a sample has.
        Arrays.setAll(sums, i -> sums[i] / counts[i / classes]);
        return new MeanSoftLabels(classes, sums);
    }

    /**
     * What label smoothing says: {@code 1 - epsilon} more for the right class than for the others, which all get the same,
     * {@code epsilon / classes}.
     */
    public static MeanSoftLabels smoothed(int classes, double epsilon) {
        double[] shares = new double[classes * classes];
        Arrays.setAll(shares, i -> epsilon / classes + (i / classes == i % classes ? 1 - epsilon : 0));
        return new MeanSoftLabels(classes, shares);
    }

    public int classes() {
        return classes;
    }

    /** The mean share that samples of one class give to another; no number where there is no sample. */
    public double share(int label, int of) {
        return shares[label * classes + of];
    }

    /** Whether there is a sample of this class. */
    public boolean knows(int label) {
        return !Double.isNaN(share(label, label));
    }

    /**
     * How far these are from others: half the sum of the absolute differences in a row, which is the share that would have to
     * move (the total variation), as a mean over the classes that both know. From 0, equal, to 1, nothing in common; no
     * number if there is no such class.
     */
    public double distance(MeanSoftLabels other) {
        double sum = 0;
        int rows = 0;
        for (int label = 0; label < classes; label++) {
            if (knows(label) && other.knows(label)) {
                sum += distance(other, label);
                rows++;
            }
        }
        return rows == 0 ? Double.NaN : sum / rows;
    }

    private double distance(MeanSoftLabels other, int label) {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += Math.abs(share(label, i) - other.share(label, i));
        }
        return sum / 2;
    }
}
