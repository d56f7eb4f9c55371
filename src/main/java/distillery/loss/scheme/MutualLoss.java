package distillery.loss.scheme;

import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SoftLoss;
import java.util.List;

/**
 * Deep mutual learning: nets that learn at the same time, each from the labels and from its peers, {@code hardWeight CE +
 * softWeight · mean over peers of T² KL(peer || self)} (Zhang et al. 2018, section 3). Each net has a loss of its own, in
 * which its peers are constants. A peer that says the same adds nothing; without a peer the labels are left.
 */
public record MutualLoss(double temperature, double softWeight, double hardWeight) {
    public MutualLoss {
        Preconditions.temperature(temperature);
        Preconditions.weight("soft weight", softWeight);
        Preconditions.weight("hard weight", hardWeight);
    }

    /** The loss of one net by its own logits and those of its peers, row-major, with one label for each row. */
    public Value of(double[] self, List<double[]> peers, int[] labels, int classes) {
        LossValue hard = HardLoss.of(self, labels, classes);
        LossValue total = hard.times(hardWeight);
        double[] fromPeer = new double[peers.size()];
        for (int i = 0; i < fromPeer.length; i++) {
            LossValue soft = SoftLoss.timesT2(self, peers.get(i), classes, temperature);
            fromPeer[i] = soft.value();
            total = total.plus(soft.times(softWeight / fromPeer.length));
        }
        return new Value(total.value(), hard.value(), fromPeer, total.gradient());
    }

    /**
     * The loss of one net taken apart.
     *
     * @param hard the cross-entropy against the labels, unweighted
     * @param fromPeer {@code T² KL} from each peer, unweighted
     * @param gradient the slope of {@code value} along the net's own logits
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double hard, double[] fromPeer, double[] gradient) {}
}
