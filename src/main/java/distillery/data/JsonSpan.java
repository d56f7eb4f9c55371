package distillery.data;

import java.nio.charset.StandardCharsets;

/**
 * Where a JSON value ends, in UTF-8 bytes and without making anything of it: many times as fast as reading it. It must be closed,
 * with values, commas and colons in turns; what its numbers and strings say is not looked at.
 */
public final class JsonSpan {
    /** What stands in place of an end where the value is damaged. */
    public static final int BROKEN = -1;

    private static final int DEEPEST = 200;
    private static final String NUMBER = "0123456789+-.eE";
    private static final String WORD = "truefalsn";

    private static final byte SPACE = 1;
    private static final byte DIGIT = 2;
    private static final byte LETTER = 3;
    private static final byte OPEN = 4;
    private static final byte CLOSE = 5;
    private static final byte BETWEEN = 6;
    private static final byte QUOTE = 7;
    private static final byte[] KINDS = kinds();

    private JsonSpan() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        mark(kinds, " \t\r\n", SPACE);
        mark(kinds, WORD, LETTER);
        mark(kinds, NUMBER, DIGIT);
        mark(kinds, "[{", OPEN);
        mark(kinds, "]}", CLOSE);
        mark(kinds, ",:", BETWEEN);
        mark(kinds, "\"", QUOTE);
        kinds['e'] = DIGIT; // in numbers and in true and false
        return kinds;
    }

    private static void mark(byte[] kinds, String characters, byte kind) {
        for (byte each : characters.getBytes(StandardCharsets.US_ASCII)) {
            kinds[each] = kind;
        }
    }

    /** The place after the array or object that begins at {@code start}; {@link #BROKEN} if it does not end as it should. */
    public static int end(byte[] json, int start) {
        byte[] open = new byte[DEEPEST];
        int depth = 0;
        boolean value = true; // whether one may come next
        boolean fresh = false; // whether something was opened just now
        for (int i = start; i < json.length; i++) {
            byte kind = KINDS[json[i] & 0xff];
            if (kind == SPACE) {
                continue;
            }
            if (kind == BETWEEN) {
                if (value) {
                    return BROKEN;
                }
                value = true;
            } else if (kind == CLOSE) {
                if ((value && !fresh) || depth == 0 || open[--depth] != json[i] - 2) { // ] and } come two after [ and {
                    return BROKEN;
                }
                if (depth == 0) {
                    return i + 1;
                }
                value = false;
            } else if (!value || kind == 0 || (kind == OPEN && depth == DEEPEST)) {
                return BROKEN;
            } else if (kind == OPEN) {
                open[depth++] = json[i];
            } else {
                i = kind == QUOTE ? closing(json, i) : last(json, i);
                value = false;
            }
            fresh = kind == OPEN;
        }
        return BROKEN;
    }

    /** The quotation mark that ends a string; the end of all if none does. */
    private static int closing(byte[] json, int quote) {
        int i = quote + 1;
        while (i < json.length && json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i;
    }

    /** The last character of a number or word. */
    private static int last(byte[] json, int first) {
        int i = first;
        while (i + 1 < json.length && (KINDS[json[i + 1] & 0xff] == DIGIT || KINDS[json[i + 1] & 0xff] == LETTER)) {
            i++;
        }
        return i;
    }
}
