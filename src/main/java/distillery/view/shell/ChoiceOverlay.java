package distillery.view.shell;

import distillery.view.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question laid over the window. The first answer is the default; Esc is none of them. */
public final class ChoiceOverlay {
    /** A button's words and what it leads to. */
    public record Answer(String textKey, Runnable then) {}

    private final ModalOverlay sheet;
    private final Texts texts;

    ChoiceOverlay(ModalOverlay sheet, Texts texts) {
        this.sheet = sheet;
        this.texts = texts;
    }

    public void ask(ObservableValue<String> title, ObservableValue<String> sentence, Answer... answers) {
        Label words = new Label();
        words.textProperty().bind(sentence);
        words.setWrapText(true);
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("answers");
        for (Answer answer : answers) {
            Button button = new Button();
            button.setId(answer.textKey().replace('.', '-'));
            button.textProperty().bind(texts.text(answer.textKey()));
            button.setOnAction(event -> {
                sheet.close();
                answer.then().run();
            });
            buttons.getChildren().add(button);
        }
        Button first = (Button) buttons.getChildren().get(0);
        first.getStyleClass().add("primary");
        first.setDefaultButton(true);
        VBox content = new VBox(words, buttons);
        content.getStyleClass().add("question");
        sheet.show(title, content, first);
    }
}
