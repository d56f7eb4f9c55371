package distillery.lab;

import distillery.lesson.Check;
import distillery.lesson.Fact;
import distillery.lesson.Guess;
import distillery.lesson.Lesson;
import distillery.lesson.Predict;
import distillery.lesson.Progress.Answer;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Quantity;
import distillery.lesson.Setting;
import distillery.lesson.Stage;
import distillery.lesson.Step;
import distillery.lesson.Target;
import distillery.lesson.Value;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The lesson going on: which step, what it does to the screens, what was guessed, and which checks are satisfied. */
public final class LessonModel {
    /** Where the question of a step stands. */
    public enum Guessing {
        /** The step asks nothing. */
        NONE,
        /** The controls wait for a guess. */
        DUE,
        RIGHT,
        WRONG,
        /** A presenter went on without a guess. */
        SHOWN
    }

    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index");
    private final ReadOnlyObjectWrapper<Guessing> guessing =
            new ReadOnlyObjectWrapper<>(this, "guessing", Guessing.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Guess> guess = new ReadOnlyObjectWrapper<>(this, "guess");
    private final BooleanProperty freePlay = new SimpleBooleanProperty(this, "freePlay");
    private final StringProperty screen = new SimpleStringProperty(this, "screen", "");
    private final Set<Predict> shown = new HashSet<>();
    private boolean watching;

    private final LearnerModel learner;
    private final Clock clock;
    private final LessonFacts facts;
    private final LessonStage stage;
    private final LessonWatch watch;
    private final ObjectBinding<@Nullable Step> step;
    private final ObjectBinding<Set<Target>> locked;
    private final ObjectBinding<Set<Target>> hidden;
    private final ObjectBinding<Set<Target>> spotlit;
    private final BooleanBinding observed;

    /**
     * Lessons on these screens.
     *
     * @param parts the settings of the screens, those the history is about
     */
    public LessonModel(
            ExploreModel explore,
            TrainModel train,
            List<SetUpPart<?>> parts,
            History<?> history,
            LearnerModel learner,
            Clock clock) {
        this.learner = learner;
        this.clock = clock;
        facts = new LessonFacts(screen, explore, train.reading());
        stage = new LessonStage(
                parts,
                history,
                new LessonSettings(explore.digitsProperty()::get),
                Map.of(
                        Setting.EXPLORE_TEMPERATURE, explore.temperatureProperty(),
                        Setting.EXPLORE_SOFT_WEIGHT, explore.softWeightProperty()));
        watch = new LessonWatch(this::now);
        step = Bindings.createObjectBinding(this::currentStep, lesson, index);
        locked = targets(this::locks, guessing);
        hidden = targets(Stage::hidden);
        spotlit = targets(Stage::spotlight);
        observed = Bindings.createBooleanBinding(
                () -> guessing.get() != Guessing.DUE && watch.allSatisfied(),
                step,
                guessing,
                watch.satisfiedProperty());
        parts.forEach(part -> part.causes().forEach(this::follow));
        facts.causes().forEach(this::follow);
    }

    /** The lesson that is open; null for none. */
    public ReadOnlyObjectProperty<@Nullable Lesson> lessonProperty() {
        return lesson.getReadOnlyProperty();
    }

    /** The number of the step, from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The step; null while no lesson is open. */
    public ObjectBinding<@Nullable Step> stepProperty() {
        return step;
    }

    /** The id of the screen shown: the window writes what it shows here, and shows what a step writes here. */
    public StringProperty screenProperty() {
        return screen;
    }

    /** What the learner cannot use for now. */
    public ObjectBinding<Set<Target>> lockedProperty() {
        return locked;
    }

    public ObjectBinding<Set<Target>> hiddenProperty() {
        return hidden;
    }

    /** What stands in the light while the rest is dimmed; empty for no such difference. */
    public ObjectBinding<Set<Target>> spotlitProperty() {
        return spotlit;
    }

    /** Lifts locks, hiding and spotlight, and keeps the place. */
    public BooleanProperty freePlayProperty() {
        return freePlay;
    }

    public ReadOnlyObjectProperty<Guessing> guessingProperty() {
        return guessing.getReadOnlyProperty();
    }

    /** The committed guess; null where none was committed. */
    public ReadOnlyObjectProperty<@Nullable Guess> guessProperty() {
        return guess.getReadOnlyProperty();
    }

    /** The checks of this step that are satisfied. */
    public ReadOnlyObjectProperty<Set<Check>> satisfiedProperty() {
        return watch.satisfiedProperty();
    }

    /** Whether all was done and guessed, so that observation and why may be read. */
    public BooleanBinding observedProperty() {
        return observed;
    }

    /** How sliders get where a step wants them; at once if nobody says. */
    public void setGlide(Glide glide) {
        stage.setGlide(glide);
    }

    /** Opens a lesson where the learner left it. */
    public void open(Lesson next) {
        lesson.set(next);
        freePlay.set(false);
        enter(Math.min(learner.standing(next.id()).step(), next.steps().size()) - 1);
    }

    /**
     * Shows the open lesson in another language, or as its author has just saved it. The place is kept, and what is
     * on the screens as well unless the step sets other things now.
     */
    public void replace(Lesson other) {
        Step before = step.get();
        lesson.set(other);
        int place = Math.min(index.get(), other.steps().size() - 1);
        Step now = other.steps().get(place);
        if (before != null && place == index.get() && now.stage().equals(before.stage())) {
            begin(now);
        } else {
            enter(place);
        }
    }

    /** Ends the lesson: the screens are as they were before. */
    public void close() {
        stage.finish();
        watching = false;
        stage.leave();
        lesson.set(null);
        index.set(0);
        begin(null);
    }

    public void next() {
        goTo(index.get() + 1);
    }

    public void previous() {
        goTo(index.get() - 1);
    }

    /** Goes to the step of this number, from 0; does nothing where there is none. */
    public void goTo(int number) {
        Lesson open = lesson.get();
        if (open != null && number >= 0 && number < open.steps().size()) {
            enter(number);
        }
    }

    /** Sets this step up anew. */
    public void again() {
        goTo(index.get());
    }

    /** Commits a guess while one is due; the first one counts. */
    public void commit(Guess made) {
        Predict asked = asked();
        Lesson open = lesson.get();
        if (asked == null || open == null || guessing.get() != Guessing.DUE) {
            return;
        }
        boolean right = asked.question().isRight(made);
        String when = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        learner.keep(open.id(), learner.standing(open.id()).with(asked.id(), new Answer(made, right, when)));
        guess.set(made);
        guessing.set(right ? Guessing.RIGHT : Guessing.WRONG);
        look();
    }

    /** Goes on without a guess, which presenters may. */
    public void showMe() {
        Predict asked = asked();
        if (asked != null && guessing.get() == Guessing.DUE) {
            shown.add(asked);
            guessing.set(Guessing.SHOWN);
            look();
        }
    }

    private void enter(int number) {
        Lesson open = lesson.get();
        if (open == null) {
            return;
        }
        stage.finish();
        watching = false;
        Step next = open.steps().get(number);
        index.set(number);
        learner.keep(open.id(), learner.standing(open.id()).at(number + 1));
        next.stage().screen().ifPresent(screen::set);
        facts.begin();
        stage.enter(next.stage(), () -> arrive(next));
    }

    /** A way to a step may end when another step is wanted already. */
    private void arrive(Step there) {
        if (there.equals(step.get())) {
            begin(there);
        }
    }

    /** The step is set up, and whatever happens from now on is the learner's doing. */
    private void begin(@Nullable Step now) {
        Predict asked = asked();
        Standing standing = standing();
        Answer answer = asked == null ? null : standing.answers().get(asked.id());
        guess.set(answer == null ? null : answer.guess());
        guessing.set(guessing(asked, answer));
        List<Check> checks = now == null ? List.of() : now.checks();
        watching = true;
        watch.begin(checks, standing.done().contains(index.get() + 1) ? Set.copyOf(checks) : Set.of());
        look();
    }

    private Guessing guessing(@Nullable Predict asked, @Nullable Answer answer) {
        if (asked == null) {
            return Guessing.NONE;
        }
        if (answer != null) {
            return answer.right() ? Guessing.RIGHT : Guessing.WRONG;
        }
        return shown.contains(asked) ? Guessing.SHOWN : Guessing.DUE;
    }

    private void look() {
        Lesson open = lesson.get();
        if (open == null || !watching) {
            return;
        }
        watch.look(guessing.get() != Guessing.DUE);
        if (observed.get()) {
            learner.keep(open.id(), standing().withDone(index.get() + 1));
        }
    }

    private Standing standing() {
        Lesson open = lesson.get();
        return open == null ? Standing.NONE : learner.standing(open.id());
    }

    private @Nullable Predict asked() {
        Step now = step.get();
        return now == null ? null : now.predict().orElse(null);
    }

    private @Nullable Step currentStep() {
        Lesson open = lesson.get();
        return open == null
                ? null
                : open.steps().get(Math.min(index.get(), open.steps().size() - 1));
    }

    private Value now(Quantity quantity) {
        return quantity instanceof Fact fact ? facts.read(fact) : stage.read((Setting) quantity);
    }

    /** What the question unlocks is locked until then, and free from then on. */
    private Set<Target> locks(Stage now) {
        Set<Target> locks = EnumSet.noneOf(Target.class);
        locks.addAll(now.lock());
        Predict asked = asked();
        if (asked != null && guessing.get() == Guessing.DUE) {
            locks.addAll(asked.unlock());
        } else if (asked != null) {
            locks.removeAll(asked.unlock());
        }
        return locks;
    }

    private ObjectBinding<Set<Target>> targets(Function<Stage, Set<Target>> which, Observable... more) {
        Observable[] causes =
                Stream.concat(Stream.of(step, freePlay), Stream.of(more)).toArray(Observable[]::new);
        return Bindings.createObjectBinding(
                () -> {
                    Step now = step.get();
                    return now == null || freePlay.get() ? Set.of() : Set.copyOf(which.apply(now.stage()));
                },
                causes);
    }

    private void follow(Observable cause) {
        if (cause instanceof ObservableValue<?> value) {
            value.addListener((property, before, now) -> look());
        } else {
            cause.addListener(changed -> look());
        }
    }
}
