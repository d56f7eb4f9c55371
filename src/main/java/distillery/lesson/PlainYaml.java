package distillery.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks over names with values, line by line, for signs that only look right. Words of a text may hold whatever they like. */
final class PlainYaml {
    private static final Set<String> WORDS =
            Set.of("title", "goal", "answer", "ask", "right", "wrong", "hint", "unit", "options", "items", "feedback");
    private static final Set<String> LISTS = Set.of("options", "items", "feedback");

    private static final Pattern LINE = Pattern.compile("([^:\uFF1A\uFE55\u2236]*)([:\uFF1A\uFE55\u2236])(.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");
    /** What YAML would stumble over outside of quotes. */
    private static final Pattern NEEDS_QUOTES = Pattern.compile(".*(?::\\s| #).*");

    private final Lookalikes signs;
    private final Diagnostics findings;
    private final Collection<String> names;
    /** The name whose value goes on, and how far it stands from the margin. */
    private String open = "";

    private int margin;

    PlainYaml(Collection<String> names, Diagnostics findings) {
        this.names = names;
        this.findings = findings;
        signs = new Lookalikes(findings);
    }

    /** The text with the right signs in it; its first line is the file's line {@code first}. */
    String read(String text, int first) {
        List<String> plain = new ArrayList<>();
        for (String line : text.lines().toList()) {
            plain.add(line(line, first + plain.size()));
        }
        return String.join("\n", plain);
    }

    private String line(String line, int where) {
        int indent = indent(line);
        if (indent == line.length() || line.charAt(indent) == '#') {
            return line;
        }
        boolean goesOn = WORDS.contains(open) && indent > margin;
        Matcher parts = LINE.matcher(line);
        if (!goesOn && parts.matches()) {
            String name = Lookalikes.plain(parts.group(1)).strip();
            if (NAME.matcher(name).matches() || (indent == 0 && !parts.group(2).equals(":"))) {
                open = name;
                margin = indent;
                return named(name, parts, where);
            }
        }
        if (goesOn) {
            boolean item = LISTS.contains(open) && Lookalikes.isDash(line.charAt(indent));
            return item ? signs.plain(line.substring(0, indent + 1), where) + line.substring(indent + 1) : line;
        }
        return signs.plain(line, where);
    }

    private String named(String name, Matcher parts, int where) {
        String value = parts.group(3);
        int blank = 0;
        while (blank < value.length() && Lookalikes.isBlank(value.charAt(blank))) {
            blank++;
        }
        String head = parts.group(1) + parts.group(2) + value.substring(0, blank);
        String plain = signs.plain(head, where);
        if (blank == 0 && !value.isEmpty()) {
            boolean known = names.contains(name) || name.contains(".");
            if (plain.equals(head) && known) {
                findings.add("lesson.colon", where, name);
            }
            plain += plain.equals(head) && !known ? "" : " ";
        }
        String rest = value.substring(blank);
        if (!plain.equals(head)) {
            return plain + (WORDS.contains(name) ? words(name, rest) : Lookalikes.plain(rest)); // once a line is enough
        }
        String right = WORDS.contains(name) ? words(name, rest) : Lookalikes.plain(rest);
        if (!right.equals(rest)) {
            signs.report(WORDS.contains(name) ? firstChanged(rest, right) : rest, where);
        }
        return plain + right;
    }

    private static String firstChanged(String before, String after) {
        int at = 0;
        while (before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return before.substring(at);
    }

    /** Words as they are, but for what stands around them: quotes that quote nothing, brackets and commas of a list. */
    private static String words(String name, String text) {
        String value = text.stripTrailing();
        if (value.length() < 2) {
            return text;
        }
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        String inner = value.substring(1, value.length() - 1);
        if (Lookalikes.isQuote(first)
                && Lookalikes.isQuote(last)
                && (name.equals("unit") || NEEDS_QUOTES.matcher(inner).matches())) {
            return '"' + inner.replace("\"", "\\\"") + '"';
        }
        if (LISTS.contains(name) && Lookalikes.plain(first) == '[' && Lookalikes.plain(last) == ']') {
            String commas =
                    inner.contains(",") ? inner : inner.replace('\uFF0C', ',').replace('\u3001', ',');
            return '[' + commas + ']';
        }
        return text;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && Lookalikes.isBlank(line.charAt(indent))) {
            indent++;
        }
        return indent;
    }
}
