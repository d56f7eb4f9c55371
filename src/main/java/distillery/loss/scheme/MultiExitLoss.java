package distillery.loss.scheme;

import static distillery.loss.Preconditions.require;

import distillery.loss.HardLoss;
import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SoftLoss;
import distillery.loss.SquaredError;

/**
 * Be your own teacher: a net with several exits, the deepest of which teaches the others as all are trained together
 * (Zhang et al. 2019, section 3). A shallow exit adds {@code hardWeight CE + softWeight T² KL(deepest || exit) + hintWeight
 * · |feature - deepest feature|²}, the deepest {@code deepestHardWeight CE}; means over the batch. As a teacher the deepest
 * exit is a constant.
 */
public record MultiExitLoss(
        double temperature, double softWeight, double hardWeight, double hintWeight, double deepestHardWeight) {
    public MultiExitLoss {
        Preconditions.temperature(temperature);
        Preconditions.weight("soft weight", softWeight);
        Preconditions.weight("hard weight", hardWeight);
        Preconditions.weight("hint weight", hintWeight);
        Preconditions.weight("weight of the deepest exit", deepestHardWeight);
    }

    /**
     * The loss by the logits and the features of each exit, row-major, the deepest exit last, with one label for each row.
     * Features of all exits have the same width.
     */
    public Value of(double[][] logits, double[][] features, int[] labels, int classes) {
        require(
                logits.length >= 1 && logits.length == features.length,
                "there are logits of " + logits.length + " exits and features of " + features.length);
        int deepest = logits.length - 1;
        Value value = new Value(
                0,
                new double[deepest + 1],
                new double[deepest],
                new double[deepest],
                new double[deepest + 1][],
                new double[deepest + 1][]);
        LossValue last = HardLoss.of(logits[deepest], labels, classes);
        double total = deepestHardWeight * last.value();
        value.hard[deepest] = last.value();
        value.logitGradients[deepest] = last.times(deepestHardWeight).gradient();
        value.featureGradients[deepest] = new double[features[deepest].length];
        for (int exit = 0; exit < deepest; exit++) {
            Preconditions.width(features[exit], features[deepest], labels.length);
            total += teach(exit, logits, features, labels, classes, value);
        }
        return new Value(
                total, value.hard, value.softTimesT2, value.hint, value.logitGradients, value.featureGradients);
    }

    /** Fills in what a shallow exit has to do with, and returns its part of the loss. */
    private double teach(int exit, double[][] logits, double[][] features, int[] labels, int classes, Value into) {
        int deepest = logits.length - 1;
        LossValue hard = HardLoss.of(logits[exit], labels, classes);
        LossValue soft = SoftLoss.timesT2(logits[exit], logits[deepest], classes, temperature);
        LossValue hint = SquaredError.HALF_SUM_BATCHMEAN
                .of(features[exit], features[deepest], labels.length)
                .times(2);
        into.hard[exit] = hard.value();
        into.softTimesT2[exit] = soft.value();
        into.hint[exit] = hint.value();
        LossValue outputs = hard.times(hardWeight).plus(soft.times(softWeight));
        into.logitGradients[exit] = outputs.gradient();
        into.featureGradients[exit] = hint.times(hintWeight).gradient();
        return outputs.value() + hintWeight * hint.value();
    }

    /**
     * The loss taken apart, with an entry for each exit; those of the teaching exclude the deepest.
     *
     * @param hard the cross-entropies against the labels, unweighted
     * @param softTimesT2 {@code T² KL} from the deepest exit, unweighted
     * @param hint the squared distances to the deepest features, unweighted
     * @param logitGradients the slopes of {@code value} along the logits of each exit
     * @param featureGradients the same along the features, zero for the deepest
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value,
            double[] hard,
            double[] softTimesT2,
            double[] hint,
            double[][] logitGradients,
            double[][] featureGradients) {}
}
