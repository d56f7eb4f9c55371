package distillery.lesson;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Text as a lesson writes it: a small tree that a view traverses. */
public record Prose(List<Block> blocks) {
    /** The empty text. */
    public static final Prose NONE = new Prose(List.of());

    public Prose {
        blocks = List.copyOf(blocks);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** The words alone, for tables and screen readers: formulas as LaTeX, pictures as what they show. */
    public String plain() {
        return blocks.stream().map(Block::plain).collect(Collectors.joining("\n"));
    }

    /** What stands below each other. */
    public sealed interface Block {
        String plain();
    }

    public record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        @Override
        public String plain() {
            return Prose.plain(spans);
        }
    }

    /** A list; each item is a small text of its own. */
    public record Items(boolean numbered, List<Prose> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String plain() {
            return items.stream().map(Prose::plain).collect(Collectors.joining("\n"));
        }
    }

    /** A formula on a line of its own, in LaTeX. */
    public record Formula(String latex) implements Block {
        @Override
        public String plain() {
            return latex;
        }
    }

    /**
     * A picture.
     *
     * @param alt what it shows, never empty
     * @param source a PNG or JPEG file that was there when the lesson was read
     * @param content a sum over the file, so that one that was drawn anew is another picture
     * @param width in pixels; 0 for one that need not be waited for
     * @param height in pixels
     */
    public record Picture(String alt, URI source, long content, int width, int height) implements Block {
        /** One that is decoded at once when it is shown. */
        public Picture(String alt, URI source, long content) {
            this(alt, source, content, 0, 0);
        }

        @Override
        public String plain() {
            return alt;
        }
    }

    /**
     * What stands in place of a formula or a picture that cannot be shown.
     *
     * @param source as the lesson writes it
     * @param reason a sentence, in the language of the lesson
     */
    public record Refused(String source, String reason) implements Block, Span {
        @Override
        public String plain() {
            return source + " (" + reason + ")";
        }
    }

    /** What stands beside each other. */
    public sealed interface Span {
        String plain();
    }

    /** Plain text; a line break in it is meant. */
    public record Text(String text) implements Span {
        @Override
        public String plain() {
            return text;
        }
    }

    public record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }

        @Override
        public String plain() {
            return Prose.plain(spans);
        }
    }

    public record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }

        @Override
        public String plain() {
            return Prose.plain(spans);
        }
    }

    public record Code(String text) implements Span {
        @Override
        public String plain() {
            return text;
        }
    }

    /** A formula within a line, in LaTeX. */
    public record Symbol(String latex) implements Span {
        @Override
        public String plain() {
            return latex;
        }
    }

    private static String plain(List<Span> spans) {
        return spans.stream().map(Span::plain).collect(Collectors.joining());
    }
}
