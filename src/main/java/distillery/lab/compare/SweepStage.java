package distillery.lab.compare;

import java.util.Locale;

/** How a sweep stands. */
public enum SweepStage {
    /** There is none. */
    NOTHING,
    RUNNING,
    /** A person has paused it. */
    PAUSED,
    /** It stands still while the Train screen trains. */
    WAITING,
    /** It ended before all runs were made, and can go on. */
    STOPPED,
    COMPLETE;

    /** Whether somebody works on it, or will. */
    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED || this == WAITING;
    }

    /** Its name in text keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
