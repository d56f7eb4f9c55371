package distillery.lab.lessons;

import distillery.lab.setup.Borrower;
import distillery.lab.setup.History;
import distillery.lab.setup.LabScreen;
import distillery.lab.setup.SetUpPart;
import distillery.lesson.Check;
import distillery.lesson.Fact;
import distillery.lesson.Guess;
import distillery.lesson.Lesson;
import distillery.lesson.LessonStep;
import distillery.lesson.Progress.Standing;
import distillery.lesson.Quantity;
import distillery.lesson.Setting;
import distillery.lesson.Target;
import distillery.lesson.Value;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The open lesson: which step, what it does to the screens, what was guessed, and which checks are satisfied. */
public final class LessonModel {
    private final ReadOnlyObjectWrapper<@Nullable Lesson> lesson = new ReadOnlyObjectWrapper<>(this, "lesson");
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index");
    private final ReadOnlyObjectWrapper<@Nullable LessonStep> step = new ReadOnlyObjectWrapper<>(this, "step");
    private final ReadOnlyBooleanWrapper observed = new ReadOnlyBooleanWrapper(this, "observed");
    private final StringProperty screen = new SimpleStringProperty(this, "screen", "");
    private boolean watching;
    private boolean done;
    private final Set<String> passed = new HashSet<>();
    private Consumer<LearnerAction> answer = deed -> {};

    private final LearnerModel learner;
    private final LessonQuestion question;
    private final LessonFacts facts;
    private final StepSetupRunner stage;
    private final CheckTracker watch;
    private final Restrictions rules;

