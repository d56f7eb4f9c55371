package distillery.lab.digits;

import distillery.data.DataSet;
import distillery.data.Failure;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.data.Shape;
import distillery.lab.Workers;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.net.Engine;
import distillery.net.Weights;
import distillery.train.ArmName;
import distillery.train.Experiment;
import distillery.train.IncludedNets;
import distillery.train.TrainEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which nets are asked about digits: read, copied and asked about all test digits once somebody looks, and again when the run
 * that they are from has moved.
 */
final class PanelModel {
    /** Between two looks at a run that goes on. */
    private static final long PAUSE_MILLIS = 2_000;

    private final TrainModel train;
    private final Workers workers;
    private final Executor asker;
    private final ObjectProperty<NetSource> source =
            new SimpleObjectProperty<>(this, "source", DigitsSettings.FIRST.nets());
    private final NetFilesModel files;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final ReadOnlyObjectWrapper<@Nullable Panel> panel = new ReadOnlyObjectWrapper<>(this, "panel");
    /** How often nets were asked for: what an earlier question brings late is not heard. */
    private int asked;

    private long lookedAt;
    private boolean due = true;

    PanelModel(TrainModel train, Workers workers, Executor asker) {
        this.train = train;
        this.workers = workers;
        this.asker = asker;
        watched.addListener((property, before, now) -> load());
        source.addListener((property, before, now) -> renew());
        files = new NetFilesModel(source, workers);
        files.filesProperty().addListener((property, before, now) -> filesChanged());
        RunState run = train.reading();
        run.readyProperty().addListener((property, before, now) -> runChanged());
        run.evaluationProperty().addListener((property, before, now) -> runMoved());
        run.stageProperty().addListener((property, before, now) -> runMoved());
    }

    /** The files that nets may come from. */
    NetFilesModel files() {
        return files;
    }

    ObjectProperty<NetSource> sourceProperty() {
        return source;
    }

    /** Whether somebody looks. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** Whether nets are being read or asked about the test digits. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Why there is no panel; null if there is one, or one is coming. */
    ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The nets; null until they are there. */
    ReadOnlyObjectProperty<@Nullable Panel> panelProperty() {
        return panel.getReadOnlyProperty();
    }

    /** The nets are others from now on. */
    private void renew() {
        panel.set(null);
        due = true;
        load();
    }

    private void filesChanged() {
        if (source.get() == NetSource.FILES) {
            asked++; // what is being read from others is not wanted
            loading.set(false);
            renew();
        }
    }

    /** Another run has begun, or none: one that is gone answers no question that it was asked. */
    private void runChanged() {
        if (source.get() == NetSource.RUN) {
            asked++;
            loading.set(false);
            renew();
        }
    }

    /** A run went on, or came to rest: what is known of its nets is old. */
    private void runMoved() {
        if (source.get() == NetSource.RUN) {
            due = true;
            load();
        }
    }

    private void load() {
        if (!watched.get() || !due || loading.get()) {
            return;
        }
        if (source.get().included().isPresent()) {
            IncludedNets included = source.get().included().get();
            NetSource wanted = source.get();
            read(test -> Panel.of(wanted, -1, test, included.teacher(), included.students()));
        } else if (source.get() == NetSource.FILES) {
            loadFromFiles();
        } else {
            loadFromRun();
        }
    }

    private void loadFromFiles() {
        NetFiles chosen = files.filesProperty().get();
        if (chosen.teacher().isEmpty()) {
            due = false;
            trouble.set(new Problem("digits.no-files"));
        } else {
            read(test -> Panel.of(chosen, test));
        }
    }

    private interface Reading {
        Panel about(Samples test) throws Problem;
    }

    /** Nets that are not a run's are asked about the digits that come with the program. */
    private void read(Reading reading) {
        due = false;
        begin();
        int about = asked;
        asker.execute(() -> make(about, () -> {
            Engine.start();
            return reading.about(DataSet.mnist().test());
        }));
    }

    /** One that learns is asked seldom, one at rest at once; a comparison is not disturbed. */
    private void loadFromRun() {
        RunState run = train.reading();
        TrainEvent.Ready ready = run.readyProperty().get();
        boolean soon = workers.millis().getAsLong() - lookedAt < PAUSE_MILLIS && panel.get() != null;
        if (ready == null
                || run.stage() == RunState.Stage.COMPARING
                || (soon && run.stage() == RunState.Stage.RUNNING)) {
            if (ready == null) {
                panel.set(null);
            }
            return;
        }
        if (!ready.data().test().shape().equals(Shape.DIGIT)) {
            due = false;
            panel.set(null);
            trouble.set(new Problem("digits.no-pictures", ready.data().name()));
            return;
        }
        due = false;
        lookedAt = workers.millis().getAsLong();
        begin();
        int about = asked;
        Samples test = ready.data().test();
        train.ask(experiment -> {
            Weights teacher = experiment.teacherWeights();
            Map<ArmName, Weights> students = students(experiment);
            int epoch = experiment.epochs();
            asker.execute(() -> make(about, () -> Panel.of(NetSource.RUN, epoch, test, teacher, students)));
        });
    }

    /** Labels only and distilled if they are there, and whoever comes next. */
    private static Map<ArmName, Weights> students(Experiment experiment) {
        List<ArmName> names = new ArrayList<>(List.of(ArmName.LABELS_ONLY, ArmName.DISTILLED));
        experiment.arms().stream().filter(arm -> !names.contains(arm)).forEach(names::add);
        Map<ArmName, Weights> students = new LinkedHashMap<>();
        for (ArmName name : names) {
            if (experiment.arms().contains(name) && students.size() < Panel.MOST_STUDENTS) {
                Weights weights = experiment.weights(name);
                if (weights.spec().classes()
                        == experiment.teacherWeights().spec().classes()) {
                    students.put(name, weights);
                }
            }
        }
        return students;
    }

    private void begin() {
        asked++;
        loading.set(true);
        trouble.set(null);
    }

    private interface Making {
        Panel make() throws Problem;
    }

    private void make(int about, Making making) {
        try {
            Panel made = making.make();
            workers.window().execute(() -> took(about, made, null));
        } catch (Problem | RuntimeException | Error failed) {
            Problem why = Failure.of(failed);
            workers.window().execute(() -> took(about, null, why));
        }
    }

    private void took(int about, @Nullable Panel made, @Nullable Problem why) {
        if (about == asked) {
            loading.set(false);
            boolean wanted = made == null || made.source() == source.get();
            if (wanted) {
                trouble.set(why);
                panel.set(made);
            }
            load(); // what became due meanwhile
        }
    }
}
