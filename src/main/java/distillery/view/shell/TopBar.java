package distillery.view.shell;

import distillery.data.TextBundles;
import distillery.lab.Appearance;
import distillery.lab.Look;
import distillery.view.OptionalLabel;
import distillery.view.Texts;
import distillery.view.WrappingPair;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar along the window's top: the name, the screens, and what concerns them all. */
final class TopBar extends HBox {
    private final Actions actions;

    TopBar(
            Actions actions,
            Appearance appearance,
            Texts texts,
            List<Screen> screens,
            ObservableValue<Screen> current,
            Node menu) {
        this.actions = actions;
        getStyleClass().add("top-bar");
        Label name = new OptionalLabel("program-name");
        name.textProperty().bind(texts.text("shell.name"));
        HBox places = new HBox(Icons.mark(), name, lessons(), tabs(texts, screens, current));
        HBox tools = new HBox(
                joined(icon(Action.UNDO, Feather.CORNER_UP_LEFT), icon(Action.REDO, Feather.CORNER_UP_RIGHT)),
                joined(letter(Action.SMALLER_TEXT, "small"), letter(Action.LARGER_TEXT, "large")),
                language(appearance),
                look(appearance),
                icon(Action.SHORTCUTS, Feather.HELP_CIRCLE),
                menu);
        places.getStyleClass().add("places");
        tools.getStyleClass().add("tools");
        // Where the bar is too narrow the name gives way, never a control; then there are two lines.
        Stream.concat(places.getChildren().stream(), tools.getChildren().stream())
                .filter(node -> node instanceof Region && node != name)
                .forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        WrappingPair line = WrappingPair.yielding(places, tools);
        setHgrow(line, Priority.ALWAYS);
        getChildren().setAll(line);
    }

    private Button lessons() {
        Button button = actions.wire(new Button("", Icons.of(Feather.BOOK_OPEN)), Action.DOCK);
        button.textProperty().bind(actions.text(Action.DOCK));
        return button;
    }

    private Node tabs(Texts texts, List<Screen> screens, ObservableValue<Screen> current) {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("tabs");
        tabs.setAccessibleRole(AccessibleRole.TOOL_BAR);
        tabs.accessibleTextProperty().bind(texts.text("shell.screens"));
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            ToggleButton tab = actions.wire(new ToggleButton(), Action.SCREENS.get(i));
            tab.setId("tab-" + screen.id());
            tab.textProperty().bind(texts.text(screen.textKey()));
            // Pressing the open tab again would unselect it; the screen in front decides, not the press.
            tab.addEventHandler(ActionEvent.ACTION, event -> tab.setSelected(screen.equals(current.getValue())));
            current.subscribe(front -> tab.setSelected(screen.equals(front)));
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private Button icon(Action action, Feather sign) {
        Button button = actions.wire(new Button("", Icons.of(sign)), action);
        button.getStyleClass().add("icon-button");
        return button;
    }

    private Button letter(Action action, String size) {
        Label letter = new Label("A");
        letter.getStyleClass().add("letter-" + size);
        Button button = actions.wire(new Button("", letter), action);
        button.getStyleClass().add("icon-button");
        return button;
    }

    private static HBox joined(Button left, Button right) {
        left.getStyleClass().add("left-pill");
        right.getStyleClass().add("right-pill");
        HBox box = new HBox(left, right);
        box.getChildren().forEach(button -> ((Region) button).setMaxHeight(Double.MAX_VALUE));
        box.getStyleClass().add("joined");
        return box;
    }

    private Button language(Appearance appearance) {
        HBox names = new HBox();
        for (Locale each : TextBundles.languages()) {
            if (!names.getChildren().isEmpty()) {
                names.getChildren().add(new Label("·"));
            }
            String tag = each.getLanguage().toUpperCase(Locale.ROOT);
            names.getChildren().add(language(appearance, tag.equals("ZH") ? "中文" : tag, each));
        }
        names.setAlignment(Pos.CENTER);
        names.getStyleClass().add("languages");
        return actions.wire(new Button("", names), Action.LANGUAGE);
    }

    private static Label language(Appearance appearance, String name, Locale locale) {
        Label label = new Label(name);
        appearance.languageProperty().subscribe(now -> {
            label.getStyleClass().remove("current");
            if (now.equals(locale)) {
                label.getStyleClass().add("current");
            }
        });
        return label;
    }

    private Button look(Appearance appearance) {
        Button button = icon(Action.LOOK, Feather.SUN);
        FontIcon sign = (FontIcon) button.getGraphic();
        sign.iconCodeProperty().bind(appearance.lookProperty().map(TopBar::sign));
        return button;
    }

    private static Feather sign(Look look) {
        return switch (look) {
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
            case PROJECTOR -> Feather.CAST;
            case CONTRAST -> Feather.EYE;
        };
    }
}
