package distillery.loss;

import static distillery.loss.Preconditions.require;

/**
 * The cross-entropy of the student against distributions that no single row of logits stands for, {@code -Σ p log q},
 * where p are given probabilities and q the student's at a temperature: means of several teachers, say.
 */
public final class TargetLoss {
    private TargetLoss() {}

    /**
     * The mean over the rows, without T²; its gradient is {@code (q - p) / (T rows)}. Targets are row-major like the
     * student's logits; T lies between zero and infinity, both excluded.
     */
    public static LossValue of(double[] student, double[] targets, int classes, double temperature) {
        int rows = Preconditions.rows("student", student, classes);
        Preconditions.sameSize(student, targets);
        Preconditions.finite(temperature);
        double[] gradient = new double[student.length];
        SoftmaxRow q = new SoftmaxRow(classes);
        double sum = 0;
        for (int offset = 0; offset < student.length; offset += classes) {
            q.soften(student, offset, temperature);
            for (int i = 0; i < classes; i++) {
                double p = targets[offset + i];
                require(p >= 0 && p <= 1, "a target must lie in 0..1, was " + p);
                sum -= p == 0 ? 0 : p * q.logProbability[i]; // 0 log 0 = 0
                gradient[offset + i] = (q.probability[i] - p) / (temperature * rows);
            }
        }
        return new LossValue(sum / rows, gradient);
    }
}
