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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** On top of the dock: what is open in it, the way back to the list, the menu, and a presenter's clock. */
final class DockHead extends VBox {
    private final LessonModel model;
    private final Presenter presenter;
    private final Texts texts;

    DockHead(Lessons lessons, Presenter presenter, LessonMenu menu, Runnable back, Runnable shut) {
        model = lessons.model();
        texts = lessons.texts();
        this.presenter = presenter;
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
        getChildren().setAll(line, goal, stopwatch());
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

    /** While presenting: the time that has gone, against what the lesson is made for. */
    private VBox stopwatch() {
        Label time = Labels.bound(texts.live(this::time, presenter.elapsed(), model.lessonProperty()), "clock");
        time.setId("lessons-clock");
        time.setGraphic(Signs.of(Feather.CLOCK));
        time.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(time, Labels.wrapped(texts.text("lessons.present.keys"), "quiet"));
        box.getStyleClass().add("presenter");
        box.visibleProperty().bind(presenter.activeProperty());
        box.managedProperty().bind(presenter.activeProperty());
        return box;
    }

    private String time() {
        @Nullable Lesson lesson = model.lessonProperty().get();
        String gone = presenter.elapsed().getValue();
        return lesson == null
                ? texts.get("lessons.clock.plain", gone)
                : texts.get("lessons.clock", gone, lesson.minutes());
    }
}
