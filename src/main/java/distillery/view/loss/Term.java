package distillery.view.loss;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of the formula that has a number of its own. */
enum Term {
    TOTAL,
    SOFT_WEIGHT,
    SQUARED,
    DIVERGENCE,
    TARGET_WEIGHT,
    TARGET,
    NON_TARGET_WEIGHT,
    NON_TARGET,
    HARD_WEIGHT,
    HARD;

    /** What the weighted soft loss is made of. */
    static final Set<Term> SOFT_PART = EnumSet.range(SOFT_WEIGHT, NON_TARGET);

    /** What the weighted hard loss is made of. */
    static final Set<Term> HARD_PART = EnumSet.of(HARD_WEIGHT, HARD);

    /** The soft loss itself, with its T² but without its weight. */
    static final Set<Term> SOFT_LOSS = EnumSet.range(SQUARED, NON_TARGET);

    /**
     * The terms that are highlighted with this one: a whole and its parts highlight each other, but the two parts of
     * KL, which only one formula has, do not.
     */
    Set<Term> kin() {
        return switch (this) {
            case DIVERGENCE -> EnumSet.of(DIVERGENCE, TARGET, NON_TARGET);
            case TARGET, NON_TARGET -> EnumSet.of(this, DIVERGENCE);
            default -> EnumSet.of(this);
        };
    }

    /** These terms and the total, for whatever adds up to it. */
    static Set<Term> andTotal(Set<Term> terms) {
        Set<Term> all = EnumSet.copyOf(terms);
        all.add(TOTAL);
        return all;
    }

    /** The name in text keys and node ids: {@code soft-weight}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
