package distillery.view.shell;

import java.util.function.Supplier;

/**
 * One of the window's screens.
 *
 * @param id names it in text keys ({@code shell.screen.ID}), in node ids and in the remembered state
 * @param view builds it the first time it is shown
 */
public record Screen(String id, Supplier<ScreenView> view) {

    String textKey() {
        return "shell.screen." + id;
    }
}
