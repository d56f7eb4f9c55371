package distillery.bench;

/** One way of teaching a net a {@link Course}. */
interface Contender extends AutoCloseable {
    String name();

    /** Learns step {@code first} to {@code first + steps - 1} of the course. */
    void learn(int first, int steps);

    /** The loss it has before it learns this step. Asked once, when all else is done, and only of one that learns. */
    default double loss(int step) {
        throw new UnsupportedOperationException(name() + " learns nothing");
    }

    /** Called before its turn: sets the threads it wants. */
    default void ready() {}

    /** Whether it learns; one that does not shows what a part of the work costs. */
    default boolean learns() {
        return true;
    }

    /** How far its loss may lie from ours, relatively, where both do the same. */
    default double tolerance() {
        return 1e-4;
    }

    @Override
    default void close() {}
}
