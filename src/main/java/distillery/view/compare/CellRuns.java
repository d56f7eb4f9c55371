package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.lab.compare.CurveAxis;
import distillery.lab.compare.MeanCurve;
import distillery.lab.compare.SweepModel;
import distillery.train.ArmName;
import distillery.train.archive.RecordedQuantity;
import distillery.train.archive.RunRecord;
import distillery.train.archive.SeedCurves;
import distillery.train.sweep.SweepCell;
import distillery.view.Controls;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import distillery.view.train.ArmWords;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs of the cell of a map that is chosen: how the student learned with the teacher, and from labels only. */
final class CellRuns extends VBox {
    private static final List<ArmName> ARMS = List.of(ArmName.LABELS_ONLY, ArmName.DISTILLED);

    private final SweepModel model;
    private final Texts texts;
    private final CompareWords words;
    private final CurveChart chart;

    CellRuns(SweepModel model, Appearance appearance, Controls parts) {
        this.model = model;
        texts = parts.texts();
        words = new CompareWords(texts);
        chart = new CurveChart("compare-cell-chart", texts, appearance);
        chart.titleProperty().bind(texts.text("compare.quantity.hard"));
        chart.unitProperty().bind(texts.live(this::cell, model.chosenProperty()));
        VBox.setVgrow(chart, Priority.ALWAYS);
        Button take = parts.button(new Button(), "compare-map-take", "compare.again", "compare.map.take.tip");
        take.setOnAction(pressed -> {
            SweepCell cell = model.chosenProperty().get();
            if (cell != null) {
                model.take(cell);
            }
        });
        getStyleClass().add("map-page");
        getChildren().setAll(chart, take);
        Controls.showIf(this, model.chosenProperty().isNotNull());
        model.chosenRuns().addListener((ListChangeListener<RunRecord>) change -> show());
        appearance.languageProperty().subscribe(now -> show());
    }

    private String cell() {
        SweepCell cell = model.chosenProperty().get();
        return cell == null ? "" : words.place(cell);
    }

    private void show() {
        chart.clear();
        List<SeedCurves> seeds = model.chosenRuns().stream()
                .flatMap(run -> run.curves().stream())
                .toList();
        for (ArmName arm : ARMS) {
            MeanCurve curve = MeanCurve.of(seeds, arm, RecordedQuantity.HARD, CurveAxis.STEP);
            if (curve.mean().size() > 0) {
                chart.add(
                        ArmWords.role(arm.role()),
                        curve.mean(),
                        curve.low(),
                        curve.high(),
                        new SimpleStringProperty(ArmWords.of(arm, texts)));
            }
        }
        chart.changed();
    }
}
