package distillery.view.lessons;

import distillery.lab.Look;
import distillery.lesson.Callout;
import distillery.lesson.Check;
import distillery.lesson.Lesson;
import distillery.lesson.Predict;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Prose;
import distillery.lesson.Question;
import distillery.lesson.Step;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/**
 * A lesson on paper: the text, room for guesses or those that were made, and what was observed in the steps that are
 * done. Pages have the shape of A4.
 */
final class Handout {
    private static final double WIDTH = 794;
    private static final double HEIGHT = 1123;
    private static final double MARGIN = 60;
    private static final double DOTS_PER_UNIT = 2;

    private final Lesson lesson;
    private final Standing standing;
    private final Texts texts;
    private final boolean notes;

    /** A handout of a lesson for this learner, with the teacher's notes or without. */
    Handout(Lesson lesson, Standing standing, Texts texts, boolean notes) {
        this.lesson = lesson;
        this.standing = standing;
        this.texts = texts;
        this.notes = notes;
    }

    /**
     * Paints page after page, on the window's thread.
     *
     * @param turns runs what comes after a page: in a turn of its own, so that the window stays awake
     */
    void paint(Consumer<Image> taker, Executor turns) {
        paint(new ArrayDeque<>(blocks()), taker, turns);
    }

    private static void paint(Deque<Node> left, Consumer<Image> taker, Executor turns) {
        if (!left.isEmpty()) {
            taker.accept(paint(filled(left)));
            turns.execute(() -> paint(left, taker, turns));
        }
    }

    /** A page with as much on it as it holds, and one block at least. */
    private static VBox filled(Deque<Node> left) {
        VBox page = page();
        while (!left.isEmpty()) {
            page.getChildren().add(left.getFirst());
            page.applyCss();
            page.layout();
            if (page.prefHeight(WIDTH) > HEIGHT && page.getChildren().size() > 1) {
                page.getChildren().remove(left.getFirst());
                break;
            }
            left.removeFirst();
        }
        return page;
    }

    private static VBox page() {
        VBox page = new VBox();
        page.getStyleClass().add("handout");
        page.setStyle("-fx-font-size: 14px; -d-icon-size: 15px; -fx-padding: " + MARGIN + ";");
        page.setMinSize(WIDTH, HEIGHT);
        page.setMaxSize(WIDTH, HEIGHT);
        Scene scene = new Scene(page, WIDTH, HEIGHT);
        scene.getStylesheets()
                .setAll(
                        Assets.styleSheet(Palette.styleSheet(Look.LIGHT)),
                        Assets.styleSheet("base"),
                        Assets.styleSheet("controls"),
                        Assets.styleSheet("lessons"));
        return page;
    }

    private static Image paint(VBox page) {
        page.applyCss();
        page.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(DOTS_PER_UNIT, DOTS_PER_UNIT));
        return page.snapshot(parameters, null);
    }

    private List<Node> blocks() {
        List<Node> blocks = new ArrayList<>();
        blocks.add(new VBox(
                words(lesson.title(), "handout-title"),
                words(lesson.goal(), "handout-goal"),
                new ProseView(lesson.opening())));
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            boolean done = standing.done().contains(i + 1);
            List<Node> parts = new ArrayList<>();
            step.parts().forEach(part -> parts.addAll(nodes(part, done)));
            VBox first = new VBox(words((i + 1) + ". " + step.title(), "step-title"));
            first.getStyleClass().add("handout-step");
            if (!parts.isEmpty()) {
                first.getChildren().add(parts.remove(0)); // no heading stands alone at the foot of a page
            }
            blocks.add(first);
            blocks.addAll(parts);
        }
        return blocks;
    }

    private List<Node> nodes(Step.Part part, boolean done) {
        if (part instanceof Step.Text text) {
            return List.of(new ProseView(text.prose()));
        }
        if (part instanceof Predict predict) {
            return List.of(question(predict));
        }
        if (part instanceof Check check) {
            return List.of(words((done ? "☑  " : "☐  ") + new CheckWords(texts).words(check)));
        }
        Callout callout = (Callout) part;
        boolean shown =
                switch (callout.kind()) {
                    case OBSERVE, WHY -> done;
                    case WHAT_IF -> true;
                    case TEACHER -> notes;
                };
        return shown ? List.of(new CalloutBox(callout, texts)) : List.of();
    }

    private Node question(Predict predict) {
        VBox box = new VBox(new ProseView(predict.ask(), "ask"));
        box.getStyleClass().add("question-box");
        Question question = predict.question();
        if (question instanceof Question.Choice choice) {
            box.getChildren().add(new ProseView(new Prose(List.of(new Prose.Items(true, choice.options())))));
        } else if (question instanceof Question.Order order) {
            List<Prose> items = order.shuffled().stream()
                    .map(number -> order.items().get(number - 1))
                    .toList();
            box.getChildren().add(new ProseView(new Prose(List.of(new Prose.Items(false, items)))));
        }
        Answer answer = standing.answerTo(predict);
        if (answer == null) {
            box.getChildren().add(words(texts.get("lessons.guess") + ":  ____________________"));
        } else {
            box.getChildren().add(words(texts.get("lessons.guess") + ":", "kicker"));
            QuestionBox.words(question, answer.guess())
                    .forEach(text -> box.getChildren().add(new ProseView(text)));
            box.getChildren().add(new ProseView(predict.feedback(answer.guess())));
        }
        return box;
    }

    private static Label words(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
