package distillery.train.measure;

import distillery.loss.HardLoss;
import distillery.loss.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a net is right as often as it says: samples are sorted into {@value #BINS} equal bins by the probability of the first
 * choice, and in each the mean probability is held against the share that is right (Guo et al., ICML 2017).
 *
 * @param temperature that the logits were divided by
 * @param expectedError mean over all samples of the difference in their bin, 0 to 1
 * @param loss mean cross-entropy against the labels at this temperature, in nats
 * @param bins from the least sure to the surest; those without samples are left out
 */
public record Calibration(double temperature, double expectedError, double loss, List<Bin> bins) {
    public static final int BINS = 15;

    private static final double COLDEST = 0.05;
    private static final double HOTTEST = 20;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SHRINKS = 40;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * One bin.
     *
     * @param from where it begins, from 0
     * @param to where it ends, up to 1
     * @param confidence mean probability of the first choice
     * @param accuracy share where that is right
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) {}

    /** That of row-major logits {@code [rows, classes]}. */
    public static Calibration of(double[] logits, int[] labels, int classes, double temperature) {
        double[] probabilities = Softmax.probabilities(logits, classes, temperature);
        int[] counts = new int[BINS];
        int[] right = new int[BINS];
        double[] confidences = new double[BINS];
        for (int i = 0; i < labels.length; i++) {
            int choice = Softmax.largest(probabilities, i * classes, classes);
            double confidence = probabilities[i * classes + choice];
            int bin = Math.min(BINS - 1, (int) (confidence * BINS));
            counts[bin]++;
            confidences[bin] += confidence;
            right[bin] += choice == labels[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                double n = counts[i];
                bins.add(new Bin(i / (double) BINS, (i + 1) / (double) BINS, counts[i], confidences[i] / n, right[i] / n));
                error += Math.abs(confidences[i] - right[i]) / labels.length;
            }
        }
        return new Calibration(temperature, error, loss(logits, labels, classes, temperature), bins);
    }

    /** The temperature at which the loss of these logits is smallest, found by golden section: the loss is convex in 1 / T. */
    public static double bestTemperature(double[] logits, int[] labels, int classes) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int i = 0; i < SHRINKS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean cooler = loss(logits, labels, classes, Math.exp(left)) < loss(logits, labels, classes, Math.exp(right));
            low = cooler ? low : left;
            high = cooler ? right : high;
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(double[] logits, int[] labels, int classes, double temperature) {
        double[] divided = Arrays.stream(logits).map(logit -> logit / temperature).toArray();
        return Arrays.stream(HardLoss.perSample(divided, labels, classes)).average().orElse(Double.NaN);
    }
}
