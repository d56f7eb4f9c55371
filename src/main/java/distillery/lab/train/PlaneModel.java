package distillery.lab.train;

import distillery.data.PlanePoint;
import distillery.data.PlaneSettings;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.lab.Workers;
import distillery.lab.train.RunState.Stage;
import distillery.train.ArmName;
import distillery.train.DataChoice;
import distillery.train.Experiment;
import distillery.train.TrainEvent;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Points in the plane: what teacher and student think everywhere, and a person's own points. The run is asked only while
 * somebody looks, one time after the other, twenty times a second at most; at rest once more, for the last step.
 */
public final class PlaneModel {
    /** Between two questions while nets learn. */
    private static final long PAUSE_MILLIS = 50;

    /** So near, of a width of four, is meant by a click on a point. */
    private static final double NEAR = 0.2;

    private final TrainModel model;
    private final RunState reading;
    private final Workers workers;
    private final Consumer<Consumer<Experiment>> run;
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched");
    private final ObjectProperty<ArmName> arm = new SimpleObjectProperty<>(this, "arm", ArmName.DISTILLED);
    private final ReadOnlyObjectWrapper<@Nullable PlaneSight> sight = new ReadOnlyObjectWrapper<>(this, "sight");

    /** The step that was asked about last; -1 if none was. */
    private long asked = -1;

    /** How many runs have gone: what they answer late is not heard. */
    private int gone;

    private boolean waiting;
    private long askedAt;

    PlaneModel(TrainModel model, Workers workers, Consumer<Consumer<Experiment>> run) {
        this.model = model;
        this.reading = model.reading();
        this.workers = workers;
        this.run = run;
        reading.readyProperty().addListener((property, before, now) -> begin());
        reading.beatProperty().addListener((property, before, now) -> look());
        reading.stageProperty().addListener((property, before, now) -> look());
        watched.addListener((property, before, now) -> look());
        arm.addListener((property, before, now) -> {
            asked = -1;
            look();
        });
    }

    /** Whether somebody looks. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** Whose plane is beside the teacher's. */
    public ObjectProperty<ArmName> armProperty() {
        return arm;
    }

    /** What was seen last; null before a run is prepared. */
    public ReadOnlyObjectProperty<@Nullable PlaneSight> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** The points in the plane that the settings name; empty if they name other data. */
    public Optional<PlaneSettings> settings() {
        return of(model.settings());
    }

    /** The same of any settings. */
    public static Optional<PlaneSettings> of(TrainSettings settings) {
        DataChoice choice = DataChoice.of(settings.data());
        return choice.isPlane() ? Optional.of(PlaneSettings.parse(choice.place())) : Optional.empty();
    }

    /** Gives the students one more point. What makes no sense is refused: all stays as it was, and the reason comes back. */
    public Optional<Problem> add(double x, double y, int label) {
        return settings().flatMap(plane -> {
            List<PlanePoint> added = new ArrayList<>(plane.added());
            added.add(PlanePoint.at(x, y, label));
            return put(() -> plane.with(plane.removed(), added));
        });
    }

    /** Takes the nearest point away from the students, if one is near. */
    public Optional<Problem> remove(double x, double y) {
        PlaneSight seen = sight.get();
        PlaneSettings plane = settings().orElse(null);
        if (seen == null || plane == null) {
            return Optional.empty();
        }
        PlaneSight.Shown nearest = null;
        double least = NEAR;
        for (PlaneSight.Shown shown : seen.points(model.settings())) {
            double distance = Math.hypot(shown.point().x() - x, shown.point().y() - y);
            nearest = distance < least ? shown : nearest;
            least = Math.min(least, distance);
        }
        return nearest == null ? Optional.empty() : remove(plane, nearest);
    }

    private Optional<Problem> remove(PlaneSettings plane, PlaneSight.Shown shown) {
        Set<Integer> removed = new TreeSet<>(plane.removed());
        List<PlanePoint> added = new ArrayList<>(plane.added());
        if (shown.own()) {
            added.remove(shown.number());
        } else {
            removed.add(shown.number());
        }
        return put(() -> plane.with(removed, added));
    }

    /** Takes a person's points out and gives back what was taken away. */
    public void forgetOwn() {
        settings().ifPresent(plane -> put(plane::untouched));
    }

    private Optional<Problem> put(Supplier<PlaneSettings> other) {
        return model.edit(draft -> draft.data = other.get().toString());
    }

    private void begin() {
        gone++;
        waiting = false;
        asked = -1;
        look();
    }

    private void look() {
        TrainEvent.Ready ready = reading.readyProperty().get();
        if (ready == null || of(model.usedProperty().get()).isEmpty()) {
            boolean soon = reading.stage().busy() && of(model.usedProperty().get()).isPresent();
            sight.set(soon ? sight.get() : null); // what was there stays until the next run has something to show
        } else if (watched.get() && !waiting && reading.step() != asked && isTime()) {
            ask(ready.data().train());
        }
    }

    /** A run that compares seeds is not disturbed; one that learns, not too often. */
    private boolean isTime() {
        boolean soon = workers.millis().getAsLong() - askedAt < PAUSE_MILLIS;
        return reading.stage() != Stage.COMPARING && !(soon && reading.stage() == Stage.RUNNING);
    }

    private void ask(Samples samples) {
        asked = reading.step();
        waiting = true;
        askedAt = workers.millis().getAsLong();
        int about = gone;
        ArmName wanted = arm.get();
        run.accept(experiment -> {
            PlaneSight found = PlaneSight.of(experiment.plane(wanted), samples);
            workers.window().execute(() -> take(found, about, wanted));
        });
    }

    private void take(PlaneSight found, int about, ArmName wanted) {
        if (about == gone) {
            waiting = false;
            sight.set(found);
            asked = wanted.equals(arm.get()) ? found.answers().step() : -1;
            look();
        }
    }
}
