package distillery.train;

import distillery.data.NumberRange;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.method.LiveHyperparameters;

/**
 * What may change while nets train; the trainer reads it once a step.
 *
 * <p>A value out of range is refused with an {@link IllegalArgumentException} that names it.
 *
 * @param teacherUnfrozen the classic mistake: the loss also moves the teacher, here a copy of it that the distilled
 *     student has to itself
 */
public record LiveSettings(LiveHyperparameters knobs, double learningRate, int batchSize, boolean teacherUnfrozen) {
    /** The largest batch the nets make room for. */
    public static final int LARGEST_BATCH = 512;

    private static final double FASTEST = 10;

    public LiveSettings {
        Required.nonNull(knobs, "knobs");
        Refusal.unless(
                learningRate > 0 && learningRate <= FASTEST,
                "learningRate",
                "refused.above",
                NumberRange.readable(FASTEST),
                NumberRange.readable(learningRate));
        Refusal.unlessBetween(1, LARGEST_BATCH, "batchSize", batchSize);
    }

    /** As a correct program has it: the teacher is frozen. */
    public LiveSettings(LiveHyperparameters knobs, double learningRate, int batchSize) {
        this(knobs, learningRate, batchSize, false);
    }

    public LiveSettings withKnobs(LiveHyperparameters other) {
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
