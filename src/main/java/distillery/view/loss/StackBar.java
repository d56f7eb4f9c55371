package distillery.view.loss;

import distillery.view.Numbers;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two amounts end to end on one axis that starts at zero, with a dashed mark where they should end. */
final class StackBar extends Region {
    private static final double[] ROUND = {1, 2, 5, 10};

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final LossControls parts;
    private final double shortest;
    private final String firstKey;
    private final String secondKey;
    private final Label first = new Label();
    private final Label second = new Label();
    private final Region ghost = new Region();
    private final Label end = new Label();
    private double firstShare;
    private double secondShare;
    private double ghostShare;

    /** A bar whose parts are styled and named after their keys, on an axis no shorter than this. */
    StackBar(LossControls parts, double shortest, String id, String firstKey, String secondKey) {
        this.parts = parts;
        this.shortest = shortest;
        this.firstKey = firstKey;
        this.secondKey = secondKey;
        setId(id);
        getStyleClass().add("stack-bar");
        dress(first, id + "-" + firstKey, firstKey);
        dress(second, id + "-" + secondKey, secondKey);
        ghost.getStyleClass().add("stack-ghost");
        ghost.setMouseTransparent(true);
        end.getStyleClass().add("axis-label");
        getChildren().setAll(first, second, ghost, end);
    }

    /** The part that starts at zero. */
    Node first() {
        return first;
    }

    /** The part after it. */
    Node second() {
        return second;
    }

    private static void dress(Label part, String id, String key) {
        part.setId(id);
        part.getStyleClass().addAll("stack-part", key);
        part.setFocusTraversable(true);
        part.setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(double firstAmount, double secondAmount, double trueSum) {
        double full = full(firstAmount + secondAmount, trueSum);
        firstShare = share(firstAmount, full);
        secondShare = Math.min(1 - firstShare, share(secondAmount, full));
        ghostShare = share(trueSum, full);
        ghost.setVisible(Math.abs(trueSum - firstAmount - secondAmount) > full / 1000);
        end.setText(Numbers.plain(full));
        name(first, firstKey, firstAmount);
        name(second, secondKey, secondAmount);
        requestLayout();
    }

    private void name(Label part, String key, double amount) {
        part.setText(parts.texts().get("loss.part." + key));
        part.setAccessibleText(part.getText() + " " + Numbers.loss(amount));
    }

    /** The end of the axis: the first round number that holds all amounts. */
    private double full(double... amounts) {
        double largest = shortest;
        for (double amount : amounts) {
            largest = Double.isFinite(amount) ? Math.max(largest, amount) : largest;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(largest)));
        for (double round : ROUND) {
            if (round * decade >= largest) {
                return round * decade;
            }
        }
        return 10 * decade;
    }

    private static double share(double amount, double full) {
        return Math.max(0, Math.min(1, amount / full));
    }

    private double em() {
        return end.getFont().getSize() / 0.85;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 1.8 * em();
    }

    @Override
    protected void layoutChildren() {
        double room = Math.max(2 * em(), end.prefWidth(-1));
        double full = getWidth() - room;
        double split = snapPositionX(firstShare * full);
        place(first, 0, split);
        place(second, split, snapPositionX(secondShare * full));
        ghost.resizeRelocate(snapPositionX(ghostShare * full) - 1, -2, 2, getHeight() + 4);
        end.resizeRelocate(full + em() / 3, (getHeight() - end.prefHeight(-1)) / 2, room, end.prefHeight(-1));
    }

    /** A name that has no room is left out; the words below the bar have it. */
    private void place(Label part, double start, double width) {
        part.resizeRelocate(start, 0, width, getHeight());
        part.pseudoClassStateChanged(NARROW, part.prefWidth(-1) > width);
    }
}
