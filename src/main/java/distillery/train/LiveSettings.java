package distillery.train;

import distillery.data.Required;
import distillery.method.Knobs;

/**
 * What may change while nets train; the trainer reads it once a step.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param teacherUnfrozen the classic mistake: the loss also moves the teacher, here a copy of it that the distilled
 *     student has to itself
 */
public record LiveSettings(Knobs knobs, double learningRate, int batchSize, boolean teacherUnfrozen) {
    /** The largest batch the nets make room for. */
    public static final int LARGEST_BATCH = 512;

    public LiveSettings {
        Required.nonNull(knobs, "knobs");
        Checks.require(
                learningRate > 0 && learningRate <= 10,
                "learning rate must be above 0 and at most 10, was " + learningRate);
        Checks.require(
                batchSize >= 1 && batchSize <= LARGEST_BATCH,
                "batch size must be between 1 and " + LARGEST_BATCH + ", was " + batchSize);
    }

    /** As a correct program has it: the teacher is frozen. */
    public LiveSettings(Knobs knobs, double learningRate, int batchSize) {
        this(knobs, learningRate, batchSize, false);
    }

    public LiveSettings withKnobs(Knobs other) {
        return new LiveSettings(other, learningRate, batchSize, teacherUnfrozen);
    }

    public LiveSettings withLearningRate(double other) {
        return new LiveSettings(knobs, other, batchSize, teacherUnfrozen);
    }

    public LiveSettings withBatchSize(int other) {
        return new LiveSettings(knobs, learningRate, other, teacherUnfrozen);
    }

    public LiveSettings withTeacherUnfrozen(boolean other) {
        return new LiveSettings(knobs, learningRate, batchSize, other);
    }
}
