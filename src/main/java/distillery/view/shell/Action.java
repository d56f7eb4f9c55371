package distillery.view.shell;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * Everything that can be done by a key. Accelerators, tooltips, the menu and the sheet of shortcuts are all made from
 * this table; who answers to an action is up to {@link Actions}.
 */
public enum Action {
    SCREEN_1(Group.SCREENS, with(KeyCode.DIGIT1, SHORTCUT_DOWN)),
    SCREEN_2(Group.SCREENS, with(KeyCode.DIGIT2, SHORTCUT_DOWN)),
    SCREEN_3(Group.SCREENS, with(KeyCode.DIGIT3, SHORTCUT_DOWN)),
    SCREEN_4(Group.SCREENS, with(KeyCode.DIGIT4, SHORTCUT_DOWN)),
    SCREEN_5(Group.SCREENS, with(KeyCode.DIGIT5, SHORTCUT_DOWN)),

    RUN(Group.EXPERIMENT, with(KeyCode.ENTER, SHORTCUT_DOWN), with(KeyCode.SPACE)),
    STEP(Group.EXPERIMENT, with(KeyCode.RIGHT, SHORTCUT_DOWN)),
    CHECK(Group.EXPERIMENT, with(KeyCode.M, SHORTCUT_DOWN)),
    TEMPERATURE(Group.EXPERIMENT, with(KeyCode.T, SHORTCUT_DOWN)),
    WEIGHT(Group.EXPERIMENT, with(KeyCode.L, SHORTCUT_DOWN)),
    RESET(Group.EXPERIMENT, with(KeyCode.R, ALT_DOWN)),
    PIN(Group.EXPERIMENT, with(KeyCode.D, SHORTCUT_DOWN)),
    TOUR(Group.EXPERIMENT, with(KeyCode.G, SHORTCUT_DOWN)),

    DOCK(Group.LESSONS, with(KeyCode.B, SHORTCUT_DOWN)),
    NEXT_STEP(Group.LESSONS, with(KeyCode.F5)),
    PREVIOUS_STEP(Group.LESSONS, with(KeyCode.F5, SHIFT_DOWN)),
    PRESENT(Group.LESSONS, with(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN)),
    OPEN_LESSONS(Group.LESSONS, with(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN)),

    UNDO(Group.SET_UP, with(KeyCode.Z, SHORTCUT_DOWN)),
    REDO(Group.SET_UP, with(KeyCode.Y, SHORTCUT_DOWN), with(KeyCode.Z, SHORTCUT_DOWN, SHIFT_DOWN)),
    OPEN(Group.SET_UP, with(KeyCode.O, SHORTCUT_DOWN)),
    SAVE(Group.SET_UP, with(KeyCode.S, SHORTCUT_DOWN)),
    SAVE_AS(Group.SET_UP, with(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN)),
    EXPORT(Group.SET_UP, with(KeyCode.E, SHORTCUT_DOWN)),

    LANGUAGE(Group.WINDOW, with(KeyCode.L, SHORTCUT_DOWN, SHIFT_DOWN)),
    LOOK(Group.WINDOW, with(KeyCode.D, SHORTCUT_DOWN, SHIFT_DOWN)),
    LARGER_TEXT(
            Group.WINDOW,
            with(KeyCode.PLUS, SHORTCUT_DOWN),
            with(KeyCode.EQUALS, SHORTCUT_DOWN),
            with(KeyCode.PLUS, SHORTCUT_DOWN, SHIFT_DOWN),
            with(KeyCode.EQUALS, SHORTCUT_DOWN, SHIFT_DOWN),
            with(KeyCode.ADD, SHORTCUT_DOWN)),
    SMALLER_TEXT(Group.WINDOW, with(KeyCode.MINUS, SHORTCUT_DOWN), with(KeyCode.SUBTRACT, SHORTCUT_DOWN)),
    NORMAL_TEXT(Group.WINDOW, with(KeyCode.DIGIT0, SHORTCUT_DOWN), with(KeyCode.NUMPAD0, SHORTCUT_DOWN)),
    FULL_SCREEN(Group.WINDOW, with(KeyCode.F11)),
    MENU(Group.WINDOW, with(KeyCode.F10)),
    SHORTCUTS(Group.WINDOW, with(KeyCode.F1)),
    ABOUT(Group.WINDOW, with(KeyCode.F1, SHIFT_DOWN)),
    QUIT(Group.WINDOW, with(KeyCode.Q, SHORTCUT_DOWN));

    /** Under which heading the sheet of shortcuts lists an action. */
    public enum Group {
        SCREENS,
        EXPERIMENT,
        LESSONS,
        SET_UP,
        WINDOW;

        String textKey() {
            return "shell.group." + idOf(this);
        }
    }

    /** The actions that open the first, second, … screen. */
    static final List<Action> SCREENS = List.of(SCREEN_1, SCREEN_2, SCREEN_3, SCREEN_4, SCREEN_5);

    private static final int MOST_KEYS_SHOWN = 2;

    private final Group group;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of, and key combinations do not change
    private final List<KeyCombination> keys;

    Action(Group group, KeyCombination... keys) {
        this.group = group;
        this.keys = List.of(keys);
    }

    public Group group() {
        return group;
    }

    /** All keys that lead to it, the one to show first. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** The keys as they are written on this system: {@code Ctrl+Z}; other spellings of the same key are left out. */
    public String keyText() {
        int shown = this == LARGER_TEXT || this == SMALLER_TEXT || this == NORMAL_TEXT ? 1 : MOST_KEYS_SHOWN;
        return keys.stream()
                .limit(shown)
                .map(key -> key.getDisplayText().replace("\u21b5", "Enter"))
                .collect(Collectors.joining(" · "));
    }

    /** The name in node ids and text keys: {@code save-as}. */
    public String id() {
        return idOf(this);
    }

    /** The key of its name; a screen's action is named after the screen instead. */
    String textKey() {
        return "shell.action." + id();
    }

    private static String idOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static KeyCombination with(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
