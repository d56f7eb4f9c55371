package distillery.view.digits;

import distillery.data.Csv;
import distillery.data.Ending;
import distillery.lab.Appearance;
import distillery.lab.digits.ConfusionCsv;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.Panel;
import distillery.train.ConfusionMatrix;
import distillery.view.Controls;
import distillery.view.EqualGrid;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import distillery.view.shell.SavePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each net takes the digits of each class for, side by side on one colour scale. */
final class ConfusionPage extends VBox {
    private enum Unit {
        COUNT,
        SHARE,
        DIFFERENCE
    }

    private final DigitsModel model;
    private final Texts texts;
    private final SavePlace place;
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(this, "unit", Unit.COUNT);
    private final List<MatrixPane> panes = new ArrayList<>();

    ConfusionPage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        place = new SavePlace(this, texts);
        SegmentedControl<Unit> units = new SegmentedControl<>(
                "digits-unit",
                unit,
                List.of(Unit.values()),
                each -> texts.text("digits.unit." + each.name().toLowerCase(Locale.ROOT)));
        Button save = parts.button(new Button(), "digits-save-matrix", "digits.save-matrix", "digits.save-matrix.tip");
        save.setOnAction(pressed -> save());
        save.disableProperty().bind(model.panelProperty().isNull());
        HBox tools = new HBox(LessonAnchors.rowHead(), units, Controls.space(), save);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(USE_PREF_SIZE);
        for (int i = 0; i < 4; i++) {
            int index = i;
            MatrixPane pane =
                    new MatrixPane("digits-matrix-" + i, appearance, texts, cell -> open(index, cell));
            Controls.showIf(pane, model.panelProperty().map(panel -> index < panel.nets().size()));
            panes.add(pane);
        }
        MatrixGrid grid = new MatrixGrid(panes);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getStyleClass().add("digits-page");
        setId("digits-confusion");
        getChildren().setAll(tools, grid, parts.prose("digits-confusion-words", texts.text("digits.confusion.words"), "quiet"));
        model.panelProperty().subscribe(panel -> show());
        unit.addListener((property, before, now) -> show());
        appearance.languageProperty().addListener((property, before, now) -> show());
    }

    private void show() {
        Panel panel = model.panelProperty().get();
        for (int i = 0; i < panes.size(); i++) {
            boolean there = panel != null && i < panel.nets().size();
            panes.get(i).matrixProperty().set(there && panel != null ? new Counts(panel, i, unit.get()) : null);
        }
    }

    /** The pictures of a cell, in the browser. */
    private void open(int index, MatrixPane.Cell cell) {
        Panel panel = model.panelProperty().get();
        if (panel == null) {
            return;
        }
        DigitNet net = panel.nets().get(index);
        net.arm().ifPresent(model.studentProperty()::set);
        model.filterProperty()
                .set(DigitFilter.ALL.labelled(cell.label()).takenFor(cell.taken(), net.isTeacher()));
        model.pageProperty().set(DigitsPage.BROWSER);
    }

    private void save() {
        Panel panel = model.panelProperty().get();
        if (panel != null) {
            place.file("digits.save-matrix", "confusion", Ending.CSV, file -> model.save(
                    file, Csv.file(out -> ConfusionCsv.write(out, panel))));
        }
    }

    /** The matrix of one net of a panel. */
    private final class Counts implements MatrixPane.Matrix {
        private final Panel panel;
        private final DigitNet net;
        private final Unit shown;
        private final ConfusionMatrix counts;
        private final ConfusionMatrix difference;
        private final double largest;

        Counts(Panel panel, int index, Unit unit) {
            this.panel = panel;
            net = panel.nets().get(index);
            counts = net.confusion();
            shown = net.isTeacher() && unit == Unit.DIFFERENCE ? Unit.COUNT : unit;
            difference = counts.minus(panel.teacher().confusion());
            largest = panel.nets().stream()
                    .mapToInt(each -> largest(each.confusion()))
                    .max()
                    .orElse(1);
        }

        private static int largest(ConfusionMatrix matrix) {
            return IntStream.range(0, matrix.classes() * matrix.classes())
                    .map(i -> matrix.count(i / matrix.classes(), i % matrix.classes()))
                    .max()
                    .orElse(1);
        }

        @Override
        public String title() {
            return NetWords.of(net, texts);
        }

        @Override
        public String subtitle() {
            return texts.get("digits.errors", counts.errors(), counts.total());
        }

        @Override
        public Role role() {
            return NetWords.role(net);
        }

        @Override
        public List<String> names() {
            return IntStream.range(0, panel.classes())
                    .mapToObj(panel.test()::className)
                    .toList();
        }

        /** By the logarithm: nearly all digits lie on the diagonal, and what is beside it is what one looks for. */
        @Override
        public double strength(int label, int taken) {
            int count = shown == Unit.DIFFERENCE ? difference.count(label, taken) : counts.count(label, taken);
            double size = Math.log1p(Math.abs(count)) / Math.log1p(largest);
            boolean better = shown == Unit.DIFFERENCE && (label == taken ? count > 0 : count < 0);
            return better ? -size : size;
        }

        @Override
        public String number(int label, int taken) {
            int count = counts.count(label, taken);
            return switch (shown) {
                case COUNT -> count == 0 ? "" : String.valueOf(count);
                case SHARE -> count == 0 ? "" : Numbers.percent(counts.rowShare(label, taken));
                case DIFFERENCE -> difference.count(label, taken) == 0
                        ? ""
                        : Numbers.signed(difference.count(label, taken), 0);
            };
        }

        @Override
        public String spoken(int label, int taken) {
            return texts.get(
                    "digits.matrix.cell",
                    counts.count(label, taken),
                    counts.totalOf(label),
                    panel.test().className(label),
                    panel.test().className(taken));
        }
    }
}
