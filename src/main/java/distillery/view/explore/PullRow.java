package distillery.view.explore;

import distillery.lab.explore.ExploreReading;
import distillery.view.Numbers;
import distillery.view.Texts;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** One class' pull: its name, an arrow from the middle to the right (up) or to the left (down), and the number. */
final class PullRow extends Region {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final int index;
    private final Texts texts;
    private final Label name = new Label();
    private final Label value = new Label();
    private final Line middle = new Line();
    private final Region shaft = new Region();
    private final Region head = new Region();
    private double share;

    PullRow(int index, Texts texts) {
        this.index = index;
        this.texts = texts;
        setId("explore-pull-" + index);
        getStyleClass().add("pull-row");
        value.setId("explore-pull-value-" + index);
        value.getStyleClass().add("pull-value");
        middle.getStyleClass().add("pull-middle");
        shaft.getStyleClass().add("shaft");
        head.getStyleClass().add("head");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(middle, shaft, head, name, value);
    }

    void show(ExploreReading reading) {
        double pull = reading.pull(index);
        share = pull / reading.fullPull();
        pseudoClassStateChanged(DOWN, pull < 0);
        name.setText(ClassLooks.name(reading, index, texts));
        value.setText(Numbers.signed(pull, 3));
        setAccessibleText(texts.get("explore.pull.accessible", name.getText(), value.getText()));
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return name.prefHeight(-1) + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double em = name.getFont().getSize();
        double height = getHeight();
        double nameRoom = 6.5 * em;
        double valueRoom = 4.5 * em;
        name.resizeRelocate(0, (height - name.prefHeight(-1)) / 2, nameRoom, name.prefHeight(-1));
        value.resizeRelocate(
                getWidth() - valueRoom, (height - value.prefHeight(-1)) / 2, valueRoom, value.prefHeight(-1));
        double centre = snapPositionX((nameRoom + getWidth() - valueRoom) / 2);
        double half = (getWidth() - valueRoom - nameRoom) / 2 - em / 2;
        middle.setStartX(centre);
        middle.setEndX(centre);
        middle.setEndY(height);
        double length = Math.abs(share) * half;
        double tip = Math.min(length, 0.6 * em);
        double thick = 0.35 * em;
        double wide = 0.9 * em;
        double sign = share < 0 ? -1 : 1;
        double shaftEnd = centre + sign * (length - tip);
        shaft.resizeRelocate(Math.min(centre, shaftEnd), (height - thick) / 2, length - tip, thick);
        double tipEnd = centre + sign * length;
        head.resizeRelocate(Math.min(shaftEnd, tipEnd), (height - wide) / 2, tip, wide);
    }
}
