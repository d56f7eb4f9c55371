package distillery.view.loss;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A row of the ledger's table: five columns whose widths are the same shares of every row. */
abstract class LedgerColumns extends Region {
    private static final double[] SHARES = {0.17, 0.19, 0.19, 0.29, 0.16};

    /** Takes its height in em from this label. */
    private final Label measure;

    LedgerColumns(Label measure) {
        this.measure = measure;
    }

    final double em() {
        return measure.getFont().getSize();
    }

    final double start(int column) {
        double start = 0;
        for (int i = 0; i < column; i++) {
            start += SHARES[i];
        }
        return snappedLeftInset() + start * inner();
    }

    final double width(int column) {
        return SHARES[column] * inner() - em() / 2;
    }

    private double inner() {
        return getWidth() - snappedLeftInset() - snappedRightInset();
    }

    /** Puts a node into a column, as wide as a share of it. */
    final void place(Node node, int column, double from, double share, double y, double height) {
        node.resizeRelocate(start(column) + from * width(column), y, share * width(column), height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
