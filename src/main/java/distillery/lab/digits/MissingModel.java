package distillery.lab.digits;

import distillery.data.Failure;
import distillery.data.Samples;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.train.ArmName;
import distillery.train.EvaluationSet;
import distillery.train.LabelledLogits;
import distillery.train.TrainEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** The digit that the students of the run on Train never saw: asked about while somebody looks and the run stands still. */
public final class MissingModel {
    private final TrainModel train;
    private final Workers workers;
    private final Messages messages;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final DoubleProperty bias = new SimpleDoubleProperty(this, "bias");
    private final ReadOnlyObjectWrapper<@Nullable MissingDigit> found = new ReadOnlyObjectWrapper<>(this, "found");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private ArmName student = ArmName.DISTILLED;
    private int asked;

    MissingModel(TrainModel train, Workers workers, Messages messages) {
        this.train = train;
        this.workers = workers;
        this.messages = messages;
        watched.addListener((property, before, now) -> look());
        train.reading().stageProperty().addListener((property, before, now) -> look());
    }

    /** Whether somebody looks. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** What is added to the bias of the missing classes. */
    public DoubleProperty biasProperty() {
        return bias;
    }

    /** What is known; null while nothing is missing, or nothing has been learned. */
    public ReadOnlyObjectProperty<@Nullable MissingDigit> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Whether the run is being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Whether the run on Train learns now. */
    public ReadOnlyObjectProperty<RunState.Stage> stageProperty() {
        return train.reading().stageProperty();
    }

    /** Asks about this student from now on. */
    void ask(ArmName arm) {
        student = arm;
        look();
    }

    private void look() {
        RunState run = train.reading();
        TrainEvent.Ready ready = run.readyProperty().get();
        Set<Integer> omitted = new TreeSet<>(train.usedProperty().get().omitted());
        RunState.Stage stage = run.stage();
        boolean still = stage == RunState.Stage.RESTING || stage == RunState.Stage.FINISHED;
        if (ready == null || omitted.isEmpty() || run.step() == 0) {
            found.set(null);
            asking.set(false);
            bias.set(0);
            return;
        }
        if (!watched.get() || !still) {
            return;
        }
        int about = ++asked;
        asking.set(true);
        ArmName wanted = ready.arms().contains(student) ? student : ready.arms().get(0);
        String names = names(ready.data().test(), omitted);
        train.ask(experiment -> {
            try {
                LabelledLogits test = experiment.answers(wanted, EvaluationSet.TEST);
                LabelledLogits heldOut = MissingDigit.orNull(() -> experiment.answers(wanted, EvaluationSet.HELD_OUT));
                MissingDigit made = MissingDigit.of(wanted, omitted, names, test, heldOut);
                workers.window().execute(() -> {
                    if (about == asked) {
                        asking.set(false);
                        found.set(made);
                    }
                });
            } catch (Exception | Error failed) {
                workers.window().execute(() -> {
                    asking.set(false);
                    messages.warn(Failure.of(failed));
                });
            }
        });
    }

    private static String names(Samples samples, Set<Integer> omitted) {
        return omitted.stream().map(samples::className).collect(Collectors.joining(", "));
    }
}
