package distillery.lab;

import distillery.data.Failure;
import distillery.data.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Messages for the user from all parts of the program; the window shows the newest. */
public final class Messages {

    /** A sentence, kept as a key so that it can be said in any language. */
    public sealed interface Message {
        /** The key of the sentence. */
        String key();

        /** The arguments of the sentence. */
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

    /** A problem that can be mended, and whether it still {@code stands}. */
    public record Complaint(Problem problem, ObservableValue<Boolean> stands) {}

    private final ReadOnlyObjectWrapper<@Nullable Message> newest = new ReadOnlyObjectWrapper<>(this, "newest");

    /** A problem that no action of the user led to; it waits until nothing else is shown. */
    private final Deque<Trouble> notices = new ArrayDeque<>();

    /** The newest message that was not dismissed; null for none. */
    public ReadOnlyObjectProperty<@Nullable Message> newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** Reports that something was done. */
    public void say(String key, Object... arguments) {
        newest.set(new Done(key, List.of(arguments)));
    }

    /** Reports a problem that the user can mend. */
    public void warn(Problem problem) {
        newest.set(new Trouble(problem.key(), problem.arguments(), problem.getCause()));
    }

    /** Reports a problem that the user can mend; the message goes once that is done. */
    public void warn(Complaint complaint) {
        warn(complaint.problem());
        Message told = newest.get();
        complaint.stands().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> value, Boolean before, Boolean stands) {
                if (!stands) {
                    value.removeListener(this);
                    if (newest.get() == told) {
                        dismiss();
                    }
                }
            }
        });
    }

    /**
     * Reports a problem that no action of the user led to: it waits its turn, and is shown again if another covered it.
     */
    public void notice(Problem problem) {
        notices.add(new Trouble(problem.key(), problem.arguments(), problem.getCause()));
        if (newest.get() == null) {
            newest.set(notices.peek());
        }
    }

    /** Reports an unexpected failure: mostly a defect of the program, but it may also be that the memory is full. */
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
        if (newest.get() == notices.peek()) {
            notices.poll();
        }
        newest.set(notices.peek());
    }
}
