package distillery.loss;

/**
 * Teacher p against student q in one row, at one temperature: their divergence and their difference, also multiplied
 * by T² and T, as the gradient needs them.
 *
 * <p>The textbook sum {@code Σ p (log p - log q)} loses its digits where p and q are close, which is everywhere at high
 * temperature. Since p and q both sum to one it equals {@code Σ p (exp(d) - 1 - d)} with {@code d = log q - log p}: no
 * term is negative, so nothing cancels. A batch reuses one object for all its rows.
 */
final class KlRow {
    /** Below this size {@code exp(d) - 1 - d} is summed as a series. */
    private static final double SMALL = 0.1;

    final SoftmaxRow teacher;
    final SoftmaxRow student;

    /** {@code q - p}. */
    final double[] difference;

    /** {@code T (q - p)}, with its limits at T = 0 and infinity. */
    final double[] scaledDifference;

    /** {@code KL(p || q)}. */
    double divergence;

    /** {@code T² KL(p || q)}, with its limits at T = 0 and infinity. */
    double scaledDivergence;

    /** {@code T log Σ p exp(moved / T)}: how far the student's soft maximum lies above the teacher's. */
    double drift;

    /** How far each logit of the student lies above the teacher's. */
    private final double[] moved;

    KlRow(int classes) {
        teacher = new SoftmaxRow(classes);
        student = new SoftmaxRow(classes);
        difference = new double[classes];
        scaledDifference = new double[classes];
        moved = new double[classes];
    }

    /** Compares the rows that start at {@code offset}. */
    void compare(double[] studentLogits, double[] teacherLogits, int offset, double temperature) {
        student.soften(studentLogits, offset, temperature);
        teacher.soften(teacherLogits, offset, temperature);
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (studentLogits[offset + i] - student.largest) - (teacherLogits[offset + i] - teacher.largest);
        }
        contrast(temperature);
        drift += student.largest - teacher.largest;
    }

    /** Compares two classes, given by the log-odds of the first and by how far it and the second moved; drift means nothing then. */
    void compareOdds(
            double studentLogOdds, double teacherLogOdds, double firstMoved, double secondMoved, double temperature) {
        student.fromLogOdds(studentLogOdds);
        teacher.fromLogOdds(teacherLogOdds);
        moved[0] = firstMoved - secondMoved;
        moved[1] = 0;
        contrast(temperature);
    }

    /**
     * {@code p (log p - log q - KL)} of class i, at a temperature between zero and infinity: T times the slope of the
     * divergence along the teacher's logit. That slope is {@code Σ dp (log p - log q)}, for the rest of it,
     * {@code Σ p dlog p}, is zero as p keeps its sum; and {@code dp[j] = p[j] ([i = j] - p[i]) / T}.
     */
    double teacherSlope(int i) {
        double p = teacher.probability[i];
        return p == 0 ? 0 : p * (teacher.logProbability[i] - student.logProbability[i] - divergence);
    }

    private void contrast(double temperature) {
        if (temperature == Double.POSITIVE_INFINITY) {
            contrastAtInfinity();
            return;
        }
        boolean near = allWithin(SMALL / 2 * temperature);
        double logShift = near ? logMeanGrowth(temperature) : student.logMass - teacher.logMass;
        divergence = 0;
        for (int i = 0; i < moved.length; i++) {
            double logRatio =
                    near ? moved[i] / temperature - logShift : student.logProbability[i] - teacher.logProbability[i];
            divergence += contrast(i, logRatio);
            scaledDifference[i] = temperature * difference[i];
        }
        drift = temperature * logShift;
        // at T = 0 the divergence may be infinite, but T² wins
        scaledDivergence = temperature == 0 ? 0 : temperature * temperature * divergence;
    }

    /** Sets the difference of class i and returns its term of the divergence. */
    private double contrast(int i, double logRatio) {
        double p = teacher.probability[i];
        double q = student.probability[i];
        if (Math.abs(logRatio) < SMALL) {
            double bend = expMinusLine(logRatio);
            difference[i] = p * (logRatio + bend);
            return p * bend;
        }
        difference[i] = q - p;
        return p == 0 ? q : difference[i] - p * logRatio;
    }

    /** To first order in 1/T the student differs from the teacher by the centred logits, to second order it diverges. */
    private void contrastAtInfinity() {
        drift = 0;
        for (int i = 0; i < moved.length; i++) {
            drift += teacher.probability[i] * moved[i];
        }
        divergence = 0;
        scaledDivergence = 0;
        for (int i = 0; i < moved.length; i++) {
            double centred = moved[i] - drift;
            difference[i] = 0;
            scaledDifference[i] = teacher.probability[i] * centred;
            scaledDivergence += scaledDifference[i] * centred / 2;
        }
    }

    private boolean allWithin(double bound) {
        for (double distance : moved) {
            if (!(Math.abs(distance) < bound)) {
                return false;
            }
        }
        return true;
    }

    /** {@code log Σ p exp(moved / T)} for small {@code moved / T}, free of the cancellation of two log-sums. */
    private double logMeanGrowth(double temperature) {
        double growth = 0;
        for (int i = 0; i < moved.length; i++) {
            double step = moved[i] / temperature;
            growth += teacher.probability[i] * (step + expMinusLine(step));
        }
        return Math.log1p(growth);
    }

    /** {@code exp(d) - 1 - d} for a small d, to the last digit. */
    private static double expMinusLine(double d) {
        double series = 1 + d / 11;
        for (int k = 10; k >= 3; k--) {
            series = 1 + series * d * (1.0 / k);
        }
        return series * d * d / 2;
    }
}
