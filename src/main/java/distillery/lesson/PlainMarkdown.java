package distillery.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks over a lesson's text for what begins a title, a block or a box with signs that only look right. */
final class PlainMarkdown {
    private static final String BLANK = "[\\p{Z}\\p{Cf}\\t]*";
    private static final Pattern TITLE = Pattern.compile("(" + BLANK + "[#\uFF03]{2,6}" + BLANK + ")(.*)");
    private static final Pattern FENCE = Pattern.compile("(" + BLANK + "[`\uFF40]{3,})(.*)");
    private static final Pattern BOX = Pattern.compile("(" + BLANK + "[>\uFF1E]" + BLANK
            + "[\\[\uFF3B\u3010][!\uFF01][^\\]\uFF3D\u3011]{0,20}[\\]\uFF3D\u3011])(.*)");
    private static final Pattern BOX_GOES_ON = Pattern.compile("(" + BLANK + "[>\uFF1E])(.*)");
    private static final Pattern TITLE_WITHOUT_SPACE = Pattern.compile(" {0,3}##[^# \\t].*");

    private final Lookalikes signs;
    private final Diagnostics findings;

    PlainMarkdown(Diagnostics findings) {
        this.findings = findings;
        signs = new Lookalikes(findings);
    }

    /** The lines with the right signs in them; the first is the file's line {@code first}. What is in blocks stays. */
    List<String> read(List<String> lines, int first) {
        List<String> plain = new ArrayList<>();
        boolean block = false;
        boolean box = false;
        for (String line : lines) {
            int where = first + plain.size();
            Matcher fence = FENCE.matcher(line);
            if (fence.matches()) {
                block = !block;
                plain.add(signs.plain(fence.group(1), where) + fence.group(2));
            } else {
                Matcher goesOn = BOX_GOES_ON.matcher(line);
                plain.add(
                        box && goesOn.matches() && !BOX.matcher(line).matches()
                                ? signs.plain(goesOn.group(1), where) + goesOn.group(2)
                                : block ? line : text(line, where));
                box = !block && plain.get(plain.size() - 1).stripLeading().startsWith(">");
            }
        }
        return plain;
    }

    private String text(String line, int where) {
        Matcher title = TITLE.matcher(line);
        Matcher beginning = title.matches() ? title : BOX.matcher(line);
        if (!beginning.matches()) {
            return line;
        }
        String plain = signs.plain(beginning.group(1), where) + beginning.group(2);
        if (TITLE_WITHOUT_SPACE.matcher(plain).matches()) {
            if (plain.equals(line)) {
                findings.add("lesson.title-space", where);
            }
            return plain.replaceFirst("##", "## ");
        }
        return plain;
    }
}
