package distillery.view.loss;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * Which terms of the formula are looked at. Whatever shows a term lights it while the mouse or the focus is on it, and
 * is itself lit, with the pseudo-class {@code lit}, while one of its terms is. The mouse takes precedence over the
 * focus.
 */
final class TermHighlight {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final ObjectProperty<Set<Term>> lit = new SimpleObjectProperty<>(this, "lit", Set.of());
    private final Map<Node, Set<Term>> hovered = new HashMap<>();
    private final Map<Node, Set<Term>> focused = new HashMap<>();

    /** Lets a node light these terms and be lit with them, for as long as it exists. */
    void join(Node node, Set<Term> terms) {
        join(node, terms, terms);
    }

    /** Lets a node light some terms and be lit with others. */
    void join(Node node, Set<Term> lights, Set<Term> litWith) {
        join(new SimpleBooleanProperty(true), node, lights, litWith);
    }

    /** Lets a node light these terms and be lit with them, but only while the loss on screen has them. */
    void joinWhile(ObservableBooleanValue joined, Node node, Set<Term> terms) {
        join(joined, node, terms, terms);
    }

    private void join(ObservableBooleanValue joined, Node node, Set<Term> lights, Set<Term> litWith) {
        Runnable beLit =
                () -> node.pseudoClassStateChanged(LIT, joined.get() && !Collections.disjoint(lit.get(), litWith));
        Runnable light = () -> {
            look(hovered, node, lights, joined.get() && node.isHover());
            look(focused, node, lights, joined.get() && node.isFocused());
        };
        lit.addListener((property, before, now) -> beLit.run());
        joined.addListener((property, before, now) -> {
            light.run();
            beLit.run();
        });
        beLit.run(); // a term may join that is looked at already
        if (!lights.isEmpty()) {
            node.hoverProperty().addListener((property, before, on) -> light.run());
            node.focusedProperty().addListener((property, before, on) -> light.run());
        }
    }

    private void look(Map<Node, Set<Term>> at, Node node, Set<Term> terms, boolean on) {
        if (on) {
            at.put(node, terms);
        } else {
            at.remove(node);
        }
        lit.set(innermost(hovered.isEmpty() ? focused : hovered));
    }

    /** The mouse is also on whatever holds the node it is on; the node itself says more. */
    private static Set<Term> innermost(Map<Node, Set<Term>> looked) {
        return looked.entrySet().stream()
                .max(Comparator.comparingInt(entry -> depth(entry.getKey())))
                .map(Map.Entry::getValue)
                .orElse(Set.of());
    }

    private static int depth(Node node) {
        int depth = 0;
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            depth++;
        }
        return depth;
    }
}
