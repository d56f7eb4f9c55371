package distillery.view;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small things screens are made of, each with its id, its words and its tooltip. */
public final class Controls {
    private final Texts texts;

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public <B extends ButtonBase> B button(B button, String id, String key, String tip) {
        button.setId(id);
        button.textProperty().bind(texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.accessibleTextProperty().bind(Bindings.concat(button.textProperty(), ". ", texts.text(tip)));
        return tip(button, tip);
    }

    /** An item of a menu. */
    public MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.text(key));
        item.setOnAction(chosen -> action.run());
        return item;
    }

    /** Gives a control a tooltip and, unless it speaks for itself, an accessible text. */
    public <C extends Control> C tip(C control, String key) {
        return tip(control, texts.text(key));
    }

    public <C extends Control> C tip(C control, ObservableValue<String> words) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        control.setTooltip(tooltip);
        if (!control.accessibleTextProperty().isBound()) {
            control.accessibleTextProperty().bind(words);
        }
        return control;
    }

    public Label label(String key, String... styles) {
        return label(texts.text(key), styles);
    }

    public Label label(ObservableValue<String> words, String... styles) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Words that take as many lines as they need. */
    public Label prose(String id, ObservableValue<String> words, String... styles) {
        Label label = label(words, styles);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public VBox card(String titleKey, Node... content) {
        VBox card = new VBox(label(titleKey, "card-title"));
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        return card;
    }

    public static FontIcon icon(Feather sign) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** The colour and pattern of a role beside its name. */
    public Label swatch(Role role, ObservableValue<String> name) {
        Label label = label(name, "quiet", "swatched");
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", role.id());
        label.setGraphic(swatch);
        return label;
    }

    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** Shows a node only where {@code shown} holds; hidden, it takes no room. */
    public static <N extends Node> N showIf(N node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }
}
