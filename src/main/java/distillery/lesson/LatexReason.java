package distillery.lesson;

import distillery.data.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the typesetter refuses a formula, in both languages; its own messages are English and are not shown. */
final class LatexReason {
    private static final Pattern UNKNOWN = Pattern.compile("(?s).*Unknown symbol or command[^']*'([^']*)'.*");
    private static final Pattern CLOSED =
            Pattern.compile("(?s).*The token (\\\\\\S{1,40}) must be closed by (\\\\\\S{1,40}).*");
    private static final Pattern CHARACTER = Pattern.compile("(?s).*Unknown character : '(.*)' \\(or .*");
    private static final Pattern COMMAND = Pattern.compile("(?s)Problem with command (\\w{1,40}) at position.*");

    private LatexReason() {}

    static Problem of(String said) {
        Matcher unknown = UNKNOWN.matcher(said);
        if (unknown.matches()) {
            return unknown(unknown.group(1));
        }
        Matcher closed = CLOSED.matcher(said);
        if (closed.matches()) {
            return new Problem("latex.pair", closed.group(1), closed.group(2));
        }
        Matcher character = CHARACTER.matcher(said);
        if (character.matches()) {
            String sign = character.group(1);
            return sign.matches("[_^]")
                    ? new Problem("latex.twice", sign)
                    : new Problem("latex.character", shown(sign));
        }
        if (said.contains("array mode")) {
            return new Problem("latex.table");
        }
        if (said.contains("'}'") || said.contains("'{'")) {
            return new Problem("latex.brace");
        }
        Matcher command = COMMAND.matcher(said);
        return command.matches() ? new Problem("latex.argument", "\\" + command.group(1)) : new Problem("latex.broken");
    }

    /** An end without a beginning is unknown to the typesetter, too. */
    private static Problem unknown(String name) {
        return switch (name) {
            case "right" -> new Problem("latex.pair", "\\right", "\\left");
            case "end" -> new Problem("latex.pair", "\\end", "\\begin");
            default -> new Problem("latex.unknown", name);
        };
    }

    private static String shown(String sign) {
        return sign.isEmpty() || Character.isISOControl(sign.charAt(0)) ? "?" : sign;
    }
}
