package distillery.lab.clinic;

import static distillery.loss.Preconditions.require;

import distillery.loss.Preconditions;

/**
 * One row whose loss is to be calculated: both sides' logits, the label, a temperature above zero and below infinity,
 * and the weights of T² · soft and of hard. The arrays must not change while this is in use.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CalculationInput(
        double[] student, double[] teacher, int label, double temperature, double softWeight, double hardWeight) {
    public CalculationInput {
        require(Preconditions.rows(student, teacher, student.length) == 1, "an exercise is one row of logits");
        Preconditions.labels(new int[] {label}, 1, student.length);
        double valid = Preconditions.temperature(temperature);
        require(valid > 0 && valid < Double.POSITIVE_INFINITY, "temperature must be positive and finite, was " + valid);
        Preconditions.weight("soft weight", softWeight);
        Preconditions.weight("hard weight", hardWeight);
    }

    public int classes() {
        return student.length;
    }

    CalculationInput withStudent(double[] other) {
        return new CalculationInput(other, teacher, label, temperature, softWeight, hardWeight);
    }
}
