package distillery.lab;

import java.util.List;
import javafx.beans.property.DoubleProperty;

/** How sliders travel to where a lesson wants them; the view knows the time this takes. */
public interface Glide {
    /** Without a way in between. */
    Glide AT_ONCE = new Glide() {
        @Override
        public void start(List<Move> moves, Runnable arrived) {
            moves.forEach(Move::arrive);
            arrived.run();
        }

        @Override
        public void finish() {
            // Nothing is ever on its way.
        }
    };

    /**
     * A number and where it goes.
     *
     * @param temperature whether it is one: those below the lowest are none, but zero and infinity are limits
     */
    record Move(DoubleProperty property, double goal, boolean temperature) {
        public void arrive() {
            property.set(goal);
        }
    }

    /** Sets out; calls {@code arrived} once, when every property is at its goal. Nothing else is under way then. */
    void start(List<Move> moves, Runnable arrived);

    /** Ends at once what is under way, if anything: all properties arrive, and {@code arrived} is called. */
    void finish();
}
