package distillery.lab;

import distillery.data.Failure;
import distillery.data.Problem;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the program wants to tell, wherever in it that comes up; the window shows the newest. */
public final class Messages {

    /** A sentence, kept as a key so that it can be said in any language. */
    public sealed interface Message {
        /** The key of the sentence. */
        String key();

        /** What fills the sentence's places. */
        List<Object> arguments();
    }

    /** Something was done; needs no answer. */
    public record Done(String key, List<Object> arguments) implements Message {}

    /** Something did not work.
     *
     * @param cause what an expert may want to see, if anything
     */
    public record Trouble(
            String key, List<Object> arguments, @Nullable Throwable cause) implements Message {}

    private final ReadOnlyObjectWrapper<@Nullable Message> newest = new ReadOnlyObjectWrapper<>(this, "newest");

    /** The newest message that was not dismissed; null for none. */
    public ReadOnlyObjectProperty<@Nullable Message> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Tells that something was done. */
    public void say(String key, Object... arguments) {
        newest.set(new Done(key, List.of(arguments)));
    }

    /** Tells of something the user can mend. */
    public void warn(Problem problem) {
        newest.set(new Trouble(problem.key(), problem.arguments(), problem.getCause()));
    }

    /** Tells of what nobody expected: mostly an error of ours, but it may also be that the memory is full. */
    public void confess(Throwable error) {
        Problem problem = Failure.of(error);
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        newest.set(
                Failure.isOurs(problem) && cause.getMessage() != null
                        ? new Trouble("shell.message.bug", List.of(cause.getMessage()), error)
                        : new Trouble(problem.key(), problem.arguments(), error));
    }

    public void dismiss() {
        newest.set(null);
    }
}