    /**
     * Lessons on these screens.
     *
     * @param history of the settings of these screens
     */
    public LessonModel(List<LabScreen<?>> screens, History<?> history, LearnerModel learner, Clock clock) {
        this.learner = learner;
        question = new LessonQuestion(clock);
        List<SetUpPart<?>> parts =
                screens.stream().<SetUpPart<?>>map(LabScreen::part).toList();
        facts = new LessonFacts(screen, screens);
        stage = new StepSetupRunner(parts, history, new LessonSettings(screens), screen);
        watch = new CheckTracker(this::now);
        rules = new Restrictions(step, question);
        screens.forEach(
                each -> each.follow(lesson.isNotNull(), rules.sets(each.part().name())));
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
    public ReadOnlyObjectProperty<@Nullable LessonStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The id of the screen shown: the window writes what it shows here, and shows what a step writes here. */
    public StringProperty screenProperty() {
        return screen;
    }

    /** All that the step does to the screens for now. */
    public ReadOnlyObjectProperty<Staging> stagingProperty() {
        return rules.stagingProperty();
    }

    /** What the learner cannot use for now. */
    public ObjectBinding<Set<Target>> lockedProperty() {
        return rules.lockedProperty();
    }

    public ObjectBinding<Set<Target>> hiddenProperty() {
        return rules.hiddenProperty();
    }

    /** What is highlighted while the rest is dimmed; empty for no highlight. */
    public ObjectBinding<Set<Target>> spotlitProperty() {
        return rules.spotlitProperty();
    }

    /** Suspends locks, hiding and spotlight; the step stays the same. */
    public BooleanProperty freePlayProperty() {
        return rules.freePlayProperty();
    }

    public ReadOnlyObjectProperty<Guessing> guessingProperty() {
        return question.guessingProperty();
    }

    /** The committed guess; null where none was committed. */
    public ReadOnlyObjectProperty<@Nullable Guess> guessProperty() {
        return question.guessProperty();
    }

    /** The checks of this step that are satisfied. */
    public ReadOnlyObjectProperty<Set<Check>> satisfiedProperty() {
        return watch.satisfiedProperty();
    }

    /** Whether all was done and guessed, or a presenter passed it, so that observation and why may be read. */
    public ReadOnlyBooleanProperty observedProperty() {
        return observed.getReadOnlyProperty();
    }

    /** How settings change to the values of a step; at once by default. */
    public void setGlide(ValueTransition glide) {
        stage.setGlide(glide);
    }

    /** Who is notified of the learner's actions. */
    public void setAnswer(Consumer<LearnerAction> other) {
        answer = other;
    }

    /** The open lesson as what changes the set-up temporarily. */
    public Borrower borrower() {
        return new TemporaryOverride(this, stage, rules);
    }

    /** Opens a lesson where the learner left it; one that was taken to its end, at its first step. */
    public void open(Lesson next) {
        lesson.set(next);
        rules.freePlayProperty().set(false);
        Standing standing = learner.standing(next.id());
        int steps = next.steps().size();
        enter(standing.done().size() >= steps ? 0 : Math.min(standing.step(), steps) - 1);
    }

    /** Ends the lesson and deletes all progress. */
    public void wipe() {
        close();
        learner.wipe();
        question.forget();
        passed.clear();
    }

    /** Forgets what was guessed and done in the open lesson, and begins it again. */
    public void afresh() {
        Lesson open = lesson.get();
        if (open != null) {
            learner.keep(open.id(), Standing.NONE);
            question.forget();
            passed.clear();
            open(open);
        }
    }

    /**
     * Shows the open lesson in another language, or as its author has just saved it. The place is kept, and what is
     * on the screens as well unless the step sets other things now.
     */
    public void replace(Lesson other) {
        LessonStep before = step.get();
        lesson.set(other);
        int place = Math.min(index.get(), other.steps().size() - 1);
        LessonStep now = other.steps().get(place);
        if (before != null && place == index.get() && now.stage().equals(before.stage())) {
            Set<Check> kept = now.checks().stream().filter(watch::wasSatisfied).collect(Collectors.toSet());
            put(now);
            begin(now, kept);
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
        put(null);
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
        Lesson open = lesson.get();
        if (open != null && question.due()) {
            learner.keep(open.id(), question.commit(made, standing()));
            watch.forgetMoves();
            answer.accept(LearnerAction.GUESSED);
            lookAgain();
        }
    }

    /** Goes on without a guess, which presenters may. */
    public void showMe() {
        if (question.due()) {
            question.show();
            watch.forgetMoves();
            lookAgain();
        }
    }

    /** Goes on without doing what the step asks for, which presenters may. */
    public void pass() {
        if (watching && !question.due()) {
            passed.add(place());
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
        LessonStep next = open.steps().get(number);
        index.set(number);
        put(next);
        learner.keep(open.id(), standing().at(number + 1));
        facts.begin();
        stage.enter(next.stage(), () -> arrive(next));
    }

    /** The question first: what a step locks depends on it. */
    private void put(@Nullable LessonStep next) {
        done = false;
        observed.set(false);
        Lesson open = lesson.get();
        question.ask(
                open == null ? "" : open.id(),
                next == null ? null : next.predict().orElse(null),
                standing());
        observed.set(isPassed()); // before its card is made: who comes from behind sees its end
        step.set(next);
    }

    /** A transition to a step may end after another step was requested. */
    private void arrive(LessonStep there) {
        if (there.equals(step.get())) {
            boolean doneBefore = standing().done().contains(index.get() + 1);
            begin(there, doneBefore ? Set.copyOf(there.checks()) : Set.of());
        }
    }

    /** The step is set up, and whatever happens from now on is the learner's doing. */
    private void begin(LessonStep now, Set<Check> satisfied) {
        watch.begin(now.checks(), satisfied);
        watching = true;
        look();
    }

    /** Something has changed since the step was set up. */
    private void lookAgain() {
        boolean before = done;
        look();
        if (done && !before) {
            facts.rest();
            answer.accept(LearnerAction.OBSERVED);
        }
    }

    private void look() {
        Lesson open = lesson.get();
        if (open == null || !watching) {
            return;
        }
        watch.look(!question.due());
        done = !question.due() && watch.allSatisfied();
        observed.set(done || isPassed());
        if (done) {
            learner.keep(open.id(), standing().withDone(index.get() + 1));
        }
    }

    private boolean isPassed() {
        return passed.contains(place()) && !question.due();
    }

    /** The step, the same in every language. */
    private String place() {
        Lesson open = lesson.get();
        return open == null ? "" : open.id() + "/" + index.get();
    }

    private Standing standing() {
        Lesson open = lesson.get();
        return open == null ? Standing.NONE : learner.standing(open.id());
    }

    private Value now(Quantity quantity) {
        return quantity instanceof Fact fact ? facts.read(fact) : stage.read((Setting) quantity);
    }

    private void follow(Observable cause) {
        if (cause instanceof ObservableValue<?> value) {
            value.addListener((property, before, now) -> lookAgain());
        } else {
            cause.addListener(changed -> lookAgain());
        }
    }
}
