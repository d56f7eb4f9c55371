package distillery.view.lessons;

import distillery.lesson.Guess;
import distillery.lesson.GuessQuestion;
import distillery.view.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Texts to put in order: each has a button up and one down, and Alt with an arrow moves the one in focus. */
final class OrderRows extends VBox {
    private final GuessQuestion.Order question;
    private final Texts texts;
    private final List<Integer> numbers;
    private final List<Row> rows = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Guess> guess;

    /** One text, wherever it stands now. */
    private final class Row extends HBox {
        private final int number;
        private final Label place = new Label();
        private final Button up = button(Feather.CHEVRON_UP, -1);
        private final Button down = button(Feather.CHEVRON_DOWN, 1);

        private Row(int number) {
            this.number = number;
            setId("lessons-item-" + number);
            getStyleClass().add("order-row");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            ProseView text = new ProseView(question.items().get(number - 1));
            HBox.setHgrow(text, Priority.ALWAYS);
            place.setMinWidth(USE_PREF_SIZE);
            String words = question.items().get(number - 1).plain();
            up.accessibleTextProperty().bind(texts.text("lessons.order.up", words));
            down.accessibleTextProperty().bind(texts.text("lessons.order.down", words));
            getChildren().setAll(place, text, up, down);
            setOnMousePressed(press -> requestFocus());
            addEventHandler(KeyEvent.KEY_PRESSED, key -> {
                boolean upwards = key.getCode() == KeyCode.UP;
                if (key.isAltDown() && (upwards || key.getCode() == KeyCode.DOWN)) {
                    move(this, upwards ? -1 : 1);
                    key.consume();
                }
            });
        }

        private Button button(Feather sign, int by) {
            Button button = new Button("", Signs.of(sign));
            button.getStyleClass().add("icon-button");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(press -> move(this, by));
            return button;
        }

        private void show(int index) {
            String words = question.items().get(number - 1).plain();
            place.setText((index + 1) + ".");
            accessibleTextProperty().bind(texts.text("lessons.order.row", index + 1, words));
            up.setDisable(index == 0);
            down.setDisable(index == numbers.size() - 1);
        }
    }

    OrderRows(GuessQuestion.Order question, Texts texts) {
        this.question = question;
        this.texts = texts;
        getStyleClass().add("options");
        numbers = new ArrayList<>(question.shuffled());
        guess = new ReadOnlyObjectWrapper<>(this, "guess", Guess.order(numbers));
        numbers.forEach(number -> rows.add(new Row(number)));
        Label how = new Label();
        how.textProperty().bind(texts.text("lessons.order.how"));
        how.getStyleClass().add("quiet");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        getChildren().add(how);
        getChildren().addAll(rows);
        number();
    }

    Node first() {
        return rows.get(0);
    }

    ReadOnlyObjectProperty<Guess> guessProperty() {
        return guess.getReadOnlyProperty();
    }

    private void move(Row row, int by) {
        int from = rows.indexOf(row);
        int to = from + by;
        if (to < 0 || to >= rows.size()) {
            return;
        }
        Collections.swap(rows, from, to);
        Collections.swap(numbers, from, to);
        getChildren().subList(1, getChildren().size()).clear();
        getChildren().addAll(rows);
        number();
        row.requestFocus();
        guess.set(Guess.order(numbers));
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(i);
        }
    }
}
