package distillery.data;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person's text says as a number, whatever the keyboard, the input method and the habits: comma or point as
 * decimal sign, thousands signs, digits and signs of any script. It never guesses: {@code 1,234} says two things.
 */
public sealed interface TypedNumber {

    /** One number, exactly. */
    record Exact(BigDecimal value) implements TypedNumber {}

    /** Infinity, of either sign. */
    record Infinite(boolean negative) implements TypedNumber {}

    /** Two numbers, depending on who reads it. */
    record Unclear(String withThousands, String withDecimals) implements TypedNumber {}

    /** No number. */
    record None() implements TypedNumber {}

    /** Longer texts are no numbers that anyone typed. */
    int LONGEST = 400;

    Pattern INFINITE = Pattern.compile("([+-]?) ?(?:\u221e|[iI][nN][fF])");
    Pattern NUMBER = Pattern.compile("([+-]?) ?([0-9., '_]+?)(e[+-]?[0-9]{1,6})?");
    Pattern ONE_SIGN = Pattern.compile("([0-9]*)(?:([.,])([0-9]*))?");
    Pattern THREES = Pattern.compile("([1-9][0-9]{0,2}(?:([., '_])[0-9]{3})(?:\\2[0-9]{3})*)(?:(?!\\2)[.,]([0-9]*))?");

    /**
     * Reads a text.
     *
     * @param whole whether only whole numbers make sense: a comma before three digits is then no decimal sign
     */
    static TypedNumber read(String typed, boolean whole) {
        if (typed.length() > LONGEST) {
            return new None();
        }
        String plain = PlainSigns.plain(typed);
        Matcher infinite = INFINITE.matcher(plain);
        if (infinite.matches()) {
            return new Infinite(infinite.group(1).equals("-"));
        }
        Matcher parts = NUMBER.matcher(plain);
        if (!parts.matches()) {
            return new None();
        }
        String exponent = parts.group(3) == null ? "" : parts.group(3);
        Matcher simple = ONE_SIGN.matcher(parts.group(2));
        if (simple.matches()) {
            return simple(parts.group(1), simple, exponent, whole);
        }
        Matcher threes = THREES.matcher(parts.group(2));
        return threes.matches()
                ? exact(parts.group(1) + threes.group(1).replaceAll("[., '_]", ""), threes.group(3), exponent)
                : new None();
    }

    /** Digits with at most one sign among them, which is a thousands sign only where three digits follow one to three. */
    private static TypedNumber simple(String minus, MatchResult parts, String exponent, boolean whole) {
        String before = parts.group(1);
        String sign = parts.group(2);
        String behind = parts.group(3) == null ? "" : parts.group(3);
        boolean inThrees = sign != null && behind.length() == 3 && before.matches("[1-9][0-9]{0,2}");
        boolean comma = ",".equals(sign);
        if (inThrees && comma && whole) {
            return exact(minus + before + behind, "", exponent);
        }
        // The program itself writes the point as its decimal sign; in a whole number it is none, and may be either.
        if (inThrees && comma != whole) {
            String decimals = behind.replaceAll("0+$", "");
            return new Unclear(
                    minus + before + behind + exponent,
                    minus + before + (decimals.isEmpty() ? "" : "." + decimals) + exponent);
        }
        return before.isEmpty() && behind.isEmpty() ? new None() : exact(minus + before, behind, exponent);
    }

    private static TypedNumber exact(String digits, String decimals, String exponent) {
        String fraction = decimals == null || decimals.isEmpty() ? "" : "." + decimals;
        return new Exact(new BigDecimal(digits + fraction + exponent));
    }
}
