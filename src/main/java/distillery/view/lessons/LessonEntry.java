package distillery.view.lessons;

import distillery.lesson.Lesson;
import distillery.lesson.Progress.Standing;
import distillery.view.Texts;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A lesson in the list: title, time, question and how far the learner is. A press opens it. */
final class LessonEntry extends VBox {
    private final Runnable open;

    LessonEntry(Lesson lesson, Standing standing, Texts texts, Runnable open) {
        this.open = open;
        setId("lessons-entry-" + lesson.id());
        getStyleClass().add("lesson-entry");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Label title = words(lesson.title(), "lesson-title");
        Label minutes = words(texts.get("lessons.minutes", lesson.minutes()), "quiet");
        minutes.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, minutes);
        head.getStyleClass().add("entry-head");
        String progress = progress(lesson, standing, texts);
        Label state = words(progress, "quiet");
        if (finished(lesson, standing)) {
            state.setGraphic(Signs.of(Feather.CHECK_CIRCLE));
        }
        getChildren().setAll(head, words(lesson.goal()), dots(lesson, standing), state);
        setAccessibleText(String.join(". ", lesson.title(), minutes.getText(), lesson.goal(), progress));
        setOnMouseClicked(click -> open.run());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if ((key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) && !key.isShortcutDown()) {
                open.run();
                key.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private static Label words(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static HBox dots(Lesson lesson, Standing standing) {
        HBox dots = new HBox();
        dots.getStyleClass().add("dots");
        for (int i = 1; i <= lesson.steps().size(); i++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("step-dot", standing.done().contains(i) ? "done" : "open");
            dots.getChildren().add(dot);
        }
        return dots;
    }

    private static boolean finished(Lesson lesson, Standing standing) {
        return standing.done().size() >= lesson.steps().size();
    }

    private static String progress(Lesson lesson, Standing standing, Texts texts) {
        if (standing.equals(Standing.NONE)) {
            return texts.get("lessons.fresh", lesson.steps().size());
        }
        if (finished(lesson, standing)) {
            return texts.get("lessons.finished");
        }
        return texts.get(
                "lessons.progress", standing.done().size(), lesson.steps().size());
    }
}
