package distillery.train;

/** Whose logits an arm learns from. */
public sealed interface Source {
    /** The teacher's. */
    record OfTeacher() implements Source {}

    /** The teacher's, with those of the wrong classes of each sample exchanged: see {@link ShuffledLogits}. */
    record OfShuffledTeacher() implements Source {}

    /** Those of another arm of the same phase, in the same step, before either is updated. */
    record OfPeer(ArmName arm) implements Source {}

    /**
     * Those of an arm that was trained in an earlier phase and no longer moves.
     *
     * @param shuffled with those of all classes but the likeliest exchanged
     */
    record OfEarlier(ArmName arm, boolean shuffled) implements Source {
        /** As they are. */
        public OfEarlier(ArmName arm) {
            this(arm, false);
        }
    }

    /** What an arm that was trained in an earlier phase says to the second of two tasks. */
    record OfEarlierSecond(ArmName arm) implements Source {}

    /** Its own, as it gave them to the same sample an epoch before; in the first epoch those of the step itself. */
    record OfOwnPast() implements Source {}
}
