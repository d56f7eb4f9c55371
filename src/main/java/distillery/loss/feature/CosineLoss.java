package distillery.loss.feature;

import distillery.loss.LossValue;
import distillery.loss.Norm;
import distillery.loss.Preconditions;
import distillery.loss.UnitRows;

/**
 * One minus the cosine of the angle between what the student and the teacher have in a hidden layer, averaged over the
 * samples, as PyTorch's knowledge distillation tutorial compares them: the direction counts, the length does not. A sample of
 * zeros points nowhere: its loss is one, and it has no slope.
 */
public record CosineLoss() {
    /** The loss of two batches of the same shape with so many rows. */
    public LossValue of(double[] student, double[] teacher, int rows) {
        int width = Preconditions.width(student, teacher, rows);
        UnitRows own = new UnitRows(student, width);
        double[] slope = LossValue.sum(-1.0 / rows, new UnitRows(teacher, width).values(), 0, teacher);
        return new LossValue(1 + Norm.product(own.values(), slope), own.slopes(slope));
    }
}
