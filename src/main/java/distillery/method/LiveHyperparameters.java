package distillery.method;

import distillery.data.Refusal;

/**
 * What a learner may turn while a net trains; read once a step.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record LiveHyperparameters(double temperature, double softWeight, double hardWeight) {
    public static final double COLDEST = 0.05;
    public static final double HOTTEST = 100;

    /** Of soft, hard and decoupled losses. */
    public static final double MOST_WEIGHT = 1000;

    public LiveHyperparameters {
        Refusal.unlessBetween(COLDEST, HOTTEST, "temperature", temperature);
        Refusal.unlessBetween(0, MOST_WEIGHT, "softWeight", softWeight);
        Refusal.unlessBetween(0, MOST_WEIGHT, "hardWeight", hardWeight);
    }
}
