package distillery.view.train;

import distillery.lab.Appearance;
import distillery.lab.train.MethodComparison;
import distillery.lab.train.TrainModel;
import distillery.method.MethodKind;
import distillery.train.League;
import distillery.view.Texts;
import distillery.view.chart.Dots;
import distillery.view.chart.Range;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The methods and what came of each, the students they are held against among them. Methods are ticked here; those that
 * these nets cannot learn by are grey and say why. However it is sorted, what was not tried comes last.
 */
final class LeagueTable extends TableView<LeagueRow> {
    private static final double TEXT = 14;
    private static final double ROW_EM = 2.8;
    private static final double DENSE_ROW_EM = 2;
    private static final double HEAD_EM = 3.6;
    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final TrainModel model;
    private final MethodComparison methods;
    private final LeagueWords words;
    private final ObservableValue<Boolean> going;
    private final BooleanBinding dense;
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(this, "range", Dots.span(List.of()));

    LeagueTable(TrainModel model, Appearance appearance, Texts texts, ObservableValue<Boolean> going) {
        this.model = model;
        this.going = going;
        methods = model.reading().methods();
        words = new LeagueWords(texts);
        setId("train-league-table");
        getStyleClass().add("league");
        DoubleBinding em = appearance.textScaleProperty().multiply(TEXT);
        dense = Bindings.createBooleanBinding(
                () -> getHeight() < em.get() * (HEAD_EM + getItems().size() * ROW_EM),
                heightProperty(),
                getItems(),
                em);
        fixedCellSizeProperty()
                .bind(Bindings.createDoubleBinding(() -> em.get() * (dense.get() ? DENSE_ROW_EM : ROW_EM), dense, em));
        accessibleTextProperty().bind(texts.text("train.league.table"));
        getColumns().setAll(new LeagueColumns(this, model, appearance, texts, range).all());
        setSortPolicy(LeagueTable::sortRows);
        setRowFactory(table -> new Row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        methods.leagueProperty().subscribe(now -> fill());
        model.settingsProperty().subscribe(now -> fill());
        appearance.languageProperty().subscribe(now -> fill());
        methods.omitted().addListener((SetChangeListener<MethodKind>) change -> refresh());
        going.subscribe(now -> refresh());
        appearance.lookProperty().subscribe(now -> refresh());
    }

    private void fill() {
        LeagueRow selected = getSelectionModel().getSelectedItem();
        League league = methods.leagueProperty().get();
        List<LeagueRow> rows = LeagueRow.of(league, methods.candidates(model.settings()));
        range.set(Dots.span(rows.stream().map(LeagueRow::dots).toList()));
        getItems().setAll(rows);
        sort();
        for (int i = 0; selected != null && i < getItems().size(); i++) {
            if (getItems().get(i).place() == selected.place()) {
                getSelectionModel().clearAndSelect(i);
            }
        }
    }

    private static boolean sortRows(TableView<LeagueRow> table) {
        Comparator<LeagueRow> order = Comparator.comparing(row -> table.getComparator() != null && !row.isTried());
        if (table.getComparator() != null) {
            order = order.thenComparing(table.getComparator());
        }
        FXCollections.sort(table.getItems(), order.thenComparing(LeagueRow::place));
        return true;
    }

    /** Space has the selected method take part, or not. */
    private void press(KeyEvent key) {
        LeagueRow row = getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.SPACE && row != null) {
            toggle(row);
            key.consume();
        }
    }

    void toggle(LeagueRow row) {
        MethodKind kind = row.kind();
        if (kind != null
                && row.unfit() == null
                && !going.getValue()
                && !methods.omitted().remove(kind)) {
            methods.omitted().add(kind);
        }
    }

    /** Whether it would be in the next league. */
    boolean takesPart(LeagueRow row) {
        return row.unfit() == null && (row.kind() == null || !methods.omitted().contains(row.kind()));
    }

    /** Whether the rows are low, because there are more than there is room for. */
    BooleanBinding denseProperty() {
        return dense;
    }

    /** Whether a league goes on: then it is settled who takes part. */
    boolean isGoing() {
        return going.getValue();
    }

    /** A row that is grey while its method takes no part, and speaks for itself. */
    private final class Row extends TableRow<LeagueRow> {
        @Override
        protected void updateItem(@Nullable LeagueRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(OUT, row != null && !empty && !takesPart(row));
            setAccessibleText(row == null || empty ? "" : words.spoken(row));
        }
    }
}
