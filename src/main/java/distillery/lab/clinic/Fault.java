package distillery.lab.clinic;

/**
 * A mistake that programs for distillation often hold. Each makes one line of the calculation wrong; later lines carry
 * the error on.
 */
public enum Fault {
    /** The soft loss is not multiplied by T², so that the teacher counts less the higher T is. */
    NO_T2(CalculationStep.SCALED),
    /** The divergence is divided by the number of classes, as a mean over all table entries does. */
    MEAN_OVER_CLASSES(CalculationStep.SOFT),
    /** Only the teacher is softened; the student is compared with it at T = 1. */
    STUDENT_AT_ONE(CalculationStep.STUDENT),
    /** The divergence of the teacher from the student instead of the student from the teacher. */
    SWAPPED(CalculationStep.LEDGER),
    /** The net ends in a softmax, and the loss takes its probabilities for logits. */
    SOFTMAX_TWICE(CalculationStep.LOGITS),
    /** The trained student still divides its logits by T when it predicts. */
    T_KEPT_AT_INFERENCE(CalculationStep.PREDICTION),
    /** The loss also moves the teacher, towards the student. */
    TEACHER_UNFROZEN(CalculationStep.TEACHER_GRADIENT);

    private final CalculationStep line;

    Fault(CalculationStep line) {
        this.line = line;
    }

    /** The line it makes wrong. */
    public CalculationStep line() {
        return line;
    }
}
