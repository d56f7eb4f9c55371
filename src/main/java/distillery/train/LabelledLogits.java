package distillery.train;

import distillery.loss.Preconditions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a net says about some samples, and what they are.
 *
 * @param logits {@code [labels.length, classes]}, row-major; nobody writes to it
 * @param labels the true classes; nobody writes to it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LabelledLogits(double[] logits, int[] labels, int classes) {
    /**
     * LabelledLogits with a logit for each class.
     *
     * @throws IllegalArgumentException if logits are not finite or do not belong to the labels
     */
    public LabelledLogits {
        Preconditions.labels(labels, Preconditions.rows("the", logits, classes), classes);
    }

    /** How many samples there are. */
    public int count() {
        return labels.length;
    }

    /** What samples of each class are taken for. */
    public ConfusionMatrix confusion() {
        return ConfusionMatrix.of(logits, labels, classes);
    }

    /** What the net would say if the biases of its last layer were higher by so much; classes that are not named stay. */
    public LabelledLogits with(Map<Integer, Double> bias) {
        double[] shifted = logits.clone();
        bias.forEach((index, more) -> {
            for (int at = index; at < shifted.length; at += classes) {
                shifted[at] += more;
            }
        });
        return new LabelledLogits(shifted, labels, classes);
    }

    /** The share of each of these samples' classes; those without a sample are missing. */
    Map<Integer, Double> frequencies() {
        Map<Integer, Double> shares = new TreeMap<>();
        for (int label : labels) {
            shares.merge(label, 1.0 / labels.length, Double::sum);
        }
        return shares;
    }
}
