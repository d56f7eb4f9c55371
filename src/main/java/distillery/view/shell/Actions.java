package distillery.view.shell;

import distillery.view.Texts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Who answers to an action now: the screen in front, else the window. */
final class Actions {
    /** What still works while a sheet lies over the window. */
    private static final Set<Action> OVER_A_SHEET = EnumSet.of(
            Action.LANGUAGE,
            Action.LOOK,
            Action.LARGER_TEXT,
            Action.SMALLER_TEXT,
            Action.NORMAL_TEXT,
            Action.FULL_SCREEN);

    private final Texts texts;
    private final ObservableMap<Action, Runnable> window = FXCollections.observableMap(new EnumMap<>(Action.class));
    private final Map<Action, ObservableBooleanValue> conditions = new EnumMap<>(Action.class);
    private final Map<Action, String> names = new EnumMap<>(Action.class);
    private final ObjectProperty<@Nullable ScreenView> screen = new SimpleObjectProperty<>(this, "screen");
    private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");

    Actions(Texts texts) {
        this.texts = texts;
    }

    /** The screen in front. */
    ObjectProperty<@Nullable ScreenView> screenProperty() {
        return screen;
    }

    /** True while a sheet lies over the window. */
    BooleanProperty coveredProperty() {
        return covered;
    }

    void answer(Action action, Runnable answer) {
        window.put(action, answer);
    }

    void answer(Action action, Runnable answer, ObservableBooleanValue condition) {
        answer(action, answer);
        conditions.put(action, condition);
    }

    /** Gives an action another name than its own: a screen's. */
    void name(Action action, String textKey) {
        names.put(action, textKey);
    }

    /** Whether anyone could ever answer: five keys for screens, but perhaps only two screens. */
    boolean exists(Action action) {
        return !Action.SCREENS.contains(action) || window.containsKey(action);
    }

    void perform(Action action) {
        Runnable answer = answerTo(action);
        if (answer != null && (!covered.get() || OVER_A_SHEET.contains(action))) {
            answer.run();
        }
    }

    StringBinding text(Action action) {
        return texts.text(names.getOrDefault(action, action.textKey()));
    }

    /** Name and keys, as tooltips show them: {@code Undo (Ctrl+Z)}. */
    StringBinding hint(Action action) {
        StringBinding name = text(action);
        return Bindings.createStringBinding(() -> name.get() + " (" + action.keyText() + ")", name);
    }

    /** Makes a button do it, say so and show its key. */
    <B extends ButtonBase> B wire(B button, Action action) {
        button.setId(action.id());
        button.setOnAction(event -> perform(action));
        button.accessibleTextProperty().bind(text(action));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(hint(action));
        button.setTooltip(tooltip);
        button.disableProperty().bind(possible(action).not());
        return button;
    }

    MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem();
        item.setId("menu-" + action.id());
        item.textProperty().bind(text(action));
        item.setAccelerator(action.keys().get(0));
        item.setOnAction(event -> perform(action));
        item.disableProperty().bind(possible(action).not());
        return item;
    }

    /** Lets the keys of all actions work in a scene, unless the control in focus wants them for itself. */
    void listenIn(Scene scene) {
        for (Action action : Action.values()) {
            action.keys().forEach(key -> scene.getAccelerators().put(key, () -> perform(action)));
        }
    }

    private BooleanBinding possible(Action action) {
        ObservableBooleanValue condition = conditions.get(action);
        return condition == null
                ? Bindings.createBooleanBinding(() -> answerTo(action) != null, screen, window)
                : Bindings.createBooleanBinding(
                        () -> answerTo(action) != null && condition.get(), screen, window, condition);
    }

    private @Nullable Runnable answerTo(Action action) {
        ScreenView front = screen.get();
        Runnable own = front == null ? null : front.answers().get(action);
        return own == null ? window.get(action) : own;
    }
}
