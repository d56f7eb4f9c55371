package distillery.lab.lessons;

import distillery.lesson.Check;
import distillery.lesson.Condition;
import distillery.lesson.Quantity;
import distillery.lesson.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Watches the checks of one step. A check is satisfied at the moment when all its conditions hold and the learner has
 * moved at least one of the quantities they are about; from then on it stays so.
 */
final class CheckTracker {
    private final Function<Quantity, Value> now;
    private final ReadOnlyObjectWrapper<Set<Check>> satisfied =
            new ReadOnlyObjectWrapper<>(this, "satisfied", Set.of());
    private final Map<Quantity, Value> found = new HashMap<>();
    private final Set<Quantity> moved = new HashSet<>();
    private List<Check> checks = List.of();

    /** Reads the program's state from {@code now}. */
    CheckTracker(Function<Quantity, Value> now) {
        this.now = now;
    }

    ReadOnlyObjectProperty<Set<Check>> satisfiedProperty() {
        return satisfied.getReadOnlyProperty();
    }

    boolean allSatisfied() {
        return satisfied.get().containsAll(checks);
    }

    /** Whether a check of these conditions is satisfied, in whatever language. */
    boolean wasSatisfied(Check check) {
        return satisfied.get().stream().anyMatch(before -> before.conditions().equals(check.conditions()));
    }

    /** Begins with a step as it is set up; {@code before} is what was satisfied the last time. */
    void begin(List<Check> next, Set<Check> before) {
        checks = List.copyOf(next);
        found.clear();
        moved.clear();
        for (Check check : checks) {
            for (Condition condition : check.conditions()) {
                found.put(condition.quantity(), now.apply(condition.quantity()));
            }
        }
        satisfied.set(Set.copyOf(before));
    }

    /** Discards what was moved up to now, as if the step had been set up so. */
    void forgetMoves() {
        moved.clear();
        found.replaceAll((quantity, value) -> now.apply(quantity));
    }

    /** Something changed; checks count only if {@code counting}. */
    void look(boolean counting) {
        found.forEach((quantity, value) -> {
            if (!value.equals(now.apply(quantity))) {
                moved.add(quantity);
            }
        });
        Set<Check> all = new HashSet<>(satisfied.get());
        for (Check check : checks) {
            if (counting && holds(check)) {
                all.add(check);
            }
        }
        if (!all.equals(satisfied.get())) {
            satisfied.set(Set.copyOf(all));
        }
    }

    private boolean holds(Check check) {
        return check.conditions().stream().anyMatch(each -> moved.contains(each.quantity()))
                && check.conditions().stream().allMatch(each -> each.holds(now.apply(each.quantity())));
    }
}
