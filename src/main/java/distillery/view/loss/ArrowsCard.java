package distillery.view.loss;

import distillery.lab.loss.LossKind;
import distillery.lab.loss.LossReading;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Numbers;
import distillery.view.SegmentedControl;
import distillery.view.WrappingPair;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where each loss pulls the student's logits: against its gradient. */
final class ArrowsCard extends VBox {
    private final LossControls parts;
    private final VBox lines = new VBox();
    private final List<ArrowsRow> rows = new ArrayList<>();

    ArrowsCard(LossControls parts) {
        this.parts = parts;
        getStyleClass().add("card");
        lines.getStyleClass().add("arrows");
        SegmentedControl<Boolean> scale = new SegmentedControl<>(
                "loss-arrows", parts.model().timesT2Property().asObject(), List.of(false, true), times -> parts.texts()
                        .text(times ? "loss.arrows.times-t2" : "loss.arrows.raw"));
        CheckBox limit = LessonAnchors.head(parts.button(new CheckBox(), "limit"));
        limit.selectedProperty().bindBidirectional(parts.model().limitProperty());
        limit.disableProperty().bind(parts.model().kindProperty().isNotEqualTo(LossKind.HINTON));
        WrappingPair header = new WrappingPair(parts.title("loss.arrows"), scale);
        Label error = new Label();
        error.setId("loss-limit-error");
        error.getStyleClass().add("quiet");
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        error.textProperty().bind(parts.live(this::error));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(parts.texts().text("loss.limit.error.tip"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        error.setTooltip(tooltip);
        HBox matching = LessonAnchors.mark(new HBox(limit, error), Target.LOSS_LIMIT);
        matching.getStyleClass().add("footer");
        matching.setAlignment(Pos.CENTER_LEFT);
        WrappingPair footer = new WrappingPair(matching, parts.full(LossReading::fullPull));
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().setAll(header, lines, footer);
    }

    void show(LossReading reading) {
        int classes = reading.example().size();
        while (rows.size() < classes) {
            ArrowsRow row = new ArrowsRow(parts, rows.size());
            VBox.setVgrow(row, Priority.ALWAYS);
            rows.add(row);
        }
        int before = lines.getChildren().size();
        if (before > classes) {
            lines.getChildren().remove(classes, before); // those that stay need no new styles
        } else {
            lines.getChildren().addAll(rows.subList(before, classes));
        }
        rows.subList(0, classes).forEach(row -> row.show(reading));
    }

    private String error(LossReading reading) {
        if (reading.settings().kind() != LossKind.HINTON) {
            return "";
        }
        String error = parts.texts().get("loss.limit.error", Numbers.percent(reading.limitError()));
        return parts.ofTruth(error, reading);
    }
}
