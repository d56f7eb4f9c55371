package distillery.method;

import distillery.net.Network;
import distillery.net.Parameter;
import distillery.net.Tap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A method at work on one student: what it looks at, what the student minimises, and what it trains beside the student. */
@FunctionalInterface
public interface Distiller {
    /** The loss of one step and its slopes; the gradient of its own {@link #parameters} is then in them. */
    Gradients step(StepContext context);

    /**
     * Lets it prepare the student, whose first weights are drawn, before the first step; some methods begin with what the
     * teacher has learned, or look at the weights later.
     */
    default void begin(Network student, Network teacher) {}

    /** Points of the student that it looks at and returns slopes for. */
    default Set<Tap> studentTaps() {
        return Set.of();
    }

    /** What it looks at inside the teacher; where that is too much to keep, the teacher is run on every batch. */
    default Set<Glimpse> glimpses() {
        return Set.of();
    }

    /**
     * What the student's own earlier exits say, where it has any, about the batch that has just gone through it: logits,
     * {@code [rows, classes]} each.
     */
    default List<double[]> exits(Function<Tap, double[]> student) {
        return List.of();
    }

    /**
     * What it compares inside both nets for the batch that has just gone through them, as something to look at; nothing
     * where nobody has drawn it, or where the numbers are none.
     */
    default List<MethodPicture> pictures(Function<Tap, double[]> student, Glimpse.Seen teacher, int rows) {
        return List.of();
    }

    /**
     * What it trains, a regressor say: it learns, is checkpointed and rolled back with the student, and is no part of the
     * student's weights file.
     */
    default List<Parameter> parameters() {
        return List.of();
    }
}
