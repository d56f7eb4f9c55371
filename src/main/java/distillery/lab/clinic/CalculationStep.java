package distillery.lab.clinic;

import distillery.loss.HintonLoss;

/** A line of the calculation of {@link HintonLoss} for one row, as one writes it down by hand: each uses lines before it. */
public enum CalculationStep {
    /** The output of the student's net: its logits z. */
    LOGITS,
    /** The teacher's soft labels p at the temperature, kept as logarithms, which never underflow. */
    TEACHER,
    /** The student's soft predictions q at the temperature, kept as logarithms. */
    STUDENT,
    /** What each class adds to the divergence, {@code p (log p - log q)}. */
    LEDGER,
    /** The divergence, the sum of the ledger. */
    SOFT,
    /** The divergence times T². */
    SCALED,
    /** The cross-entropy at T = 1 against the label. */
    HARD,
    /** Both losses with their weights. */
    TOTAL,
    /** The slope of {@link #SCALED} along the student's logits. */
    SOFT_GRADIENT,
    /** The slope of {@link #HARD} along the student's logits. */
    HARD_GRADIENT,
    /** The slope of {@link #TOTAL} along the student's logits. */
    GRADIENT,
    /** What moves the teacher's logits: nothing, since the teacher is a constant. */
    TEACHER_GRADIENT,
    /** What the student predicts once it is trained: probabilities at T = 1. */
    PREDICTION;

    /** Whether the line is kept as logarithms of probabilities. */
    public boolean isLogarithmic() {
        return this == TEACHER || this == STUDENT;
    }
}
