package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.SegmentedControl;
import distillery.view.Texts;
import distillery.view.WrappingPair;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every class' probability at every temperature, for the teacher or the student. */
final class CurvesCard extends VBox {
    private final ObjectProperty<TeacherOrStudent> side =
            new SimpleObjectProperty<>(this, "side", TeacherOrStudent.TEACHER);
    private final CurvesPlot plot;

    CurvesCard(ExploreModel model, Appearance appearance, Texts texts, ObservableDoubleValue em) {
        plot = new CurvesPlot(model, appearance, texts, side, em);
        LessonAnchors.tie(plot, Target.EXPLORE_TEMPERATURE);
        getStyleClass().add("card");
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.textProperty()
                .bind(texts.live(
                        () -> texts.get(
                                side.get() == TeacherOrStudent.TEACHER
                                        ? "explore.curves.teacher"
                                        : "explore.curves.student"),
                        side));
        SegmentedControl<TeacherOrStudent> choice = new SegmentedControl<>(
                "explore-curves",
                side,
                List.of(TeacherOrStudent.values()),
                value -> texts.text(value == TeacherOrStudent.TEACHER ? "explore.teacher" : "explore.student"));
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().setAll(new WrappingPair(title, choice), plot);
    }

    void show() {
        plot.paint();
    }
}
