package distillery.loss.relation;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;

/**
 * Relational distillation, {@code distanceWeight · distances + angleWeight · angles} (Park et al. 2019, section 3.2). The
 * paper's weights are 1 and 2 for embeddings; code bases take 25 and 50 beside a cross-entropy.
 */
public record RelationalLoss(double distanceWeight, double angleWeight, double huberDelta) {
    public RelationalLoss {
        Preconditions.weight("distance weight", distanceWeight);
        Preconditions.weight("angle weight", angleWeight);
    }

    /** The loss of a batch of embeddings with so many rows against one with as many. */
    public Value of(double[] student, double[] teacher, int rows) {
        DistanceLoss.Value distance = new DistanceLoss(huberDelta).of(student, teacher, rows);
        LossValue angle = new AngleLoss(huberDelta).of(student, teacher, rows);
        return new Value(
                distanceWeight * distance.value() + angleWeight * angle.value(),
                distance.value(),
                angle.value(),
                LossValue.sum(distanceWeight, distance.gradient(), angleWeight, angle.gradient()));
    }

    /**
     * The loss taken apart.
     *
     * @param distance the term of the distances, unweighted
     * @param angle the term of the angles, unweighted
     * @param gradient the slope of {@code value} along the student's embeddings
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double distance, double angle, double[] gradient) {}
}
