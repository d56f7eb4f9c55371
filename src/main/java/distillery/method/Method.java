package distillery.method;

import distillery.data.Problem;
import distillery.net.NetSpec;
import java.util.List;

/** A way of distilling, as data: its settings. {@link MethodKind} lists them all. */
public interface Method {
    /** Whether it learns from the logits of others; a method that does not is never given any. */
    default boolean needsTargets() {
        return true;
    }

    /** Who its students learn from. */
    default Arrangement arrangement() {
        return new Arrangement.OneTeacher();
    }

    /** How many exits it gives the student beside its last layer. */
    default int exitCount() {
        return 0;
    }

    /** Whether the exit that it gives the student answers a second task. */
    default boolean answersSecondTask() {
        return false;
    }

    /** Whether it looks at hidden layers of the teacher, which nobody can shuffle as soft labels can be. */
    default boolean looksInside() {
        return false;
    }

    /** Whether it adds something to what {@link Hinton} minimises. */
    default boolean hasOwnPart() {
        return looksInside();
    }

    /** Whether the weights of teacher and labels that can be set do nothing: it has its own, or nothing to weigh. */
    default boolean weighsItself() {
        return false;
    }

    /** Whether it measures which units are on in both nets. */
    default boolean comparesPatterns() {
        return false;
    }

    /**
     * Which points of the student it compares with which of whom the student learns from, the method's own first; none for
     * a student that learns from labels only.
     *
     * @throws Problem if these nets lack them
     */
    default List<Points> compared(NetSpec teacher, NetSpec student) throws Problem {
        return needsTargets() ? List.of(Points.outputs(teacher, student)) : List.of();
    }

    /** Whether its {@link Distiller#pictures} show anything for such nets. */
    default boolean hasPicture(NetSpec teacher, NetSpec student) {
        return false;
    }

    /**
     * Lets nets pass that it can work on.
     *
     * @throws Problem that names what is missing and a net that would do
     */
    default void requireFit(NetSpec teacher, NetSpec student) throws Problem {}

    /**
     * This method at work on one student.
     *
     * @param seed of the first weights of whatever it trains beside the student
     */
    Distiller distiller(NetSpec teacher, NetSpec student, long seed);
}
