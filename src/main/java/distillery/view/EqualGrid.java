package distillery.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Equal tiles side by side; where that leaves one less than its smallest width, in two rows. */
public final class EqualGrid extends Pane {
    private static final double GAP = 7;

    public EqualGrid(Node... tiles) {
        super(tiles);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return width(perRow(0));
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(perRow(0));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = rows(perRow(width));
        return rows * tallest() + (rows - 1) * GAP;
    }

    @Override
    protected void layoutChildren() {
        int perRow = perRow(getWidth());
        double wide = (getWidth() - (perRow - 1) * GAP) / perRow;
        double high = tallest();
        for (int i = 0; i < getChildren().size(); i++) {
            int column = i % perRow;
            int row = i / perRow;
            getChildren().get(i).resizeRelocate(column * (wide + GAP), row * (high + GAP), wide, high);
        }
    }

    private int perRow(double width) {
        int all = getChildren().size();
        return width(all) <= width ? all : (all + 1) / 2;
    }

    private int rows(int perRow) {
        return (getChildren().size() + perRow - 1) / perRow;
    }

    private double width(int perRow) {
        double widest = getChildren().stream()
                .mapToDouble(tile -> tile.minWidth(-1))
                .max()
                .orElse(0);
        return perRow * widest + (perRow - 1) * GAP;
    }

    private double tallest() {
        return getChildren().stream()
                .mapToDouble(tile -> tile.prefHeight(-1))
                .max()
                .orElse(0);
    }
}
