package distillery.lesson;

import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/** How deep Markdown may be nested: readers and views recurse, and no card has room for more. */
final class NestingLimit {
    static final int MOST = 8;

    private NestingLimit() {}

    /** The first node that is too deep. */
    static Optional<Node> beyond(Node root) {
        int depth = 0;
        Node node = root;
        while (true) {
            if (depth > MOST) {
                return Optional.of(node);
            }
            if (node.getFirstChild() != null) {
                depth += weight(node);
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                depth -= weight(node);
            }
            if (node == root) {
                return Optional.empty();
            }
            node = node.getNext();
        }
    }

    private static int weight(Node node) {
        boolean nests = node instanceof ListBlock
                || node instanceof BlockQuote
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || node instanceof Link
                || node instanceof Image;
        return nests ? 1 : 0;
    }
}
