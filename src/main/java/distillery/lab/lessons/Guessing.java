package distillery.lab.lessons;

/** Where the question of a step stands. */
public enum Guessing {
    /** The step asks nothing. */
    NONE,
    /** The controls wait for a guess. */
    DUE,
    RIGHT,
    WRONG,
    /** A presenter went on without a guess. */
    SHOWN
}
