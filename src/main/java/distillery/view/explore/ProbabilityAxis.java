package distillery.view.explore;

import java.util.List;

/** How long a bar is for a probability, as a share of the axis. Both axes are fixed: bars are never rescaled. */
enum ProbabilityAxis {
    LINEAR,
    /** Six decades, for the tails. */
    LOGARITHMIC;

    private static final double DECADES = 6;

    static ProbabilityAxis of(boolean logarithmic) {
        return logarithmic ? LOGARITHMIC : LINEAR;
    }

    double length(double probability) {
        return this == LINEAR ? probability : Math.max(0, 1 + Math.log10(probability) / DECADES);
    }

    /** The probabilities to write on the axis. */
    List<Double> marks() {
        return this == LINEAR ? List.of(0.0, 0.5, 1.0) : List.of(1e-6, 1e-4, 1e-2, 1.0);
    }
}
