package distillery.lesson;

/** A quantity that a lesson can observe but not set. Losses and entropies are in nats, shares run from 0 to 1. */
public enum Fact implements Quantity {
    /** Which screen is shown. */
    SCREEN(ValueType.words(LessonStep.SCREENS)),
    /** Steps made since the student's logits were last set. */
    EXPLORE_STEPS(ValueType.COUNT),
    EXPLORE_HARD_LOSS(ValueType.ANY),
    EXPLORE_SOFT_LOSS(ValueType.ANY),
    EXPLORE_SOFT_LOSS_T2(ValueType.ANY),
    EXPLORE_TOTAL(ValueType.ANY),
    EXPLORE_TEACHER_ENTROPY(ValueType.ANY),
    /** The teacher's largest probability at the temperature shown. */
    EXPLORE_TEACHER_TOP(ValueType.number(0, 1)),
    /** The student's largest probability at the temperature shown. */
    EXPLORE_STUDENT_TOP(ValueType.number(0, 1)),
    /** Runs that arrived since the step of the lesson began. */
    TRAIN_FINISHED(ValueType.COUNT),
    TRAIN_EPOCH(ValueType.COUNT),
    TRAIN_STEP(ValueType.COUNT),
    /** The distilled student's share of right answers in its last test; no number before the first. */
    TRAIN_ACCURACY(ValueType.number(0, 1)),
    /** Distilled against labels only; empty before the first seed of the settings on screen is through. */
    TRAIN_VERDICT(ValueType.words("better", "not-decided", "worse", "more-seeds")),
    /** How many seeds of the settings on screen are compared. */
    TRAIN_SEEDS(ValueType.COUNT),
    /** How many strokes are on the pad. */
    DIGITS_STROKES(ValueType.COUNT),
    /** What the teacher takes the shown digit for; no number while it says nothing. */
    DIGITS_TEACHER_SAYS(ValueType.whole(0, 9)),
    /** The same of the student taught by it. */
    DIGITS_STUDENT_SAYS(ValueType.whole(0, 9)),
    /** The same of the student that learned from labels only. */
    DIGITS_LABELS_ONLY_SAYS(ValueType.whole(0, 9)),
    /** The true class of the shown digit; no number for a drawing, which has none. */
    DIGITS_LABEL(ValueType.whole(0, 9)),
    /** How many test digits the filter lets through. */
    DIGITS_FOUND(ValueType.COUNT),
    /** What is added to the bias of the classes that the run on Train left out; nothing can be while it left out none. */
    DIGITS_BIAS(ValueType.ANY),
    /** How many kept runs are chosen. */
    COMPARE_CHOSEN(ValueType.COUNT),
    /** How many nets of the run on Train were measured; none of them again as soon as other nets take their place. */
    COMPARE_MEASURED(ValueType.COUNT);

    @SuppressWarnings("ImmutableEnumChecker") // forms are records that copy their lists
    private final ValueType form;

    Fact(ValueType form) {
        this.form = form;
    }

    @Override
    public ValueType form() {
        return form;
    }
}
