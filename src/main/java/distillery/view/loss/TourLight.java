package distillery.view.loss;

import distillery.lab.loss.Tour;
import distillery.lab.loss.Tour.Stop;
import distillery.view.Scroller;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Lights the cards that a stop is about and dims those that it does without. Cards keep their places: only what is
 * scrolled away is brought into view.
 */
final class TourLight {
    private static final PseudoClass TOURED = PseudoClass.getPseudoClass("toured");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");

    private final Map<Stop, Scene> scenes = new EnumMap<>(Stop.class);
    private final List<Node> cards;

    /** What a stop is about, and what is tried there. */
    private record Scene(List<Node> about, List<Node> tools) {}

    /** Lights for all cards of the screen. */
    TourLight(List<Node> cards) {
        this.cards = List.copyOf(cards);
    }

    /** Says what a stop is about, and with what else something is tried there. */
    TourLight at(Stop stop, List<Node> about, Node... tools) {
        scenes.put(stop, new Scene(about, List.of(tools)));
        return this;
    }

    void follow(Tour tour) {
        tour.stopProperty().subscribe(this::show);
    }

    private void show(@Nullable Stop stop) {
        Scene scene = stop == null ? null : scenes.get(stop);
        Set<Node> bright = new HashSet<>(scene == null ? cards : scene.about());
        if (scene != null) {
            bright.addAll(scene.tools());
        }
        for (Node card : cards) {
            card.pseudoClassStateChanged(TOURED, scene != null && scene.about().contains(card));
            card.pseudoClassStateChanged(DIMMED, !bright.contains(card));
        }
        if (scene != null) {
            scene.tools().forEach(TourLight::reveal);
            scene.about().forEach(TourLight::reveal); // what it is about goes first where not all has room
        }
    }

    private static void reveal(Node card) {
        if (card.getScene() == null) {
            return;
        }
        Scroller.layOut(card.getScene());
        for (Node around = card.getParent(); around != null; around = around.getParent()) {
            if (around instanceof Scroller scroller) {
                scroller.show(card);
            }
        }
    }
}
