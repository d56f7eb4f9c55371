package distillery.lab.train;

import distillery.train.Evaluation;
import distillery.train.StepReport;
import distillery.train.StopCondition;
import distillery.train.TrainEvent;
import distillery.train.TrainEvent.Task;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a run has said so far, and where it stands. */
public final class RunState {
    /** Where a run stands. */
    public enum Stage {
        /** Nothing is prepared. */
        IDLE,
        PREPARING,
        /** Prepared, and no step made. */
        READY,
        RUNNING,
        RESTING,
        /** At rest where it was sent. */
        FINISHED,
        /** At rest because a loss stopped being a number. */
        DIVERGED,
        /** At rest, while seeds are compared. */
        COMPARING,
        FAILED;

        /** Whether somebody waits, and may cancel. */
        public boolean busy() {
            return this == PREPARING || this == COMPARING;
        }
    }

    /** Between two looks at a batch; eyes are no faster. */
    static final long LOOK_MILLIS = 100;

    private final LongSupplier millis;
    private final TrainCurves curves = new TrainCurves();
    private final ConfusionHistory confusions = new ConfusionHistory();
    private final KnobChanges changes;
    private final Throughput pace = new Throughput();
    private final WorkPace workPace = new WorkPace();
    private final Comparison comparison = new Comparison();
    private final MethodComparison methods = new MethodComparison();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(this, "stage", Stage.IDLE);
    private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper(this, "beat");
    private final ReadOnlyObjectWrapper<TrainEvent.@Nullable Preparing> work =
            new ReadOnlyObjectWrapper<>(this, "work");
    private final ReadOnlyObjectWrapper<TrainEvent.@Nullable Ready> ready = new ReadOnlyObjectWrapper<>(this, "ready");
    private final ReadOnlyObjectWrapper<TrainEvent.@Nullable Diverged> diverged =
            new ReadOnlyObjectWrapper<>(this, "diverged");
    private final ReadOnlyObjectWrapper<@Nullable Throwable> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<@Nullable Evaluation> evaluation =
            new ReadOnlyObjectWrapper<>(this, "evaluation");
    private final ReadOnlyObjectWrapper<@Nullable StepReport> report = new ReadOnlyObjectWrapper<>(this, "report");

    private final ReadOnlyObjectWrapper<TrainEvent.@Nullable TeacherLearning> teaching =
            new ReadOnlyObjectWrapper<>(this, "teaching");

    private final ReadOnlyObjectWrapper<@Nullable StepChain> chain = new ReadOnlyObjectWrapper<>(this, "chain");

    private @Nullable StepReport last;
    private @Nullable StopCondition goal;
    private Stage afterwards = Stage.READY;
    private boolean pausing;
    private long step;
    private int epochs;
    private int target;
    private long lookedAt;

