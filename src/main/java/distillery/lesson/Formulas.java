package distillery.lesson;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/** Formulas within Markdown: {@code $…$} in a line, {@code $$…$$} from the beginning of a line. */
final class Formulas {
    private static final String FENCE = "$$";

    private Formulas() {}

    static Parser.Builder addTo(Parser.Builder parser) {
        return parser.customInlineContentParserFactory(new InLine.Factory())
                .customBlockParserFactory((state, matched) -> OnItsOwn.tryStart(state));
    }

    /** A formula in a line; empty if it never ends. */
    static final class InlineFormula extends CustomNode {
        final String latex;

        InlineFormula(String latex) {
            this.latex = latex;
        }
    }

    /** A formula on lines of its own; {@code closed} if it ends where a line ends. */
    static final class FormulaBlock extends CustomBlock {
        String latex = "";
        boolean closed;
    }

    private static final class InLine implements InlineContentParser {
        @Override
        public ParsedInline tryParse(org.commonmark.parser.beta.InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Position start = scanner.position();
            while (scanner.hasNext() && scanner.peek() != '$') {
                if (scanner.peek() == '\\') {
                    scanner.next(); // what follows belongs to it: \$ is a dollar sign within the formula
                }
                scanner.next();
            }
            if (!scanner.hasNext()) {
                return ParsedInline.of(new InlineFormula(""), start);
            }
            String latex = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            return ParsedInline.of(new InlineFormula(latex.replace('\n', ' ').strip()), scanner.position());
        }

        private static final class Factory implements InlineContentParserFactory {
            @Override
            public Set<Character> getTriggerCharacters() {
                return Set.of('$');
            }

            @Override
            public InlineContentParser create() {
                return new InLine();
            }
        }
    }

    private static final class OnItsOwn extends AbstractBlockParser {
        private final FormulaBlock block = new FormulaBlock();
        private final StringBuilder latex = new StringBuilder();
        private boolean ended;

        static BlockStart tryStart(ParserState state) {
            int start = state.getNextNonSpaceIndex();
            String line = state.getLine().getContent().toString();
            return line.startsWith(FENCE, start)
                    ? BlockStart.of(new OnItsOwn()).atIndex(start + FENCE.length())
                    : BlockStart.none();
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            // No formula has an empty line: one that never ends must not consume the rest of the lesson.
            return ended || state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String text = line.getContent().toString();
            int end = text.indexOf(FENCE);
            latex.append(end < 0 ? text : text.substring(0, end)).append(' ');
            if (end >= 0) {
                ended = true;
                block.closed = text.substring(end + FENCE.length()).isBlank();
            }
        }

        @Override
        public void closeBlock() {
            block.latex = latex.toString().strip();
        }
    }
}
