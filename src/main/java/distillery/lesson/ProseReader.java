package distillery.lesson;

import distillery.data.Problem;
import distillery.lesson.Formulas.FormulaBlock;
import distillery.lesson.Formulas.InlineFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Makes prose of Markdown, and reports whatever a lesson may not hold. */
final class ProseReader {
    private static final Parser PARSER = Formulas.addTo(Parser.builder())
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    ListBlock.class,
                    BlockQuote.class,
                    FencedCodeBlock.class,
                    HtmlBlock.class,
                    ThematicBreak.class))
            .maxOpenBlockParsers(4 * NestingLimit.MOST)
            .maxInlineNesting(4 * NestingLimit.MOST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final Pictures pictures;
    private final Function<String, Optional<Problem>> complaint;
    private final Diagnostics findings;
    private final int first;

    /**
     * Reads text whose first line is the file's line {@code first}.
     *
     * @param complaint what is wrong with a formula; empty if nothing is
     */
    ProseReader(Pictures pictures, Function<String, Optional<Problem>> complaint, Diagnostics findings, int first) {
        this.pictures = pictures;
        this.complaint = complaint;
        this.findings = findings;
        this.first = first;
    }

    /** What stands in a text; nothing, with a finding, if it is nested too deeply. */
    List<Node> parse(String markdown) {
        Node document = PARSER.parse(markdown);
        Optional<Node> deep = NestingLimit.beyond(document);
        deep.ifPresent(node -> findings.add("lesson.nested", line(node), String.valueOf(NestingLimit.MOST)));
        return deep.isPresent() ? List.of() : children(document);
    }

    /** A small text of its own. */
    Prose read(String markdown) {
        return read(parse(markdown));
    }

    /** All that is below a node. */
    Prose read(Node parent) {
        return read(children(parent));
    }

    private Prose read(List<Node> nodes) {
        return new Prose(nodes.stream().flatMap(node -> block(node).stream()).toList());
    }

    /** One block; empty, with a finding, if it is none of prose. */
    Optional<Prose.Block> block(Node node) {
        if (node instanceof Paragraph && node.getFirstChild() instanceof Image image && image.getNext() == null) {
            return picture(image);
        }
        if (node instanceof Paragraph) {
            return Optional.of(new Prose.Paragraph(spans(node)));
        }
        if (node instanceof ListBlock) {
            boolean numbered = node instanceof OrderedList;
            return Optional.of(new Prose.Items(
                    numbered, children(node).stream().map(this::read).toList()));
        }
        if (node instanceof FormulaBlock formula) {
            return formula(formula);
        }
        findings.add(
                node instanceof HtmlBlock
                        ? "lesson.html"
                        : node instanceof LinkReferenceDefinition ? "lesson.link" : "lesson.not-prose",
                line(node));
        return Optional.empty();
    }

    /** The file's line in which a node begins. */
    int line(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.getSourceSpans().isEmpty()) {
                return first + each.getSourceSpans().get(0).getLineIndex();
            }
        }
        return first;
    }

    private static List<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), child -> child != null, Node::getNext)
                .toList();
    }

    private Optional<Prose.Block> picture(Image image) {
        String alt = new Prose.Paragraph(spans(image)).plain().strip();
        if (alt.isEmpty()) {
            findings.add("lesson.picture-alt", line(image), image.getDestination());
        }
        return Optional.of(pictures.find(image.getDestination(), alt, line(image)));
    }

    private Optional<Prose.Block> formula(FormulaBlock formula) {
        if (formula.closed && !formula.latex.isEmpty()) {
            return Optional.of(refused(formula.latex, line(formula))
                    .map(Prose.Block.class::cast)
                    .orElseGet(() -> new Prose.Formula(formula.latex)));
        }
        findings.add("lesson.formula", line(formula), "$$");
        return Optional.empty();
    }

    /** What stands in place of a formula; empty if nothing is wrong with it. */
    private Optional<Prose.Refused> refused(String latex, int line) {
        if (findings.full()) {
            return Optional.of(findings.refuse(latex, "lesson.latex", line));
        }
        return complaint.apply(latex).map(words -> findings.refuse(latex, "lesson.latex", line, latex, words));
    }

    /** All that is within a line. */
    List<Prose.Span> spans(Node parent) {
        List<Prose.Span> spans = new ArrayList<>();
        for (Node node : children(parent)) {
            span(node).ifPresent(spans::add);
        }
        return spans;
    }

    private Optional<Prose.Span> span(Node node) {
        if (node instanceof Text text) {
            return Optional.of(text(text));
        }
        if (node instanceof Emphasis) {
            return Optional.of(new Prose.Emphasis(spans(node)));
        }
        if (node instanceof StrongEmphasis) {
            return Optional.of(new Prose.Strong(spans(node)));
        }
        if (node instanceof Code code) {
            return Optional.of(new Prose.Code(code.getLiteral()));
        }
        if (node instanceof SoftLineBreak) {
            return joint(node).map(Prose.Text::new);
        }
        if (node instanceof HardLineBreak) {
            return Optional.of(new Prose.Text("\n"));
        }
        if (node instanceof InlineFormula formula && !formula.latex.isEmpty()) {
            return Optional.of(refused(formula.latex, line(formula))
                    .map(Prose.Span.class::cast)
                    .orElseGet(() -> new Prose.Symbol(formula.latex)));
        }
        return refuse(node);
    }

    private Optional<Prose.Span> refuse(Node node) {
        if (node instanceof InlineFormula) {
            findings.add("lesson.formula", line(node), "$");
        } else if (node instanceof Image) {
            findings.add("lesson.picture-alone", line(node));
        } else if (node instanceof Link) {
            findings.add("lesson.link", line(node));
        } else if (node instanceof HtmlInline) {
            findings.add("lesson.html", line(node));
        } else {
            findings.add("lesson.not-prose", line(node));
        }
        return Optional.empty();
    }

    /** Stars left over are a word that should be strong: Markdown does not see it where signs and letters meet. */
    private Prose.Text text(Text node) {
        if (node.getLiteral().contains("**")) {
            findings.add("lesson.stars", line(node), node.getLiteral());
        }
        return new Prose.Text(node.getLiteral());
    }

    /** What stands for a line's end: a space, but nothing between two Chinese characters. */
    private static Optional<String> joint(Node lineEnd) {
        boolean chinese = isWide(last(lineEnd.getPrevious())) && isWide(first(lineEnd.getNext()));
        return chinese ? Optional.empty() : Optional.of(" ");
    }

    private static int last(@Nullable Node node) {
        if (node instanceof Text text && !text.getLiteral().isEmpty()) {
            return text.getLiteral().codePointBefore(text.getLiteral().length());
        }
        return node == null ? 0 : last(node.getLastChild());
    }

    private static int first(@Nullable Node node) {
        if (node instanceof Text text && !text.getLiteral().isEmpty()) {
            return text.getLiteral().codePointAt(0);
        }
        return node == null ? 0 : first(node.getFirstChild());
    }

    private static boolean isWide(int letter) {
        return Character.isIdeographic(letter) || (letter >= 0x3000 && letter <= 0x303F) || letter >= 0xFF00;
    }
}
