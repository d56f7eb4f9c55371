package distillery.lab.lessons;

import distillery.lesson.LessonStep;
import distillery.lesson.StepSetup;
import distillery.lesson.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the current step locks, hides and highlights; free play suspends all of it. */
final class Restrictions {
    private final BooleanProperty freePlay = new SimpleBooleanProperty(this, "freePlay");
    private final ObservableValue<@Nullable LessonStep> step;
    private final LessonQuestion question;
    private final ReadOnlyObjectWrapper<Staging> staging;
    private final ObjectBinding<Set<Target>> locked;
    private final ObjectBinding<Set<Target>> hidden;
    private final ObjectBinding<Set<Target>> spotlit;
    private final BooleanBinding guessFirst;

    Restrictions(ObservableValue<@Nullable LessonStep> step, LessonQuestion question) {
        this.step = step;
        this.question = question;
        staging = new ReadOnlyObjectWrapper<>(this, "staging", staging());
        locked = each(Staging::locked);
        hidden = each(Staging::hidden);
        spotlit = each(Staging::spotlit);
        guessFirst = question.guessingProperty().isEqualTo(Guessing.DUE).and(freePlay.not());
        for (ObservableValue<?> cause : List.of(question.guessingProperty(), step, freePlay)) {
            cause.addListener((property, before, now) -> update());
        }
    }

    /** All of it at once. */
    ReadOnlyObjectProperty<Staging> stagingProperty() {
        return staging.getReadOnlyProperty();
    }

    BooleanProperty freePlayProperty() {
        return freePlay;
    }

    ObjectBinding<Set<Target>> lockedProperty() {
        return locked;
    }

    ObjectBinding<Set<Target>> hiddenProperty() {
        return hidden;
    }

    ObjectBinding<Set<Target>> spotlitProperty() {
        return spotlit;
    }

    /** Whether the step waits for a guess. */
    BooleanBinding guessFirst() {
        return guessFirst;
    }

    /** Whether the step has set this part of the set-up for an experiment of its own. */
    BooleanBinding sets(String part) {
        return Bindings.createBooleanBinding(
                () -> {
                    LessonStep now = step.getValue();
                    return now != null
                            && !freePlay.get()
                            && now.stage().set().keySet().stream().anyMatch(setting -> LessonSettings.part(setting)
                                    .equals(part));
                },
                step,
                freePlay);
    }

    /** Not while the next step's question is asked already and the step is yet to come: screens would change twice. */
    private void update() {
        LessonStep now = step.getValue();
        if (question.asks(now == null ? null : now.predict().orElse(null))) {
            staging.set(staging());
        }
    }

    private Staging staging() {
        LessonStep now = step.getValue();
        boolean free = freePlay.get();
        if (now == null || free) {
            return new Staging(now, free, Set.of(), Set.of(), Set.of());
        }
        StepSetup set = now.stage();
        return new Staging(
                now, false, question.locks(set.lock()), question.hides(set.hidden()), question.lights(set.spotlight()));
    }

    private ObjectBinding<Set<Target>> each(Function<Staging, Set<Target>> part) {
        return Bindings.createObjectBinding(() -> part.apply(staging.get()), staging);
    }
}
