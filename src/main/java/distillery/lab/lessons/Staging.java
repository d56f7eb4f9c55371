package distillery.lab.lessons;

import distillery.lesson.LessonStep;
import distillery.lesson.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to the screens now, after what was guessed: one value, so that a screen is laid out once for a step.
 *
 * @param step null while no lesson is open
 * @param free whether the learner plays freely, and nothing is restricted
 */
public record Staging(
        @Nullable LessonStep step, boolean free, Set<Target> locked, Set<Target> hidden, Set<Target> spotlit) {

    public Staging {
        locked = Set.copyOf(locked);
        hidden = Set.copyOf(hidden);
        spotlit = Set.copyOf(spotlit);
    }
}
