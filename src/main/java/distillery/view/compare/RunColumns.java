package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.train.ArmName;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunHeader;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The columns of a {@link RunTable}; the menu in its corner hides them. */
final class RunColumns {
    private static final double TEXT = 14;
    private static final double LINE = 20;

    private final RunTable table;
    private final CompareModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final CompareWords words;

    RunColumns(RunTable table, CompareModel model, Appearance appearance, Texts texts, CompareWords words) {
        this.table = table;
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        this.words = words;
    }

    List<TableColumn<Kept, Kept>> all() {
        return List.of(
                column("pinned", 2.4, run -> run.header().label().pinned() ? "★" : "", pinnedFirst()),
                name(),
                column("differs", 9, run -> words.differences(run.header(), table.reference()), null),
                column("seeds", 4.4, run -> words.seeds(run.header()), Comparator.comparing(run -> run.header()
                        .seeds()
                        .size())),
                errors("errors", ArmName.DISTILLED),
                errors("labels-only", ArmName.LABELS_ONLY),
                column(
                        "verdict",
                        6.5,
                        run -> words.verdict(run.header()),
                        Comparator.comparingDouble(RunColumns::gain)),
                column("note", 8, run -> run.header().label().note().replace('\n', ' '), null),
                column("tags", 6, run -> String.join(", ", run.header().label().tags()), null),
                column(
                        "seconds",
                        4.6,
                        run -> words.seconds(run.header()),
                        Comparator.comparingDouble(run -> run.header().seconds())),
                column("started", 10.5, words::started, Comparator.comparing(run -> run.header()
                        .started())));
    }

    private static Comparator<Kept> pinnedFirst() {
        return Comparator.comparing(run -> !run.header().label().pinned());
    }

    /** For sorting: the largest gain first, and what has none last. */
    private static double gain(Kept run) {
        return run.header()
                .verdict()
                .map(verdict -> -verdict.overLabels().mean())
                .filter(mean -> !mean.isNaN())
                .orElse(Double.POSITIVE_INFINITY);
    }

    private TableColumn<Kept, Kept> errors(String id, ArmName arm) {
        return column(
                id,
                5.8,
                run -> words.errors(run.header(), arm),
                Comparator.comparingDouble(run -> mean(run.header(), arm)));
    }

    private static double mean(RunHeader run, ArmName arm) {
        double mean = run.errors(arm).mean();
        return Double.isNaN(mean) ? Double.POSITIVE_INFINITY : mean;
    }

    private TableColumn<Kept, Kept> column(
            String id, double widthEm, Function<Kept, String> text, @Nullable Comparator<Kept> order) {
        TableColumn<Kept, Kept> column = new TableColumn<>();
        column.setId("compare-column-" + id);
        column.textProperty().bind(texts.text("compare.column." + id));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(order == null ? Comparator.comparing(text) : order);
        column.setPrefWidth(widthEm * TEXT * appearance.textScaleProperty().get());
        column.setCellFactory(made -> new TextCell(text));
        return column;
    }

    private TableColumn<Kept, Kept> name() {
        TableColumn<Kept, Kept> column = column("name", 9.6, words::name, Comparator.comparing(words::name));
        column.setCellFactory(made -> new TextCell(words::name) {
            @Override
            protected void updateItem(@Nullable Kept run, boolean empty) {
                super.updateItem(run, empty);
                int place = run == null || empty ? -1 : model.chosen().indexOf(run.id());
                setGraphic(place >= 0 && place < Role.RUNS.size() ? line(Role.RUNS.get(place)) : null);
            }
        });
        return column;
    }

    /** The line that a chosen run has on the chart. */
    private Line line(Role role) {
        Palette palette = Palette.of(appearance.lookProperty().get());
        Line line = new Line(0, 0, LINE, 0);
        line.setStroke(palette.color(role.color()));
        line.setStrokeWidth(2 * palette.thickness());
        for (double length : role.dashes()) {
            line.getStrokeDashArray().add(length);
        }
        return line;
    }

    /** A cell that shows its run in words, all of them when pointed at. */
    private static class TextCell extends TableCell<Kept, Kept> {
        private final Function<Kept, String> text;

        TextCell(Function<Kept, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable Kept run, boolean empty) {
            super.updateItem(run, empty);
            String said = run == null || empty ? "" : text.apply(run);
            setText(said);
            if (said.isEmpty()) {
                setTooltip(null);
            } else {
                Tooltip whole = new Tooltip(said);
                whole.setWrapText(true);
                whole.setMaxWidth(420);
                setTooltip(whole);
            }
        }
    }
}
