package distillery.lesson;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a step does to the screens while it lasts.
 *
 * @param screen the screen to show; empty for the one shown anyway
 * @param set in the order in which it is applied
 * @param show if not empty, all that stays of the screens these are on
 * @param spotlight in the order of the lesson: a guess is about the first
 */
public record StepSetup(
        Optional<String> screen,
        Map<Setting, Value> set,
        Set<Target> lock,
        Set<Target> hide,
        Set<Target> show,
        Set<Target> spotlight) {
    /** Everything stays as it is. */
    public static final StepSetup BARE =
            new StepSetup(Optional.empty(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public StepSetup {
        EnumMap<Setting, Value> ordered = new EnumMap<>(Setting.class);
        ordered.putAll(set);
        set = Collections.unmodifiableMap(ordered);
        lock = Set.copyOf(lock);
        hide = Set.copyOf(hide);
        show = Set.copyOf(show);
        spotlight = Collections.unmodifiableSet(new LinkedHashSet<>(spotlight));
    }

    /** What is not to be seen: what is hidden by name, and whatever {@link #show} leaves out. */
    public Set<Target> hidden() {
        Set<Target> hidden = EnumSet.noneOf(Target.class);
        hidden.addAll(hide);
        for (Target target : Target.values()) {
            if (!show.contains(target)
                    && show.stream().anyMatch(shown -> shown.screen().equals(target.screen()))) {
                hidden.add(target);
            }
        }
        return hidden;
    }
}
