package distillery.lab.digits;

import distillery.data.Csv;
import distillery.data.Samples;
import distillery.data.Shape;
import distillery.lab.train.RunState;
import distillery.lab.train.TrainModel;
import distillery.net.Weights;
import distillery.train.ArmName;
import distillery.train.AskedNet;
import distillery.train.HiddenPlane;
import distillery.train.TrainEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How alike the last hidden layers of teacher and student become while the run on Train goes on: one value an epoch, by
 * linear CKA over the test digits of the map. Measured on the asking thread, and only while somebody looks at the map.
 */
@SuppressWarnings("ReferenceEquality") // samples are those of the run, not some like them
public final class LikenessModel {
    /** Questions under way at once: where epochs are quicker than answers, some go without. */
    private static final int MOST_WAITING = 2;

    private final DigitsModel model;
    private final TrainModel train;
    private final Executor asker;
    private final Executor window;
    private final ReadOnlyObjectWrapper<List<Value>> values = new ReadOnlyObjectWrapper<>(this, "values", List.of());
    private int waiting;
    /** What is measured: answers about another run or student are not heard. */
    private int about;

    /** The teacher's layer, which is the same epoch after epoch; only the asking thread touches it. */
    private @Nullable Known known;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(Weights teacher, Samples test, double[] layer) {}

    /** The likeness after so many epochs. */
    public record Value(int epoch, double likeness) {}

    LikenessModel(DigitsModel model, TrainModel train, Executor asker, Executor window) {
        this.model = model;
        this.train = train;
        this.asker = asker;
        this.window = window;
        RunState run = train.reading();
        run.readyProperty().addListener((property, before, now) -> forget());
        model.netsProperty().addListener((property, before, now) -> forget());
        model.studentProperty().addListener((property, before, now) -> forget());
        run.evaluationProperty().addListener((property, before, now) -> measure());
        model.panelProperty().addListener((property, before, now) -> measure());
        model.pageProperty().addListener((property, before, now) -> measure());
    }

    /** What was measured, in the order of the epochs; empty where the nets are not the run's. */
    public ReadOnlyObjectProperty<List<Value>> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    /** Such values as a table. */
    public static void write(Appendable out, List<Value> values) throws IOException {
        Csv table = new Csv(out);
        table.row("epoch", "linear_cka");
        for (Value value : values) {
            table.row(value.epoch(), value.likeness());
        }
    }

    private void forget() {
        about++;
        waiting = 0;
        values.set(List.of());
    }

    private void measure() {
        TrainEvent.Ready ready = train.reading().readyProperty().get();
        Panel panel = model.panelProperty().get();
        boolean watched = model.watchedProperty().get()
                && model.pageProperty().get() == DigitsPage.MAP
                && model.netsProperty().get() == NetSource.RUN
                && train.reading().stage() != RunState.Stage.COMPARING;
        ArmName arm = panel == null
                ? null
                : panel.student(model.studentProperty().get()).arm().orElse(null);
        if (!watched
                || ready == null
                || arm == null
                || waiting >= MOST_WAITING
                || knows(train.reading().epochs())) {
            return;
        }
        Samples test = ready.data().test();
        if (!test.shape().equals(Shape.DIGIT) || !ready.arms().contains(arm)) {
            return;
        }
        waiting++;
        int asked = about;
        train.ask(experiment -> {
            Weights teacher = experiment.teacherWeights();
            Weights student = experiment.arms().contains(arm) ? experiment.weights(arm) : teacher;
            int epoch = experiment.epochs();
            asker.execute(() -> {
                Value value = new Value(epoch, likeness(teacher, student, test));
                window.execute(() -> took(asked, value));
            });
        });
    }

    private boolean knows(int epoch) {
        return values.get().stream().anyMatch(value -> value.epoch() == epoch);
    }

    private double likeness(Weights teacher, Weights student, Samples test) {
        int[] digits = DigitMapModel.spread(test.count());
        Known before = known;
        boolean same = before != null
                && before.test() == test
                && before.teacher().spec().equals(teacher.spec())
                && Arrays.equals(before.teacher().values(), teacher.values());
        double[] taught =
                same && before != null ? before.layer() : HiddenPlane.layer(AskedNet.of(teacher), test, digits);
        known = new Known(teacher, test, taught);
        return HiddenPlane.likeness(taught, HiddenPlane.layer(AskedNet.of(student), test, digits), digits.length);
    }

    private void took(int asked, Value value) {
        if (asked != about) {
            return;
        }
        waiting--;
        if (!knows(value.epoch()) && Double.isFinite(value.likeness())) {
            List<Value> more = new ArrayList<>(values.get());
            more.add(value);
            more.sort((a, b) -> Integer.compare(a.epoch(), b.epoch()));
            values.set(List.copyOf(more));
        }
    }
}
