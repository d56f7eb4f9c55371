package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Lesson;
import distillery.view.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** On top of the dock: what is open in it, the way back to the list and the menu. */
final class DockHead extends VBox {
    private final LessonModel model;
    private final Texts texts;

    DockHead(Lessons lessons, LessonMenu menu, Runnable back, Runnable shut) {
        model = lessons.model();
        texts = lessons.texts();
        Button list = button("lessons-back", "lessons.back", Feather.LIST, back);
        list.visibleProperty().bind(model.lessonProperty().isNotNull());
        list.managedProperty().bind(list.visibleProperty());
        Label title = Labels.wrapped(texts.live(this::title, model.lessonProperty()), "dock-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(list, title, menu, button("lessons-shut", "lessons.shut", Feather.X, shut));
        line.getStyleClass().add("dock-head");
        line.setAlignment(Pos.CENTER_LEFT);
        Label goal = Labels.wrapped(texts.live(this::goal, model.lessonProperty()), "quiet");
        goal.setId("lessons-goal");
        goal.getStyleClass().add("dock-goal");
        goal.visibleProperty().bind(list.visibleProperty());
        goal.managedProperty().bind(list.visibleProperty());
        getChildren().setAll(line, goal);
    }

    private String title() {
        Lesson lesson = model.lessonProperty().get();
        return lesson == null ? texts.get("lessons.title") : lesson.title();
    }

    /** The question that drives the lesson. */
    private String goal() {
        Lesson lesson = model.lessonProperty().get();
        return lesson == null ? "" : lesson.goal();
    }

    private Button button(String id, String key, Feather sign, Runnable action) {
        Button button = new Button("", Signs.of(sign));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(texts.text(key));
        button.setTooltip(Labels.tooltip(texts, key));
        button.setOnAction(press -> action.run());
        return button;
    }
}
