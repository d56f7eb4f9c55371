package distillery.view.train;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.train.MethodComparison;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.Verdict;
import distillery.view.Controls;
import distillery.view.NumberSpinner;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Methods side by side, in place of the rest of the screen: a sentence that says what came out, and the table. */
final class MethodsPage extends VBox {
    private static final int SEEDS = 5;
    private static final int MOST_SEEDS = 40;

    private final TrainModel model;
    private final RunState reading;
    private final MethodComparison methods;
    private final Controls parts;
    private final Texts texts;
    private final LeagueWords words;
    private final BooleanBinding going;
    private final NumberSpinner seeds;
    private final Button go = new Button();
    private final LeagueSave save;

    /** A page that {@code close} puts away. */
    MethodsPage(TrainModel model, Appearance appearance, Controls parts, Runnable close) {
        this.model = model;
        this.parts = parts;
        reading = model.reading();
        methods = reading.methods();
        texts = parts.texts();
        words = new LeagueWords(texts);
        going = Bindings.createBooleanBinding(
                reading::comparingMethods, reading.stageProperty(), reading.beatProperty(), reading.workProperty());
        LeagueTable table = new LeagueTable(model, appearance, texts, going);
        VBox.setVgrow(table, Priority.ALWAYS);
        save = new LeagueSave(model, table, parts);
        seeds = new NumberSpinner(
                new NumberSpinner.Range(Verdict.FEWEST_SEEDS, MOST_SEEDS, 1, 1),
                SEEDS,
                texts,
                Numbers::plain,
                now -> {});
        seeds.setId("train-league-seeds");
        seeds.accessibleTextProperty().bind(texts.text("train.league.seeds"));
        seeds.disableProperty().bind(going);
        setId("train-league-page");
        getStyleClass().addAll("card", "league-page");
        getChildren().setAll(head(close), notes(), tools(table), table);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close.run();
                key.consume();
            }
        });
    }

    /** Gives the focus to what begins a league, or while nothing can, to what is before it. */
    void focus() {
        (go.isDisabled() ? seeds : go).requestFocus();
    }

    /** Opens the menu of what can be saved. */
    void export() {
        save.requestFocus();
        save.show();
    }

    private HBox head(Runnable close) {
        Label title = parts.prose("train-league-title", texts.live(() -> words.title(methods, going.get()), causes()));
        title.getStyleClass().add("verdict-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button away = new Button("", Controls.icon(Feather.X));
        away.setId("train-league-close");
        away.getStyleClass().add("icon-button");
        away.setOnAction(pressed -> close.run());
        parts.tip(away, "train.league.close");
        HBox head = new HBox(title, away);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    /** Has room for all that it will say; where a narrow window has none, the tooltip has the rest. */
    private Label notes() {
        Label notes = parts.label(texts.live(this::said, causes()), "quiet", "notes");
        notes.setId("train-league-notes");
        notes.setWrapText(true);
        return parts.tip(notes, notes.textProperty());
    }

    private String said() {
        List<String> all = new ArrayList<>();
        Throwable trouble = reading.troubleProperty().get();
        if (trouble != null) {
            Problem problem = Failure.of(trouble);
            all.add(texts.get(problem.key(), problem.arguments().toArray()));
        }
        boolean stale = methods.leagueProperty().get() != null && !methods.isOf(model.settings());
        all.add(stale ? texts.get("train.league.stale") : "");
        all.addAll(words.notes(methods));
        return texts.paragraph(all);
    }

    private HBox tools(LeagueTable table) {
        Label name = parts.label("train.league.seeds", "quiet");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(seeds);
        go.setId("train-league-go");
        go.getStyleClass().add("primary");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.textProperty().bind(texts.live(this::next, all(seeds.valueProperty())));
        go.setOnAction(pressed -> goOnOrCancel());
        go.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !going.get()
                                && (reading.stage().busy()
                                        || methods.chosen(model.settings()).isEmpty()),
                        causes()));
        parts.tip(go, texts.live(() -> texts.get(going.get() ? "train.cancel.tip" : "train.league.tip"), going));
        ProgressBar bar = new ProgressBar(0);
        bar.setId("train-league-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.progressProperty().bind(Bindings.createDoubleBinding(this::share, causes()));
        Label work = parts.label(
                texts.live(() -> going.get() ? RunBar.busyWords(reading, texts) : "", causes()),
                "quiet",
                "progress-words");
        work.setId("train-league-work");
        bar.accessibleTextProperty().bind(work.textProperty());
        HBox tools = new HBox(name, seeds, go, bar, work, sort(table), save);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("tools");
        return tools;
    }

    /** The way to sort for whoever has no mouse for the heads of the columns. */
    private MenuButton sort(LeagueTable table) {
        MenuButton menu = parts.button(new MenuButton(), "train-league-sort", "train.league.sort", "train.league.sort");
        MenuItem none = new MenuItem();
        none.textProperty().bind(texts.text("train.league.sort.none"));
        none.setOnAction(chosen -> {
            table.getSortOrder().clear();
            table.sort();
        });
        menu.getItems().add(none);
        for (TableColumn<LeagueRow, ?> column : table.getColumns()) {
            if (column.isSortable()) {
                MenuItem item = new MenuItem();
                item.setId(column.getId() + "-first");
                item.textProperty()
                        .bind(column.getText().isEmpty() ? texts.text("train.league.dots") : column.textProperty());
                item.setOnAction(chosen -> {
                    column.setSortType(TableColumn.SortType.ASCENDING);
                    table.getSortOrder().setAll(List.of(column));
                });
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private Observable[] causes() {
        return all(reading.beatProperty());
    }

    private Observable[] all(Observable more) {
        return new Observable[] {
            more,
            going,
            reading.stageProperty(),
            reading.workProperty(),
            reading.troubleProperty(),
            methods.leagueProperty(),
            methods.omitted(),
            model.settingsProperty()
        };
    }

    private double share() {
        var work = reading.workProperty().get();
        return going.get() && work != null ? work.share() : 0;
    }

    /** One button, as with Run and Pause: who has pressed it has the way back under the same finger. */
    private void goOnOrCancel() {
        if (going.get()) {
            model.cancel();
        } else if (seeds.typing().settle()) {
            model.compareMethods(seeds.getValue().intValue());
        }
    }

    private String next() {
        if (going.get()) {
            return texts.get("train.cancel");
        }
        int missing = methods.missingOf(model.settings());
        if (missing > 0) {
            return texts.get("train.compare.missing", missing);
        }
        String key = methods.isOf(model.settings()) ? "train.compare.new" : "train.compare";
        return texts.get(key, seeds.getValue().intValue());
    }
}
