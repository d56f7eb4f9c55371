package distillery.view.compare;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.compare.AxisChoice;
import distillery.lab.compare.CompareSettings;
import distillery.lab.compare.SweepMap;
import distillery.lab.compare.SweepMapCsv;
import distillery.lab.compare.SweepModel;
import distillery.lab.compare.SweepStage;
import distillery.lab.train.TrainModel;
import distillery.train.sweep.Grid;
import distillery.train.sweep.SweepCell;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.NumberSpinner;
import distillery.view.Numbers;
import distillery.view.Picker;
import distillery.view.Texts;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import distillery.view.shell.SavePlace;
import distillery.view.train.SettingsWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The map of a sweep: what it varies, how far it is, and its cells. */
final class SweepMapPage extends VBox {
    private final SweepModel model;
    private final Controls parts;
    private final Texts texts;
    private final Button start = new Button();
    private final CompareWords words;
    private final MapPane pane;
    private final BooleanBinding underWay;
    private final SavePlace place;
    private final FigureSave save;

    SweepMapPage(SweepModel model, TrainModel train, Appearance appearance, Controls parts) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        words = new CompareWords(texts);
        place = new SavePlace(this, texts);
        save = new FigureSave("compare-map-save", "map", train.files()::write, parts, this::picture, this::csv);
        save.disableProperty().bind(model.mapProperty().isNull());
        pane = new MapPane(model.mapProperty(), appearance, texts, model::choose, model::take);
        underWay =
                Bindings.createBooleanBinding(() -> model.stageProperty().get().isUnderWay(), model.stageProperty());
        setId("compare-map-page");
        getStyleClass().add("map-page");
        VBox.setVgrow(pane, Priority.ALWAYS);
        Label trouble =
                parts.prose("compare-map-trouble", texts.live(this::trouble, model.troubleProperty()), "trouble");
        Controls.showIf(trouble, model.troubleProperty().isNotNull());
        Label pointed = parts.prose("compare-map-cell", texts.live(this::pointed, pane.pointedProperty()), "quiet");
        Label legend = parts.prose(
                "compare-map-legend",
                texts.live(() -> texts.paragraph(
                        List.of(texts.get("compare.map.legend.cells"), texts.get("compare.map.legend.press")))),
                "quiet");
        Controls.showIf(legend, model.mapProperty().isNotNull());
        Controls.showIf(pane, model.mapProperty().isNotNull());
        Label empty = parts.prose("compare-map-empty", texts.text("compare.map.none"), "quiet");
        Controls.showIf(empty, model.mapProperty().isNull());
        CellRuns runs = new CellRuns(model, appearance, parts);
        VBox.setVgrow(runs, Priority.ALWAYS);
        getChildren().setAll(choices(), tools(), trouble, empty, pane, pointed, runs, legend);
    }

    /** Where a folder is asked for. */
    SavePlace place() {
        return place;
    }

    private FlowPane choices() {
        NumberSpinner seeds = new NumberSpinner(
                new NumberSpinner.Range(1, CompareSettings.MOST_SEEDS, 1, 1),
                model.seedsProperty().get(),
                texts,
                Numbers::plain,
                now -> model.seedsProperty().set((int) now));
        model.seedsProperty().subscribe(now -> seeds.getValueFactory().setValue(now.doubleValue()));
        seeds.setId("compare-map-seeds");
        seeds.getStyleClass().add("short");
        seeds.accessibleTextProperty().bind(texts.text("compare.map.seeds"));
        FlowPane choices = new FlowPane(
                LessonAnchors.rowHead(),
                axis(true, "compare.map.across", model.acrossProperty()),
                axis(false, "compare.map.down", model.downProperty()),
                row(parts.label("compare.map.seeds", "quiet"), seeds));
        choices.getStyleClass().add("tools");
        choices.disableProperty().bind(underWay);
        return choices;
    }

    private HBox axis(boolean across, String key, ObjectProperty<AxisChoice> choice) {
        String id = across ? "compare-map-across" : "compare-map-down";
        Picker<String> name = new Picker<>(
                id,
                AxisChoice.NAMES,
                texts,
                each -> texts.get("compare.axis." + each),
                choice.map(AxisChoice::name),
                chosen -> model.choose(across, chosen));
        parts.tip(name, key);
        TextField values = new TextField();
        values.setId(id + "-values");
        values.setPrefColumnCount(11);
        parts.tip(values, "compare.map.values");
        choice.subscribe(now -> {
            if (!values.isFocused()) {
                values.setText(now.values());
            }
        });
        values.textProperty().addListener((property, before, typed) -> {
            if (typed.length() <= AxisChoice.LONGEST) {
                choice.set(new AxisChoice(choice.get().name(), typed));
            }
        });
        return row(parts.label(key, "quiet"), name, values);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("pair");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane tools() {
        parts.button(start, "compare-map-start", "compare.map.start", "compare.map.start.tip");
        start.getStyleClass().add("primary");
        start.setOnAction(pressed -> model.start());
        Controls.showIf(start, underWay.not());
        Button on = parts.button(new Button(), "compare-map-go-on", "compare.map.go-on", "compare.map.go-on.tip");
        on.setOnAction(pressed -> model.goOn());
        Controls.showIf(on, model.stageProperty().isEqualTo(SweepStage.STOPPED));
        Button pause = parts.button(new Button(), "compare-map-pause", "compare.map.pause", "compare.map.pause.tip");
        pause.textProperty().unbind();
        pause.textProperty()
                .bind(texts.live(
                        () -> texts.get(
                                model.stageProperty().get() == SweepStage.PAUSED
                                        ? "compare.map.resume"
                                        : "compare.map.pause"),
                        model.stageProperty()));
        pause.setOnAction(pressed -> model.pauseOrResume());
        Controls.showIf(pause, underWay);
        Button cancel =
                parts.button(new Button(), "compare-map-cancel", "compare.map.cancel", "compare.map.cancel.tip");
        cancel.setOnAction(pressed -> model.cancel());
        Controls.showIf(cancel, underWay);
        Button open = parts.button(new Button(), "compare-map-open", "compare.map.open", "compare.map.open.tip");
        open.setOnAction(pressed -> open());
        Controls.showIf(open, underWay.not());
        ProgressBar bar = new ProgressBar();
        bar.setId("compare-map-bar");
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            SweepMap shown = model.mapProperty().get();
                            return shown == null
                                    ? 0
                                    : (double) shown.done() / shown.grid().size();
                        },
                        model.mapProperty()));
        Controls.showIf(bar, underWay);
        Label state = parts.label(texts.live(this::state, model.stageProperty(), model.mapProperty()), "quiet");
        state.setId("compare-map-state");
        FlowPane tools = new FlowPane(start, on, pause, cancel, open, save, bar, state);
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /** Asks for the folder of a sweep and shows it. */
    void open() {
        place.folder("compare.map.open", folder -> List.of(), agreed -> model.open(agreed.path()));
    }

    /** Opens the menu of what can be saved; before there is a map, leads to the button that draws one. */
    void export() {
        Node first = save.isDisabled() ? start : save;
        first.requestFocus();
        if (first == save) {
            save.show();
        }
    }

    private Optional<FigurePage> picture() {
        return Optional.ofNullable(model.mapProperty().get()).map(shown -> {
            List<String> foot = new ArrayList<>(common(shown.grid()));
            foot.add(texts.get("compare.map.seeds") + " " + shown.grid().seeds().size());
            foot.add(texts.get("compare.map.legend.cells"));
            String title = texts.get("compare.map.title");
            return new FigurePage(title, List.of(pane.figure(shown, title)), foot);
        });
    }

    /** What is set alike in all cells. */
    private List<String> common(Grid grid) {
        List<String> words = new ArrayList<>(SettingsWords.of(grid.base(), texts));
        try {
            words.retainAll(SettingsWords.of(grid.settings(grid.size() - 1), texts));
        } catch (Problem impossible) { // a grid is made of settings that were read
            throw new IllegalStateException(impossible);
        }
        return words;
    }

    private Optional<AtomicFile.Content> csv() {
        return Optional.ofNullable(model.mapProperty().get())
                .map(shown -> Csv.file(out -> SweepMapCsv.write(out, shown)));
    }

    private String state() {
        SweepMap shown = model.mapProperty().get();
        SweepStage stage = model.stageProperty().get();
        return shown == null
                ? stage == SweepStage.NOTHING ? "" : texts.get("compare.map.preparing")
                : texts.get(
                        "compare.map.stage." + stage.id(),
                        shown.done(),
                        shown.grid().size());
    }

    private String trouble() {
        Problem problem = model.troubleProperty().get();
        return problem == null
                ? ""
                : texts.get(problem.key(), problem.arguments().toArray());
    }

    private String pointed() {
        SweepCell cell = pane.pointedProperty().get();
        return cell == null ? "" : words.cell(cell);
    }
}
