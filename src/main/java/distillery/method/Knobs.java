package distillery.method;

/**
 * What a learner may turn while a net trains; read once a step.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record Knobs(double temperature, double softWeight, double hardWeight) {
    public static final double COLDEST = 0.05;
    public static final double HOTTEST = 100;

    public Knobs {
        require(
                temperature >= COLDEST && temperature <= HOTTEST,
                "temperature must be between " + COLDEST + " and " + HOTTEST + ", was " + temperature);
        require(softWeight >= 0 && softWeight <= 1000, "soft weight must be between 0 and 1000, was " + softWeight);
        require(hardWeight >= 0 && hardWeight <= 1000, "hard weight must be between 0 and 1000, was " + hardWeight);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
