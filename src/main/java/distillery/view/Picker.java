package distillery.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One of a few values, named in the language of the moment. A name depends on nothing but its value and the language.
 * While the list is open, what the keys pass on their way is not chosen yet: it is when the list closes, and Escape
 * closes it without.
 */
public final class Picker<T> extends ComboBox<T> {
    private final Texts texts;
    private final Function<T, String> name;
    private final ObservableValue<? extends @Nullable T> chosen;
    private boolean offering;

    /** Follows {@code chosen}; a choice of the user's goes to {@code choose}, which may change {@code chosen} or not. */
    public Picker(
            String id,
            List<T> values,
            Texts texts,
            Function<T, String> name,
            ObservableValue<? extends @Nullable T> chosen,
            Consumer<T> choose) {
        this.texts = texts;
        this.name = name;
        this.chosen = chosen;
        setId(id);
        getItems().setAll(values);
        setButtonCell(new Cell(true));
        setCellFactory(list -> new Cell(false));
        chosen.subscribe(now -> setValue(now));
        setOnAction(picked -> {
            if (!isShowing() && !offering) {
                settle(choose);
            }
        });
        setOnHidden(closed -> settle(choose));
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, this::giveUp);
            }
        });
    }

    private void settle(Consumer<T> choose) {
        T value = getValue();
        if (value != null && !value.equals(chosen.getValue())) {
            choose.accept(value);
            setValue(chosen.getValue());
        }
    }

    private void giveUp(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            setValue(chosen.getValue());
        }
    }

    /** Offers other values; the chosen one stays. */
    public void offer(List<T> values) {
        if (!getItems().equals(values)) {
            offering = true;
            getItems().setAll(values);
            setValue(null); // a value that came before its item would show without its name
            setValue(chosen.getValue());
            offering = false;
        }
    }

    private final class Cell extends ListCell<T> {
        private final boolean onButton;

        Cell(boolean onButton) {
            this.onButton = onButton;
            promptTextProperty().subscribe(() -> updateItem(getItem(), isEmpty()));
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (item != null && !empty) {
                textProperty().bind(texts.live(() -> name.apply(item)));
            } else {
                setText(
                        onButton
                                ? Picker.this.getPromptText()
                                : ""); // a button cell of one's own hides the combo box's prompt
            }
        }
    }
}
