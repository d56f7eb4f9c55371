package distillery.lab.example;

/** Which part of the loss pulls the student's logits. */
public enum PullKind {
    /** The weighted sum of both terms. */
    TOTAL,
    /** T² times the divergence from the teacher, unweighted. */
    SOFT,
    /** The cross-entropy against the label, unweighted. */
    HARD
}
