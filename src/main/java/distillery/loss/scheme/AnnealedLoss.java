package distillery.loss.scheme;

import static distillery.loss.Preconditions.require;

import distillery.loss.LossValue;
import distillery.loss.Preconditions;
import distillery.loss.Softmax;
import distillery.loss.TargetLoss;

/**
 * Teacher annealing: the cross-entropy against a target that moves from the teacher to the labels as training goes on,
 * {@code labelShare · onehot + (1 - labelShare) p} (Clark et al. 2019, BAM, section 3). Student and teacher are softened at
 * the same temperature, 1 in the paper; there is no T².
 *
 * @param labelShare 0 for the teacher alone to 1 for the labels alone; it grows evenly in the paper
 */
public record AnnealedLoss(double labelShare, double temperature) {
    public AnnealedLoss {
        require(labelShare >= 0 && labelShare <= 1, "the labels' share must lie in 0..1, was " + labelShare);
        Preconditions.finite(temperature);
    }

    /** The loss of a row-major batch, a mean over its rows; its gradient is {@code (q - target) / (T rows)}. */
    public LossValue of(double[] student, double[] teacher, int[] labels, int classes) {
        return TargetLoss.of(student, targets(teacher, labels, classes), classes, temperature);
    }

    /** What the student is to say, row-major. */
    public double[] targets(double[] teacher, int[] labels, int classes) {
        double[] targets = Softmax.probabilities(teacher, classes, temperature);
        Preconditions.labels(labels, teacher.length / classes, classes);
        for (int i = 0; i < targets.length; i++) {
            double label = labels[i / classes] == i % classes ? labelShare : 0;
            targets[i] = Math.min(1, label + (1 - labelShare) * targets[i]); // rounding may reach beyond 1
        }
        return targets;
    }
}
