package distillery.view.compare;

import distillery.data.AtomicFile;
import distillery.data.Csv;
import distillery.data.Problem;
import distillery.lab.Appearance;
import distillery.lab.compare.MeasureModel;
import distillery.lab.compare.MeasuresCsv;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.Role;
import distillery.view.Scroller;
import distillery.view.Texts;
import distillery.view.WrappingPair;
import distillery.view.chart.ScatterNumbers;
import distillery.view.picture.Figure;
import distillery.view.picture.FigurePage;
import distillery.view.shell.FigureSave;
import distillery.view.train.ArmWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What compression buys: the nets of the Train screen, measured on this computer. */
final class CostPage extends VBox {
    /** A net as long as this is written in one line. */
    private static final int ONE_LINE = 16;

    private final MeasureModel model;
    private final Controls parts;
    private final Texts texts;
    private final GridPane table = new GridPane();
    private final ScatterPlot worth;
    private final ScatterPlot swift;
    private final ScatterPlot trust;
    private final Button measure = new Button();
    private final FigureSave save;

    /** @param toTrain goes where nets are trained */
    CostPage(MeasureModel model, TrainModel train, Runnable toTrain, Appearance appearance, Controls parts) {
        this.model = model;
        this.parts = parts;
        texts = parts.texts();
        save = new FigureSave("compare-cost-save", "cost", train.files()::write, parts, this::picture, this::csv);
        worth = new ScatterPlot("compare-cost-worth", appearance);
        swift = new ScatterPlot("compare-cost-swift", appearance);
        trust = new ScatterPlot("compare-cost-trust", appearance);
        setId("compare-cost");
        getStyleClass().add("cost-page");
        table.getStyleClass().add("cost-table");
        table.setId("compare-cost-table");
        HBox plots = new HBox(worth, swift);
        plots.getStyleClass().add("pair");
        List.of(worth, swift).forEach(plot -> HBox.setHgrow(plot, Priority.ALWAYS));
        VBox.setVgrow(plots, Priority.ALWAYS);
        Label notes = parts.prose("compare-cost-notes", texts.text("compare.cost.notes"), "quiet");
        VBox results = new VBox(WrappingPair.filling(table, trust), plots, notes);
        results.getStyleClass().add("cost-page");
        Scroller scroller = new Scroller(results);
        VBox.setVgrow(scroller, Priority.ALWAYS);
        Controls.showIf(scroller, model.netsProperty().map(nets -> !nets.isEmpty()));
        VBox empty = empty(toTrain);
        Controls.showIf(empty, model.netsProperty().map(List::isEmpty));
        Label trouble =
                parts.prose("compare-cost-trouble", texts.live(this::trouble, model.troubleProperty()), "trouble");
        Controls.showIf(trouble, model.troubleProperty().isNotNull());
        getChildren().setAll(tools(), trouble, empty, scroller);
        model.netsProperty().subscribe(now -> show());
        appearance.languageProperty().subscribe(now -> show());
    }

