package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Lesson;
import distillery.view.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Below a step: where in the lesson it is, the ways to the others, and the switch for free play. */
final class StepBar extends VBox {
    private final LessonModel model;
    private final Texts texts;
    private final HBox dots = new HBox();

    StepBar(LessonModel model, Texts texts, ObservableBooleanValue presenting, Runnable back, Runnable on) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("step-bar");
        Button previous = new Button("", Signs.of(Feather.CHEVRON_LEFT));
        previous.setId("lessons-previous");
        previous.getStyleClass().add("icon-button");
        previous.accessibleTextProperty().bind(texts.text("lessons.previous"));
        previous.setTooltip(Labels.tooltip(texts, "lessons.previous"));
        previous.setOnAction(press -> back.run());
        previous.disableProperty().bind(model.indexProperty().isEqualTo(0).and(Bindings.not(presenting)));
        Button next = new Button();
        next.setId("lessons-next");
        next.textProperty()
                .bind(texts.live(() -> texts.get(atEnd() ? "lessons.finish" : "lessons.next"), model.stepProperty()));
        next.setTooltip(Labels.tooltip(texts, "lessons.next.tip"));
        next.setMinWidth(USE_PREF_SIZE);
        next.setOnAction(press -> on.run());
        model.observedProperty().subscribe(observed -> {
            next.getStyleClass().remove("primary");
            if (observed) {
                next.getStyleClass().add("primary");
            }
        });
        dots.getStyleClass().add("dots");
        dots.setAlignment(Pos.CENTER);
        dots.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(dots, Priority.ALWAYS);
        HBox ways = new HBox(previous, dots, next);
        ways.setAlignment(Pos.CENTER);
        CheckBox free = freePlay();
        free.visibleProperty().bind(Bindings.not(presenting));
        free.managedProperty().bind(free.visibleProperty());
        getChildren().setAll(free, ways);
        model.stepProperty().addListener((property, before, now) -> show());
        show();
    }

    private CheckBox freePlay() {
        CheckBox free = new CheckBox();
        free.setId("lessons-free");
        free.textProperty().bind(texts.text("lessons.free"));
        free.setTooltip(Labels.tooltip(texts, "lessons.free.tip"));
        free.selectedProperty().bindBidirectional(model.freePlayProperty());
        return free;
    }

    private boolean atEnd() {
        Lesson lesson = model.lessonProperty().get();
        return lesson != null && model.indexProperty().get() == lesson.steps().size() - 1;
    }

    private void show() {
        Lesson lesson = model.lessonProperty().get();
        dots.getChildren().clear();
        if (lesson == null) {
            return;
        }
        int here = model.indexProperty().get();
        int all = lesson.steps().size();
        for (int i = 0; i < all; i++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("step-dot", i == here ? "here" : i < here ? "done" : "open");
            dots.getChildren().add(dot);
        }
        Label place = new Label((here + 1) + " / " + all);
        place.setId("lessons-place");
        place.getStyleClass().add("quiet");
        place.setMinWidth(USE_PREF_SIZE);
        dots.getChildren().add(place);
        dots.accessibleTextProperty().bind(Bindings.concat(texts.text("lessons.place", here + 1, all)));
    }
}
