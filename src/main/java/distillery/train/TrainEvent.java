package distillery.train;

import distillery.data.DataSet;
import distillery.data.Problem;
import distillery.net.NetSpec;
import java.util.List;

/** What a run tells the outside, in the order in which it happens: plain values, nothing that moves later. */
public sealed interface TrainEvent
        permits StepReport,
                Evaluation,
                TrainEvent.StepPhaseReached,
                TrainEvent.Preparing,
                TrainEvent.TeacherLearning,
                TrainEvent.Ready,
                TrainEvent.Paused,
                TrainEvent.Diverged,
                TrainEvent.Failed,
                TrainEvent.SeedFinished,
                TrainEvent.LeagueGrew,
                TrainEvent.SeedFailed {

    /** Work that takes a while. */
    enum Task {
        READING_DATA,
        TRAINING_TEACHER,
        ASKING_TEACHER,
        COMPARING
    }

    /** Something long is under way; {@code share} of it, 0 to 1, is done. */
    record Preparing(Task task, double share) implements TrainEvent {}

    /**
     * All is in place for the first step.
     *
     * @param arms who learns, in the order in which they are named
     * @param images how many training samples the arms see
     * @param heldOut how many training samples are held out for choices; 0 if all are wanted to learn from
     * @param data what they learn from and are tested on; samples never change
     * @param softLabelsKept whether the teacher was asked once for all samples, not at every batch
     */
    record Ready(
            DataSet data,
            NetSpec teacher,
            Evaluation.Score teacherScore,
            List<ArmName> arms,
            int images,
            int heldOut,
            boolean softLabelsKept)
            implements TrainEvent {}

    /**
     * The teacher while it is trained here.
     *
     * @param epoch how many it has seen, with a fraction
     * @param loss its cross-entropy against the labels, the mean since it was last told, in nats
     * @param testErrors on the test samples, at the end of an epoch only; -1 on the way
     * @param tested how many test samples there are
     */
    record TeacherLearning(double epoch, int epochs, double loss, int testErrors, int tested) implements TrainEvent {
        /** Whether it was tested. */
        public boolean isTest() {
            return testErrors >= 0;
        }
    }

    /**
     * In slow motion: the step just made, at one of its phases after the other.
     *
     * @param gradient the length of the gradient along all weights of the distilled student
     * @param moved how far these weights went
     */
    record StepPhaseReached(StepPhase phase, StepReport report, double gradient, double moved) implements TrainEvent {}

    /** The run stands still; {@code finished} if it has come as far as it was to go. */
    record Paused(long step, int epoch, boolean finished) implements TrainEvent {}

    /** A loss or a weight stopped being a number; the arms have the weights they had after {@code goodStep}. */
    record Diverged(long step, ArmName arm, long goodStep) implements TrainEvent {}

    /** One whole run of a {@linkplain SeedRuns comparison over seeds} is over. */
    record SeedFinished(SeedResult result) implements TrainEvent {}

    /** One more seed of a {@linkplain League league} is over. */
    record LeagueGrew(League league) implements TrainEvent {}

    /** One run of a comparison was given up: no data, no teacher, or a loss that stopped being a number. */
    record SeedFailed(long seed, Problem cause) implements TrainEvent {}

    /** The run cannot go on; it says so in a {@linkplain distillery.data.Problem sentence}. */
    record Failed(Throwable cause) implements TrainEvent {}
}
