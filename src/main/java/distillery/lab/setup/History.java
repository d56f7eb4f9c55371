package distillery.lab.setup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo over snapshots of a state. A change of the same thing again within {@value #PAUSE_MILLIS} ms joins the
 * step before it, so that a dragged slider is one step and not a hundred.
 *
 * @param <S> an immutable state with a meaningful {@code equals}
 */
public final class History<S> {
    /** The oldest step is forgotten beyond this many. */
    public static final int LIMIT = 200;

    static final long PAUSE_MILLIS = 500;

    private final Supplier<S> snapshot;
    private final Consumer<S> restore;
    private final BiFunction<S, S, ?> difference;
    private final LongSupplier millis;

    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<S> present;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private @Nullable Object lastDifference;
    private long lastMillis;
    private boolean held;

    /**
     * A history that begins with the state now.
     *
     * @param difference what differs between two states, comparable by {@code equals}: the names of the changed settings
     * @param millis a clock that never goes back
     */
    public History(Supplier<S> snapshot, Consumer<S> restore, BiFunction<S, S, ?> difference, LongSupplier millis) {
        this.snapshot = snapshot;
        this.restore = restore;
        this.difference = difference;
        this.millis = millis;
        this.present = new ReadOnlyObjectWrapper<>(this, "present", snapshot.get());
    }

    /** Looks at the state now and keeps the one before it if it changed. */
    public void note() {
        S now = snapshot.get();
        if (held || now.equals(present.get())) {
            return;
        }
        Object changed = difference.apply(present.get(), now);
        long time = millis.getAsLong();
        boolean goesOn = changed.equals(lastDifference) && time - lastMillis <= PAUSE_MILLIS;
        if (!goesOn) {
            past.push(present.get());
            if (past.size() > LIMIT) {
                past.removeLast();
            }
        }
        future.clear();
        lastDifference = changed;
        lastMillis = time;
        arriveAt(now);
    }

    /** Ends the step going on: whatever changes next begins a new one. */
    public void separate() {
        note();
        lastDifference = null;
    }

    /** Ends the step going on; whatever changes before {@link #release} is one step. */
    public void hold() {
        separate();
        held = true;
    }

    /** Notes what changed since {@link #hold}. */
    public void release() {
        held = false;
        separate();
    }

    /** Forgets every step; the state now is the first. */
    public void begin() {
        separate();
        past.clear();
        future.clear();
        arriveAt(snapshot.get());
    }

    public void undo() {
        held = false;
        note();
        travel(past, future);
    }

    public void redo() {
        held = false;
        note();
        travel(future, past);
    }

    /** The state as last noted. */
    public ReadOnlyObjectProperty<S> presentProperty() {
        return present.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    private void travel(Deque<S> from, Deque<S> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(present.get());
        restore.accept(from.pop());
        lastDifference = null;
        // The resulting state, not the requested one: a model that rounds must not look changed afterwards.
        arriveAt(snapshot.get());
    }

    private void arriveAt(S state) {
        present.set(state);
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }
}
