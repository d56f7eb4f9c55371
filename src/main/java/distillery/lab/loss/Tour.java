package distillery.lab.loss;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way around the Loss screen for whoever sees it for the first time. It sets nothing: what is tried at a stop is done
 * with the screen's own controls. While a lesson is open it waits where it is, out of sight.
 */
public final class Tour {
    /** What is looked at, in the order of the way. */
    public enum Stop {
        FORMULA,
        TERMS,
        ARROWS,
        SQUARED,
        CLINIC;

        /** All of them, first to last. */
        public static final List<Stop> WAY = List.of(values());

        /** The name in text keys and node ids. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its number on the way, from 1. */
        public int number() {
            return WAY.indexOf(this) + 1;
        }

        public boolean isFirst() {
            return number() == 1;
        }

        public boolean isLast() {
            return number() == WAY.size();
        }
    }

    private final ObjectProperty<@Nullable Stop> place = new SimpleObjectProperty<>(this, "place");
    private final BooleanProperty waiting = new SimpleBooleanProperty(this, "waiting");
    private final BooleanProperty known = new SimpleBooleanProperty(this, "known");
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(this, "over");
    private final ObjectBinding<@Nullable Stop> stop =
            Bindings.createObjectBinding(() -> waiting.get() ? null : place.get(), waiting, place);

    Tour() {}

    /** Where the visitor is; null while nobody is shown around. */
    public ObjectBinding<@Nullable Stop> stopProperty() {
        return stop;
    }

    /** Whether a lesson shows the screen instead. */
    public BooleanProperty waitingProperty() {
        return waiting;
    }

    /** Whether somebody has gone to the end or skipped it: then it does not begin by itself. */
    public BooleanProperty knownProperty() {
        return known;
    }

    /** Whether it has ended since the screen was entered, so that its room is kept: nothing moves under the hand. */
    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    /** The screen is entered: who does not know it is shown around. */
    public void visit() {
        if (!known.get() && place.get() == null) {
            begin();
        }
    }

    /** Begins at the first stop. */
    public void begin() {
        over.set(false);
        place.set(Stop.FORMULA);
    }

    /** Goes to the next stop; from the last one it ends. */
    public void next() {
        Stop now = stop.get();
        if (now != null && now.isLast()) {
            end();
        } else {
            go(now, 1);
        }
    }

    public void back() {
        Stop now = stop.get();
        if (now != null && !now.isFirst()) {
            go(now, -1);
        }
    }

    private void go(@Nullable Stop from, int way) {
        if (from != null) {
            place.set(Stop.WAY.get(from.number() - 1 + way));
        }
    }

    /** Ends it, at whatever stop. */
    public void end() {
        if (stop.get() != null) {
            known.set(true);
            over.set(true);
            place.set(null);
        }
    }

    /** The screen is left: its room need not be kept. */
    public void leave() {
        over.set(false);
    }
}
