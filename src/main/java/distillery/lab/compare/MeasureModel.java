package distillery.lab.compare;

import distillery.data.Failure;
import distillery.data.Problem;
import distillery.lab.Workers;
import distillery.lab.train.RunState.Stage;
import distillery.lab.train.TrainModel;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import distillery.train.measure.NetMeasures;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What teacher and students of the run on the Train screen cost and are worth, measured on this computer when a person asks:
 * by the thread that trains, while nets rest and a sweep stands still.
 */
@SuppressWarnings("ReferenceEquality") // nets are those of one start, not of one like it
public final class MeasureModel {
    private final TrainModel train;
    private final Workers workers;
    private final SweepModel sweep;
    private final ReadOnlyObjectWrapper<List<NetMeasures>> nets = new ReadOnlyObjectWrapper<>(this, "nets", List.of());
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper(this, "measuring");
    private final ReadOnlyObjectWrapper<@Nullable Problem> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final BooleanBinding possible;

    MeasureModel(TrainModel train, Workers workers, SweepModel sweep) {
        this.train = train;
        this.workers = workers;
        this.sweep = sweep;
        possible = Bindings.createBooleanBinding(
                () -> !measuring.get() && isAtRest(train.reading().stage()),
                measuring,
                train.reading().stageProperty());
        train.reading().readyProperty().subscribe(now -> {
            nets.set(List.of());
            trouble.set(null);
        });
    }

    /** Nets that have learned nothing yet are worth no measuring. */
    private static boolean isAtRest(Stage stage) {
        return switch (stage) {
            case RESTING, FINISHED, DIVERGED -> true;
            case IDLE, PREPARING, READY, RUNNING, COMPARING, FAILED -> false;
        };
    }

    /** The teacher first; empty before these nets were measured. */
    public ReadOnlyObjectProperty<List<NetMeasures>> netsProperty() {
        return nets.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Why it did not work. */
    public ReadOnlyObjectProperty<@Nullable Problem> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether there are nets that have learned, and they rest. */
    public BooleanBinding possibleProperty() {
        return possible;
    }

    /** Measures, if that is possible. */
    public void measure() {
        if (!possible.get()) {
            return;
        }
        TrainSettings used = train.usedProperty().get();
        TrainEvent.Ready whose = train.reading().readyProperty().get();
        measuring.set(true);
        trouble.set(null);
        sweep.hold(true);
        train.ask(experiment -> {
            try {
                List<NetMeasures> made = NetMeasures.all(experiment, experiment.materials(), used.images());
                workers.window().execute(() -> end(whose, made, null));
            } catch (RuntimeException | Error failed) {
                Problem problem = Failure.of(failed);
                workers.window().execute(() -> end(whose, List.of(), problem));
            }
        });
    }

    void end(TrainEvent.@Nullable Ready whose, List<NetMeasures> made, @Nullable Problem problem) {
        if (whose == train.reading().readyProperty().get()) { // or other nets have taken their place
            nets.set(made);
            trouble.set(problem);
        }
        measuring.set(false);
        sweep.hold(false);
    }
}
