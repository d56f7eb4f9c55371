package distillery.view.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * What goes with every screen.
 *
 * @param node stands on the left of the screen, or under it while presenting; shows and hides itself
 * @param veil lies over the screen
 * @param answers what it does on the actions it knows
 * @param folders takes a folder that is dropped on the window
 * @param presenting whether the class looks on: then what only the teacher needs is out of sight
 */
public record Dock(
        Region node,
        Region veil,
        Map<Action, Runnable> answers,
        Consumer<Path> folders,
        ObservableValue<Boolean> presenting) {

    public Dock {
        answers = Map.copyOf(answers);
    }
}
