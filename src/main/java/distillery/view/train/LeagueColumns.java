package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.TrainModel;
import distillery.train.Verdict.Gain;
import distillery.train.Verdict.Outcome;
import distillery.view.Texts;
import distillery.view.chart.Range;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
    private static final double NAME_EM = 11.5;
    private static final double ERRORS_EM = 7.2;
    private static final double SECONDS_EM = 4.4;
    private static final double VERDICT_EM = 13;
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
    /** Whether there is room for what matters least. */
    private final BooleanBinding timed;

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
        timed = Bindings.createBooleanBinding(
                () -> roomEm() - SECONDS_EM >= LEAST_DOTS_EM + 2 * NARROW_VERDICT_EM, table.widthProperty(), em);
        verdictWidth = Bindings.createDoubleBinding(
                () -> leftEm() >= LEAST_DOTS_EM + 2 * VERDICT_EM ? VERDICT_EM : NARROW_VERDICT_EM,
                table.widthProperty(),
                timed,
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

    /** The room for seconds, dots and verdicts. */
    private double roomEm() {
        return table.getWidth() / em.get() - TICK_EM - NAME_EM - ERRORS_EM - SCROLL_BAR_EM;
    }

    /** What is left of it for dots and verdicts. */
    private double leftEm() {
        return roomEm() - (timed.get() ? SECONDS_EM : 0);
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
            Cell cell = new Cell(tick, (self, row) -> {
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
            Cell cell = new Cell(null, (self, row) -> self.setText(texts.get(row.name())));
            cell.setWrapText(true);
            return cell;
        });
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> dots() {
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> em.get() * Math.max(LEAST_DOTS_EM, leftEm() - 2 * verdictWidth.get()),
                table.widthProperty(),
                em,
                timed,
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
            Tooltip whole = new Tooltip();
            whole.setWrapText(true);
            whole.setMaxWidth(420);
            Cell cell = new Cell(pane, (self, row) -> {
                String reason = row.isTried() ? "" : words.reason(row);
                whole.setText(reason);
                self.setText(reason);
                self.setTooltip(reason.isEmpty() ? null : whole);
                pane.show(row.dots());
                if (!reason.isEmpty()) {
                    self.setGraphic(null);
                }
            });
            pane.prefWidthProperty().bind(cell.widthProperty());
            pane.prefHeightProperty().bind(cell.heightProperty());
            cell.setWrapText(true);
            cell.getStyleClass().add("reason");
            return cell;
        });
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> errors() {
        TableColumn<LeagueRow, LeagueRow> column =
                number("errors", ERRORS_EM, words::errors, Comparator.comparingDouble(LeagueRow::mean));
        column.textProperty().bind(texts.live(() -> words.errorsHead(model.settings()), model.settingsProperty()));
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> seconds() {
        TableColumn<LeagueRow, LeagueRow> column =
                number("seconds", SECONDS_EM, words::seconds, Comparator.comparingDouble(LeagueRow::seconds));
        column.textProperty().bind(texts.text("train.league.seconds"));
        column.visibleProperty().bind(timed);
        return column;
    }

    private TableColumn<LeagueRow, LeagueRow> number(
            String id, double widthEm, Function<LeagueRow, String> text, Comparator<LeagueRow> order) {
        TableColumn<LeagueRow, LeagueRow> column = column(id, em.multiply(widthEm), order);
        column.setCellFactory(made -> {
            Cell cell = new Cell(null, (self, row) -> self.setText(text.apply(row)));
            cell.getStyleClass().add("number");
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
            Label evidence = new Label();
            evidence.getStyleClass().add("evidence");
            evidence.managedProperty().bind(table.denseProperty().not());
            evidence.visibleProperty().bind(evidence.managedProperty());
            Tooltip whole = new Tooltip();
            VBox both = new VBox(outcome, evidence);
            both.getStyleClass().add("said");
            both.setAlignment(Pos.CENTER_LEFT);
            return new Cell(both, (self, row) -> {
                Gain said = gain.apply(row);
                whole.setText(words.verdict(said));
                self.setTooltip(said == null ? null : whole);
                outcome.setText(words.outcome(said));
                evidence.setText(words.evidence(said));
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

    /** A cell that shows its row in words, or on a node. */
    private static final class Cell extends TableCell<LeagueRow, LeagueRow> {
        private final @Nullable Node node;
        private final BiConsumer<Cell, LeagueRow> show;

        Cell(@Nullable Node node, BiConsumer<Cell, LeagueRow> show) {
            this.node = node;
            this.show = show;
        }

        @Override
        protected void updateItem(@Nullable LeagueRow row, boolean empty) {
            super.updateItem(row, empty);
            setText("");
            setGraphic(empty ? null : node);
            if (row != null && !empty) {
                show.accept(this, row);
            }
        }
    }
}
