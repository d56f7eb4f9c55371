package distillery.train;

import distillery.loss.Softmax;
import java.util.List;

/**
 * Arms that are asked together: the answer is the mean of their probabilities at T = 1.
 *
 * @param name what they are called as one
 */
public record Committee(ArmName name, List<ArmName> members) {
    public Committee {
        members = List.copyOf(members);
    }

    /** Their answer as logits, row-major: the logarithms of the mean probabilities. */
    static double[] logits(List<double[]> members, int classes) {
        double[] mean = new double[members.get(0).length];
        for (double[] member : members) {
            double[] probabilities = Softmax.probabilities(member, classes, 1);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += probabilities[i] / members.size();
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.log(Math.max(mean[i], Double.MIN_NORMAL));
        }
        return mean;
    }
}
