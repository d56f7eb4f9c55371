package distillery.view.loss;

import distillery.lab.loss.LossReading;
import distillery.view.Numbers;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/**
 * One pull on one logit: an arrow from the middle to the right (up) or left (down), and the number. A dashed mark
 * shows where the arrow should end where a mistake moves it, a ring where the soft arrow ends as T grows.
 */
final class ArrowLine extends Region {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final int DECIMALS = 5;

    private final Arrow kind;
    private final int index;
    private final Label name = new Label();
    private final Label value = new Label();
    private final Line middle = new Line();
    private final Region shaft = new Region();
    private final Region head = new Region();
    private final Region ghost = new Region();
    private final Region limit = new Region();
    private String truth = "";
    private double share;
    private double trueShare;
    private double limitShare;

    ArrowLine(LossControls parts, Arrow kind, int index) {
        this.kind = kind;
        this.index = index;
        String style = kind.id();
        setId("loss-arrow-" + style + "-" + index);
        getStyleClass().addAll("arrow-line", style);
        name.getStyleClass().add("arrow-name");
        name.textProperty().bind(parts.texts().text("loss.arrow." + style));
        value.setId("loss-pull-" + style + "-" + index);
        value.getStyleClass().add("arrow-value");
        middle.getStyleClass().add("arrow-middle");
        shaft.getStyleClass().add("arrow-shaft");
        head.getStyleClass().add("arrow-head");
        ghost.getStyleClass().add("stack-ghost");
        limit.getStyleClass().add("limit-mark");
        getChildren().setAll(middle, shaft, head, ghost, limit, name, value);
        parts.lighting().join(this, kind.terms());
    }

    void show(LossReading reading) {
        setVisible(kind.isShown(reading));
        setManaged(kind.isShown(reading));
        double pull = kind.pulls(reading).get(index);
        double full = reading.fullPull();
        share = bounded(pull / full);
        double truePull = kind.truth(reading).get(index);
        truth = Numbers.signed(truePull, DECIMALS);
        trueShare = bounded(truePull / full);
        ghost.setVisible(Math.abs(share - trueShare) > 1e-3);
        showLimit(reading, full);
        value.setText(Numbers.signed(pull, DECIMALS));
        pseudoClassStateChanged(DOWN, pull < 0);
        requestLayout();
    }

    /** A ring that lies beyond what is full would stand in a wrong place, and is left out. */
    private void showLimit(LossReading reading, double full) {
        double tip = reading.limitPulls().get(index);
        boolean shown = kind == Arrow.SOFT && reading.showsLimit() && Math.abs(tip) <= full;
        limit.setVisible(shown);
        limitShare = shown ? tip / full : 0;
    }

    /** The loss' name and the pull in words. */
    String words() {
        return name.getText() + " " + value.getText();
    }

    /** The same with the pull as it should be. */
    String trueWords() {
        return name.getText() + " " + truth;
    }

    /** A share of the room on either side. */
    private static double bounded(double share) {
        return Math.max(-1, Math.min(1, share));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(1.02 * name.prefHeight(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double em = value.getFont().getSize();
        double height = getHeight();
        double nameRoom = 3.6 * em;
        double valueRoom = 5 * em;
        name.resizeRelocate(0, 0, nameRoom, height);
        value.resizeRelocate(getWidth() - valueRoom, 0, valueRoom, height);
        double centre = snapPositionX((nameRoom + getWidth() - valueRoom) / 2);
        double half = (getWidth() - valueRoom - nameRoom) / 2 - em / 3;
        middle.setStartX(centre);
        middle.setEndX(centre);
        middle.setEndY(height);
        double length = Math.abs(share) * half;
        double size = Math.max(em, 0.55 * height); // where there is room, it is seen from far away
        double tip = Math.min(length, 0.6 * size);
        double sign = share < 0 ? -1 : 1;
        double shaftEnd = centre + sign * (length - tip);
        double thick = 0.36 * size;
        double wide = 0.85 * size * Math.max(0.4, tip / (0.6 * size)); // a head without a shaft keeps its shape
        shaft.resizeRelocate(Math.min(centre, shaftEnd), (height - thick) / 2, length - tip, thick);
        head.resizeRelocate(Math.min(shaftEnd, centre + sign * length), (height - wide) / 2, tip, wide);
        ghost.resizeRelocate(centre + trueShare * half - 1, 1, 2, height - 2);
        double ring = 0.6 * em;
        limit.resizeRelocate(centre + limitShare * half - ring / 2, (height - ring) / 2, ring, ring);
    }
}
