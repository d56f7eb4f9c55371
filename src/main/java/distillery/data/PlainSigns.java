package distillery.data;

import java.util.List;
import java.util.regex.Pattern;

/** The signs that keyboards and input methods of all countries have for the same thing. */
public final class PlainSigns {
    /** Marks of direction and width, which come along with copied text and say nothing. */
    private static final Pattern MARKS =
            Pattern.compile("[\\u200b\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]");

    /** Each the plain sign and its likes. Digits and spaces are known by what they are. */
    private static final List<String> ALIKE = List.of(
            ".\uff0e\u3002\uff61\ufe52\u066b",
            ",\uff0c\ufe50",
            "'\u2019\u2018\uff07\u02bc\u066c",
            "-\u2212\u2010\u2011\u2012\u2013\u2014\u2015\uff0d\ufe63",
            "+\uff0b\ufe62",
            "_\uff3f",
            "%\uff05\ufe6a\u066a",
            "eE\uff45\uff25");

    private PlainSigns() {}

    /** A text with one sign for all that mean the same, plain digits, and single spaces, none at its ends. */
    public static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        MARKS.matcher(typed).replaceAll("").codePoints().map(PlainSigns::plain).forEach(plain::appendCodePoint);
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }

    private static int plain(int sign) {
        if (Character.getType(sign) == Character.DECIMAL_DIGIT_NUMBER) {
            return '0' + Character.digit(sign, 10);
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return ' ';
        }
        return ALIKE.stream()
                .filter(alike -> alike.indexOf(sign) >= 0)
                .mapToInt(alike -> alike.charAt(0))
                .findFirst()
                .orElse(sign);
    }
}
