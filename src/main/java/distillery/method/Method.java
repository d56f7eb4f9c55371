package distillery.method;

import distillery.net.NetSpec;

/** A way of distilling, as data: its settings. {@link MethodKind} lists them all. */
public interface Method {
    /** Whether it learns from the logits of others; a method that does not is never given any. */
    default boolean needsTargets() {
        return true;
    }

    /**
     * This method at work on one student.
     *
     * @param seed of the first weights of whatever it trains beside the student
     */
    Distiller distiller(NetSpec teacher, NetSpec student, long seed);
}
