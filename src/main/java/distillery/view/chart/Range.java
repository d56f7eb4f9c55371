package distillery.view.chart;

/** What an axis spans, low end first. */
public record Range(double low, double high) {
    /** Numbers that differ by less than this part of their size are drawn as one. */
    private static final double SAME = 1e-9;

    /** A logarithmic axis goes down to this part of its high end, and no farther. */
    private static final double DEEPEST = 1e-12;

    /** @throws IllegalArgumentException unless both ends are finite and {@code low} is below {@code high} */
    public Range {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException("an axis ascends between finite ends, was " + low + " to " + high);
        }
    }

    public double span() {
        return high - low;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    boolean touches(Range other) {
        return low <= other.high && other.low <= high;
    }

    /** The range between two tick values of a linear axis that holds both numbers, with at most {@code most} steps. */
    static Range linear(double min, double max, int most) {
        if (max - min <= SAME * Math.abs(max)) {
            double margin = min == 0 ? 1 : Math.abs(min) / 2;
            return linear(min - margin, max + margin, most);
        }
        NiceStep step = NiceStep.atLeast((max - min) / most);
        while (step.countAbove(max) - step.countBelow(min) > most) {
            step = step.next();
        }
        return new Range(step.times(step.countBelow(min)), step.times(step.countAbove(max)));
    }

    /** A round range for shares, which end at 0 and 1, that holds both of them. */
    public static Range ofShares(double min, double max, int most) {
        Range range = linear(min, max, most);
        return new Range(Math.max(0, range.low), Math.min(1, range.high));
    }

    /** The range between two numbers of the form 1, 2 or 5 times a power of ten that holds both positive numbers. */
    static Range logarithmic(double min, double max) {
        double high = NiceStep.atLeast(max).size();
        double low = NiceStep.atMost(Math.max(min, max * DEEPEST)).size();
        return low < high ? new Range(low, high) : new Range(low / 2, high * 2);
    }
}
