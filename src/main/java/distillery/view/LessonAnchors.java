package distillery.view;

import distillery.lesson.Target;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Marks the nodes of a screen that are parts to which lessons refer. */
public final class LessonAnchors {
    private static final Object PART = "part of a lesson";
    private static final Object ASIDE = "of no use to a class";
    private static final Object BESIDE = "in the way of a part of a lesson";
    private static final Object TIED = "locked with a part of a lesson";
    private static final Object HEADING = "heading of a part of a lesson";
    private static final String TITLE = "card-title";

    private LessonAnchors() {}

    /** Says that this node is the part of its screen, or another screen's twin of it. */
    public static <N extends Node> N mark(N node, Target target) {
        node.getProperties().put(PART, target);
        return node;
    }

    /** A part in a holder that comes and goes by itself, with a page: what is in it can still be hidden by a lesson. */
    public static Node page(Node part, Target target, ObservableValue<Boolean> shown) {
        return Controls.showIf(new StackPane(mark(part, target)), shown);
    }

    /** Says that this node does what a part does, and so has to be locked with it: a plot that sets the temperature. */
    public static <N extends Node> N tie(N node, Target target) {
        node.getProperties().put(TIED, target);
        return node;
    }

    /** Says that a part that has no title begins with these words: before them a lock can stand. */
    public static <L extends Labeled> L head(L words) {
        words.getProperties().put(HEADING, true);
        return words;
    }

    /** The heading of a row of controls: nothing but room for a lock, and none of that while there is no lock. */
    public static Label rowHead() {
        Label empty = head(new Label());
        empty.setMinWidth(Region.USE_PREF_SIZE);
        empty.managedProperty().bind(empty.graphicProperty().isNotNull());
        return empty;
    }

    /** What a part begins with: its title, or else what was said to be its heading; null if it has neither. */
    public static @Nullable Labeled heading(Node part) {
        if (part instanceof Labeled words && isHeading(words)) {
            return words;
        }
        if (part instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Labeled found = heading(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Optional words may not be there. */
    private static boolean isHeading(Labeled words) {
        return words.getProperties().containsKey(HEADING)
                || (words.getStyleClass().contains(TITLE) && !(words instanceof OptionalLabel));
    }

    /** Says that a reader alone needs this node, a class that looks on does not: it reads one sentence at a time. */
    public static <N extends Node> N aside(N node) {
        node.getProperties().put(ASIDE, ASIDE);
        return node;
    }

    /** Says that this node takes room from a part, and goes where a class sees that part without what is around both. */
    public static <N extends Node> N beside(N node, Target target) {
        node.getProperties().put(BESIDE, target);
        return node;
    }

    /** What takes room from the parts that are among these targets. */
    public static List<Node> beside(Node screen, Set<Target> targets) {
        return find(screen, BESIDE, targets);
    }

    /** What of a screen a class does without. */
    public static List<Node> asides(Node screen) {
        List<Node> found = new ArrayList<>();
        collect(screen, ASIDE, Set.of(ASIDE), found);
        return found;
    }

    /** The parts of a screen that are among these targets; those within others come later. */
    public static List<Node> parts(Node screen, Set<Target> targets) {
        return find(screen, PART, targets);
    }

    /** The same, and whatever is locked with them. */
    public static List<Node> withTied(Node screen, Set<Target> targets) {
        List<Node> all = parts(screen, targets);
        all.addAll(find(screen, TIED, targets));
        return all;
    }

    /**
     * Whether somebody could use a part of this screen now: it can be seen and is not locked, nor is anything around it.
     * Where a screen has no such part, what is tied to it counts.
     */
    public static boolean isInReach(Node screen, Target target) {
        Set<Target> wanted = Set.of(target);
        List<Node> parts = parts(screen, wanted);
        return (parts.isEmpty() ? withTied(screen, wanted) : parts)
                .stream().anyMatch(part -> !part.isDisabled() && isShown(part));
    }

    /** Whether neither a part nor anything around it is hidden. */
    public static boolean isShown(Node part) {
        return part.isVisible() && (part.getParent() == null || isShown(part.getParent()));
    }

    private static List<Node> find(Node screen, Object key, Set<Target> targets) {
        List<Node> found = new ArrayList<>();
        if (!targets.isEmpty()) {
            collect(screen, key, EnumSet.copyOf(targets), found);
        }
        return found;
    }

    private static void collect(Node node, Object key, Set<?> targets, List<Node> found) {
        Object marked = node.hasProperties() ? node.getProperties().get(key) : null;
        if (marked != null && targets.contains(marked)) {
            found.add(node);
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            collect(scroll.getContent(), key, targets, found); // it has no children before its first layout
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, key, targets, found));
        }
    }
}
