package distillery.loss.feature;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.SquaredError;

/**
 * Hints: a hidden layer of the student, brought to the teacher's width by a regressor that learns with it, against a hidden
 * layer of the teacher (Romero et al. 2015, FitNets, section 2.2). The regressor is thrown away afterwards.
 *
 * @param reduction the paper has half the sum; code bases have the mean
 */
public record HintLoss(SquaredError reduction) {
    /**
     * The loss of a batch {@code [rows, inputs, plane]} against {@code [rows, outputs, plane]}; {@code plane} is the number
     * of pixels of a map, 1 where there is none.
     */
    public Value of(double[] student, double[] teacher, Regressor regressor, int plane) {
        double[] regressed = regressor.apply(student, plane);
        int rows = student.length / (regressor.inputs() * plane);
        Preconditions.width("the teacher's feature", teacher, rows);
        LossValue match = reduction.of(regressed, teacher, rows);
        return new Value(match.value(), regressed, regressor.slopes(student, match.gradient(), plane));
    }

    /**
     * The loss taken apart.
     *
     * @param regressed the student's features in the teacher's shape
     * @param gradient the slopes along the student's features and along the regressor
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Value(double value, double[] regressed, Regressor.Slopes gradient) {}
}
