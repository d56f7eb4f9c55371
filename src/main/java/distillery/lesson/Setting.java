package distillery.lesson;

/** Something a lesson may set. They are applied in this order: an example before its logits, a preset before its T. */
public enum Setting implements Quantity {
    EXPLORE_EXAMPLE(Form.words(
            "horse-donkey-car", "all-equal", "two-classes", "confident-teacher", "confidently-wrong", "own", "digit")),
    EXPLORE_TEACHER(new Form.Logits()),
    EXPLORE_STUDENT(new Form.Logits()),
    EXPLORE_TRUE_CLASS(Form.whole(1, 10)),
    EXPLORE_TEMPERATURE(new Form.Amount(0.05, 100, false, true)),
    EXPLORE_SOFT_WEIGHT(Form.number(0, 1)),
    EXPLORE_LOG_AXIS(Form.words("true", "false")),
    EXPLORE_PULL(Form.words("total", "soft", "hard")),
    EXPLORE_STEP_SIZE(Form.number(0.001, 1)),

    LOSS_METHOD(Form.words("hinton", "dkd")),
    LOSS_SCALED(Form.words("true", "false")),
    LOSS_LIMIT(Form.words("true", "false")),
    LOSS_FAULT(Form.words(
            "none",
            "no-t2",
            "mean-over-classes",
            "student-at-one",
            "swapped",
            "softmax-twice",
            "t-kept-at-inference",
            "teacher-unfrozen")),

    TRAIN_PRESET(Form.words("few-labels", "toy", "all-labels", "tiny-student", "hinton-mnist")),
    TRAIN_TEMPERATURE(Form.number(0.05, 100)),
    TRAIN_SOFT_WEIGHT(Form.number(0, 1)),
    TRAIN_EPOCHS(Form.whole(1, 100_000)),
    TRAIN_SEED(Form.whole(0, 1_000_000_000)),
    TRAIN_VIEWING(Form.number(0.05, 100));

    @SuppressWarnings("ImmutableEnumChecker") // forms are records that copy their lists
    private final Form form;

    Setting(Form form) {
        this.form = form;
    }

    @Override
    public Form form() {
        return form;
    }
}
