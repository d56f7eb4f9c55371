package distillery.loss;

import static distillery.loss.Arguments.require;

/**
 * One row whose loss is to be calculated: both sides' logits, the label, a temperature above zero and below infinity,
 * and the weights of T² · soft and of hard. The arrays must not change while this is in use.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Exercise(
        double[] student, double[] teacher, int label, double temperature, double softWeight, double hardWeight) {
    public Exercise {
        require(Arguments.rows(student, teacher, student.length) == 1, "an exercise is one row of logits");
        Arguments.labels(new int[] {label}, 1, student.length);
        double valid = Arguments.temperature(temperature);
        require(valid > 0 && valid < Double.POSITIVE_INFINITY, "temperature must be positive and finite, was " + valid);
        Arguments.weight("soft weight", softWeight);
        Arguments.weight("hard weight", hardWeight);
    }

    public int classes() {
        return student.length;
    }

    Exercise withStudent(double[] other) {
        return new Exercise(other, teacher, label, temperature, softWeight, hardWeight);
    }
}
