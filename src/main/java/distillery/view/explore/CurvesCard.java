package distillery.view.explore;

import distillery.lab.Appearance;
import distillery.lab.ExploreModel;
import distillery.lab.Side;
import distillery.lesson.Target;
import distillery.view.Choice;
import distillery.view.Spread;
import distillery.view.Targets;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every class' probability at every temperature, for the teacher or the student. */
final class CurvesCard extends VBox {
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(this, "side", Side.TEACHER);
    private final CurvesPlot plot;

    CurvesCard(ExploreModel model, Appearance appearance, Texts texts, ObservableDoubleValue em) {
        plot = new CurvesPlot(model, appearance, texts, side, em);
        Targets.tie(plot, Target.EXPLORE_TEMPERATURE);
        getStyleClass().add("card");
        Label title = new Label();
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.textProperty()
                .bind(texts.live(
                        () -> texts.get(
                                side.get() == Side.TEACHER ? "explore.curves.teacher" : "explore.curves.student"),
                        side));
        Choice<Side> choice = new Choice<>(
                "explore-curves",
                side,
                List.of(Side.values()),
                value -> texts.text(value == Side.TEACHER ? "explore.teacher" : "explore.student"));
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().setAll(new Spread(title, choice), plot);
    }

    void show() {
        plot.paint();
    }
}
