package distillery.view.train;

import distillery.lab.train.Measure;
import distillery.view.LessonAnchors;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import distillery.view.chart.CurveChart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A card for a chart, or for one of several to choose from. */
final class ChartCard extends StackPane {
    private final List<Measure> measures;
    private final Map<Measure, CurveChart> charts;
    private final ObjectProperty<Measure> chosen;
    private final @Nullable SegmentedControl<Measure> choice;

    ChartCard(String id, Texts texts, Map<Measure, CurveChart> charts, Measure... measures) {
        this.measures = List.of(measures);
        this.charts = charts;
        chosen = new SimpleObjectProperty<>(this, "chosen", measures[0]);
        getStyleClass().addAll("card", "chart-card");
        if (measures.length == 1) {
            choice = null;
        } else {
            choice = new SegmentedControl<>(
                    id,
                    chosen,
                    this.measures,
                    measure -> texts.text("train.kind."
                            + measure.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            choice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            setAlignment(choice, Pos.TOP_RIGHT);
            getChildren().add(choice);
        }
        Label lock = LessonAnchors.rowHead();
        setAlignment(lock, Pos.TOP_RIGHT);
        getChildren().add(0, lock);
        chosen.subscribe(this::show);
    }

    /** What there is to choose from now; of one chart there is no choice. */
    void offer(List<Measure> offered) {
        if (!offered.contains(chosen.get())) {
            chosen.set(offered.get(0));
        }
        if (choice != null) {
            choice.offer(offered);
            choice.setVisible(offered.size() > 1);
        }
    }

    /** Shows its chart again if another card had it. */
    void takeBack() {
        if (getChildren().stream().noneMatch(CurveChart.class::isInstance)) {
            show(chosen.get());
        }
    }

    /** All charts that it may show. */
    List<CurveChart> charts() {
        return measures.stream()
                .map(measure -> Objects.requireNonNull(charts.get(measure)))
                .toList();
    }

    /** Gives the focus to the chart that is shown. */
    void focus() {
        Objects.requireNonNull(charts.get(chosen.get())).requestFocus();
    }

    private void show(Measure measure) {
        CurveChart chart = Objects.requireNonNull(charts.get(measure));
        getChildren().removeIf(CurveChart.class::isInstance);
        getChildren().add(0, chart);
    }
}
