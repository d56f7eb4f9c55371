package distillery.lab.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.Observable;

/**
 * What one screen contributes to a set-up. Undo, redo, files and the memory between two runs of the program all work
 * on a list of these.
 *
 * @param <S> the settings: a public record with a meaningful {@code equals} (lists, not arrays) whose constructor
 *     refuses what is out of range with an {@link IllegalArgumentException} that names the value
 * @param name its name in the file
 * @param type the class of the settings
 * @param snapshot the settings now
 * @param restore makes them hold
 * @param causes whatever changes when the settings do
 */
public record SetUpPart<S extends Record>(
        String name, Class<S> type, Supplier<S> snapshot, Consumer<S> restore, List<Observable> causes) {

    public SetUpPart(String name, Class<S> type, Supplier<S> snapshot, Consumer<S> restore, Observable... causes) {
        this(name, type, snapshot, restore, List.of(causes));
    }

    public void restoreFrom(SetUp setUp) {
        Record settings = setUp.settings().get(name);
        if (settings != null) {
            restore.accept(type.cast(settings));
        }
    }
}
