package distillery.view.lessons;

import distillery.lesson.Target;
import distillery.view.Focus;
import distillery.view.Scroller;
import distillery.view.Targets;
import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Finds room for what belongs together: a learner should see what a control does while using it. */
final class Room {
    /** So much of a part is enough to follow what happens in it. */
    private static final double ENOUGH = 0.8;

    private Room() {}

    /**
     * The parts of a screen that keep others from being seen at once: they stand between them where all of it has to be
     * scrolled, and there is nothing in them that could be used now.
     *
     * @param lit what should be seen together
     */
    static List<Node> inTheWay(Node screen, List<Node> lit) {
        Scroller scroller = lit.isEmpty() ? null : around(lit.get(0));
        if (scroller == null || lit.stream().anyMatch(part -> around(part) != scroller)) {
            return List.of();
        }
        List<Bounds> places = lit.stream().map(scroller::place).toList();
        double top = places.stream().mapToDouble(Bounds::getMinY).min().orElseThrow();
        double bottom = places.stream().mapToDouble(Bounds::getMaxY).max().orElseThrow();
        if (scroller.holds(bottom - top)) {
            return List.of();
        }
        return Targets.parts(screen, EnumSet.allOf(Target.class)).stream()
                .filter(part -> around(part) == scroller && Targets.isShown(part) && !Focus.hasControl(part))
                .filter(part ->
                        lit.stream().noneMatch(other -> Focus.isWithin(other, part) || Focus.isWithin(part, other)))
                .filter(part -> {
                    Bounds place = scroller.place(part);
                    return place.getMinY() >= top && place.getMaxY() <= bottom;
                })
                .toList();
    }

    /** Whether nearly all of a part, or as much of it as there is room for, is not scrolled away. */
    static boolean isInView(Node part) {
        Scroller scroller = around(part);
        if (scroller == null) {
            return true;
        }
        Bounds whole = part.localToScene(part.getLayoutBounds());
        Bounds view = scroller.localToScene(scroller.getLayoutBounds());
        double seen = Math.min(whole.getMaxY(), view.getMaxY()) - Math.max(whole.getMinY(), view.getMinY());
        return seen >= ENOUGH * Math.min(whole.getHeight(), view.getHeight());
    }

    /** What a part scrolls with. */
    private static @Nullable Scroller around(Node part) {
        Node around = part.getParent();
        while (around != null && !(around instanceof Scroller)) {
            around = around.getParent();
        }
        return (Scroller) around;
    }
}
