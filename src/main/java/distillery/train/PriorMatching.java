package distillery.train;

import distillery.loss.Softmax;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Biases of classes that a student never saw, chosen without looking at a single label: until it gives each of them, on
 * average over many samples, the share of all samples that it really has. Only these shares must be known.
 */
final class PriorMatching {
    private static final int MOST_ROUNDS = 2_000;
    private static final double CLOSE = 1e-6;

    private PriorMatching() {}

    /**
     * What to add to the bias of each of some classes; 0 for one without samples. Each round adds the logarithm of what is
     * missing, and the classes come closer together (iterative scaling: Darroch and Ratcliff 1972).
     */
    static Map<Integer, Double> of(LabelledLogits answers, Set<Integer> raised) {
        Map<Integer, Double> wanted = answers.frequencies();
        Map<Integer, Double> bias = new TreeMap<>();
        raised.forEach(index -> bias.put(index, 0.0));
        double off = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && off > CLOSE; round++) {
            double[] shares = shares(answers.with(bias));
            off = 0;
            for (int index : raised) {
                double step = wanted.containsKey(index)
                        ? Math.log(wanted.get(index) / Math.max(Double.MIN_NORMAL, shares[index]))
                        : 0;
                bias.merge(index, step, Double::sum);
                off = Math.max(off, Math.abs(step));
            }
        }
        return bias;
    }

    /** The mean share that each class gets. */
    static double[] shares(LabelledLogits answers) {
        double[] soft = Softmax.probabilities(answers.logits(), answers.classes(), 1);
        double[] shares = new double[answers.classes()];
        for (int i = 0; i < soft.length; i++) {
            shares[i % shares.length] += soft[i] / answers.count();
        }
        return shares;
    }
}
