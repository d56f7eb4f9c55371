package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.lab.train.TrainModel;
import distillery.train.TrainSettings;
import distillery.train.archive.RunArchive.Kept;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** All runs that are kept, as far as the search lets them through; pinned ones first unless a column sorts them. */
final class RunTable extends TableView<Kept> {
    private static final double TEXT = 14;
    private static final double ROW_EM = 2.1;

    private final CompareModel model;
    private final TrainModel train;
    private final CompareWords words;
    private boolean filling;

    RunTable(CompareModel model, TrainModel train, Appearance appearance, Texts texts) {
        this.model = model;
        this.train = train;
        words = new CompareWords(texts);
        setId("compare-runs");
        getStyleClass().add("runs");
        setTableMenuButtonVisible(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        fixedCellSizeProperty().bind(appearance.textScaleProperty().multiply(TEXT * ROW_EM));
        accessibleTextProperty().bind(texts.text("compare.table"));
        getColumns().setAll(new RunColumns(this, model, appearance, texts, words).all());
        setSortPolicy(RunTable::sortRows);
        setRowFactory(table -> new Row());
        Label empty = new Label();
        empty.setId("compare-empty");
        empty.setWrapText(true);
        empty.getStyleClass().add("quiet");
        empty.textProperty()
                .bind(texts.live(
                        () -> texts.get(
                                !model.knownProperty().get()
                                        ? "compare.reading"
                                        : model.runs().isEmpty() ? "compare.empty-table" : "compare.none"),
                        model.knownProperty(),
                        model.runs()));
        setPlaceholder(empty);
        model.runs().addListener((ListChangeListener<Kept>) change -> fill());
        model.searchProperty().subscribe(now -> fill());
        appearance.languageProperty().subscribe(now -> fill());
        appearance.lookProperty().subscribe(now -> refresh());
        train.settingsProperty().subscribe(now -> refresh());
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<Kept>) change -> choose());
        model.chosen().addListener((ListChangeListener<String>) change -> show());
    }

    private void choose() {
        if (filling) {
            return;
        }
        List<String> selected = getSelectionModel().getSelectedItems().stream()
                .filter(run -> run != null)
                .map(Kept::id)
                .toList();
        List<String> ordered = new ArrayList<>(model.chosen());
        ordered.retainAll(selected);
        selected.stream().filter(id -> !ordered.contains(id)).forEach(ordered::add);
        filling = true;
        model.choose(ordered);
        filling = false;
        refresh();
    }

    private void fill() {
        filling = true;
        getItems().setAll(model.runs().stream().filter(this::isFound).toList());
        sort();
        filling = false;
        show();
    }

    /** Selects what is chosen. */
    private void show() {
        if (filling) {
            return;
        }
        filling = true;
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (model.chosen().contains(getItems().get(i).id())) {
                getSelectionModel().select(i);
            }
        }
        filling = false;
        refresh();
    }

    /** Every word of the search is in its name, note, tags or settings. */
    private boolean isFound(Kept run) {
        String all = String.join(
                        "\n",
                        words.name(run),
                        run.header().label().note(),
                        String.join("\n", run.header().label().tags()),
                        words.settings(run),
                        words.verdict(run.header()))
                .toLowerCase(Locale.ROOT);
        return List.of(model.searchProperty()
                        .get()
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .stream()
                .allMatch(all::contains);
    }

    /** What others are held against: the run chosen first, or the settings of the Train screen. */
    TrainSettings reference() {
        return model.chosen().isEmpty()
                ? train.settings()
                : model.find(model.chosen().get(0))
                        .map(run -> run.header().settings())
                        .orElse(train.settings());
    }

    private static boolean sortRows(TableView<Kept> table) {
        Comparator<Kept> order = table.getComparator() == null
                ? Comparator.comparing(run -> !run.header().label().pinned())
                : table.getComparator();
        FXCollections.sort(
                table.getItems(), order.thenComparing(run -> run.header().started(), Comparator.reverseOrder()));
        return true;
    }

    /** A row that speaks for itself. */
    private final class Row extends TableRow<Kept> {
        @Override
        protected void updateItem(@Nullable Kept run, boolean empty) {
            super.updateItem(run, empty);
            setAccessibleText(run == null || empty ? "" : words.spoken(run));
        }
    }
}
