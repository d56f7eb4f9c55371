package distillery.view.loss;

import java.util.Collections;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * Which terms of the formula are looked at. Whatever shows a term lights it while the mouse or the focus is on it, and
 * is itself lit, with the pseudo-class {@code lit}, while one of its terms is.
 */
final class Lighting {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final ObjectProperty<Set<Term>> lit = new SimpleObjectProperty<>(this, "lit", Set.of());

    /** Lets a node light these terms and be lit with them, for as long as it lives. */
    void join(Node node, Set<Term> terms) {
        follow(node, terms);
        node.hoverProperty().addListener((property, before, on) -> lit.set(on ? terms : Set.of()));
        node.focusedProperty().addListener((property, before, on) -> lit.set(on ? terms : Set.of()));
    }

    /** Lets a node be lit with these terms. */
    void follow(Node node, Set<Term> terms) {
        lit.addListener(
                (property, before, now) -> node.pseudoClassStateChanged(LIT, !Collections.disjoint(now, terms)));
    }
}
