package distillery.view.shell;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/**
 * What a screen gives to the window.
 *
 * @param node fills the middle of the window
 * @param status the facts for the left end of the status line, in the language of the moment
 * @param answers what the screen does on the actions it knows, while it is the one shown
 */
public record ScreenView(Region node, ObservableValue<String> status, Map<Action, Runnable> answers) {

    public ScreenView {
        answers = Map.copyOf(answers);
    }
}
