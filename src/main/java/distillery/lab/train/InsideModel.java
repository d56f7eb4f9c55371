package distillery.lab.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.lab.Workers;
import distillery.lab.train.RunState.Stage;
import distillery.train.Experiment;
import distillery.train.StepReport;
import distillery.train.TrainEvent;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the method of the run compares inside the nets. The run is asked for it only while somebody looks, one time after
 * the other, a few times a second at most; at rest once more, for the last step.
 */
public final class InsideModel {
    /** Between two questions while nets learn. */
    private static final long PAUSE_MILLIS = 250;

    private final RunState reading;
    private final Workers workers;
    private final Consumer<Consumer<Experiment>> run;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ReadOnlyObjectWrapper<@Nullable InsideSight> sight = new ReadOnlyObjectWrapper<>(this, "sight");

    /** The step that was asked about last; 0 if none was. */
    private long asked;

    /** How many runs have gone: what they answer late is not heard. */
    private int gone;

    private boolean waiting;
    private long askedAt;

    InsideModel(RunState reading, Workers workers, Consumer<Consumer<Experiment>> run) {
        this.reading = reading;
        this.workers = workers;
        this.run = run;
        reading.reportProperty().addListener((property, before, now) -> look());
        reading.stageProperty().addListener((property, before, now) -> look());
        watched.addListener((property, before, now) -> look());
    }

    /** Whether somebody looks. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** What was seen last; null before the first step, and where the method has no picture. */
    public ReadOnlyObjectProperty<@Nullable InsideSight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    private void look() {
        StepReport report = reading.reportProperty().get();
        TrainEvent.Ready ready = reading.readyProperty().get();
        if (report == null || ready == null) {
            asked = 0;
            gone++;
            waiting = false;
            sight.set(null);
        } else if (watched.get() && !waiting && report.step() != asked && isTime()) {
            ask(report, ready.data().train());
        }
    }

    /** A run that compares seeds is not disturbed; one that learns, seldom. */
    private boolean isTime() {
        boolean soon = workers.millis().getAsLong() - askedAt < PAUSE_MILLIS;
        return reading.stage() != Stage.COMPARING && !(soon && reading.stage() == Stage.RUNNING);
    }

    private void ask(StepReport report, Samples samples) {
        asked = report.step();
        waiting = true;
        askedAt = workers.millis().getAsLong();
        int about = gone;
        Batch batch = report.batch();
        run.accept(experiment -> {
            InsideSight found = InsideSight.of(experiment.pictures(batch), batch, samples);
            workers.window().execute(() -> take(found, about));
        });
    }

    private void take(InsideSight found, int about) {
        if (about == gone) {
            waiting = false;
            sight.set(found.parts().isEmpty() ? null : found);
            look();
        }
    }
}
