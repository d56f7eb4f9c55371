package distillery.view.lessons;

import distillery.lesson.Target;
import distillery.view.Focus;
import distillery.view.LessonAnchors;
import distillery.view.Scroller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Finds room for what belongs together, so that a learner sees what a control does while using it: where a screen has
 * to scroll, parts in between that cannot be used now are hidden, if that helps.
 */
final class SpaceMaker {
    /** So much of what belongs together is enough to follow it. */
    private static final double NEARLY_ALL = 0.8;

    /** With less than this of a part in view, one does not see what happens in it. */
    private static final double ENOUGH = 0.5;

    private final List<Node> aside = new ArrayList<>();

    /**
     * Lays a screen out and makes room on it anew.
     *
     * @param together what should be seen at once
     * @return whether other parts than before are hidden now
     */
    boolean make(Node screen, List<Node> together) {
        List<Node> before = List.copyOf(aside);
        giveBack();
        Scene scene = screen.getScene();
        Scroller scroller = scroller(together);
        if (scene != null) {
            Scroller.layOut(scene);
        }
        if (scene != null && scroller != null && together.size() > 1 && !scroller.holds(span(scroller, together))) {
            List<Node> inTheWay = inTheWay(screen, scroller, together);
            inTheWay.forEach(this::putAside);
            scene.getRoot().layout(); // styles are as they were
            if (!inTheWay.isEmpty() && !scroller.holds(NEARLY_ALL * span(scroller, together))) {
                giveBack();
                scene.getRoot().layout();
            }
        }
        return !aside.equals(before);
    }

    /** Shows all that was hidden. */
    void giveBack() {
        aside.forEach(part -> show(part, true));
        aside.clear();
    }

    /** Whether enough of a part, or of as much of it as there is room for, is not scrolled away. */
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

    private void putAside(Node part) {
        aside.add(part);
        show(part, false);
    }

    /** A part that is not shown leaves its room to others. */
    static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** Parts between these that nobody could use now. One that stands within another goes with it or not at all. */
    private static List<Node> inTheWay(Node screen, Scroller scroller, List<Node> together) {
        List<Node> parts = LessonAnchors.parts(screen, EnumSet.allOf(Target.class)).stream()
                .filter(part -> around(part) == scroller)
                .toList();
        double top = top(scroller, together);
        double bottom = bottom(scroller, together);
        return parts.stream()
                .filter(part ->
                        LessonAnchors.isShown(part) && !part.visibleProperty().isBound() && !Focus.hasControl(part))
                .filter(part -> parts.stream().noneMatch(around -> around != part && Focus.isWithin(part, around)))
                .filter(part ->
                        together.stream().noneMatch(lit -> Focus.isWithin(lit, part) || Focus.isWithin(part, lit)))
                .filter(part -> scroller.place(part).getMinY() >= top
                        && scroller.place(part).getMaxY() <= bottom)
                .toList();
    }

    private static double span(Scroller scroller, List<Node> parts) {
        return bottom(scroller, parts) - top(scroller, parts);
    }

    private static double top(Scroller scroller, List<Node> parts) {
        return parts.stream()
                .mapToDouble(part -> scroller.place(part).getMinY())
                .min()
                .orElseThrow();
    }

    private static double bottom(Scroller scroller, List<Node> parts) {
        return parts.stream()
                .mapToDouble(part -> scroller.place(part).getMaxY())
                .max()
                .orElseThrow();
    }

    /** What all these parts scroll with. */
    private static @Nullable Scroller scroller(List<Node> parts) {
        Scroller first = parts.isEmpty() ? null : around(parts.get(0));
        return parts.stream().allMatch(part -> around(part) == first) ? first : null;
    }

    private static @Nullable Scroller around(Node part) {
        Node around = part.getParent();
        while (around != null && !(around instanceof Scroller)) {
            around = around.getParent();
        }
        return (Scroller) around;
    }
}
