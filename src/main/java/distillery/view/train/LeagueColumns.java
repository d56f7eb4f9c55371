package distillery.view.train;

import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.train.TrainModel;
import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Outcome;
import distillery.view.Texts;
import distillery.view.chart.Range;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The columns of a {@link LeagueTable}: words are as wide as they need, the dots have what is left. */
final class LeagueColumns {
    private static final double TEXT = 14;
    private static final double TICK_EM = 2.4;
    private static final double NAME_EM = 10.5;
    private static final double ERRORS_EM = 7.2;
    private static final double SECONDS_EM = 4.4;
    private static final double VERDICT_EM = 11.5;
    private static final double NARROW_VERDICT_EM = 9;
    private static final double LEAST_DOTS_EM = 9;
    private static final double SCROLL_BAR_EM = 1.4;
    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    private final LeagueTable table;
    private final TrainModel model;
    private final Appearance appearance;
    private final Texts texts;
    private final LeagueWords words;
    private final ObservableValue<Range> range;
    private final DoubleBinding em;
    private final DoubleBinding verdictWidth;

    /** Columns of this table; the dots of all rows have an axis of that {@code range}. */
    LeagueColumns(
            LeagueTable table, TrainModel model, Appearance appearance, Texts texts, ObservableValue<Range> range) {
        this.table = table;
        this.model = model;
        this.appearance = appearance;
        this.texts = texts;
        this.range = range;
        words = new LeagueWords(texts);
        em = appearance.textScaleProperty().multiply(TEXT);
        verdictWidth = Bindings.createDoubleBinding(
                () -> roomyEm() >= LEAST_DOTS_EM + 2 * VERDICT_EM ? VERDICT_EM : NARROW_VERDICT_EM,
                table.widthProperty(),
                em);
    }

    /** All of them, in their order. */
    List<TableColumn<LeagueRow, ?>> all() {
        return List.of(
                tick(),
                name(),
                dots(),
                errors(),
                seconds(),
                verdict("train.league.over-labels", LeagueRow::overLabels),
                verdict("train.league.over-control", LeagueRow::overControl));
    }

    /** What is left for dots and verdicts. */
    private double roomyEm() {
        return table.getWidth() / em.get() - TICK_EM - NAME_EM - ERRORS_EM - SECONDS_EM - SCROLL_BAR_EM;
    }

