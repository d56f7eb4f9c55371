package distillery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** All that a screen says, shown or spoken. */
public final class ScreenWords {
    /** A scroll bar that comes or goes changes widths, and these what there is room for. */
    private static final int LAYOUTS = 4;

    private ScreenWords() {}

    /** Holds that the screen of a scene says what {@code fresh}, a screen of the same models built just now, says. */
    public static void assertAsNew(String when, Scene shown, Parent fresh) {
        fresh.setStyle(shown.getRoot().getStyle());
        Scene other = new Scene(fresh, shown.getWidth(), shown.getHeight());
        other.getStylesheets().setAll(shown.getStylesheets());
        new Stage().setScene(other); // charts ask it for its resolution
        Map<String, String> now = of(shown.getRoot());
        Map<String, String> anew = of(fresh);
        now.keySet().retainAll(anew.keySet()); // skins may differ in what they have built so far
        assertTrue(now.size() > 50, when);
        List<String> stale = now.keySet().stream()
                .filter(place -> !Objects.equals(now.get(place), anew.get(place)))
                .map(place -> place + " says <" + now.get(place) + ">, anew <" + anew.get(place) + ">")
                .toList();
        assertEquals(List.of(), stale, when);
    }

    private static Map<String, String> of(Parent root) {
        for (int pass = 0; pass < LAYOUTS; pass++) {
            root.applyCss();
            root.layout();
        }
        Map<String, String> words = new TreeMap<>();
        read(root, "", words);
        return words;
    }

    private static void read(Parent parent, String path, Map<String, String> words) {
        int place = 0;
        for (Node child : parent.getChildrenUnmodifiable()) {
            String own = path + "/" + place++ + "#" + child.getId();
            note(words, own + " spoken", child.getAccessibleText());
            if (child.getId() != null && !(child instanceof OptionalLabel)) { // that one goes by its room
                note(words, own + " visible", String.valueOf(child.isVisible()));
            }
            if (child instanceof Labeled labeled) {
                note(words, own, labeled.getText());
            }
            if (child instanceof TextInputControl field) {
                note(words, own, field.getText());
            }
            if (child instanceof Toggle toggle) {
                note(words, own + " pressed", String.valueOf(toggle.isSelected()));
            }
            if (child instanceof MenuButton menu) {
                menu.getItems().forEach(item -> note(words, own + " " + item.getId(), item.getText()));
            }
            if (child instanceof Control control && control.getTooltip() != null) {
                note(words, own + " tip", control.getTooltip().getText());
            }
            if (child instanceof ComboBox<?> combo) {
                read(combo, own, words);
            } else if (child instanceof Parent inner) {
                read(inner, own, words);
            }
        }
    }

    private static void read(ComboBox<?> combo, String own, Map<String, String> words) {
        note(words, own + " chosen", String.valueOf(combo.getValue()));
        note(words, own + " offered", combo.getItems().toString());
        if (combo.getButtonCell() != null) {
            note(words, own + " box", combo.getButtonCell().getText());
        }
    }

    private static void note(Map<String, String> words, String where, @Nullable String said) {
        if (said != null) {
            words.put(where, said);
        }
    }
}
