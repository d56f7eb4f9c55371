package distillery.view.lessons;

import distillery.lab.lessons.LessonModel;
import distillery.lesson.Guess;
import distillery.lesson.GuessQuestion;
import distillery.lesson.LessonStep;
import distillery.lesson.Prediction;
import distillery.lesson.Prose;
import distillery.view.Numbers;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A question before the experiment: the controls for a guess, then the guess as a ghost, then what is said to it. */
final class QuestionBox extends VBox {
    /** How many of the lines are the question itself. */
    private static final int QUESTION = 2;

    private final LessonModel model;
    private final Prediction predict;
    private final Texts texts;
    private final ObservableBooleanValue presenting;
    // Later, for the model puts the next question before its step: by then this one is no longer on the card.
    private final ChangeListener<Object> follow = (property, before, now) -> Platform.runLater(this::showIfAsked);
    private final ChangeListener<Object> rearrange = (property, before, now) -> arrange();
    /** The question, what it is answered with, and what comes of it, in this order. */
    private final List<Node> lines = new ArrayList<>();

    private @Nullable Node first;

    QuestionBox(LessonModel model, Prediction predict, Texts texts, ObservableBooleanValue presenting) {
        this.model = model;
        this.predict = predict;
        this.texts = texts;
        this.presenting = presenting;
        setId("lessons-question");
        getStyleClass().add("question-box");
        model.guessingProperty().addListener(new WeakChangeListener<>(follow));
        model.observedProperty().addListener(new WeakChangeListener<>(follow));
        presenting.addListener(new WeakChangeListener<>(rearrange));
        show();
    }

    /** Puts the focus where the guess begins; does nothing after it was made. */
    void focusGuess() {
        if (first != null) {
            first.requestFocus();
        }
    }

    private void showIfAsked() {
        LessonStep step = model.stepProperty().get();
        if (step != null && step.predict().filter(predict::equals).isPresent()) {
            show();
        }
    }

    private void show() {
        first = null;
        lines.clear();
        lines.addAll(
                List.of(Labels.bound(texts.text("lessons.predict"), "kicker"), new ProseView(predict.ask(), "ask")));
        Guess guess = model.guessProperty().get();
        switch (model.guessingProperty().get()) {
            case DUE -> ask();
            case RIGHT, WRONG -> {
                Guess made = guess == null ? predict.question().answer() : guess;
                lines.add(ghost("lessons.guess", made, "ghost"));
                if (model.observedProperty().get()) { // to say so before would spoil the experiment
                    answer(made);
                }
            }
            case SHOWN -> lines.add(ghost("lessons.answer", predict.question().answer(), "answer"));
            case NONE -> lines.clear();
        }
        arrange();
    }

    /** A column, or in the strip under the screen the question on the left and what it is answered with on the right. */
    private void arrange() {
        getChildren().clear();
        if (presenting.get() && lines.size() > QUESTION) {
            HBox row = new HBox();
            for (List<Node> half : List.of(lines.subList(0, QUESTION), lines.subList(QUESTION, lines.size()))) {
                VBox column = new VBox();
                column.getChildren().addAll(half);
                column.getStyleClass().add("question-half");
                column.setPrefWidth(1); // equal shares of what there is
                HBox.setHgrow(column, Priority.ALWAYS);
                row.getChildren().add(column);
            }
            row.getStyleClass().add("question-row");
            getChildren().add(row);
        } else {
            getChildren().addAll(lines);
        }
    }

    private void ask() {
        GuessForm form = GuessForm.of(predict.question(), texts);
        first = form.first();
        Button commit = Labels.button("lessons-commit", texts, "lessons.commit");
        commit.getStyleClass().add("primary");
        commit.setTooltip(Labels.tooltip(texts, "lessons.commit.tip"));
        commit.setOnAction(press -> commit(form));
        commit.disableProperty().bind(form.guess().map(guess -> false).orElse(true));
        Button show = Labels.button("lessons-show-me", texts, "lessons.show-me");
        show.setOnAction(press -> model.showMe());
        show.visibleProperty().bind(presenting);
        show.managedProperty().bind(presenting);
        FlowPane buttons = new FlowPane(commit, show);
        buttons.getStyleClass().add("buttons");
        form.node().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !commit.isDisabled()) {
                commit(form);
                key.consume();
            }
        });
        lines.addAll(List.of(form.node(), buttons));
        if (!predict.unlock().isEmpty()) {
            Label until = Labels.wrapped(texts.text("lessons.locked.until"), "quiet");
            until.visibleProperty().bind(Bindings.not(presenting)); // a presenter may go on without
            until.managedProperty().bind(until.visibleProperty());
            lines.add(until);
        }
    }

    private void commit(GuessForm form) {
        Guess guess = form.guess().getValue();
        if (guess != null) {
            model.commit(guess);
        }
    }

    private void answer(Guess guess) {
        boolean right = predict.question().isRight(guess);
        if (!right) {
            lines.add(ghost("lessons.answer", predict.question().answer(), "answer"));
        }
        Prose feedback = predict.feedback(guess);
        if (!feedback.isEmpty()) {
            ProseView words = new ProseView(feedback);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(Signs.of(right ? Feather.CHECK_CIRCLE : Feather.ARROW_RIGHT_CIRCLE), words);
            line.setId("lessons-feedback");
            line.getStyleClass().addAll("feedback", right ? "right" : "wrong");
            lines.add(line);
        }
    }

    private VBox ghost(String key, Guess guess, String style) {
        Label name = Labels.bound(texts.text(key), "kicker");
        VBox ghost = new VBox(name);
        ghost.setId("lessons-" + style);
        ghost.getStyleClass().addAll("given", style);
        words(predict.question(), guess).forEach(text -> ghost.getChildren().add(new ProseView(text)));
        ghost.accessibleTextProperty()
                .bind(Bindings.concat(name.textProperty(), ": ", plain(predict.question(), guess)));
        return ghost;
    }

    /** The guess in the lesson's own words. */
    static List<Prose> words(GuessQuestion question, Guess guess) {
        if (question instanceof GuessQuestion.Estimate estimate) {
            String unit = estimate.unit();
            String between = unit.isEmpty() || unit.equals("%") ? "" : "\u00a0";
            return List.of(sentence(Numbers.plain(guess.values().get(0)) + between + unit));
        }
        if (question instanceof GuessQuestion.Choice choice) {
            return List.of(choice.options().get(guess.values().get(0).intValue() - 1));
        }
        List<Prose> items = guess.values().stream()
                .map(number -> ((GuessQuestion.Order) question).items().get(number.intValue() - 1))
                .toList();
        return List.of(new Prose(List.of(new Prose.Items(true, items))));
    }

    static String plain(GuessQuestion question, Guess guess) {
        return String.join(
                ", ", words(question, guess).stream().map(Prose::plain).toList());
    }

    private static Prose sentence(String words) {
        return new Prose(List.of(new Prose.Paragraph(List.of(new Prose.Text(words)))));
    }
}
