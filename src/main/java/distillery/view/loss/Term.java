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

    /** What compares student and teacher, before any weight. */
    static final Set<Term> COMPARISON = EnumSet.of(DIVERGENCE, TARGET, NON_TARGET);

    /** The name in text keys and node ids: {@code soft-weight}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
