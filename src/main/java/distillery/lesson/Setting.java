package distillery.lesson;

/** Something a lesson may set. They are applied in this order: an example before its logits, a preset before its T. */
public enum Setting implements Quantity {
    EXPLORE_EXAMPLE(ValueType.words(
            "horse-donkey-car", "all-equal", "two-classes", "confident-teacher", "confidently-wrong", "own", "digit")),
    EXPLORE_TEACHER(new ValueType.Logits()),
    EXPLORE_STUDENT(new ValueType.Logits()),
    EXPLORE_TRUE_CLASS(ValueType.whole(1, 10)),
    EXPLORE_TEMPERATURE(new ValueType.Amount(0.05, 100, false, true)),
    EXPLORE_SOFT_WEIGHT(ValueType.number(0, 1)),
    EXPLORE_LOG_AXIS(ValueType.words("true", "false")),
    EXPLORE_PULL(ValueType.words("total", "soft", "hard")),
    EXPLORE_STEP_SIZE(ValueType.number(0.001, 1)),

    LOSS_METHOD(ValueType.words("hinton", "dkd")),
    LOSS_TARGET_WEIGHT(ValueType.number(0, 100)),
    LOSS_NON_TARGET_WEIGHT(ValueType.number(0, 100)),
    LOSS_SCALED(ValueType.words("true", "false")),
    LOSS_LIMIT(ValueType.words("true", "false")),
    LOSS_FAULT(ValueType.words(
            "none",
            "no-t2",
            "mean-over-classes",
            "student-at-one",
            "swapped",
            "softmax-twice",
            "t-kept-at-inference",
            "teacher-unfrozen")),

    TRAIN_PRESET(ValueType.words(
            "few-labels",
            "small-cnn",
            "toy",
            "all-labels",
            "tiny-student",
            "hinton-mnist",
            "seed-0",
            "seed-2-exactly",
            "seed-4",
            "hints",
            "relations",
            "attention",
            "boundaries",
            "weights",
            "pseudo-data",
            "ensemble",
            "born-again",
            "mutual",
            "own-teacher",
            "netaug",
            "assistant",
            "multi-task",
            "forgetting",
            "missing-three",
            "only-seven-and-eight",
            "plane")),
    TRAIN_METHOD(ValueType.words(
            "hinton",
            "code-base",
            "logits",
            "dkd",
            "hint",
            "cosine",
            "rkd",
            "similarity",
            "fsp",
            "attention",
            "boundaries",
            "copy",
            "weights",
            "pseudo-data",
            "mutual",
            "born-again",
            "ensemble",
            "own-teacher",
            "netaug",
            "assistant",
            "multi-task",
            "forgetting",
            "labels")),
    TRAIN_TEMPERATURE(ValueType.number(0.05, 100)),
    TRAIN_SOFT_WEIGHT(ValueType.number(0, 1)),
    TRAIN_EPOCHS(ValueType.whole(1, 100_000)),
    TRAIN_SEED(ValueType.whole(0, 1_000_000_000)),
    TRAIN_VIEWING(ValueType.number(0.05, 100)),

    DIGITS_NETS(ValueType.words("dense", "convolutional", "run", "files")),
    DIGITS_FRAMING(ValueType.words("as-mnist", "as-drawn")),
    /** The number of a test digit; −1 for the drawing. */
    DIGITS_DIGIT(ValueType.whole(-1, 9_999)),
    DIGITS_FILTER(ValueType.words("all", "both-right", "student-wrong", "teacher-wrong", "disagree")),
    DIGITS_ORDER(ValueType.words("number", "doubt", "distance")),
    DIGITS_PAGE(ValueType.words("browser", "confusion", "soft-labels", "inside", "map", "missing")),

    COMPARE_PAGE(ValueType.words("curves", "map", "cost"));

    @SuppressWarnings("ImmutableEnumChecker") // forms are records that copy their lists
    private final ValueType form;

    Setting(ValueType form) {
        this.form = form;
    }

    @Override
    public ValueType form() {
        return form;
    }
}
