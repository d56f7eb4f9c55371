package distillery.lab.train;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.lab.BackgroundWriter;
import distillery.lab.Mailbox;
import distillery.lab.Messages;
import distillery.lab.Messages.Complaint;
import distillery.lab.Workers;
import distillery.lab.example.DigitSource;
import distillery.lab.train.RunState.Stage;
import distillery.train.CastFactory;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.Run;
import distillery.train.RunWitness;
import distillery.train.StopCondition;
import distillery.train.TeacherSettings;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/**
 * The Train screen without its looks: settings, one run at a time, and what it says. What may change on the way acts on
 * the run at once; what makes another experiment waits for {@link #reset} as soon as anything has been learned.
 */
public final class TrainModel {
    private final ReadOnlyObjectWrapper<TrainSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings", TrainSetUp.FIRST.settings());
    private final ReadOnlyObjectWrapper<@Nullable Preset> base = new ReadOnlyObjectWrapper<>(this, "base");
    private final ReadOnlyObjectWrapper<TrainSettings> used =
            new ReadOnlyObjectWrapper<>(this, "used", TrainSetUp.FIRST.settings());
    private final DoubleProperty viewing = new SimpleDoubleProperty(this, "viewing", TrainSetUp.FIRST.viewing());
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", TrainSetUp.FIRST.smoothing()) {
        /** A slider's track knows more digits than anybody means. */
        @Override
        public void set(double share) {
            super.set(Math.rint(share * 100) / 100);
        }
    };
    private final BooleanProperty logAxis = new SimpleBooleanProperty(this, "logAxis", TrainSetUp.FIRST.logAxis());
    private final IntegerProperty stepMillis =
            new SimpleIntegerProperty(this, "stepMillis", TrainSetUp.FIRST.stepMillis());

    private final BooleanProperty taking = new SimpleBooleanProperty(this, "taking");
    private final BooleanProperty inLesson = new SimpleBooleanProperty(this, "inLesson");
    private final BooleanProperty ofLesson = new SimpleBooleanProperty(this, "ofLesson");
    private final BooleanBinding left = ofLesson.and(inLesson.not());

    private final Workers workers;
    private final Messages messages;
    private final TrainFiles files;
    private final MaterialsCache shelf = new MaterialsCache();
    private final RunState reading;
    private final InsideModel inside;
    private final PlaneModel plane;
    private final DataModel data;
    private final TeacherModel teacher;
    private final BooleanBinding pending;
    private final ObjectBinding<List<BatchSample>> batch;
    private final ObjectBinding<@Nullable DigitSource> digits;
    private Supplier<Optional<Complaint>> hindrance = Optional::empty;
    private RunWitness witness = RunWitness.NOBODY;
    private @Nullable Run run;
    /** Whether there is no run only because a teacher would have to be trained for one. */
    private boolean waiting;

    /** A screen at rest. */
    public TrainModel(Workers workers, Messages messages) {
        this.workers = workers;
        this.messages = messages;
        reading = new RunState(workers.millis());
        files = new TrainFiles(new BackgroundWriter(workers.files(), workers.window(), messages), reading, this::ask);
        inside = new InsideModel(reading, workers, this::ask);
        plane = new PlaneModel(this, workers, this::ask);
        data = new DataModel(this, workers);
        teacher = new TeacherModel(this, workers);
        pending = Bindings.createBooleanBinding(
                () -> run != null && !settings.get().canFollow(used.get()), settings, used, reading.stageProperty());
        batch = Bindings.createObjectBinding(
                () -> BatchSample.of(
                        reading.reportProperty().get(), reading.readyProperty().get(), viewing.get()),
                reading.reportProperty(),
                reading.readyProperty(),
                viewing);
        digits = Bindings.createObjectBinding(
                () -> TestDigits.of(
                        reading.readyProperty().get(),
                        reading.evaluationProperty().get()),
                reading.readyProperty(),
                reading.evaluationProperty());
        settings.subscribe(now -> base.set(presetOf(now).orElse(base.get())));
        stepMillis.addListener((property, before, now) -> withRun(it -> it.setPauseMillis(now.longValue())));
    }

    /** The preset that these settings are, seeds included: it was measured with its own. */
    private static Optional<Preset> presetOf(TrainSettings settings) {
        return Preset.of(settings).filter(preset -> preset.settings().equals(settings));
    }

    /** The preset that the settings are, or were before somebody changed them; null if they never were one. */
    public ReadOnlyObjectProperty<@Nullable Preset> baseProperty() {
        return base.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TrainSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public TrainSettings settings() {
        return settings.get();
    }

    /** The temperature at which the batch is looked at, 0.05 to 100. */
    public DoubleProperty viewingProperty() {
        return viewing;
    }

    public DoubleProperty smoothingProperty() {
        return smoothing;
    }

    public BooleanProperty logAxisProperty() {
        return logAxis;
    }

    /** How long nets stand still after each step; 0 for full speed. */
    public IntegerProperty stepMillisProperty() {
        return stepMillis;
    }

    /** The settings that the run was begun with, or will be where none is under way yet. */
    public ReadOnlyObjectProperty<TrainSettings> usedProperty() {
        return used.getReadOnlyProperty();
    }

    /** What is known of the data that the settings name. */
    public DataModel data() {
        return data;
    }

    /** How another teacher is taken. */
    public TeacherModel teacher() {
        return teacher;
    }

    /** What the run says. */
    public RunState reading() {
        return reading;
    }

    /** What is written of it. */
    public TrainFiles files() {
        return files;
    }

    /** What the method of the run compares inside the nets. */
    public InsideModel inside() {
        return inside;
    }

    /** Points in the plane: what the nets think everywhere, and a person's own. */
    public PlaneModel plane() {
        return plane;
    }

    /** Whether some settings wait for {@link #reset}, because applying them would throw trained nets away. */
    public BooleanBinding pendingProperty() {
        return pending;
    }

    /**
     * Whether the next run takes waiting settings up by itself instead: so it is where a lesson has set the screen for an
     * experiment of its own.
     */
    public BooleanProperty takingProperty() {
        return taking;
    }

    /** Whether a lesson is open: what learns meanwhile is the lesson's. */
    public BooleanProperty inLessonProperty() {
        return inLesson;
    }

    /** Whether nets and curves are what a lesson has left that is over; its settings are not. */
    public BooleanBinding leftByLessonProperty() {
        return left;
    }

    /** The last batch at the viewing temperature, the most doubtful samples first; empty before the first step. */
    public ObjectBinding<List<BatchSample>> batchProperty() {
        return batch;
    }

    /** The test digits with the logits of both nets; null until there are digits and a teacher. */
    public ObjectBinding<@Nullable DigitSource> digitsProperty() {
        return digits;
    }

    /** Changes settings. A change that makes no sense is refused: all stays as it was, and the reason comes back. */
    public Optional<Problem> edit(Consumer<TrainSettings.Draft> change) {
        try {
            set(settings.get().with(change));
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.problem());
        }
    }

    /** Takes whole settings: a preset's, say. */
    public void set(TrainSettings next) {
        settings.set(next);
        if (run == null) {
            if (waiting && !takesAWhile(next)) {
                begin();
            } else if (waiting) {
                used.set(next);
            }
            return;
        }
        withRun(it -> it.setLive(next.live()));
        if (!next.canFollow(used.get()) && nothingLearned()) {
            if (takesAWhile(next)) {
                leave(); // training a teacher takes a while: not before somebody presses Run
                waiting = true;
                used.set(next);
            } else {
                begin();
            }
        }
    }

    /** Whether a teacher must be trained first, but for one of points in the plane, which takes half a second. */
    private static boolean takesAWhile(TrainSettings settings) {
        return settings.teacher().source() == TeacherSettings.Source.TRAINED
                && PlaneModel.of(settings).isEmpty();
    }

    /** Prepares the first run, once. */
    public void start() {
        if (run == null && reading.stage() == Stage.IDLE) {
            begin();
        }
    }

    /** Runs to the end of the epochs, or pauses. */
    public void runOrPause() {
        if (reading.stage() == Stage.COMPARING) {
            return; // as the buttons: a comparison is cancelled first
        }
        if (reading.going()) {
            pause();
        } else if (mayBegin()) {
            takeUp();
            int done = reading.epochs();
            int wanted = CastFactory.of(settings.get()).epochs();
            go(new StopCondition.Epochs(done < wanted ? wanted : done + wanted));
        }
    }

    public void step() {
        if (reading.stage() != Stage.COMPARING && mayBegin()) {
            takeUp();
            go(new StopCondition.Steps(1));
        }
    }

    public void epoch() {
        if (mayBegin()) {
            takeUp();
            go(new StopCondition.Epoch());
        }
    }

    /** Runs until the distilled student reaches this share of right answers, or its epochs are over. */
    public void untilAccuracy(double share) {
        if (!mayBegin()) {
            return;
        }
        takeUp();
        int wanted = Math.max(
                CastFactory.of(settings.get()).epochs(),
                reading.epochs() + settings.get().epochs());
        go(new StopCondition.Accuracy(share, wanted));
    }

    /** Runs the shown settings over the next seeds, while the students rest. */
    public void compareSeeds(int count) {
        if (mayBegin()) {
            go(new StopCondition.Seeds(reading.comparison().next(settings.get(), count), settings.get()));
        }
    }

    /** Runs the chosen methods over the next seeds, while the students rest. */
    public void compareMethods(int count) {
        if (mayBegin() && !reading.methods().chosen(settings.get()).isEmpty()) {
            go(reading.methods().next(settings.get(), count));
        }
    }

    public void pause() {
        withRun(Run::pause);
        reading.paused();
    }

    /** Has something done with the experiment between two steps, on the run's own thread; nothing if there is no run. */
    public void ask(Consumer<Experiment> task) {
        withRun(it -> it.ask(task));
    }

    /** Begins anew with the shown settings; what was learned is gone. */
    public void reset() {
        if (mayBegin()) {
            begin();
        }
    }

    /** Goes on after a loss stopped being a number, at a tenth of the learning rate. */
    public void slower() {
        edit(draft -> draft.live = draft.live.withLearningRate(tenth(draft.live.learningRate())));
        runOrPause();
    }

    /** In decimal digits: 0.07 / 10 is not quite 0.007. */
    private static double tenth(double number) {
        return BigDecimal.valueOf(number).movePointLeft(1).doubleValue();
    }

    /** Gives up the long work under way. */
    public void cancel() {
        if (reading.stage() == Stage.PREPARING) {
            leave();
        } else {
            pause();
        }
    }

    public TrainSetUp snapshot() {
        return new TrainSetUp(settings.get(), viewing.get(), smoothing.get(), logAxis.get(), stepMillis.get());
    }

    public void restore(TrainSetUp setUp) {
        set(setUp.settings());
        viewing.set(setUp.viewing());
        smoothing.set(setUp.smoothing());
        logAxis.set(setUp.logAxis());
        stepMillis.set(setUp.stepMillis());
    }

    /** Whom to ask before anything is begun: what comes back is said, and nothing begins. */
    public void askBefore(Supplier<Optional<Complaint>> whom) {
        hindrance = whom;
    }

    /** Who sees every run that begins from now on, to keep it. */
    public void witnessedBy(RunWitness whom) {
        witness = whom;
    }

    /** Has the run kept as far as it is; nothing if there is none. */
    public void keep() {
        withRun(Run::keep);
    }

    private boolean mayBegin() {
        Optional<Complaint> found = hindrance.get();
        found.ifPresent(messages::warn);
        return found.isEmpty();
    }

    private void takeUp() {
        if (taking.get() && pending.get()) {
            begin();
        }
    }

    private boolean nothingLearned() {
        TrainEvent.Preparing work = reading.workProperty().get();
        boolean teacherLearns = work != null && work.task() == TrainEvent.Task.TRAINING_TEACHER;
        return reading.step() == 0 && !reading.going() && reading.stage() != Stage.COMPARING && !teacherLearns;
    }

    private void begin() {
        leave();
        data.look();
        TrainSettings now = settings.get();
        Run[] self = new Run[1];
        Mailbox<TrainEvent> mailbox = new Mailbox<>(workers.window(), events -> {
            if (self[0] == run) {
                reading.receive(events);
            }
        });
        Run next = new Run(now, shelf, mailbox::post, witness);
        self[0] = next;
        next.setPauseMillis(stepMillis.get());
        run = next;
        used.set(now);
        reading.begin(Stage.PREPARING);
        workers.trainer().execute(next);
    }

    /** Ends the run, if there is one; nothing is prepared afterwards. */
    public void leave() {
        withRun(Run::close);
        run = null;
        waiting = false;
        ofLesson.set(false);
        reading.begin(Stage.IDLE);
    }

    private void go(StopCondition goal) {
        if (run == null || reading.stage() == Stage.FAILED) {
            begin();
        }
        ofLesson.set(ofLesson.get() || inLesson.get());
        withRun(it -> it.go(goal));
        reading.sent(goal, CastFactory.of(settings.get()).epochs());
    }

    private void withRun(Consumer<Run> action) {
        Run now = run;
        if (now != null) {
            action.accept(now);
        }
    }
}
