package distillery.lesson;

/**
 * Signs that look like those a lesson is written with and are others: full-width ones of an input method, spaces that no
 * space bar makes, quotes and dashes of a word processor. Says where they are, once a line, and reads on as if the right
 * one stood there.
 */
final class Lookalikes {
    private static final String LEFT_TO_RIGHT = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
    private static final String DOUBLE = "\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
    private static final String SINGLE = "\u2018\u2019\u201A\u201B\uFF07";
    private static final String WIDE = "\u3001\u3002\u3010\u3011\u3014\u3015\uFE55\u2236\uFF61\uFF64";
    private static final String FOR_WIDE = ",.[][]::.,";
    private static final int FIRST_WIDE = 0xFF01;
    private static final int LAST_WIDE = 0xFF5E;
    private static final int TO_PLAIN = 0xFEE0;

    private final Diagnostics findings;

    Lookalikes(Diagnostics findings) {
        this.findings = findings;
    }

    /** A text of one line in which every sign counts, with the right ones in it. */
    String plain(String text, int line) {
        String plain = plain(text);
        if (!plain.equals(text)) {
            report(text, line);
        }
        return plain;
    }

    /** The same without reporting anything. */
    static String plain(String text) {
        if (text.chars().allMatch(sign -> sign < 0x80)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (!isInvisible(sign)) {
                plain.append(plain(sign));
            }
        }
        return plain.toString();
    }

    /** Whether it is or looks like a space, or like nothing at all. */
    static boolean isBlank(char sign) {
        return isInvisible(sign) || Character.isWhitespace(plain(sign));
    }

    static boolean isQuote(char sign) {
        return DOUBLE.indexOf(sign) >= 0 || SINGLE.indexOf(sign) >= 0;
    }

    static boolean isDash(char sign) {
        return LEFT_TO_RIGHT.indexOf(sign) >= 0;
    }

    static char plain(char sign) {
        if (Character.isSpaceChar(sign)) {
            return ' ';
        }
        if (isDash(sign)) {
            return '-';
        }
        if (isQuote(sign)) {
            return DOUBLE.indexOf(sign) >= 0 ? '"' : '\'';
        }
        int wide = WIDE.indexOf(sign);
        if (wide >= 0) {
            return FOR_WIDE.charAt(wide);
        }
        return sign >= FIRST_WIDE && sign <= LAST_WIDE ? (char) (sign - TO_PLAIN) : sign;
    }

    private static boolean isInvisible(char sign) {
        return Character.getType(sign) == Character.FORMAT || sign == '\u00AD';
    }

    /** Says what the first of them in a text is. */
    void report(String text, int line) {
        for (int i = 0; i < text.length() && !findings.full(); i++) {
            char sign = text.charAt(i);
            if (isInvisible(sign) || plain(sign) != sign) {
                report(sign, line);
                return;
            }
        }
    }

    private void report(char sign, int line) {
        String code = String.format("U+%04X", (int) sign);
        if (isInvisible(sign)) {
            findings.add("lesson.sign-invisible", line, code);
        } else if (sign == '\u00A0' || sign == '\u202F' || sign == '\u2007') {
            findings.add("lesson.sign-no-break", line, code);
        } else if (Character.isSpaceChar(sign)) {
            findings.add("lesson.sign-space", line, code);
        } else {
            String key = isQuote(sign) ? "lesson.sign-quote" : isDash(sign) ? "lesson.sign-dash" : "lesson.sign-wide";
            findings.add(key, line, String.valueOf(sign), String.valueOf(plain(sign)));
        }
    }
}
