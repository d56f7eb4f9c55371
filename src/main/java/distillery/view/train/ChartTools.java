package distillery.view.train;

import distillery.lab.train.TrainModel;
import distillery.lab.train.TrainSetUp;
import distillery.train.ArmName;
import distillery.train.ArmRole;
import distillery.train.CastFactory;
import distillery.train.TrainSettings;
import distillery.view.Controls;
import distillery.view.LessonAnchors;
import distillery.view.Role;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;

/** How all charts are drawn, and a way to take them along. */
final class ChartTools extends FlowPane {
    private static final double LINE = 18;

    ChartTools(TrainModel model, SaveMenu save, Controls parts) {
        CheckBox log = parts.button(new CheckBox(), "train-log", "train.log", "train.log.tip");
        log.selectedProperty().bindBidirectional(model.logAxisProperty());
        Slider smoothing = new Slider(0, TrainSetUp.STRONGEST_SMOOTHING, 0);
        smoothing.setId("train-smoothing");
        smoothing.setBlockIncrement(0.1);
        smoothing.valueProperty().bindBidirectional(model.smoothingProperty());
        parts.tip(smoothing, "train.smoothing.tip");
        Label teacher = Controls.showIf(
                line(Role.TEACHER, "train.teacher-bar", parts),
                model.usedProperty().map(TrainSettings::teacherMoves));
        HBox tools = LessonAnchors.aside(
                new HBox(LessonAnchors.head(parts.label("train.smoothing", "quiet")), smoothing, log, save));
        tools.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("chart-tools");
        model.usedProperty()
                .map(ChartTools::roles)
                .subscribe(
                        now -> { // other roles, not every move of a slider
                            getChildren()
                                    .setAll(now.stream()
                                            .map(role -> line(role, parts))
                                            .toList());
                            getChildren().addAll(teacher, tools);
                        });
    }

    /** Who is in the charts, the distilled student first. */
    private static List<ArmRole> roles(TrainSettings settings) {
        return Stream.concat(
                        Stream.of(ArmRole.DISTILLED),
                        CastFactory.of(settings).names().stream().map(ArmName::role))
                .distinct()
                .toList();
    }

    private static Label line(ArmRole role, Controls parts) {
        return line(ArmWords.role(role), ArmWords.key(role), parts);
    }

    /** The line a student has on every chart, and who it is. */
    private static Label line(Role role, String key, Controls parts) {
        Label name = parts.label(key, "line-name", role.id());
        Line line = new Line(0, 0, LINE, 0);
        line.getStyleClass().addAll("line-sample", role.id());
        for (double length : role.dashes()) {
            line.getStrokeDashArray().add(length);
        }
        name.setGraphic(line);
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }
}
