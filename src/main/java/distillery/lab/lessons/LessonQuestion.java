package distillery.lab.lessons;

import distillery.lesson.Guess;
import distillery.lesson.Prediction;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Target;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The question of the current step, if it has one, and the guess. */
final class LessonQuestion {
    private final ReadOnlyObjectWrapper<Guessing> guessing =
            new ReadOnlyObjectWrapper<>(this, "guessing", Guessing.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Guess> guess = new ReadOnlyObjectWrapper<>(this, "guess");
    private final Set<String> shown = new HashSet<>();
    private final Clock clock;
    private @Nullable Prediction asked;
    private String lesson = "";

    /** Nothing is asked yet; answers get their time from the clock. */
    LessonQuestion(Clock clock) {
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Guessing> guessingProperty() {
        return guessing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Guess> guessProperty() {
        return guess.getReadOnlyProperty();
    }

    boolean due() {
        return guessing.get() == Guessing.DUE;
    }

    /** Whether this is what is asked now; null for nothing. */
    boolean asks(@Nullable Prediction other) {
        return Objects.equals(asked, other);
    }

    /** Asks a question of a lesson, unless the learner has answered it before. */
    void ask(String of, @Nullable Prediction next, Standing standing) {
        lesson = of;
        asked = next;
        Answer answer = next == null ? null : standing.answerTo(next);
        guess.set(answer == null ? null : answer.guess());
        if (next == null) {
            guessing.set(Guessing.NONE);
        } else if (answer != null) {
            guessing.set(verdict(answer.right()));
        } else {
            guessing.set(shown.contains(name(next)) ? Guessing.SHOWN : Guessing.DUE);
        }
    }

    /** Where the learner stands with this guess: the first one counts. */
    Standing commit(Guess made, Standing standing) {
        Prediction now = asked;
        if (now == null || !due()) {
            return standing;
        }
        boolean right = now.question().isRight(made);
        guess.set(made);
        guessing.set(verdict(right));
        String when = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return standing.with(now.id(), new Answer(made, right, when));
    }

    /** Goes on without a guess. */
    void show() {
        Prediction now = asked;
        if (now != null && due()) {
            shown.add(name(now));
            guessing.set(Guessing.SHOWN);
        }
    }

    /** From now on every question is asked of whoever has not answered it, even if it was shown before. */
    void forget() {
        shown.clear();
    }

    /** What is locked where a step locks {@code always}: what the question unlocks is, and then no longer. */
    Set<Target> locks(Set<Target> always) {
        Set<Target> locks = hides(always);
        Prediction now = asked;
        if (now != null && due()) {
            locks.addAll(now.unlock());
        }
        return locks;
    }

    /** What is hidden where a step hides {@code always}: once a guess is made, what the question unlocks is not. */
    Set<Target> hides(Set<Target> always) {
        Set<Target> hides = EnumSet.noneOf(Target.class);
        hides.addAll(always);
        Prediction now = asked;
        if (now != null && !due()) {
            hides.removeAll(now.unlock());
        }
        return hides;
    }

    /**
     * What is highlighted where a step highlights {@code always}: what the question has unlocked as well, for it is to
     * be used.
     */
    Set<Target> lights(Set<Target> always) {
        Set<Target> lights = EnumSet.noneOf(Target.class);
        lights.addAll(always);
        Prediction now = asked;
        if (now != null && !due() && !always.isEmpty()) {
            lights.addAll(now.unlock());
        }
        return lights;
    }

    /** The same in every language. */
    private String name(Prediction predict) {
        return lesson + "/" + predict.id();
    }

    private static Guessing verdict(boolean right) {
        return right ? Guessing.RIGHT : Guessing.WRONG;
    }
}
