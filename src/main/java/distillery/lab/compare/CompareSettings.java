package distillery.lab.compare;

import distillery.data.Refusal;
import distillery.data.Required;
import distillery.train.ArmName;
import distillery.train.archive.RecordedQuantity;
import org.jspecify.annotations.Nullable;

/**
 * Everything a user can set on the Compare screen; what undo, files and the memory between two runs of the program keep of
 * it. Runs themselves are no settings.
 *
 * @param search what a run must have written on it, or be called, to be in the table
 * @param seeds of each cell of a map
 * @param over what curves are drawn over; null, as in files of earlier versions, for steps
 */
public record CompareSettings(
        String search,
        RecordedQuantity quantity,
        ArmName arm,
        ComparePage page,
        AxisChoice across,
        AxisChoice down,
        int seeds,
        @Nullable CurveAxis over) {
    public static final int LONGEST_SEARCH = 200;
    public static final int MOST_SEEDS = 20;

    /** The screen as it first opens. */
    public static final CompareSettings FIRST = new CompareSettings(
            "",
            RecordedQuantity.ERRORS,
            ArmName.DISTILLED,
            ComparePage.CURVES,
            new AxisChoice("temperature", "1, 2, 4, 8, 20"),
            new AxisChoice("alpha", "0, 0.5, 0.9, 1"),
            3,
            CurveAxis.STEP);

    public CompareSettings {
        int length = Required.nonNull(search, "search").length();
        Refusal.unless(length <= LONGEST_SEARCH, "search", "refused.long", LONGEST_SEARCH, length);
        Required.nonNull(quantity, "quantity");
        Required.nonNull(arm, "arm");
        Required.nonNull(page, "page");
        Required.nonNull(across, "across");
        Required.nonNull(down, "down");
        Refusal.unlessBetween(1, MOST_SEEDS, "seeds", seeds);
    }

    /** The same with another page. */
    CompareSettings at(ComparePage other) {
        return new CompareSettings(search, quantity, arm, other, across, down, seeds, over);
    }
}
