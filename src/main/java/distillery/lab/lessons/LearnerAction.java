package distillery.lab.lessons;

/** An action of the learner to which the view responds. What was done before the step began is none. */
public enum LearnerAction {
    /** Made the guess that counts. */
    GUESSED,
    /** Brought about the last thing that was asked for, so that the observation may be read. */
    OBSERVED
}
