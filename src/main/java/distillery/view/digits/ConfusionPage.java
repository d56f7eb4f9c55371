package distillery.view.digits;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.lab.Appearance;
import distillery.lab.digits.Confusions;
import distillery.lab.digits.DigitFilter;
import distillery.lab.digits.DigitNet;
import distillery.lab.digits.DigitsModel;
import distillery.lab.digits.DigitsPage;
import distillery.lab.digits.MarkedDigits;
import distillery.lab.digits.Panel;
import distillery.lab.train.ConfusionHistory;
import distillery.train.ConfusionMatrix;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import distillery.view.picture.Figure;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What each net takes the digits of each class for, side by side on one colour scale. */
final class ConfusionPage extends VBox {
    private enum Unit {
        COUNT,
        SHARE,
        DIFFERENCE
    }

    private final DigitsModel model;
    private final Texts texts;
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(this, "unit", Unit.COUNT);
    private final List<MatrixPane> panes = new ArrayList<>();

    ConfusionPage(DigitsModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        SegmentedControl<Unit> units = new SegmentedControl<>(
                "digits-unit",
                unit,
                List.of(Unit.values()),
                each -> texts.text("digits.unit." + each.name().toLowerCase(Locale.ROOT)));
        FigureSave save =
                new FigureSave("digits-save-matrix", "confusion", model::save, parts, this::picture, this::table);
        save.disableProperty().bind(model.panelProperty().isNull());
        HBox tools = new HBox(LessonAnchors.rowHead(), units, Controls.space(), LessonAnchors.aside(save));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(USE_PREF_SIZE);
        for (int i = 0; i < 4; i++) {
            int index = i;
            MatrixPane pane = new MatrixPane("digits-matrix-" + i, appearance, texts, cell -> open(index, cell));
            Controls.showIf(
                    pane,
                    model.panelProperty().map(panel -> index < panel.nets().size()));
            panes.add(pane);
        }
        MatrixGrid grid = new MatrixGrid(panes);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getStyleClass().add("digits-page");
        setId("digits-confusion");
        EpochSlider epochs = new EpochSlider(model.confusions(), parts);
        getChildren()
                .setAll(
                        tools,
                        grid,
                        epochs,
                        LessonAnchors.aside(parts.prose(
                                "digits-confusion-words",
                                texts.live(this::words, model.confusions().shownProperty()),
                                "quiet")));
        model.confusions().shownProperty().subscribe(shown -> show());
        unit.addListener((property, before, now) -> show());
        appearance.languageProperty().addListener((property, before, now) -> show());
    }

    private String words() {
        Confusions shown = model.confusions().shownProperty().get();
        if (shown == null || shown.earlier().isEmpty()) {
            return texts.get("digits.confusion.words");
        }
        String key = model.confusions().onOthers() ? "digits.confusion.held-out" : "digits.confusion.earlier";
        return texts.get(key, shown.epoch());
    }

    private void show() {
        Confusions shown = model.confusions().shownProperty().get();
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).matrixProperty().set(shown == null ? null : matrix(shown, i));
        }
    }

    /** The matrix of one net; null where there is no such net, or it was not there yet. */
    private @Nullable Counts matrix(Confusions shown, int index) {
        List<DigitNet> nets = shown.panel().nets();
        return index < nets.size() && shown.of(nets.get(index)).isPresent()
                ? new Counts(shown, index, unit.get())
                : null;
    }

    /** The pictures of a cell, in the browser. */
    private void open(int index, MatrixPane.Cell cell) {
        Confusions shown = model.confusions().shownProperty().get();
        if (shown == null) {
            return;
        }
        DigitNet net = shown.panel().nets().get(index);
        DigitFilter filter = DigitFilter.ALL;
        MarkedDigits marked = MarkedDigits.NONE;
        if (shown.earlier().isEmpty()) {
            filter = filter.labelled(cell.label()).takenFor(cell.taken(), net.isTeacher());
        } else {
            Set<Integer> digits = shown.digits(net, cell.label(), cell.taken());
            if (digits.isEmpty() || model.confusions().onOthers()) {
                return; // none in the cell, or not among those that can be looked through
            }
            marked = new MarkedDigits(
                    digits, Optional.of(new MarkedDigits.Cell(net, shown.epoch(), cell.label(), cell.taken())));
        }
        net.arm().ifPresent(model.studentProperty()::set);
        model.browser().look(marked, filter);
        model.pageProperty().set(DigitsPage.BROWSER);
    }

    private Optional<FigurePage> picture() {
        Confusions shown = model.confusions().shownProperty().get();
        if (shown == null) {
            return Optional.empty();
        }
        List<Figure> figures = panes.stream()
                .map(pane -> pane.matrixProperty().get())
                .filter(Objects::nonNull)
                .map(MatrixPane::figure)
                .toList();
        List<String> foot = new ArrayList<>(NetWords.foot(shown.panel(), texts));
        shown.earlier().ifPresent(entry -> foot.set(foot.size() - 1, texts.get("digits.epoch", entry.epoch())));
        return Optional.of(new FigurePage(texts.get("digits.page.confusion"), figures, foot));
    }

    private Optional<AtomicFile.Content> table() {
        List<ConfusionHistory.Entry> epochs =
                model.confusions().epochsProperty().get();
        return Optional.ofNullable(model.panelProperty().get())
                .map(panel -> Csv.file(out -> Confusions.write(out, panel, epochs)));
    }

    /** The matrix of one net of a panel. */
    private final class Counts implements MatrixPane.Matrix {
        private final Panel panel;
        private final DigitNet net;
        private final Unit shown;
        private final ConfusionMatrix counts;
        private final ConfusionMatrix difference;
        private final double largest;

        Counts(Confusions all, int index, Unit unit) {
            panel = all.panel();
            net = panel.nets().get(index);
            counts = all.of(net).orElse(net.confusion());
            shown = net.isTeacher() && unit == Unit.DIFFERENCE ? Unit.COUNT : unit;
            difference = counts.minus(all.of(panel.teacher()).orElse(counts));
            largest = panel.nets().stream()
                    .flatMap(each -> all.of(each).stream())
                    .mapToInt(Counts::largest)
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
        public NetHead head() {
            return new NetHead(
                    NetWords.of(net, texts),
                    texts.get("digits.errors", counts.errors(), counts.total()),
                    NetWords.role(net));
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
                case DIFFERENCE ->
                    difference.count(label, taken) == 0 ? "" : Numbers.signed(difference.count(label, taken), 0);
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
