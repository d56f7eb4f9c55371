package distillery.loss;

/**
 * One row of logits made into probabilities at a temperature. A batch reuses one object for all its rows, so that it
 * allocates once.
 */
final class SoftmaxRow {
    final double[] probability;
    final double[] logProbability;

    /** The largest logit of the row. */
    double largest;

    /** {@code log Σ exp((z - largest) / T)}, between 0 and the logarithm of the number of classes. */
    double logMass;

    SoftmaxRow(int classes) {
        probability = new double[classes];
        logProbability = new double[classes];
    }

    /** Softens the row that starts at {@code offset}; temperatures of zero and infinity give the limits. */
    void soften(double[] logits, int offset, double temperature) {
        int classes = probability.length;
        int top = Softmax.largest(logits, offset, classes);
        largest = logits[offset + top];
        double rest = 0; // without the largest, whose share is exactly 1: log1p then keeps every digit
        for (int i = 0; i < classes; i++) {
            double exponent = over(logits[offset + i] - largest, temperature);
            logProbability[i] = exponent;
            probability[i] = Math.exp(exponent);
            if (i != top) {
                rest += probability[i];
            }
        }
        logMass = Math.log1p(rest);
        for (int i = 0; i < classes; i++) {
            logProbability[i] -= logMass;
            probability[i] /= 1 + rest;
        }
    }

    /** Fills a row of two classes from the log-odds of the first, which may be infinite. */
    void fromLogOdds(double logOdds) {
        double less = Math.exp(-Math.abs(logOdds));
        double logMore = -Math.log1p(less);
        int likely = logOdds > 0 ? 0 : 1;
        probability[likely] = 1 / (1 + less);
        logProbability[likely] = logMore;
        probability[1 - likely] = less / (1 + less);
        logProbability[1 - likely] = logMore - Math.abs(logOdds);
    }

    double entropy() {
        return crossEntropy(this);
    }

    /** {@code -Σ p log q} with this row as p. */
    double crossEntropy(SoftmaxRow other) {
        double sum = 0;
        for (int i = 0; i < probability.length; i++) {
            if (probability[i] > 0) { // 0 log 0 = 0
                sum -= probability[i] * other.logProbability[i];
            }
        }
        return sum;
    }

    /** {@code gap / T}, where equal logits stay equal even at temperature zero. */
    static double over(double gap, double temperature) {
        return gap == 0 ? 0 : gap / temperature;
    }
}
