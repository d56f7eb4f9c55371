package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.CompareModel;
import distillery.lab.compare.CurveAxis;
import distillery.lab.compare.MeanCurve;
import distillery.train.ArmName;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.RunArchive.Kept;
import distillery.train.archive.RunRecord;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Picker;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.CurveChart;
import distillery.view.train.ArmWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One quantity of the chosen runs on their way, in one chart: over steps, epochs or seconds. A click on a curve chooses its run. */
final class CurvesPage extends VBox {
    /** Soft losses only compare at one temperature; the rest does always. */
    private static final List<RecordedQuantity> QUANTITIES = List.of(
            RecordedQuantity.ERRORS,
            RecordedQuantity.ACCURACY,
            RecordedQuantity.AGREEMENT,
            RecordedQuantity.TEST_LOSS,
            RecordedQuantity.HARD,
            RecordedQuantity.SOFT_TIMES_T2,
            RecordedQuantity.TOTAL);

    private final CompareModel model;
    private final Texts texts;
    private final CompareWords words;
    private final CurveChart chart;
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final Picker<ArmName> arm;
    /** The runs whose curves the chart has, in its order. */
    private final List<String> drawn = new ArrayList<>();

    CurvesPage(CompareModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        words = new CompareWords(texts);
        chart = new CurveChart("compare-chart", texts, appearance);
        setId("compare-curves");
        getStyleClass().add("curves-page");
        Picker<RecordedQuantity> quantity = new Picker<>(
                "compare-quantity",
                QUANTITIES,
                texts,
                each -> texts.get("compare.quantity." + each.id()),
                model.quantityProperty(),
                model.quantityProperty()::set);
        parts.tip(quantity, "compare.quantity.tip");
        arm = new Picker<>(
                "compare-arm",
                List.of(ArmName.DISTILLED, ArmName.LABELS_ONLY, ArmName.CONTROL),
                texts,
                each -> ArmWords.of(each, texts),
                model.armProperty(),
                model.armProperty()::set);
        parts.tip(arm, "compare.arm.tip");
        Picker<CurveAxis> over = new Picker<>(
                "compare-over",
                List.of(CurveAxis.values()),
                texts,
                each -> texts.get("compare.over." + each.id()),
                model.overProperty(),
                model.overProperty()::set);
        parts.tip(over, "compare.over.tip");
        FlowPane tools = new FlowPane(LessonAnchors.rowHead(), quantity, arm, over, back(parts));
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.titleProperty()
                .bind(texts.live(
                        () -> texts.get("compare.quantity."
                                + model.quantityProperty().get().id()),
                        model.quantityProperty()));
        chart.unitProperty()
                .bind(texts.live(() -> ArmWords.of(model.armProperty().get(), texts), model.armProperty()));
        chart.axisProperty().unbind();
        chart.axisProperty()
                .bind(texts.live(
                        () -> texts.get(
                                "compare.axis-of." + model.overProperty().get().id()),
                        model.overProperty()));
        chart.pickProperty().set(number -> model.single(drawn.get(number)));
        Label said = parts.prose("compare-curves-note", note, "quiet");
        getChildren().setAll(tools, chart, said);
        model.chosen().addListener((ListChangeListener<String>) change -> show());
        model.runs().addListener((ListChangeListener<Kept>) change -> show());
        model.loaded().addListener((MapChangeListener<String, RunRecord>) change -> show());
        model.quantityProperty().subscribe(now -> show());
        model.armProperty().subscribe(now -> show());
        model.overProperty().subscribe(now -> show());
        appearance.languageProperty().subscribe(now -> show());
    }

    private Button back(Controls parts) {
        Button back =
                parts.button(new Button(), "compare-choose-again", "compare.choose-again", "compare.choose-again.tip");
        back.textProperty().unbind();
        back.textProperty()
                .bind(texts.live(
                        () -> texts.get("compare.choose-again", model.before().size()), model.before()));
        back.setOnAction(pressed -> model.chooseAgain());
        Controls.showIf(back, Bindings.isNotEmpty(model.before()));
        return back;
    }

    /** What is shown, for a picture of it. */
    ChartNumbers numbers() {
        return chart.numbers();
    }

    private void show() {
        List<String> shown = model.chosen().stream().limit(Role.RUNS.size()).toList();
        List<RunRecord> records = shown.stream()
                .flatMap(id -> Stream.ofNullable(model.loaded().get(id)))
                .toList();
        offerArms(records);
        chart.clear();
        drawn.clear();
        boolean band = false;
        List<String> without = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            String id = shown.get(i);
            RunRecord record = model.loaded().get(id);
            Kept run = model.find(id).orElse(null);
            if (record != null && run != null) {
                MeanCurve curve = MeanCurve.of(
                        record.curves(),
                        model.armProperty().get(),
                        model.quantityProperty().get(),
                        model.overProperty().get());
                if (curve.mean().size() == 0) {
                    without.add(words.name(run));
                } else {
                    band |= curve.hasBand();
                    drawn.add(id);
                    chart.add(
                            Role.RUNS.get(i),
                            curve.mean(),
                            curve.low(),
                            curve.high(),
                            new SimpleStringProperty(words.name(run)));
                }
            }
        }
        chart.changed();
        note.set(texts.paragraph(notes(shown.size(), band, without, records)));
    }

    private void offerArms(List<RunRecord> records) {
        List<ArmName> arms = Stream.concat(
                        Stream.of(
                                ArmName.DISTILLED,
                                ArmName.LABELS_ONLY,
                                ArmName.CONTROL,
                                model.armProperty().get()),
                        records.stream()
                                .flatMap(record -> record.curves().stream())
                                .flatMap(seed -> seed.tests().keySet().stream())
                                .sorted())
                .distinct()
                .toList();
        arm.offer(arms);
    }

    private List<String> notes(int shown, boolean band, List<String> without, List<RunRecord> records) {
        List<String> said = new ArrayList<>();
        if (shown == 0) {
            said.add(texts.get("compare.curves.choose"));
        }
        if (band) {
            said.add(texts.get("compare.curves.band"));
        }
        if (!without.isEmpty()) {
            said.add(texts.get("compare.curves.without", String.join(", ", without)));
        }
        if (model.chosen().size() > shown) {
            said.add(texts.get("compare.curves.most", shown));
        }
        RecordedQuantity quantity = model.quantityProperty().get();
        boolean ofTemperature = quantity == RecordedQuantity.SOFT_TIMES_T2 || quantity == RecordedQuantity.TOTAL;
        long temperatures = records.stream()
                .map(record -> record.header().settings().live().knobs().temperature())
                .distinct()
                .count();
        if (ofTemperature && temperatures > 1) {
            said.add(texts.get("compare.curves.temperatures"));
        }
        return said;
    }
}
