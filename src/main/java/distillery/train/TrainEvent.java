package distillery.train;

import distillery.data.DataSet;
import distillery.data.Problem;
import distillery.net.NetSpec;

/** What a run tells the outside, in the order in which it happens: plain values, nothing that moves later. */
public sealed interface TrainEvent
        permits StepReport,
                Evaluation,
                TrainEvent.Passing,
                TrainEvent.Preparing,
                TrainEvent.Ready,
                TrainEvent.Resting,
                TrainEvent.Diverged,
                TrainEvent.Failed,
                TrainEvent.Tried,
                TrainEvent.Untried {

    /** Work that takes a while. */
    enum Phase {
        READING_DATA,
        TRAINING_TEACHER,
        ASKING_TEACHER,
        COMPARING
    }

    /** Something long is under way; {@code share} of it, 0 to 1, is done. */
    record Preparing(Phase phase, double share) implements TrainEvent {}

    /**
     * All is in place for the first step.
     *
     * @param images how many training samples the students see
     * @param data what they learn from and are tested on; samples never change
     * @param softLabelsKept whether the teacher was asked once for all samples, not at every batch
     */
    record Ready(DataSet data, NetSpec teacher, Evaluation.Score teacherScore, int images, boolean softLabelsKept)
            implements TrainEvent {}

    /**
     * In slow motion: the step just made, at one of its stations after the other.
     *
     * @param gradient the length of the gradient along all weights of the distilled student
     * @param moved how far these weights went
     */
    record Passing(StepPhase station, StepReport report, double gradient, double moved) implements TrainEvent {}

    /** The run stands still; {@code finished} if it has reached the goal it was sent to. */
    record Resting(long step, int epoch, boolean finished) implements TrainEvent {}

    /** A loss or a weight stopped being a number; the students have the weights they had after {@code goodStep}. */
    record Diverged(long step, Student student, long goodStep) implements TrainEvent {}

    /** One whole run of a {@linkplain SeedRuns comparison over seeds} is over. */
    record Tried(SeedResult result) implements TrainEvent {}

    /** One run of a comparison was given up: no data, no teacher, or a loss that stopped being a number. */
    record Untried(long seed, Problem cause) implements TrainEvent {}

    /** The run cannot go on; it says so in a {@linkplain distillery.data.Problem sentence}. */
    record Failed(Throwable cause) implements TrainEvent {}
}
