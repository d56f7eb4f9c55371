package distillery.lab.loss;

/** Which loss the screen takes apart. */
public enum LossKind {
    /** T² times the divergence. */
    HINTON,
    /** The divergence split at the label, each part with a weight of its own. */
    DECOUPLED
}
