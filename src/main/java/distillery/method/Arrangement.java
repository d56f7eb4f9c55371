package distillery.method;

/** Who a method's students learn from, and so who else has to be trained. */
public sealed interface Arrangement {
    /** The teacher of the experiment, trained before and never moved. */
    record OneTeacher() implements Arrangement {}

    /**
     * Students that learn at the same time, each from all others.
     *
     * @param count all of them, 2 or more
     */
    record Peers(int count) implements Arrangement {}

    /**
     * Students one after the other, each taught by the one before.
     *
     * @param count how many are taught; one more, the first, learns from labels only
     */
    record Generations(int count) implements Arrangement {}

    /**
     * Students from labels only, which teach one more together.
     *
     * @param members how many teach
     * @param width how many times as wide as the student each of them is
     */
    record Ensemble(int members, int width) implements Arrangement {}

    /**
     * Two tasks one after the other: a student that has learned the first half of the classes learns the second, taught by
     * what it knew.
     */
    record Tasks(Heads heads) implements Arrangement {}

    /** Two tasks at once: a net for each task alone teaches a student of both. */
    record TwoTasks(SecondTask task) implements Arrangement {}

    /**
     * A net of a size in between, taught by the teacher, that teaches the student.
     *
     * @param width how many times as wide as the student it is
     */
    record Assistant(int width) implements Arrangement {}
}
