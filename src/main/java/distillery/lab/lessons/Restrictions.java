package distillery.lab.lessons;

import distillery.lesson.LessonStep;
import distillery.lesson.StepSetup;
import distillery.lesson.Target;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the current step locks, hides and highlights; free play suspends all of it. */
final class Restrictions {
    private final BooleanProperty freePlay = new SimpleBooleanProperty(this, "freePlay");
    private final ObservableValue<@Nullable LessonStep> step;
    private final ObjectBinding<Set<Target>> locked;
    private final ObjectBinding<Set<Target>> hidden;
    private final ObjectBinding<Set<Target>> spotlit;
    private final BooleanBinding guessFirst;

    Restrictions(ObservableValue<@Nullable LessonStep> step, LessonQuestion question) {
        this.step = step;
        locked = targets(now -> question.locks(now.lock()), question.guessingProperty());
        hidden = targets(now -> question.hides(now.hidden()), question.guessingProperty());
        spotlit = targets(now -> question.lights(now.spotlight()), question.guessingProperty());
        guessFirst = question.guessingProperty().isEqualTo(Guessing.DUE).and(freePlay.not());
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

    private ObjectBinding<Set<Target>> targets(Function<StepSetup, Set<Target>> which, Observable... more) {
        Observable[] causes =
                Stream.concat(Stream.of(step, freePlay), Stream.of(more)).toArray(Observable[]::new);
        return Bindings.createObjectBinding(
                () -> {
                    LessonStep now = step.getValue();
                    return now == null || freePlay.get() ? Set.of() : Set.copyOf(which.apply(now.stage()));
                },
                causes);
    }
}
