package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Callout;
import distillery.lesson.Check;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.view.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One step of a lesson: what to read, to guess, to do, and what it shows, in the order of the file. */
final class StepCard extends VBox {
    private final LessonModel model;
    private final Texts texts;
    private final ReadOnlyBooleanProperty presenting;
    private @Nullable QuestionBox question;

    StepCard(LessonModel model, Lesson lesson, LessonStep step, Texts texts, ReadOnlyBooleanProperty presenting) {
        this.model = model;
        this.texts = texts;
        this.presenting = presenting;
        setId("lessons-step");
        getStyleClass().add("step-card");
        Label title = new Label(step.title());
        title.setId("lessons-step-title");
        title.getStyleClass().add("step-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        getChildren().add(title);
        if (step.equals(lesson.steps().get(0)) && !lesson.opening().isEmpty()) {
            getChildren().add(new ProseView(lesson.opening(), "opening"));
        }
        step.parts().forEach(part -> getChildren().add(node(part)));
    }

    /** Puts the focus into the question, if one waits. */
    void focusGuess() {
        if (question != null) {
            question.focusGuess();
        }
    }

    /** Where the guess stands once it is made. */
    Optional<Node> guess() {
        return Optional.ofNullable(question).map(box -> box.lookup("#lessons-ghost"));
    }

    /** What is to be done, if anything. */
    Optional<Node> task() {
        return getChildren().stream().filter(CheckLine.class::isInstance).findFirst();
    }

    /** What the experiment has brought up: what is said to the guess, and the first of what may be read now. */
    List<Node> results() {
        return Stream.concat(
                        Stream.ofNullable(question).map(box -> box.lookup("#lessons-feedback")),
                        getChildren().stream()
                                .filter(node -> node instanceof CalloutBox box && box.isResult() && box.isVisible())
                                .limit(1))
                .filter(Objects::nonNull)
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

    private ReadOnlyBooleanProperty shown(Callout callout) {
        return callout.kind() == Callout.Kind.TEACHER ? presenting : model.observedProperty();
    }

    private Node node(LessonStep.Part part) {
        if (part instanceof LessonStep.Text text) {
            return new ProseView(text.prose());
        }
        if (part instanceof Check check) {
            return new CheckLine(model, check, texts);
        }
        if (part instanceof Prediction predict) {
            question = new QuestionBox(model, predict, texts, presenting);
            return question;
        }
        Callout callout = (Callout) part;
        return new CalloutBox(callout, texts).shownIf(shown(callout));
    }
}
