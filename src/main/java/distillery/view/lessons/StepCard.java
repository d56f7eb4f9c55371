package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Callout;
import distillery.lesson.Check;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Prose;
import distillery.lesson.Sentences;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lesson: what to read, to guess, to do, and what it shows, in the order of the file. To one reader it shows
 * all of that, to a class {@linkplain OneAtATime one sentence, question or task at a time}.
 */
final class StepCard extends VBox {
    private final LessonModel model;
    private final Texts texts;
    private final ReadOnlyBooleanProperty presenting;
    private final Label title;
    /** What stands below the title, and the texts among it. */
    private final List<Node> parts = new ArrayList<>();

    private final OneAtATime stage;
    private @Nullable QuestionBox question;

    StepCard(LessonModel model, Lesson lesson, LessonStep step, Texts texts, ReadOnlyBooleanProperty presenting) {
        this.model = model;
        this.texts = texts;
        this.presenting = presenting;
        setId("lessons-step");
        getStyleClass().add("step-card");
        title = new Label(step.title());
        title.setId("lessons-step-title");
        title.getStyleClass().add("step-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        List<Node> pieces = new ArrayList<>();
        if (step.equals(lesson.steps().get(0)) && !lesson.opening().isEmpty()) {
            add(lesson.opening(), pieces, "opening");
        }
        for (LessonStep.Part part : step.parts()) {
            if (part instanceof LessonStep.Text text) {
                add(text.prose(), pieces);
            } else if (!(part instanceof Callout callout
                    && callout.kind() == Callout.Kind.TEACHER)) { // see NotesButton
                Node node = node(part);
                parts.add(node);
                pieces.add(node);
            }
        }
        stage = new OneAtATime(pieces);
        present(presenting.get());
    }

    private void add(Prose prose, List<Node> pieces, String... styles) {
        parts.add(new ProseView(prose, styles));
        Sentences.of(prose).forEach(piece -> pieces.add(new ProseView(piece, styles)));
    }

    /** Shows everything at once, or one thing at a time. */
    void present(boolean toClass) {
        getChildren().clear();
        if (toClass) {
            getChildren().setAll(title, stage);
            stage.begin();
        } else {
            stage.release();
            getChildren().add(title);
            getChildren().addAll(parts);
        }
    }

    /** While presenting: what comes one at a time. */
    OneAtATime stage() {
        return stage;
    }

    /** While presenting: the next of the step; false behind the last. A question or task that is passed holds nothing back. */
    boolean forward() {
        if (question != null && stage.shows(question)) {
            model.showMe();
        } else if (stage.getChildren().stream().anyMatch(CheckLine.class::isInstance)) {
            model.pass();
        }
        return stage.forward();
    }

    /** Puts the focus into the question, if one waits. */
    void focusGuess() {
        if (question != null && question.getScene() != null) {
            question.focusGuess();
        }
    }

    /** Where the guess stands once it is made. */
    Optional<Node> guess() {
        return Optional.ofNullable(question).map(box -> box.lookup("#lessons-ghost"));
    }

    /** What is to be done, if anything. */
    Optional<Node> task() {
        return parts.stream().filter(CheckLine.class::isInstance).findFirst();
    }

    /** What the experiment has brought up: what is said to the guess, and the first of what may be read now. */
    List<Node> results() {
        return Stream.concat(
                        Stream.ofNullable(question).flatMap(box -> Stream.ofNullable(box.lookup("#lessons-feedback"))),
                        parts.stream()
                                .filter(node -> node instanceof CalloutBox && node.isVisible())
                                .limit(1))
                .toList();
    }

    /** The words on the card, as far as they are shown. */
    String spoken() {
        return words(this).collect(Collectors.joining("\n"));
    }

    private static Stream<String> words(Node node) {
        if (!node.isVisible() || node.isFocusTraversable()) {
            return Stream.empty(); // what takes the focus speaks for itself
        }
        if (node.getAccessibleText() != null) {
            return Stream.of(node.getAccessibleText());
        }
        if (node instanceof Label label) {
            return Stream.of(label.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(StepCard::words)
                : Stream.empty();
    }

    private Node node(LessonStep.Part part) {
        if (part instanceof Check check) {
            return new CheckLine(model, check, texts);
        }
        if (part instanceof Prediction predict) {
            question = new QuestionBox(model, predict, texts, presenting);
            return question;
        }
        return new CalloutBox((Callout) part, texts).shownIf(model.observedProperty());
    }
}