    /** What is measured here, and where to go as long as nothing can be. */
    private VBox empty(Runnable toTrain) {
        Label sentence = parts.prose("compare-cost-empty", texts.text("compare.cost.none"), "quiet");
        Button train = parts.button(new Button(), "compare-cost-to-train", "compare.to-train", "compare.to-train.tip");
        train.getStyleClass().add("primary");
        train.setOnAction(pressed -> toTrain.run());
        Controls.showIf(train, model.possibleProperty().not());
        VBox empty = new VBox(sentence, train);
        empty.getStyleClass().add("no-runs");
        empty.setAlignment(Pos.CENTER);
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private HBox tools() {
        parts.button(measure, "compare-measure", "compare.cost.measure", "compare.cost.measure.tip");
        measure.getStyleClass().add("primary");
        measure.setOnAction(pressed -> model.measure());
        measure.disableProperty().bind(model.possibleProperty().not());
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("turning");
        Controls.showIf(turning, model.measuringProperty());
        Label state = parts.label(texts.text("compare.cost.measuring"), "quiet");
        Controls.showIf(state, model.measuringProperty());
        save.disableProperty().bind(model.netsProperty().map(List::isEmpty));
        HBox tools = new HBox(LessonAnchors.rowHead(), measure, turning, state, Controls.space(), save);
        tools.getStyleClass().add("pair");
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /** Opens the menu of what can be saved; before there is anything, leads to the button that measures. */
    void export() {
        Node first = save.isDisabled() ? measure : save;
        first.requestFocus();
        if (first == save) {
            save.show();
        }
    }

    /** A page of the plots; empty before there is anything to plot. */
    private Optional<FigurePage> picture() {
        List<NetMeasures> nets = model.netsProperty().get();
        List<Figure> figures =
                plots(nets).stream().<Figure>map(Figure.Scatter::new).toList();
        List<String> foot =
                nets.stream().map(net -> name(net) + " " + net.net()).toList();
        return nets.isEmpty()
                ? Optional.empty()
                : Optional.of(new FigurePage(texts.get("compare.page.cost"), figures, foot));
    }

    private Optional<AtomicFile.Content> csv() {
        List<NetMeasures> nets = model.netsProperty().get();
        return nets.isEmpty() ? Optional.empty() : Optional.of(Csv.file(out -> MeasuresCsv.write(out, nets)));
    }

    private List<ScatterNumbers> plots(List<NetMeasures> nets) {
        return List.of(
                CostPlots.worth(CostPlots.Cost.SIZE, nets, this::name, texts),
                CostPlots.worth(CostPlots.Cost.LATENCY, nets, this::name, texts),
                CostPlots.trust(nets, this::name, texts));
    }

    private String trouble() {
        Problem problem = model.troubleProperty().get();
        return problem == null
                ? ""
                : texts.get(problem.key(), problem.arguments().toArray());
    }

    private void show() {
        List<NetMeasures> nets = model.netsProperty().get();
        table.getChildren().clear();
        for (int i = 0; i < nets.size(); i++) {
            NetMeasures net = nets.get(i);
            Label name = new Label(name(net));
            name.getStyleClass().addAll("line-name", role(net).id());
            name.setMinWidth(USE_PREF_SIZE);
            GridPane.setHalignment(name, HPos.RIGHT);
            table.add(name, i + 1, 0);
        }
        int place = 1;
        row(place++, "net", net -> twoLines(net.net().toString()));
        row(place++, "parameters", net -> whole(net.parameters()));
        row(place++, "bytes", net -> whole(net.floatBytes()));
        row(place++, "packed", net -> whole(net.packedBytes()));
        row(place++, "work", net -> whole(net.multiplyAdds()));
        row(place++, "one", net -> millis(net.one().medianMillis()));
        row(place++, "one-most", net -> millis(net.one().p95Millis()));
        row(place++, "hundred", net -> millis(net.hundred().medianMillis()));
        row(place++, "hundred-most", net -> millis(net.hundred().p95Millis()));
        row(place++, "throughput", net -> whole(Math.round(net.imagesPerSecond())));
        row(place++, "errors", net -> whole(net.errors()));
        row(place++, "agreement", net -> Numbers.percent(net.agreement()));
        row(place++, "calibration", net -> Numbers.percent(net.plain().expectedError()));
        row(place, "best", net -> best(net.best()));
        List<ScatterNumbers> numbers = plots(nets);
        worth.show(numbers.get(0));
        swift.show(numbers.get(1));
        trust.show(numbers.get(2));
    }

    private void row(int place, String key, Function<NetMeasures, String> text) {
        Label head = new Label(texts.get("compare.cost." + key));
        head.getStyleClass().add("quiet");
        head.setMinWidth(USE_PREF_SIZE);
        table.add(head, 0, place);
        List<NetMeasures> nets = model.netsProperty().get();
        for (int i = 0; i < nets.size(); i++) {
            Label value = new Label(text.apply(nets.get(i)));
            value.setId("compare-cost-" + key + "-" + nets.get(i).name());
            value.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            value.setTextAlignment(TextAlignment.RIGHT);
            GridPane.setHalignment(value, HPos.RIGHT);
            table.add(value, i + 1, place);
        }
    }

    private String name(NetMeasures net) {
        return net.name().equals("teacher")
                ? texts.get("train.teacher-bar")
                : ArmWords.of(ArmName.of(net.name()), texts);
    }

    static Role role(NetMeasures net) {
        return net.name().equals("teacher")
                ? Role.TEACHER
                : ArmWords.role(ArmName.of(net.name()).role());
    }

    /** Broken behind the dash that is nearest to its middle, so that many columns have room. */
    private static String twoLines(String net) {
        int middle = net.length() / 2;
        int before = net.lastIndexOf('-', middle);
        int after = net.indexOf('-', middle);
        int dash = after < 0 || middle - before < after - middle ? before : after;
        return net.length() <= ONE_LINE ? net : net.substring(0, dash + 1) + "\n" + net.substring(dash + 1);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis);
    }

    private static String best(@Nullable Calibration best) {
        return best == null
                ? ""
                : Numbers.percent(best.expectedError()) + " (T " + Numbers.fixed(best.temperature(), 2) + ")";
    }
}
