package distillery.view.lessons;

import distillery.lesson.Lesson;
import distillery.view.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The last card of a lesson: its question, the answer to it, and the way to the next lesson. */
final class LessonEnding extends VBox {
    private final @Nullable Button on;

    LessonEnding(Lesson done, @Nullable Lesson next, Texts texts, Consumer<Lesson> open) {
        setId("lessons-ending");
        getStyleClass().add("step-card");
        Label title = Labels.wrapped(texts.text("lessons.ending", done.title()), "lesson-title");
        title.setGraphic(Signs.of(Feather.FLAG));
        getChildren().setAll(title, words(done.goal(), "quiet"));
        if (!done.answer().isEmpty()) {
            getChildren().add(words(done.answer(), "sentence"));
        }
        if (next == null) {
            on = null;
            getChildren().add(Labels.wrapped(texts.text("lessons.ending.last"), "quiet"));
        } else {
            on = new Button();
            on.setId("lessons-ending-next");
            on.getStyleClass().add("primary");
            on.setWrapText(true);
            on.textProperty().bind(texts.text("lessons.ending.next", next.title()));
            on.setOnAction(press -> open.accept(next));
            getChildren().add(on);
        }
    }

    private static Label words(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** What Enter should do next; null where there is nothing. */
    @Nullable
    Node wayOn() {
        return on;
    }
}
