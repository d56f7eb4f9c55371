package distillery.view.explore;

import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.lab.explore.Remark;
import distillery.lesson.Target;
import distillery.view.LessonAnchors;
import distillery.view.Scroller;
import distillery.view.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Teacher against student, class by class: the example, a legend, and the bars. */
final class BarsCard extends VBox {
    /** Height in em that the bars never lose to what is below them; many classes scroll in it. */
    private static final double LEAST = 13;

    private final ExploreModel model;
    private final Remarks remarks;
    private final BarsPane bars;

    BarsCard(ExploreModel model, Texts texts, Remarks remarks, ObservableDoubleValue em) {
        this.model = model;
        this.remarks = remarks;
        bars = new BarsPane(model, texts, em);
        getStyleClass().addAll("card", "bars-card");
        Scroller scroll = Scroller.upAndDown(bars);
        scroll.minHeightProperty().bind(Bindings.multiply(LEAST, em));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox named = LessonAnchors.mark(new VBox(legend(texts), scroll), Target.EXPLORE_BARS);
        named.getStyleClass().add("named-bars");
        VBox.setVgrow(named, Priority.ALWAYS);
        visibleProperty().bind(named.visibleProperty()); // a lesson may hide all that is in it
        managedProperty().bind(named.managedProperty());
        getChildren().setAll(LessonAnchors.mark(new ExampleBar(model, texts), Target.EXPLORE_EXAMPLES), named);
    }

    void show(ExploreReading reading) {
        bars.show(reading);
    }

    /** The legend; a remark on either side stands behind the name, or below it. */
    private HBox legend(Texts texts) {
        FlowPane teacher = new FlowPane(new HBox(swatch("teacher"), LessonAnchors.head(name(texts, "teacher"))));
        FlowPane student = new FlowPane(new HBox(swatch("student"), name(texts, "student")));
        student.setAlignment(Pos.TOP_RIGHT);
        teacher.getChildren().add(note("teacher", Remark::onTeacher, teacher));
        student.getChildren().add(note("student", Remark::onStudent, student));
        HBox legend = new HBox(teacher, student);
        for (FlowPane side : List.of(teacher, student)) {
            side.getStyleClass().add("side");
            side.setPrefWidth(1); // both get the same
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        legend.setMinHeight(USE_PREF_SIZE);
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static Region swatch(String side) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "bar", side);
        return swatch;
    }

    private static Label name(Texts texts, String side) {
        Label name = new Label();
        name.getStyleClass().addAll("side-name", side);
        name.textProperty().bind(texts.text("explore." + side));
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private Label note(String side, Function<ExploreReading, Remark> remark, Region line) {
        Label note = LessonAnchors.aside(new Label());
        note.setId("explore-note-" + side);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("quiet");
        note.maxWidthProperty().bind(line.widthProperty());
        note.textProperty().bind(remarks.text(model, remark));
        return note;
    }
}
