package distillery.loss.scheme;

import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SoftLoss;

/**
 * Learning without forgetting: a net learns new classes on a new head, and its old head is held to what it said about the
 * same new data before, {@code oldWeight · -Σ p log q + CE(new labels)} (Li, Hoiem 2016, section 3). The paper has a
 * temperature of 2 and no T²; whoever wants T² puts it into the weight. T lies between zero and infinity, both excluded.
 */
public record ForgettingLoss(double temperature, double oldWeight) {
    public ForgettingLoss {
        Preconditions.finite(temperature);
        Preconditions.weight("old weight", oldWeight);
    }

    /** The logits of one head, row-major, and how many classes it has. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Head(double[] logits, int classes) {}

    /** The loss by both heads, what the old one said before, and one new label for each row. */
    public Value of(Head oldHead, double[] recorded, Head newHead, int[] labels) {
        SoftLoss old = SoftLoss.of(oldHead.logits(), recorded, oldHead.classes(), temperature);
        LossValue hard = HardLoss.of(newHead.logits(), labels, newHead.classes());
        LossValue kept = new LossValue(old.crossEntropy(), old.gradient()).times(oldWeight);
        return new Value(
                kept.value() + hard.value(),
                old.crossEntropy(),
                old.divergence(),
                hard.value(),
                kept.gradient(),
                hard.gradient());
    }

    /**
     * The loss taken apart.
     *
     * @param oldCrossEntropy the old head's, unweighted and without T²
     * @param oldDivergence the same less the entropy of what was recorded: zero where nothing is forgotten
     * @param newHard the cross-entropy of the new head against the labels
     * @param oldGradient the slope of {@code value} along the old head's logits
     * @param newGradient the same along the new head's
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value,
            double oldCrossEntropy,
            double oldDivergence,
            double newHard,
            double[] oldGradient,
            double[] newGradient) {}
}
