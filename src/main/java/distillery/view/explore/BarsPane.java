package distillery.view.explore;

import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/**
 * The mirrored bars of all classes over one axis, with a dotted line where all classes would be equal. Rows are made
 * when the number of classes changes; otherwise they only move.
 */
final class BarsPane extends Pane {
    /** Width in em of the gutter between the sides. */
    private static final double GUTTER = 8;

    /** Room in em beyond a full bar; its percentage stands in it. */
    private static final double BEYOND = 0.4;

    /** Room in em above the first row, where a percentage is higher than its bar. */
    private static final double TOP = 0.3;

    /** Rows less high than this, in em, are written in small. */
    private static final double ROOMY = 4.5;

    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final ExploreModel model;
    private final Texts texts;
    private final ObservableDoubleValue em;
    private final List<ClassRow> rows = new ArrayList<>();
    private final List<Line> equalLines = List.of(new Line(), new Line());
    private final List<Label> equalLabels = List.of(new Label(), new Label());
    private final List<Label> marks = new ArrayList<>();
    private ProbabilityAxis axis = ProbabilityAxis.LINEAR;

    BarsPane(ExploreModel model, Texts texts, ObservableDoubleValue em) {
        this.model = model;
        this.texts = texts;
        this.em = em;
        setId("explore-bars");
        for (Line line : equalLines) {
            line.getStyleClass().add("equal-line");
            line.setMouseTransparent(true);
        }
        equalLabels.forEach(label -> label.getStyleClass().add("axis-label"));
        getChildren().setAll(equalLines);
        getChildren().addAll(equalLabels);
        em.addListener((property, before, now) -> requestLayout());
    }

    void show(ExploreReading reading) {
        ProbabilityAxis wanted = ProbabilityAxis.of(model.logAxisProperty().get());
        if (axis != wanted || marks.isEmpty()) {
            axis = wanted;
            mark();
        }
        if (rows.size() != reading.example().size()) {
            build(reading.example().size());
        }
        rows.forEach(row -> row.show(reading, axis));
        requestLayout();
    }

    /** Rows that stay are left alone: what comes into a window has to be styled. */
    private void build(int classes) {
        while (rows.size() > classes) {
            getChildren().remove(rows.remove(rows.size() - 1));
        }
        while (rows.size() < classes) {
            ClassRow row = new ClassRow(rows.size(), model, texts);
            getChildren().add(equalLines.size() + rows.size(), row);
            rows.add(row);
        }
        equalLabels.forEach(label -> label.setText("1/" + classes));
    }

    private void mark() {
        getChildren().removeAll(marks);
        marks.clear();
        for (int side = 0; side < 2; side++) {
            for (double probability : axis.marks()) {
                Label mark = new Label(Numbers.plain(100 * probability) + "%");
                mark.getStyleClass().add("axis-label");
                marks.add(mark);
            }
        }
        getChildren().addAll(marks);
    }

    @Override
    protected double computeMinHeight(double width) {
        double row = rows.isEmpty() ? 0 : rows.get(0).leastHeight(em.get());
        return rows.size() * row + (TOP + 1.5) * em.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(computeMinHeight(width), 24 * em.get());
    }

    @Override
    protected void layoutChildren() {
        double size = em.get();
        double axisTop = getHeight() - 1.4 * size;
        double top = TOP * size;
        double rowHeight = (axisTop - top) / Math.max(1, rows.size());
        boolean small = rowHeight < ROOMY * size;
        double beyond = BEYOND * size;
        pseudoClassStateChanged(SMALL, small);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(0, snapPositionY(top + i * rowHeight), getWidth(), rowHeight);
            rows.get(i).arrange(GUTTER * size, beyond, size);
        }
        double gutter = GUTTER * size;
        double full = (getWidth() - gutter) / 2 - beyond;
        for (int side = 0; side < 2; side++) {
            double start = side == 0 ? (getWidth() - gutter) / 2 : (getWidth() + gutter) / 2;
            layoutAxis(side, start, side == 0 ? -full : full, axisTop);
        }
    }

    /** Lays out one side's axis, which starts at the gutter and is {@code full} long, to the left if negative. */
    private void layoutAxis(int side, double start, double full, double top) {
        double equal = start + full * axis.length(1.0 / Math.max(1, rows.size()));
        Line line = equalLines.get(side);
        line.setStartX(equal);
        line.setEndX(equal);
        line.setStartY(0);
        line.setEndY(top);
        centre(equalLabels.get(side), equal, top);
        int count = axis.marks().size();
        for (int i = 0; i < count; i++) {
            Label mark = marks.get(side * count + i);
            double x = start + full * axis.length(axis.marks().get(i));
            centre(mark, x, top);
            mark.setVisible(Math.abs(x - equal) > mark.getWidth() / 2 + 1.5 * em.get());
        }
    }

    private void centre(Label label, double x, double top) {
        label.autosize();
        double left = Math.max(0, Math.min(getWidth() - label.getWidth(), x - label.getWidth() / 2));
        label.relocate(snapPositionX(left), top);
    }
}
