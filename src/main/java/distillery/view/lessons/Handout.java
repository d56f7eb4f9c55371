package distillery.view.lessons;

import distillery.lab.Look;
import distillery.lesson.Callout;
import distillery.lesson.Check;
import distillery.lesson.GuessQuestion;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Prose;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A lesson on paper: the text, room for guesses or those that were made, and what was observed in the steps that are
 * done, or in all of them on the teacher's. Pages have the shape of A4.
 */
final class Handout {
    /** In dots, about 190 an inch: set in large type, for type that is enlarged when painted has holes in it. */
    private static final double WIDTH = 1588;

    private static final double HEIGHT = 2246;
    private static final double MARGIN = 96;
    private static final double TEXT = 28;

    /** A page that is filled so far may end there. */
    private static final double FULL_ENOUGH = 0.8;

    /** To write on. */
    private static final String LINE = "_".repeat(32);

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
     * @param done is told after the last page
     * @param turns runs what comes after a page: in a turn of its own, so that the window stays responsive
     */
    void paint(Consumer<Image> taker, Runnable done, Executor turns) {
        Deque<Deque<Node>> groups = new ArrayDeque<>(groups());
        CompletableFuture<?> pictures = CompletableFuture.allOf(groups.stream()
                .flatMap(Deque::stream)
                .flatMap(Handout::pictures)
                .map(PictureView::decoded)
                .toArray(CompletableFuture<?>[]::new));
        if (pictures.isDone()) {
            paint(groups, 1, taker, done, turns);
        } else {
            CompletableFuture<Void> unused = pictures.thenRunAsync(() -> paint(groups, 1, taker, done, turns), turns);
        }
    }

    private static Stream<PictureView> pictures(Node node) {
        if (node instanceof PictureView picture) {
            return Stream.of(picture);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Handout::pictures)
                : Stream.of();
    }

    private void paint(Deque<Deque<Node>> left, int number, Consumer<Image> taker, Runnable done, Executor turns) {
        if (left.isEmpty()) {
            done.run();
        } else {
            taker.accept(paint(filled(left, number)));
            turns.execute(() -> paint(left, number + 1, taker, done, turns));
        }
    }

    /** A page with as many steps on it as it holds; the next one begins on it, too, if much of it would be empty. */
    private VBox filled(Deque<Deque<Node>> left, int number) {
        VBox text = new VBox();
        text.getStyleClass().add("handout-text");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox page = page(text, gap, words(lesson.title() + " · " + number, "handout-foot"));
        while (!left.isEmpty() && fits(page, text, left.getFirst())) {
            left.removeFirst();
        }
        if (!left.isEmpty() && page.prefHeight(WIDTH) < FULL_ENOUGH * HEIGHT) {
            Deque<Node> parts = left.getFirst();
            if (text.getChildren().isEmpty()) {
                text.getChildren().add(parts.removeFirst()); // one at least, or there would be no end of pages
            }
            while (!parts.isEmpty() && fits(page, text, List.of(parts.getFirst()))) {
                parts.removeFirst();
            }
            if (parts.isEmpty()) {
                left.removeFirst();
            }
        }
        return page;
    }

    /** Adds these nodes to the text if the page has room for all of them. */
    private static boolean fits(VBox page, VBox text, Collection<Node> nodes) {
        text.getChildren().addAll(nodes);
        page.applyCss();
        page.layout();
        boolean fits = page.prefHeight(WIDTH) <= HEIGHT;
        if (!fits) {
            text.getChildren().removeAll(nodes);
        }
        return fits;
    }

    private static VBox page(Node... content) {
        VBox page = new VBox(content);
        page.getStyleClass().add("handout");
        page.setStyle("-fx-font-size: %spx; -d-icon-size: %spx; -fx-padding: %s;".formatted(TEXT, TEXT, MARGIN));
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
        return page.snapshot(new SnapshotParameters(), null);
    }

    /** What belongs together: the head, and each step. */
    List<Deque<Node>> groups() {
        List<Deque<Node>> groups = new ArrayList<>();
        groups.add(new ArrayDeque<>(List.of(
                words(texts.get("lessons.handout.who"), "quiet"),
                words(lesson.title(), "handout-title"),
                words(lesson.goal(), "handout-goal"),
                new ProseView(lesson.opening()))));
        for (int i = 0; i < lesson.steps().size(); i++) {
            LessonStep step = lesson.steps().get(i);
            boolean done = standing.done().contains(i + 1);
            boolean guessed = step.predict().map(standing::answerTo).isPresent();
            boolean open = step.predict().isPresent() && !guessed && !notes; // for a check may give the answer away
            List<Node> parts = new ArrayList<>();
            step.parts().stream()
                    .filter(part -> !(open && part instanceof Check))
                    .forEach(part -> parts.addAll(nodes(part, done)));
            VBox first = new VBox(words((i + 1) + ". " + step.title(), "step-title"));
            first.getStyleClass().add("handout-step");
            if (!parts.isEmpty()) {
                first.getChildren().add(parts.remove(0)); // no heading stands alone at the foot of a page
            }
            Deque<Node> group = new ArrayDeque<>(parts);
            group.addFirst(first);
            groups.add(group);
        }
        return groups;
    }

    private List<Node> nodes(LessonStep.Part part, boolean done) {
        if (part instanceof LessonStep.Text text) {
            return List.of(new ProseView(text.prose()));
        }
        if (part instanceof Prediction predict) {
            return List.of(question(predict, done));
        }
        if (part instanceof Check check) {
            return List.of(words((done ? "☑  " : "☐  ") + new CheckWords(texts).words(check)));
        }
        Callout callout = (Callout) part;
        boolean shown =
                switch (callout.kind()) {
                    case OBSERVE, WHY -> done || notes;
                    case WHAT_IF -> true;
                    case TEACHER -> notes;
                };
        return shown ? List.of(new CalloutBox(callout, texts)) : List.of();
    }

    private Node question(Prediction predict, boolean done) {
        VBox box = new VBox(new ProseView(predict.ask(), "ask"));
        box.getStyleClass().add("question-box");
        GuessQuestion question = predict.question();
        if (question instanceof GuessQuestion.Choice choice) {
            box.getChildren().add(new ProseView(new Prose(List.of(new Prose.Items(true, choice.options())))));
        } else if (question instanceof GuessQuestion.Order order) {
            List<Prose> items = order.shuffled().stream()
                    .map(number -> order.items().get(number - 1))
                    .toList();
            box.getChildren().add(new ProseView(new Prose(List.of(new Prose.Items(false, items)))));
        }
        Answer answer = standing.answerTo(predict);
        if (answer == null) {
            box.getChildren().add(words(texts.get("lessons.guess"), "kicker"));
            int lines = question instanceof GuessQuestion.Order order
                    ? order.items().size()
                    : 1;
            for (int i = 1; i <= lines; i++) {
                box.getChildren().add(words((lines > 1 ? i + ".  " : "") + LINE));
            }
        } else {
            box.getChildren().add(words(texts.get("lessons.guess"), "kicker"));
            QuestionBox.words(question, answer.guess())
                    .forEach(text -> box.getChildren().add(new ProseView(text)));
            if (done) { // to say so before would spoil the experiment
                box.getChildren().add(new ProseView(predict.feedback(answer.guess())));
            }
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
