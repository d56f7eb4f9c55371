package distillery.view.loss;

import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.view.Numbers;
import distillery.view.explore.ClassLooks;
import java.util.EnumSet;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * One class in the ledger: the teacher's and the student's probability, what the class adds to the divergence, and what
 * the student predicts. A dashed mark shows each true number where a mistake changes it.
 */
final class LedgerRow extends LedgerColumns {
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int DECIMALS = 4;

    private final LossControls parts;
    private final int index;
    private final Label name;
    private final Cell teacher = new Cell("teacher");
    private final Cell student = new Cell("student");
    private final Cell entry = new Cell("entry");
    private final Label prediction = new Label();
    private final Label truePrediction = new Label();

    LedgerRow(LossControls parts, int index) {
        this(parts, index, LossControls.className());
    }

    private LedgerRow(LossControls parts, int index, Label name) {
        super(name);
        this.parts = parts;
        this.index = index;
        this.name = name;
        setId("loss-ledger-" + index);
        getStyleClass().add("ledger-row");
        entry.value.setId("loss-entry-" + index);
        teacher.value.setId("loss-teacher-" + index);
        student.value.setId("loss-student-" + index);
        prediction.setId("loss-prediction-" + index);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        parts.lighting().join(this, EnumSet.of(Term.DIVERGENCE));
        prediction.getStyleClass().add("ledger-prediction");
        parts.lighting().join(prediction, EnumSet.of(Term.HARD)); // of which it is no part of the divergence
        truePrediction.setId("loss-prediction-" + index + "-truth");
        truePrediction.getStyleClass().addAll("truth", "ledger-truth");
        truePrediction.setMouseTransparent(true);
        getChildren().setAll(name, prediction, truePrediction);
        for (Cell cell : List.of(teacher, student, entry)) {
            getChildren().addAll(cell.bar, cell.ghost, cell.value);
        }
    }

    void show(LossReading reading, double fullEntry) {
        name.setText(ClassLooks.name(reading.example().classes().get(index), parts.texts()));
        share(teacher, reading.shown().teacher(), reading.truth().teacher());
        share(student, reading.shown().student(), reading.truth().student());
        double added = reading.shown().ledger().get(index);
        entry.value.setText(Numbers.signed(added, DECIMALS));
        entry.set(added / fullEntry, reading.truth().ledger().get(index) / fullEntry);
        entry.bar.pseudoClassStateChanged(DOWN, added < 0);
        String truth = Numbers.percent(reading.truth().prediction().get(index));
        prediction.setText(Numbers.percent(reading.shown().prediction().get(index)));
        boolean wrong = !truth.equals(prediction.getText());
        prediction.pseudoClassStateChanged(WRONG, wrong);
        truePrediction.setText(parts.texts().get("loss.truth", truth));
        truePrediction.setVisible(wrong);
        String shown = words(reading.shown());
        String should = words(reading.truth());
        setAccessibleText(parts.withTruth(name.getText() + ": " + shown, should.equals(shown) ? "" : should));
        requestLayout();
    }

    private String words(LossNumbers numbers) {
        return parts.texts()
                .get(
                        "loss.ledger.row",
                        Numbers.percent(numbers.teacher().get(index)),
                        Numbers.percent(numbers.student().get(index)),
                        Numbers.signed(numbers.ledger().get(index), DECIMALS),
                        Numbers.percent(numbers.prediction().get(index)));
    }

    private void share(Cell cell, List<Double> shown, List<Double> truth) {
        cell.value.setText(Numbers.percent(shown.get(index)));
        cell.set(shown.get(index), truth.get(index));
    }

    @Override
    protected double computePrefHeight(double width) {
        return name.prefHeight(-1) + 0.75 * em();
    }

    @Override
    protected void layoutChildren() {
        place(name, 0, 0, 1, 0, getHeight());
        layoutPrediction();
        layout(teacher, 1, 0);
        layout(student, 2, 0);
        layout(entry, 3, 0.35);
    }

    /** In the middle, or at the top with what it should be at the bottom, so near that only empty edges overlap. */
    private void layoutPrediction() {
        double below = truePrediction.prefHeight(-1);
        boolean both = truePrediction.isVisible();
        place(prediction, 4, 0, 1, both ? -0.15 * em() : 0, both ? prediction.prefHeight(-1) : getHeight());
        place(truePrediction, 4, 0, 1, getHeight() - below, below);
    }

    /** Lays out a cell: its number, and below it the bar from {@code zero}, a share of the column's width. */
    private void layout(Cell cell, int column, double zero) {
        double full = width(column);
        double origin = start(column) + zero * full;
        double end = origin + full * (cell.share < 0 ? zero : 1 - zero) * cell.share;
        double ghost = origin + full * (cell.trueShare < 0 ? zero : 1 - zero) * cell.trueShare;
        double high = 0.45 * em();
        double top = getHeight() - 0.75 * em();
        place(cell.value, column, 0, 1, 0, top);
        cell.bar.resizeRelocate(Math.min(origin, end), top, Math.max(1, Math.abs(end - origin)), high);
        cell.ghost.resizeRelocate(ghost - 1, top - 2, 2, high + 4);
    }

    /** A bar, its number and the mark of the true number. */
    private static final class Cell {
        final Region bar = new Region();
        final Region ghost = new Region();
        final Label value = new Label();
        double share;
        double trueShare;

        Cell(String style) {
            bar.getStyleClass().addAll("ledger-bar", style);
            ghost.getStyleClass().add("stack-ghost");
            value.getStyleClass().add("ledger-value");
        }

        void set(double shown, double truth) {
            share = bounded(shown);
            trueShare = bounded(truth);
            ghost.setVisible(Math.abs(share - trueShare) > 1e-3);
        }

        private static double bounded(double share) {
            return Math.max(-1, Math.min(1, share));
        }
    }
}
