package distillery.lab.lessons;

/** The state of a step's question. */
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
