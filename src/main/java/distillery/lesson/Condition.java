package distillery.lesson;

/** One line of a check: something of the program's state, and what it must be. */
public record Condition(Quantity quantity, Test test) {

    /** Whether it holds for what the quantity is now. */
    public boolean holds(Value now) {
        return test.holds(now);
    }

    /** What a quantity must be. */
    public sealed interface Test {
        boolean holds(Value now);
    }

    /** A number in an interval whose ends may or may not belong to it. */
    public record Within(double low, boolean lowIncluded, double high, boolean highIncluded) implements Test {
        @Override
        public boolean holds(Value now) {
            return now instanceof Value.Amount amount
                    && (lowIncluded ? amount.number() >= low : amount.number() > low)
                    && (highIncluded ? amount.number() <= high : amount.number() < high);
        }

        /** Whether a number of this form can be in the interval at all. */
        boolean meets(ValueType.Amount form) {
            return (form.limits() || low <= form.highest()) && high >= form.lowest();
        }
    }

    /** The very value; numbers may differ by a rounding error. */
    public record Same(Value value) implements Test {
        private static final double ROUNDING = 1e-9;

        @Override
        public boolean holds(Value now) {
            return value.equals(now)
                    || (value instanceof Value.Amount wanted
                            && now instanceof Value.Amount found
                            && Double.isFinite(wanted.number()) // the rounding error of infinity would be anything
                            && Math.abs(wanted.number() - found.number())
                                    <= ROUNDING * Math.max(1, Math.abs(wanted.number())));
        }
    }
}
