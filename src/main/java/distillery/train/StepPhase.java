package distillery.train;

/** Where a training step passes through, in this order. */
public enum StepPhase {
    BATCH,
    TEACHER,
    STUDENT,
    LOSSES,
    GRADIENT,
    UPDATE
}
