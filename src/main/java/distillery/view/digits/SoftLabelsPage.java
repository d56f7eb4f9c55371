package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.lab.Appearance;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.SoftLabelTable;
import distillery.train.MeanSoftLabels;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Dark knowledge at a glance: what nets say on average about the digits of each class, beside what label smoothing says. */
final class SoftLabelsPage extends VBox {
    private static final int MOST = 5;
    /** A share of one in so many has the faintest colour. */
    private static final double FAINTEST = 10_000;

    private final DigitsModel model;
    private final Texts texts;
    private final List<MatrixPane> panes = new ArrayList<>();

    SoftLabelsPage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        for (int i = 0; i < MOST; i++) {
            int index = i;
            MatrixPane pane = new MatrixPane("digits-soft-" + i, appearance, texts, cell -> {});
            Controls.showIf(
                    pane,
                    model.panelProperty().map(panel -> index <= panel.nets().size()));
            panes.add(pane);
        }
        MatrixGrid grid = new MatrixGrid(panes);
        VBox.setVgrow(grid, Priority.ALWAYS);
        FigureSave save =
                new FigureSave("digits-save-soft", "soft-labels", model::save, parts, this::picture, this::table);
        save.disableProperty().bind(model.softLabelsProperty().isNull());
        HBox tools = new HBox(LessonAnchors.rowHead(), Controls.space(), LessonAnchors.aside(save));
        tools.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("digits-page");
        setId("digits-soft-labels");
        Label words = LessonAnchors.aside(parts.prose("digits-soft-words", texts.text("digits.soft.words"), "quiet"));
        getChildren().setAll(tools, grid, words);
        model.softLabelsProperty().subscribe(table -> show());
        appearance.languageProperty().addListener((property, before, now) -> show());
    }

    private void show() {
        SoftLabelTable table = model.softLabelsProperty().get();
        for (int i = 0; i < panes.size(); i++) {
            boolean there = table != null && i <= table.means().size();
            panes.get(i).matrixProperty().set(there && table != null ? new Shares(table, i) : null);
        }
    }

    private Optional<FigurePage> picture() {
        return Optional.ofNullable(model.softLabelsProperty().get()).map(table -> {
            List<String> foot = new ArrayList<>(NetWords.foot(table.panel(), texts));
            foot.add("T = " + Numbers.temperature(table.temperature()));
            List<Figure> figures = IntStream.rangeClosed(0, table.means().size())
                    .mapToObj(i -> MatrixPane.figure(new Shares(table, i)))
                    .toList();
            return new FigurePage(texts.get("digits.page.soft-labels"), figures, foot);
        });
    }

    private Optional<AtomicFile.Content> table() {
        return Optional.ofNullable(model.softLabelsProperty().get()).map(table -> Csv.file(table::write));
    }

    /** The mean soft labels of one net, or after the last one of label smoothing. */
    private final class Shares implements MatrixPane.Matrix {
        private final SoftLabelTable table;
        private final boolean smoothing;
        private final int index;
        private final MeanSoftLabels shares;

        Shares(SoftLabelTable table, int index) {
            this.table = table;
            this.index = index;
            smoothing = index == table.means().size();
            shares = smoothing ? table.smoothed() : table.means().get(index);
        }

        private DigitNet net() {
            return table.panel().nets().get(index);
        }

        @Override
        public NetHead head() {
            return new NetHead(
                    smoothing ? texts.get("digits.smoothing", SoftLabelTable.EPSILON) : NetWords.of(net(), texts),
                    index == 0
                            ? "T = " + Numbers.temperature(table.temperature())
                            : texts.get(
                                    "digits.distance",
                                    Numbers.percent(
                                            shares.distance(table.means().get(0)))),
                    smoothing ? Role.CONTROL : NetWords.role(net()));
        }

        @Override
        public List<String> names() {
            return IntStream.range(0, shares.classes())
                    .mapToObj(table.panel().test()::className)
                    .toList();
        }

        @Override
        public double strength(int label, int taken) {
            double share = shares.share(label, taken);
            return share > 0 ? Math.max(0, 1 + Math.log(share) / Math.log(FAINTEST)) : 0;
        }

        @Override
        public String number(int label, int taken) {
            double share = shares.share(label, taken);
            return Double.isNaN(share) ? "" : share < 0.0005 ? "" : String.format(Locale.ROOT, "%.1f", 100 * share);
        }

        @Override
        public String spoken(int label, int taken) {
            double share = shares.share(label, taken);
            return texts.get(
                    "digits.soft.cell",
                    Double.isNaN(share) ? "-" : Numbers.percent(share),
                    table.panel().test().className(label),
                    table.panel().test().className(taken));
        }
    }
}
