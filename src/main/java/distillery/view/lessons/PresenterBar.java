package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Callout;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.view.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;

/** What a presenter needs beside the picture: the time against what the lesson is made for, his notes, and the way out. */
final class PresenterBar extends HBox {
    private static final Duration FADE = Duration.millis(100);

    private final LessonModel model;
    private final Presenter presenter;
    private final Texts texts;

    PresenterBar(LessonModel model, Presenter presenter, Texts texts) {
        this.model = model;
        this.presenter = presenter;
        this.texts = texts;
        getStyleClass().add("presenter");
        setAlignment(Pos.CENTER_LEFT);
        Label time = Labels.bound(texts.live(this::time, presenter.elapsed(), model.lessonProperty()), "clock");
        time.setId("lessons-clock");
        time.setGraphic(Signs.of(Feather.CLOCK));
        time.setTooltip(Labels.tooltip(texts, "lessons.present.keys"));
        time.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(time, Priority.ALWAYS);
        getChildren().setAll(time, notes(), leave());
    }

    /** The notes are shown while one asks for them, not to the class all the time. */
    private Button notes() {
        Button button = Labels.button("lessons-notes", texts, "lessons.notes");
        button.setTooltip(Labels.tooltip(texts, "lessons.notes.tip"));
        BooleanBinding some = Bindings.createBooleanBinding(() -> !notesOfStep().isEmpty(), model.stepProperty());
        button.visibleProperty().bind(some);
        button.managedProperty().bind(some);
        VBox page = new VBox();
        page.getStyleClass().add("notes");
        PopOver notes = new PopOver(page);
        notes.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        notes.setDetachable(false);
        notes.setFadeInDuration(FADE);
        notes.setFadeOutDuration(FADE);
        button.setOnAction(press -> {
            if (notes.isShowing()) {
                notes.hide();
            } else {
                page.getChildren().setAll(notesOfStep());
                page.setMaxWidth(getScene().getWidth() / 2);
                notes.show(button);
            }
        });
        model.stepProperty().addListener((property, before, now) -> notes.hide());
        return button;
    }

    private List<CalloutBox> notesOfStep() {
        LessonStep step = model.stepProperty().get();
        return step == null
                ? List.of()
                : step.parts().stream()
                        .filter(part -> part instanceof Callout callout && callout.kind() == Callout.Kind.TEACHER)
                        .map(part -> new CalloutBox((Callout) part, texts))
                        .toList();
    }

    private Button leave() {
        Button button = new Button("", Signs.of(Feather.X));
        button.setId("lessons-present-leave");
        button.getStyleClass().add("icon-button");
        button.accessibleTextProperty().bind(texts.text("lessons.present.leave"));
        button.setTooltip(Labels.tooltip(texts, "lessons.present.leave"));
        button.setOnAction(press -> presenter.leave());
        return button;
    }

    private String time() {
        Lesson lesson = model.lessonProperty().get();
        String gone = presenter.elapsed().getValue();
        return lesson == null
                ? texts.get("lessons.clock.plain", gone)
                : texts.get("lessons.clock", gone, lesson.minutes());
    }
}