    private TableColumn<LeagueRow, LeagueRow> column(
            String id, ObservableValue<? extends Number> width, @Nullable Comparator<LeagueRow> order) {
        TableColumn<LeagueRow, LeagueRow> column = new TableColumn<>();
        column.setId("train-league-" + id);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setReorderable(false);
        column.setResizable(false);
        column.setSortable(order != null);
        column.setComparator(order == null ? Comparator.comparing(LeagueRow::place) : order);
        column.minWidthProperty().bind(width);
        column.maxWidthProperty().bind(width);
        column.prefWidthProperty().bind(width);
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> tick() {
        TableColumn<LeagueRow, LeagueRow> column = column("tick", em.multiply(TICK_EM), null);
        column.setCellFactory(made -> {
            CheckBox tick = new CheckBox();
            tick.setFocusTraversable(false); // Space ticks the row
            Cell cell = new Cell(tick, row -> {
                tick.setVisible(row.kind() != null);
                tick.setSelected(table.takesPart(row));
                tick.setDisable(row.unfit() != null || table.isGoing());
                tick.setAccessibleText(texts.get("train.league.tick", texts.get(row.name())));
            });
            tick.setOnAction(pressed -> {
                table.getSelectionModel().select(cell.getIndex());
                table.toggle(cell.getItem());
            });
            cell.setAlignment(Pos.CENTER);
            return cell;
        });
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> name() {
        TableColumn<LeagueRow, LeagueRow> column =
                column("name", em.multiply(NAME_EM), Comparator.comparing(row -> texts.get(row.name())));
        column.textProperty().bind(texts.text("train.league.method"));
        column.setCellFactory(made -> {
            Label name = wrapped();
            return new Cell(name, row -> name.setText(texts.get(row.name())));
        });
        return column;
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private TableColumn<LeagueRow, LeagueRow> dots() {
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> em.get() * Math.max(LEAST_DOTS_EM, roomyEm() - 2 * verdictWidth.get()),
                table.widthProperty(),
                em,
                verdictWidth);
        TableColumn<LeagueRow, LeagueRow> column = column(
                "dots",
                width,
                Comparator.<LeagueRow>comparingDouble(row -> row.dots().mean()).reversed());
        DotsPane axis = new DotsPane(appearance, range);
        range.subscribe(axis::requestLayout);
        appearance.lookProperty().subscribe(axis::requestLayout);
        axis.prefWidthProperty().bind(width.subtract(em));
        Label head = new Label();
        head.textProperty().bind(texts.text("train.league.dots"));
        VBox above = new VBox(head, axis);
        above.setAlignment(Pos.CENTER);
        column.setGraphic(above);
        column.setCellFactory(made -> {
            DotsPane pane = new DotsPane(appearance, range);
            Label reason = wrapped();
            reason.getStyleClass().add("reason");
            Tooltip whole = new Tooltip();
            whole.setWrapText(true);
            whole.setMaxWidth(420);
            return new Cell(pane, row -> {}) {
                @Override
                protected void show(LeagueRow row) {
                    Problem unfit = row.isTried() ? null : row.unfit();
                    reason.setText(unfit == null ? "" : texts.get(unfit.key(), unfit.arguments().toArray()));
                    whole.setText(reason.getText());
                    setTooltip(unfit == null ? null : whole);
                    pane.show(row.dots());
                    setGraphic(unfit == null ? pane : reason);
                }
            };
        });
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> errors() {
        TableColumn<LeagueRow, LeagueRow> column =
                number("errors", ERRORS_EM, words::errors, Comparator.comparingDouble(LeagueRow::mean));
        column.textProperty()
                .bind(texts.live(() -> words.errorsHead(model.settings()), model.settingsProperty()));
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> seconds() {
        TableColumn<LeagueRow, LeagueRow> column =
                number("seconds", SECONDS_EM, words::seconds, Comparator.comparingDouble(LeagueRow::seconds));
        column.textProperty().bind(texts.text("train.league.seconds"));
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> number(
            String id, double widthEm, Function<LeagueRow, String> text, Comparator<LeagueRow> order) {
        TableColumn<LeagueRow, LeagueRow> column = column(id, em.multiply(widthEm), order);
        column.setCellFactory(made -> {
            Label number = new Label();
            Cell cell = new Cell(number, row -> number.setText(text.apply(row)));
            cell.setAlignment(Pos.CENTER_RIGHT);
            return cell;
        });
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> verdict(String key, Function<LeagueRow, @Nullable Gain> gain) {
        TableColumn<LeagueRow, LeagueRow> column = column(
                key.substring(key.lastIndexOf('.') + 1),
                em.multiply(verdictWidth),
                Comparator.comparingDouble(row -> gainOf(gain.apply(row))));
        column.textProperty().bind(texts.text(key));
        column.setCellFactory(made -> {
            Label outcome = new Label();
            outcome.getStyleClass().add("outcome");
            Label interval = new Label();
            interval.getStyleClass().add("interval");
            VBox both = new VBox(outcome, interval);
            both.setAlignment(Pos.CENTER_LEFT);
            return new Cell(both, row -> {
                Gain said = gain.apply(row);
                outcome.setText(words.outcome(said));
                interval.setText(words.interval(said));
                Outcome what = said == null ? Outcome.NOT_DECIDED : said.outcome();
                outcome.pseudoClassStateChanged(BETTER, what == Outcome.BETTER);
                outcome.pseudoClassStateChanged(WORSE, what == Outcome.WORSE || what == Outcome.DIVERGED);
            });
        });
        return column;
    }

    /** For sorting: the largest gain first, and what has none last. */
    private static double gainOf(@Nullable Gain gain) {
        return gain == null || Double.isNaN(gain.mean()) ? Double.POSITIVE_INFINITY : -gain.mean();
    }

    /** A cell that shows its row on a node. */
    private static class Cell extends TableCell<LeagueRow, LeagueRow> {
        private final Node node;
        private final Consumer<LeagueRow> show;

        Cell(Node node, Consumer<LeagueRow> show) {
            this.node = node;
            this.show = show;
        }

        protected void show(LeagueRow row) {
            show.accept(row);
            setGraphic(node);
        }

        @Override
        protected void updateItem(@Nullable LeagueRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(null);
            if (row != null && !empty) {
                show(row);
            }
        }
    }
}
