package distillery.loss.scheme;

import static distillery.loss.Preconditions.require;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.Softmax;
import distillery.loss.TargetLoss;
import java.util.List;

/**
 * Several teachers, whose soft labels are averaged: {@code T² · -Σ p log q}, where p is the mean of the teachers'
 * probabilities at the temperature (Hinton, Vinyals, Dean 2015, section 1).
 */
public record EnsembleLoss(double temperature, Mean mean) {
    /** The two means that Hinton's text offers; they differ unless the teachers agree. */
    public enum Mean {
        /** The mean of the probabilities: what one teacher thinks possible stays possible. */
        ARITHMETIC,
        /** The probabilities of the mean logits: what one teacher excludes is excluded. */
        GEOMETRIC
    }

    public EnsembleLoss {
        Preconditions.finite(temperature);
    }

    /** The loss of a row-major batch, a mean over its rows; its gradient is {@code T (q - p) / rows}. */
    public LossValue of(double[] student, List<double[]> teachers, int classes) {
        return TargetLoss.of(student, softLabels(teachers, classes), classes, temperature)
                .times(temperature * temperature);
    }

    /** The soft labels that the teachers, one or more, agree on, row-major. */
    public double[] softLabels(List<double[]> teachers, int classes) {
        require(!teachers.isEmpty(), "there must be one teacher or more");
        boolean arithmetic = mean == Mean.ARITHMETIC;
        double[] sum = new double[teachers.get(0).length];
        for (double[] teacher : teachers) {
            Preconditions.sameSize(teacher, sum);
            double[] voice = arithmetic ? Softmax.probabilities(teacher, classes, temperature) : teacher;
            sum = LossValue.sum(1, sum, 1.0 / teachers.size(), voice);
        }
        if (!arithmetic) {
            return Softmax.probabilities(sum, classes, temperature);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.min(1, sum[i]); // rounding may reach beyond 1
        }
        return sum;
    }
}