    RunState(LongSupplier millis) {
        this.millis = millis;
        changes = new KnobChanges(millis);
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    public Stage stage() {
        return stage.get();
    }

    /** Changes whenever anything was read: curves, step, speed and time left are worth another look. */
    public ReadOnlyLongProperty beatProperty() {
        return beat.getReadOnlyProperty();
    }

    /** The long work under way while the stage is {@linkplain Stage#busy busy}. */
    public ReadOnlyObjectProperty<TrainEvent.@Nullable Preparing> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** How a teacher that is trained here did last; null if none is. */
    public ReadOnlyObjectProperty<TrainEvent.@Nullable TeacherLearning> teachingProperty() {
        return teaching.getReadOnlyProperty();
    }

    /** What the run has on its table; null until it is prepared. */
    public ReadOnlyObjectProperty<TrainEvent.@Nullable Ready> readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** What went wrong while the stage is {@link Stage#DIVERGED}. */
    public ReadOnlyObjectProperty<TrainEvent.@Nullable Diverged> divergedProperty() {
        return diverged.getReadOnlyProperty();
    }

    /** Why the run cannot go on, or why a seed was given up; null if all is well. */
    public ReadOnlyObjectProperty<@Nullable Throwable> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The last test of the students. */
    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** The last step, as often as eyes can follow; exactly the last one at rest. */
    public ReadOnlyObjectProperty<@Nullable StepReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The last step in slow motion and where it is; null before the first. */
    public ReadOnlyObjectProperty<@Nullable StepChain> chainProperty() {
        return chain.getReadOnlyProperty();
    }

    public TrainCurves curves() {
        return curves;
    }

    /** What teacher and arms took each class for, test after test. */
    public ConfusionHistory confusions() {
        return confusions;
    }

    public ObservableList<KnobChange> changes() {
        return changes.list();
    }

    public Comparison comparison() {
        return comparison;
    }

    /** The league of methods. */
    public MethodComparison methods() {
        return methods;
    }

    public long step() {
        return step;
    }

    /** How many epochs are finished. */
    public int epochs() {
        return epochs;
    }

    /** How far it was sent last; null before it was sent. */
    public @Nullable StopCondition goal() {
        return goal;
    }

    /** How many epochs it was sent for; 0 before it was sent. */
    public int target() {
        return target;
    }

    /** Epochs gone, with a fraction. */
    public double epochsGone() {
        TrainEvent.Ready now = ready.get();
        return now == null ? 0 : pace.epochs(now.images());
    }

    public double imagesPerSecond() {
        return pace.imagesPerSecond();
    }

    /** Seconds until it is where it was sent, or the long work under way is done; empty before anyone can tell. */
    public OptionalDouble secondsLeft() {
        if (stage().busy()) {
            return workPace.secondsLeft(millis.getAsLong());
        }
        TrainEvent.Ready now = ready.get();
        return now == null || stage() != Stage.RUNNING
                ? OptionalDouble.empty()
                : pace.secondsLeft(target, now.images(), millis.getAsLong());
    }

    /** Forgets everything but the comparisons: another run begins. */
    void begin(Stage first) {
        curves.clear();
        confusions.clear();
        changes.clear();
        pace.clear();
        workPace.clear();
        last = null;
        goal = null;
        afterwards = Stage.READY;
        pausing = false;
        step = 0;
        epochs = 0;
        target = 0;
        ready.set(null);
        teaching.set(null);
        diverged.set(null);
        trouble.set(null);
        evaluation.set(null);
        report.set(null);
        chain.set(null);
        stopComparing();
        work.set(first == Stage.PREPARING ? new TrainEvent.Preparing(Task.READING_DATA, 0) : null);
        stage.set(first);
        beat.set(beat.get() + 1);
    }

    /** The run was sent on; {@code usual} is how many epochs a run has. */
    void sent(StopCondition next, int usual) {
        if (!next.isAside()) {
            stopComparing(); // if anything was compared
        }
        goal = next;
        target = Math.max(usual, next instanceof StopCondition.Epochs wanted ? wanted.count() : epochs);
        pausing = false;
        diverged.set(null);
        trouble.set(null);
        pace.begin();
        Stage then = next.isAside() ? Stage.COMPARING : Stage.RUNNING;
        if (stage() == Stage.PREPARING) {
            afterwards = then;
        } else {
            if (then == Stage.COMPARING) {
                workPace.clear();
                work.set(new TrainEvent.Preparing(Task.COMPARING, 0));
            }
            stage.set(then);
        }
        beat.set(beat.get() + 1);
    }

    /** The run was asked to rest. */
    void paused() {
        pausing = true;
        afterwards = Stage.READY;
        beat.set(beat.get() + 1);
    }

    /** Whether it goes, or will as soon as it is prepared. */
    public boolean going() {
        return stage() == Stage.RUNNING || (stage() == Stage.PREPARING && afterwards == Stage.RUNNING);
    }

    private void stopComparing() {
        comparison.stop();
        methods.stop();
    }

    /** Whether seeds are compared, or will be as soon as the run is prepared. */
    public boolean comparing() {
        return aside() && goal instanceof StopCondition.Seeds;
    }

    /** Whether methods are compared, or will be as soon as the run is prepared. */
    public boolean comparingMethods() {
        return aside() && goal instanceof StopCondition.Methods;
    }

    private boolean aside() {
        return stage() == Stage.COMPARING || (stage() == Stage.PREPARING && afterwards == Stage.COMPARING);
    }

    void receive(List<TrainEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            TrainEvent now = events.get(i);
            if (now instanceof Evaluation test) {
                take(test, isOvertaken(events, i));
            } else if (!(now instanceof TrainEvent.Preparing && isOvertaken(events, i))) {
                receive(now);
            }
        }
        look(false);
        beat.set(beat.get() + 1);
    }

    /** Whether another of its kind comes after nothing but steps: much can be reported between two looks. */
    private static boolean isOvertaken(List<TrainEvent> events, int event) {
        int next = event + 1;
        while (next < events.size() && events.get(next) instanceof StepReport) {
            next++;
        }
        return next < events.size()
                && events.get(next).getClass() == events.get(event).getClass();
    }

    /** A test. All are kept, but nobody is told of one that is overtaken. */
    private void take(Evaluation now, boolean overtaken) {
        curves.append(now);
        confusions.append(now);
        epochs = now.epoch();
        if (!overtaken) {
            evaluation.set(now);
        }
    }

    private void receive(TrainEvent event) {
        if (event instanceof StepReport now) {
            read(now);
        } else if (event instanceof TrainEvent.StepPhaseReached now) {
            chain.set(StepChain.of(now));
        } else if (event instanceof TrainEvent.Preparing now) {
            workPace.read(now, millis.getAsLong());
            work.set(now);
        } else if (event instanceof TrainEvent.TeacherLearning now) {
            curves.append(now);
            teaching.set(now);
        } else if (event instanceof TrainEvent.Ready now) {
            ready.set(now);
            stage.set(afterwards);
            afterwards = Stage.READY;
        } else if (event instanceof TrainEvent.SeedFinished now) {
            comparison.add(now.result());
        } else if (event instanceof TrainEvent.LeagueGrew now) {
            methods.grow(now.league());
        } else if (event instanceof TrainEvent.SeedFailed now) {
            if (goal instanceof StopCondition.Methods) {
                methods.giveUpOne();
            } else {
                comparison.giveUpOne();
            }
            trouble.set(now.cause());
        } else if (event instanceof TrainEvent.Paused now) {
            rest(now);
        } else if (event instanceof TrainEvent.Diverged now) {
            diverged.set(now);
            look(true);
            stage.set(Stage.DIVERGED);
        } else if (event instanceof TrainEvent.Failed now) {
            trouble.set(now.cause());
            stopComparing();
            stage.set(Stage.FAILED);
        }
    }

    private void read(StepReport now) {
        step = now.step();
        epochs = Math.max(epochs, now.epoch() - 1); // not every epoch ends with an evaluation
        if (now.broken().isPresent()) {
            return; // its numbers are none, and Diverged follows
        }
        curves.append(now);
        changes.read(now);
        pace.read(now);
        last = now;
        if (!pausing && stage() != Stage.COMPARING) { // what was under way when the comparison was asked for
            stage.set(Stage.RUNNING);
        }
    }

    private void rest(TrainEvent.Paused now) {
        boolean compared = stage() == Stage.COMPARING;
        if (compared && (comparison.isUnderWay() || methods.isUnderWay()) && !pausing) {
            return; // this rest was on its way when the comparison was asked for
        }
        boolean arrived =
                now.finished() && (goal instanceof StopCondition.Epochs || goal instanceof StopCondition.Accuracy);
        pausing = false;
        epochs = now.epoch();
        work.set(null);
        look(true);
        stopComparing();
        if (arrived && !compared) {
            stage.set(Stage.FINISHED);
        } else {
            stage.set(now.step() == 0 ? Stage.READY : Stage.RESTING);
        }
    }

    private void look(boolean now) {
        long time = millis.getAsLong();
        if (last != null && (now || time - lookedAt >= LOOK_MILLIS)) {
            lookedAt = time;
            report.set(last);
        }
    }
}
