package distillery.lesson;

/** A part of a screen that a lesson can lock, hide or highlight. */
public enum Target implements Keyword {
    EXPLORE_TEMPERATURE,
    EXPLORE_ALPHA,
    EXPLORE_EXAMPLES,
    EXPLORE_BARS,
    EXPLORE_LOSSES,
    EXPLORE_CURVES,
    EXPLORE_PULLS,
    EXPLORE_STEP,
    LOSS_FORMULA,
    LOSS_PARTS,
    LOSS_LEDGER,
    LOSS_ARROWS,
    LOSS_NORM,
    LOSS_LIMIT,
    LOSS_DKD,
    LOSS_CLINIC,
    TRAIN_PRESET,
    TRAIN_RUN,
    TRAIN_CHARTS,
    TRAIN_ACCURACY,
    TRAIN_BATCH,
    TRAIN_VERDICT,
    TRAIN_LEARNING,
    TRAIN_NETS,
    TRAIN_DATA,
    TRAIN_KNOWLEDGE,
    DIGITS_PAD,
    DIGITS_ANSWERS,
    DIGITS_BROWSER,
    DIGITS_CONFUSION,
    DIGITS_SOFT_LABELS,
    DIGITS_INSIDE,
    DIGITS_MAP,
    DIGITS_MISSING,
    COMPARE_PAGES,
    COMPARE_RUNS,
    COMPARE_CURVES,
    COMPARE_MAP,
    COMPARE_COST;

    /** The screen it is on: {@code explore}. */
    public String screen() {
        return id().substring(0, id().indexOf('.'));
    }
}
