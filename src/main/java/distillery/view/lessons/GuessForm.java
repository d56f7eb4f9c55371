package distillery.view.lessons;

import distillery.data.Problem;
import distillery.lesson.Guess;
import distillery.lesson.GuessQuestion;
import distillery.lesson.Prose;
import distillery.view.RefusalCard;
import distillery.view.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The controls that take a guess.
 *
 * @param first where the focus goes
 * @param guess what would be committed now; null while there is nothing to commit
 */
record GuessForm(Region node, Node first, ObservableValue<@Nullable Guess> guess) {

    static GuessForm of(GuessQuestion question, Texts texts) {
        if (question instanceof GuessQuestion.Choice choice) {
            return choice(choice);
        }
        if (question instanceof GuessQuestion.Estimate estimate) {
            return number(estimate, texts);
        }
        OrderRows rows = new OrderRows((GuessQuestion.Order) question, texts);
        return new GuessForm(rows, rows.first(), rows.guessProperty());
    }

    private static GuessForm choice(GuessQuestion.Choice choice) {
        ToggleGroup group = new ToggleGroup();
        VBox options = new VBox();
        options.getStyleClass().add("options");
        for (int i = 0; i < choice.options().size(); i++) {
            Guess guess = Guess.choice(i + 1);
            Prose text = choice.options().get(i);
            RadioButton button = new RadioButton();
            button.setId("lessons-option-" + (i + 1));
            button.setToggleGroup(group);
            button.setUserData(guess);
            button.setAccessibleText(text.plain());
            button.setMinWidth(Region.USE_PREF_SIZE);
            ProseView words = new ProseView(text);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(button, words);
            line.setOnMouseClicked(
                    click -> { // on the words, or between them and the circle
                        button.setSelected(true);
                        button.requestFocus();
                    });
            line.getStyleClass().add("option");
            options.getChildren().add(line);
        }
        return new GuessForm(
                options,
                (Node) group.getToggles().get(0),
                group.selectedToggleProperty().map(toggle -> (Guess) toggle.getUserData()));
    }

    private static GuessForm number(GuessQuestion.Estimate estimate, Texts texts) {
        TextField field = new TextField();
        field.setId("lessons-number");
        field.setPrefColumnCount(7);
        field.accessibleTextProperty().bind(texts.text("lessons.guess.number", estimate.unit()));
        field.promptTextProperty().bind(texts.text("lessons.guess.prompt"));
        Label unit = new Label(estimate.unit());
        HBox line = new HBox(field, unit);
        line.getStyleClass().add("option");
        line.setAlignment(Pos.CENTER_LEFT);
        ObjectProperty<@Nullable Problem> refusal = new SimpleObjectProperty<>();
        ObjectProperty<@Nullable Guess> guess = new SimpleObjectProperty<>();
        field.textProperty().addListener((property, before, typed) -> {
            refusal.set(null);
            guess.set(null);
            try {
                guess.set(typed.isBlank() ? null : Guess.number(estimate.read(typed)));
            } catch (Problem unclear) {
                refusal.set(unclear);
            }
        });
        // while one types: a guess is committed with a button, and that stays grey meanwhile
        RefusalCard.explain(field, texts.live(() -> words(refusal.getValue(), texts), refusal));
        return new GuessForm(line, field, guess);
    }

    private static String words(@Nullable Problem refusal, Texts texts) {
        return refusal == null
                ? ""
                : texts.get(refusal.key(), refusal.arguments().toArray());
    }
}
