package distillery.view.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/**
 * What goes with every screen.
 *
 * @param node stands on the left of the screen; shows and hides itself
 * @param veil lies over the screen
 * @param answers what it does on the actions it knows
 * @param folders takes a folder that is dropped on the window
 */
public record Dock(Region node, Region veil, Map<Action, Runnable> answers, Consumer<Path> folders) {

    public Dock {
        answers = Map.copyOf(answers);
    }
}
