package distillery.view.digits;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Matrices side by side, in as many rows as make them largest. */
final class MatrixGrid extends Pane {
    private static final double GAP = 10;

    MatrixGrid(List<? extends Node> panes) {
        getChildren().setAll(panes);
    }

    private List<Node> shown() {
        return getManagedChildren();
    }

    private int columns(double width, double height) {
        int count = Math.max(1, shown().size());
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double side = Math.min((width + GAP) / columns, (height + GAP) / rows);
            if (side > largest) {
                largest = side;
                best = columns;
            }
        }
        return best;
    }

    @Override
    protected double computeMinHeight(double width) {
        return shown().stream().mapToDouble(node -> node.minHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return shown().stream().mapToDouble(node -> node.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        List<Node> panes = shown();
        if (panes.isEmpty()) {
            return;
        }
        int columns = columns(getWidth(), getHeight());
        int rows = (panes.size() + columns - 1) / columns;
        double width = Math.floor((getWidth() + GAP) / columns - GAP);
        double height = Math.floor((getHeight() + GAP) / rows - GAP);
        for (int i = 0; i < panes.size(); i++) {
            int row = i / columns;
            panes.get(i).resizeRelocate(i % columns * (width + GAP), row * (height + GAP), width, height);
        }
    }
}
