package distillery.method;

/** What a method must be given besides images and labels. */
public enum Requirement {
    /** The teacher's logits on the batch. */
    TEACHER_LOGITS,
    /** What the teacher's hidden layers say on the batch; rules out remembered soft labels. */
    TEACHER_ACTIVATIONS,
    /** A second net that learns at the same time. */
    PEER
}
