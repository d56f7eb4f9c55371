package distillery.loss.relation;

import distillery.loss.Huber;
import distillery.loss.LossValue;

/**
 * Distance-wise relational distillation: how far apart the samples of a batch are for the student, as shares of their mean
 * distance, against the same of the teacher, through a Huber function (Park et al. 2019, section 3.2.1). The mean is over
 * all {@code rows²} pairs, a sample with itself included, as the authors' code has it. A pair without a distance has no
 * slope; a batch of one sample, or of equal ones, has the loss of its shares, which are then zero.
 *
 * @param huberDelta where the Huber function goes straight; 1 in the paper
 */
public record DistanceLoss(double huberDelta) {
    public DistanceLoss {
        Huber.valid(huberDelta);
    }

    /** The loss of a batch of embeddings with so many rows against one with as many. */
    public Value of(double[] student, double[] teacher, int rows) {
        Distances own = new Distances(student, rows);
        Distances wanted = new Distances(teacher, rows);
        double[] ownShares = shares(own);
        double[] wantedShares = shares(wanted);
        double[] slopes = new double[ownShares.length];
        double value = 0;
        double alongShares = 0;
        int linear = 0;
        for (int i = 0; i < slopes.length; i++) {
            double apart = ownShares[i] - wantedShares[i];
            value += Huber.value(apart, huberDelta) / slopes.length;
            slopes[i] = Huber.slope(apart, huberDelta) / slopes.length;
            alongShares += slopes[i] * ownShares[i];
            linear += Huber.isLinear(apart, huberDelta) ? 1 : 0;
        }
        double[] gradient = gradient(own, slopes, alongShares);
        return new Value(value, linear, own.mean(), wanted.mean(), ownShares, wantedShares, gradient);
    }

    /** Each distance moves its own share, and through the mean all others. */
    private static double[] gradient(Distances own, double[] slopes, double alongShares) {
        int rows = own.rows;
        double mean = own.mean();
        if (mean == 0) {
            return own.slopes(new double[slopes.length]);
        }
        double throughMean = alongShares / ((double) rows * (rows - 1));
        double[] pull = new double[slopes.length];
        for (int i = 0; i < pull.length; i++) {
            pull[i] = -(slopes[i] - throughMean) / mean * own.inverses[i];
        }
        return own.slopes(pull);
    }

    private static double[] shares(Distances distances) {
        double mean = distances.mean();
        return LossValue.sum(mean == 0 ? 0 : 1 / mean, distances.lengths, 0, distances.lengths);
    }

    /**
     * The loss and what it compared.
     *
     * @param linearEntries how many of the {@code rows²} pairs lie on the straight part of the Huber function
     * @param studentShares the distances over their mean, {@code [rows, rows]}
     * @param gradient the slope of {@code value} along the student's embeddings
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(
            double value,
            int linearEntries,
            double studentMean,
            double teacherMean,
            double[] studentShares,
            double[] teacherShares,
            double[] gradient) {}
}
