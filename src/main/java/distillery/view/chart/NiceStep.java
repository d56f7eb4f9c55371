package distillery.view.chart;

/**
 * A number people like to count by: 1, 2 or 5 times a power of ten. Its multiples are the doubles nearest to the decimal
 * numbers they stand for, so three steps of 0.1 are 0.3 and nothing else.
 */
record NiceStep(int digit, int exponent) {
    private static final int[] DIGITS = {1, 2, 5, 10};

    /** Slack for the rounding of a division: a number this close to a multiple is that multiple. */
    private static final double SLACK = 1e-9;

    /** The smallest step that is not below a positive number. */
    static NiceStep atLeast(double size) {
        int exponent = (int) Math.floor(Math.log10(size) + SLACK);
        for (int digit : DIGITS) {
            NiceStep step = new NiceStep(digit, exponent);
            if (step.size() >= size * (1 - SLACK)) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step of size " + size);
    }

    /** The largest step that is not above a positive number. */
    static NiceStep atMost(double size) {
        int exponent = (int) Math.floor(Math.log10(size) + SLACK);
        for (int i = DIGITS.length - 1; i >= 0; i--) {
            NiceStep step = new NiceStep(DIGITS[i], exponent);
            if (step.size() <= size * (1 + SLACK)) {
                return step;
            }
        }
        throw new IllegalArgumentException("no step of size " + size);
    }

    /** The step after this one: 2 after 1, 5 after 2, 10 after 5. */
    NiceStep next() {
        return atLeast(1.5 * size());
    }

    double size() {
        return times(1);
    }

    /** {@code count} steps. */
    double times(long count) {
        double units = (double) count * digit;
        return exponent < 0 ? units / Math.pow(10, -exponent) : units * Math.pow(10, exponent);
    }

    /** How many whole steps there are up to a value, rounded down. */
    long countBelow(double value) {
        return (long) Math.floor(value / size() + SLACK);
    }

    /** How many whole steps there are up to a value, rounded up. */
    long countAbove(double value) {
        return (long) Math.ceil(value / size() - SLACK);
    }

    /** Whether both ends of a range are whole numbers of steps. */
    boolean measures(Range range) {
        return times(countBelow(range.low())) == range.low() && times(countAbove(range.high())) == range.high();
    }

    /** Decimal places that tell one step from the next. */
    int decimals() {
        return Math.max(0, digit == 10 ? -exponent - 1 : -exponent);
    }
}
