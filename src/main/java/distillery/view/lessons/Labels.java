package distillery.view.lessons;

import distillery.view.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Words and buttons whose words follow the language. */
final class Labels {
    private Labels() {}

    static Label bound(ObservableValue<String> words, String... styles) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** One that takes as many lines as it needs. */
    static Label wrapped(ObservableValue<String> words, String... styles) {
        Label label = bound(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Tooltip tooltip(Texts texts, String key) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.text(key));
        return tooltip;
    }

    static Button button(String id, Texts texts, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
