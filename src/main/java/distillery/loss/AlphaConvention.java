package distillery.loss;

import static distillery.loss.Preconditions.require;

import java.math.BigDecimal;

/** Which of the two terms α weighs; the other gets {@code 1 - α}. Papers and code bases are divided over it. */
public enum AlphaConvention {
    /** {@code α T² soft + (1 - α) hard}: with an α of 0.9 the teacher counts most. */
    ALPHA_ON_SOFT,
    /** {@code (1 - α) T² soft + α hard}: with an α of 0.9 the labels count most. */
    ALPHA_ON_HARD;

    /** The weight of the soft term; α lies in 0..1. */
    public double softWeight(double alpha) {
        return this == ALPHA_ON_SOFT ? valid("alpha", alpha) : rest(valid("alpha", alpha));
    }

    /** The weight of the hard term; α lies in 0..1. */
    public double hardWeight(double alpha) {
        return this == ALPHA_ON_HARD ? valid("alpha", alpha) : rest(valid("alpha", alpha));
    }

    /** The α that gives the soft term this weight, 0..1, and the hard term the rest. */
    public double alpha(double softWeight) {
        return this == ALPHA_ON_SOFT ? valid("soft weight", softWeight) : rest(valid("soft weight", softWeight));
    }

    /** What a share leaves of 1, in decimal digits: 1 - 0.9099 is not quite 0.0901, and 0.0901 is what is meant. */
    public static double rest(double share) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
    }

    private static double valid(String name, double share) {
        require(share >= 0 && share <= 1, name + " must lie in 0..1, was " + share);
        return share;
    }
}
