package distillery.data;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The numbers that make sense in one place, and what is said of others.
 *
 * @param limits whether 0 and infinity are fine as well, whatever the bounds
 */
public record NumberRange(double lowest, double highest, boolean whole, boolean limits) {
    /** All numbers that the program can count with. */
    public static final NumberRange ANY = of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final int SHOWN = 24;

    /** Any number between two. */
    public static NumberRange of(double lowest, double highest) {
        return new NumberRange(lowest, highest, false, false);
    }

    /** Any whole number between two. */
    public static NumberRange whole(double lowest, double highest) {
        return new NumberRange(lowest, highest, true, false);
    }

    /**
     * The number that was typed.
     *
     * @throws Problem that says why it cannot be taken, and what can
     */
    public double read(String typed) throws Problem {
        TypedNumber read = TypedNumber.read(typed, whole);
        if (read instanceof TypedNumber.Unclear unclear) {
            throw new Problem("number.unclear", quoted(typed), unclear.withThousands(), unclear.withDecimals());
        }
        if (read instanceof TypedNumber.None) {
            throw refused(typed.isBlank() ? "number.nothing" : "number.none", typed);
        }
        if (read instanceof TypedNumber.Infinite infinite) {
            if (!limits || infinite.negative()) {
                throw refused("number.outside", typed);
            }
            return Double.POSITIVE_INFINITY;
        }
        return inside(((TypedNumber.Exact) read).value(), typed);
    }

    private double inside(BigDecimal exact, String typed) throws Problem {
        double number = exact.doubleValue();
        boolean isLimit = limits && exact.signum() == 0;
        if (!isLimit && !(number >= lowest && number <= highest && Double.isFinite(number))) {
            throw refused("number.outside", typed);
        }
        if (whole && exact.stripTrailingZeros().scale() > 0) {
            throw refused("number.broken", typed);
        }
        if (number == 0 && exact.signum() != 0) {
            throw refused("number.tiny", typed);
        }
        return number == 0 ? 0 : number; // not -0
    }

    private Problem refused(String key, String typed) {
        int kind = Double.isInfinite(lowest) ? 3 : limits ? 2 : whole ? 1 : 0;
        return new Problem(key, quoted(typed), kind, bound(lowest), bound(highest));
    }

    /** Sixteen digits in a row cannot be read; and only a whole number has thousands signs that mean nothing else. */
    private String bound(double number) {
        return whole ? String.format(Locale.ROOT, "%,d", (long) number) : words(number);
    }

    /** A number as fields write it: with all its digits, and with no others. */
    public static String words(double number) {
        return Double.isInfinite(number)
                ? "∞"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A number as a sentence writes it: {@code 1e300} where all its digits would be too many. */
    public static String readable(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number) || size == 0 || (size >= 1e-6 && size < 1e15)) {
            return Double.isNaN(number) ? "NaN" : (number < 0 && Double.isInfinite(number) ? "-" : "") + words(number);
        }
        return Double.toString(number).replace(".0E", "E").replace('E', 'e');
    }

    /** What was typed, short enough for a sentence. */
    public static String quoted(String typed) {
        String text = typed.strip().replaceAll("\\p{Cntrl}", " ");
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
