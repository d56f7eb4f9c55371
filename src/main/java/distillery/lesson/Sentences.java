package distillery.lesson;

import distillery.lesson.Prose.Block;
import distillery.lesson.Prose.Emphasis;
import distillery.lesson.Prose.Paragraph;
import distillery.lesson.Prose.Span;
import distillery.lesson.Prose.Strong;
import distillery.lesson.Prose.Text;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into what a class reads at a time: one sentence, or a list, formula or picture. */
public final class Sentences {
    private Sentences() {}

    /** The pieces in their order; together they are the text. The marks that end a sentence say it, in any language. */
    public static List<Prose> of(Prose prose) {
        List<Prose> pieces = new ArrayList<>();
        for (Block block : prose.blocks()) {
            if (block instanceof Paragraph paragraph) {
                cut(paragraph, pieces);
            } else {
                pieces.add(new Prose(List.of(block)));
            }
        }
        return pieces;
    }

    private static void cut(Paragraph paragraph, List<Prose> pieces) {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(readable(paragraph.spans()));
        int from = ends.first();
        for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
            List<Span> sentence = part(paragraph.spans(), from, to);
            if (!new Paragraph(sentence).plain().isBlank()) {
                pieces.add(new Prose(List.of(new Paragraph(sentence))));
            }
            from = to;
        }
    }

    /** As long as the plain words, but what is in formulas and code ends no sentence. */
    private static String readable(List<Span> spans) {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            if (span instanceof Text text) {
                words.append(text.text());
            } else if (span instanceof Emphasis emphasis) {
                words.append(readable(emphasis.spans()));
            } else if (span instanceof Strong strong) {
                words.append(readable(strong.spans()));
            } else {
                words.append("x".repeat(span.plain().length()));
            }
        }
        return words.toString();
    }

    /** The spans from one place of the plain words to another. */
    private static List<Span> part(List<Span> spans, int from, int to) {
        List<Span> part = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int length = span.plain().length();
            int begin = Math.max(from - at, 0);
            int end = Math.min(to - at, length);
            if (begin < end) {
                part.add(part(span, begin, end));
            }
            at += length;
        }
        return part;
    }

    private static Span part(Span span, int from, int to) {
        if (span instanceof Text text) {
            return new Text(text.text().substring(from, to));
        }
        if (span instanceof Emphasis emphasis) {
            return new Emphasis(part(emphasis.spans(), from, to));
        }
        return span instanceof Strong strong ? new Strong(part(strong.spans(), from, to)) : span;
    }
}
