package distillery.view;

import java.util.Locale;

/** Numbers as the window writes them, the same in every language. */
public final class Numbers {
    private static final String MINUS = "\u2212";
    private static final String INFINITE = "\u221e";

    private Numbers() {}

    /**
     * A share as a percentage with one decimal; near 0 with up to four and near 100 with up to two, as many as it takes
     * to tell it from them. A share of more than everything, as an error may be, has
     * whole percents from 101% on.
     */
    public static String percent(double share) {
        double percent = 100 * share;
        if (percent > 100) {
            return beyondAll(percent);
        }
        double distance = Math.min(percent, 100 - percent);
        if (distance == 0) {
            return percent == 0 ? "0%" : "100%";
        }
        if (distance < 1e-10 && percent > 50) {
            return "100%"; // a share of everything that was divided loses its last digit
        }
        if (percent < 0.00005) {
            return "<0.0001%";
        }
        if (percent > 99.995) {
            return ">99.99%";
        }
        int most = percent < 50 ? 4 : 2;
        int decimals = 1;
        for (double bound = 0.1; distance < bound && decimals < most; bound /= 10) {
            decimals++;
        }
        return fixed(percent, decimals) + "%";
    }

    private static String beyondAll(double percent) {
        double distance = percent - 100;
        if (Double.isInfinite(distance)) {
            return INFINITE;
        }
        if (distance < 1e-10) {
            return "100%"; // rounding noise
        }
        if (distance < 0.01) {
            return ">100%";
        }
        return fixed(percent, distance < 0.1 ? 2 : distance < 1 ? 1 : 0) + "%";
    }

    /** A loss or an entropy with four digits that count, but with no more than four decimals. */
    public static String loss(double value) {
        if (Double.isInfinite(value)) {
            return INFINITE;
        }
        double size = Math.abs(value);
        if (size > 0 && size < 0.00005) {
            return "<0.0001";
        }
        return fixed(value, size < 1 ? 4 : size < 10 ? 3 : size < 100 ? 2 : 1);
    }

    /**
     * A loss that is to be multiplied: four digits that count also where it is small, down to the eighth decimal, so that
     * the numbers on screen make the product on screen.
     */
    public static String factor(double value) {
        double size = Math.abs(value);
        if (size >= 0.1 || size < 1e-8) {
            return loss(value);
        }
        return fixed(value, Math.min(8, 3 - (int) Math.floor(Math.log10(size))));
    }

    /** A number with its sign in front, also when it is positive. */
    public static String signed(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return (value < 0 ? MINUS : "+") + INFINITE;
        }
        String digits = fixed(Math.abs(value), decimals);
        boolean zero = digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
        return zero ? digits : (value < 0 ? MINUS : "+") + digits;
    }

    /** A temperature on its own: at least one decimal, {@code 4.0}. */
    public static String temperature(double temperature) {
        String plain = plain(temperature);
        boolean whole = plain.chars().allMatch(Character::isDigit);
        return whole && temperature > 0 && temperature < 100 ? plain + ".0" : plain;
    }

    /** A number with no more decimals than it needs, four at most: {@code 4}, {@code 0.05}, {@code ∞}. */
    public static String plain(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITE : MINUS + INFINITE;
        }
        String digits = fixed(value, 4);
        return digits.replaceAll("\\.?0+$", "");
    }

    /** A number with so many decimals. */
    public static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace("-", MINUS);
    }
}
