package distillery.train;

import distillery.method.Knobs;

/**
 * What may change while nets train; the trainer reads it once a step.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 */
public record LiveSettings(Knobs knobs, double learningRate, int batchSize) {
    /** The largest batch the nets make room for. */
    public static final int LARGEST_BATCH = 512;

    public LiveSettings {
        Checks.require(
                learningRate > 0 && learningRate <= 10,
                "learning rate must be above 0 and at most 10, was " + learningRate);
        Checks.require(
                batchSize >= 1 && batchSize <= LARGEST_BATCH,
                "batch size must be between 1 and " + LARGEST_BATCH + ", was " + batchSize);
    }
}
