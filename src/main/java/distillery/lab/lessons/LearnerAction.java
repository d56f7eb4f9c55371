package distillery.lab.lessons;

/** What a learner does in a step and is answered at once. What a step finds done already is none. */
public enum LearnerAction {
    /** Made the guess that counts. */
    GUESSED,
    /** Brought about the last thing that was asked for, so that the observation may be read. */
    OBSERVED
}
