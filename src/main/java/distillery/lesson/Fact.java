package distillery.lesson;

/** Something a lesson can look at but not set. Losses and entropies are in nats, shares run from 0 to 1. */
public enum Fact implements Quantity {
    /** Which screen is shown. */
    SCREEN(Form.words(Step.SCREENS)),
    /** Steps made since the student's logits were last set. */
    EXPLORE_STEPS(Form.COUNT),
    EXPLORE_HARD_LOSS(Form.ANY),
    EXPLORE_SOFT_LOSS(Form.ANY),
    EXPLORE_SOFT_LOSS_T2(Form.ANY),
    EXPLORE_TOTAL(Form.ANY),
    EXPLORE_TEACHER_ENTROPY(Form.ANY),
    /** The teacher's largest probability at the temperature shown. */
    EXPLORE_TEACHER_TOP(Form.number(0, 1)),
    /** The student's largest probability at the temperature shown. */
    EXPLORE_STUDENT_TOP(Form.number(0, 1)),
    /** Runs that arrived since the step of the lesson began. */
    TRAIN_FINISHED(Form.COUNT),
    TRAIN_EPOCH(Form.COUNT),
    TRAIN_STEP(Form.COUNT),
    /** The distilled student's share of right answers in its last test; no number before the first. */
    TRAIN_ACCURACY(Form.number(0, 1)),
    /** Distilled against labels only; empty before the first seed of the settings on screen is through. */
    TRAIN_VERDICT(Form.words("better", "not-decided", "worse", "more-seeds")),
    /** How many seeds of the settings on screen are compared. */
    TRAIN_SEEDS(Form.COUNT);

    @SuppressWarnings("ImmutableEnumChecker") // forms are records that copy their lists
    private final Form form;

    Fact(Form form) {
        this.form = form;
    }

    @Override
    public Form form() {
        return form;
    }
}
