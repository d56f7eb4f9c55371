package distillery.view.shell;

import distillery.view.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key of the program, by group: the table of {@link Action}, and the keys that belong to single controls. */
final class ShortcutSheet extends FlowPane {
    /** Keys inside a control, which no accelerator reaches: each has its keys and what they do among the texts. */
    static final List<String> IN_CONTROLS = List.of("arrows", "fine", "detent", "limits", "cursor", "next", "escape");

    /** What the height is worked out for: two columns, at any text size. A narrow window gets one, and scrolls. */
    private static final double TWO_COLUMNS = 10_000;

    ShortcutSheet(Actions actions, Texts texts) {
        setId("shortcuts-sheet");
        getStyleClass().add("shortcuts");
        setPrefWrapLength(TWO_COLUMNS);
        VBox left = new VBox(
                group(actions, texts, Action.Group.SCREENS),
                group(actions, texts, Action.Group.EXPERIMENT),
                group(actions, texts, Action.Group.SET_UP));
        VBox right = new VBox(
                group(actions, texts, Action.Group.LESSONS),
                group(actions, texts, Action.Group.WINDOW),
                inControls(texts));
        getChildren().addAll(left, right);
    }

    private static Region group(Actions actions, Texts texts, Action.Group group) {
        GridPane grid = grid(texts.text(group.textKey()));
        for (Action action : Action.values()) {
            if (action.group() == group && actions.exists(action)) {
                Label keys = new Label(action.keyText());
                keys.setId("keys-" + action.id());
                row(grid, keys, actions.text(action));
            }
        }
        return grid;
    }

    private static Region inControls(Texts texts) {
        GridPane grid = grid(texts.text("shell.group.controls"));
        for (String id : IN_CONTROLS) {
            Label keys = new Label();
            keys.textProperty().bind(texts.text("shell.key." + id));
            row(grid, keys, texts.text("shell.does." + id));
        }
        return grid;
    }

    private static GridPane grid(ObservableValue<String> name) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-group");
        Label heading = new Label();
        heading.textProperty().bind(name);
        heading.getStyleClass().add("heading");
        grid.add(heading, 0, 0, 2, 1);
        return grid;
    }

    private static void row(GridPane grid, Label keys, ObservableValue<String> meaning) {
        keys.getStyleClass().add("keys");
        keys.setMinWidth(USE_PREF_SIZE);
        Label does = new Label();
        does.textProperty().bind(meaning);
        does.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(does, Priority.ALWAYS);
        int row = grid.getRowCount();
        grid.add(does, 0, row);
        grid.add(keys, 1, row);
        GridPane.setHalignment(keys, HPos.RIGHT);
    }
}
