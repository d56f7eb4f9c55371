package distillery.lab.loss;

import distillery.data.Agreed;
import distillery.data.Csv;
import distillery.lab.BackgroundWriter;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Calculation;
import distillery.lab.clinic.Fault;
import distillery.lab.clinic.MathsCheck;
import distillery.lab.example.Example;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.loss.DecoupledLoss;
import distillery.loss.SoftLoss;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * The model of the Loss screen. It takes example, temperature and weights from {@link ExploreModel}, and says what
 * their loss is made of and what goes wrong with a mistake in it.
 */
public final class LossModel {
    private final ExploreModel explore;
    private final BackgroundWriter saving;
    private final Tour tour = new Tour();
    private final ObjectProperty<LossKind> kind = new SimpleObjectProperty<>(this, "kind", LossSettings.FIRST.kind());
    private final DoubleProperty targetWeight =
            new SimpleDoubleProperty(this, "targetWeight", LossSettings.FIRST.targetWeight());
    private final DoubleProperty nonTargetWeight =
            new SimpleDoubleProperty(this, "nonTargetWeight", LossSettings.FIRST.nonTargetWeight());
    private final BooleanProperty timesT2 = new SimpleBooleanProperty(this, "timesT2", LossSettings.FIRST.timesT2());
    private final BooleanProperty limit = new SimpleBooleanProperty(this, "limit", LossSettings.FIRST.limit());
    private final ObservableSet<Fault> faults = FXCollections.observableSet(EnumSet.noneOf(Fault.class));
    private final ObjectBinding<LossReading> reading;
    private final ReadOnlyObjectWrapper<List<MathsCheck.Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());

    /** A model on top of {@code explore}; its files are written by the workers. */
    public LossModel(ExploreModel explore, Workers workers, Messages messages) {
        this.explore = explore;
        saving = new BackgroundWriter(workers.files(), workers.window(), messages);
        reading = Bindings.createObjectBinding(
                () -> LossReading.of(
                        explore.exampleProperty().get(),
                        explore.temperatureProperty().get(),
                        explore.softWeightProperty().get(),
                        snapshot()),
                explore.exampleProperty(),
                explore.temperatureProperty(),
                explore.softWeightProperty(),
                kind,
                targetWeight,
                nonTargetWeight,
                timesT2,
                limit,
                faults);
        reading.addListener((Observable changed) -> findings.set(List.of())); // a verdict holds for its moment only
    }

    /** The model whose example, temperature and weights these are. */
    public ExploreModel explore() {
        return explore;
    }

    /** The way around the screen for a first visit. */
    public Tour tour() {
        return tour;
    }

    public ObjectProperty<LossKind> kindProperty() {
        return kind;
    }

    /** The TCKD weight of the decoupled loss, 0 to 100. */
    public DoubleProperty targetWeightProperty() {
        return targetWeight;
    }

    /** The NCKD weight of the decoupled loss, 0 to 100. */
    public DoubleProperty nonTargetWeightProperty() {
        return nonTargetWeight;
    }

    /** Whether the soft arrows show the gradient with its T² or without. */
    public BooleanProperty timesT2Property() {
        return timesT2;
    }

    /** Whether the arrows also show where they tend to as T grows. */
    public BooleanProperty limitProperty() {
        return limit;
    }

    /** The mistakes that are switched on. */
    public ObservableSet<Fault> faults() {
        return faults;
    }

    public ObjectBinding<LossReading> readingProperty() {
        return reading;
    }

    public LossReading reading() {
        return reading.get();
    }

    /** What the last check found, line by line; empty since anything has changed. */
    public ReadOnlyObjectProperty<List<MathsCheck.Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Checks the calculation on screen; without effect where there is none to check. */
    public void check() {
        LossReading now = reading.get();
        if (now.exercise() != null) {
            findings.set(MathsCheck.of(new Calculation(now.settings().faults())::of, now.exercise()));
        }
    }

    /**
     * Moves the student's logits once down the gradient of the loss on screen, and the teacher's if it is not frozen.
     */
    public void step() {
        LossReading now = reading.get();
        explore.descend(TeacherOrStudent.STUDENT, now.shown().gradient());
        if (now.shown().teacherGradient().stream().anyMatch(slope -> slope != 0)) {
            explore.descend(TeacherOrStudent.TEACHER, now.shown().teacherGradient());
        }
    }

    /** Takes back all steps and switches every mistake off. */
    public void reset() {
        explore.reset();
        faults.clear();
    }

    /** The length of the soft loss' gradient at each of the temperatures, without T² and with it. */
    public double[][] gradientLengths(double[] temperatures) {
        double[] raw = lengths(temperatures, this::rawGradient);
        double[] scaled = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            scaled[i] = raw[i] * temperatures[i] * temperatures[i];
        }
        return new double[][] {raw, scaled};
    }

    private static double[] lengths(double[] temperatures, Function<Double, double[]> gradient) {
        return Arrays.stream(temperatures)
                .map(temperature -> Math.sqrt(Arrays.stream(gradient.apply(temperature))
                        .map(slope -> slope * slope)
                        .sum()))
                .toArray();
    }

    private double[] rawGradient(double temperature) {
        Example example = explore.exampleProperty().get();
        double[] student = example.logits(TeacherOrStudent.STUDENT);
        double[] teacher = example.logits(TeacherOrStudent.TEACHER);
        if (kind.get() == LossKind.HINTON) {
            return SoftLoss.of(student, teacher, example.size(), temperature).gradient();
        }
        return new DecoupledLoss(temperature, targetWeight.get(), nonTargetWeight.get())
                .rawGradient(student, teacher, new int[] {example.trueClass()}, example.size());
    }

    /** Writes every number of the moment as a table. */
    public void save(Agreed file) {
        LossReading now = reading.get();
        saving.write(file, Csv.file(out -> LossCsv.write(out, now)));
    }

    public LossSettings snapshot() {
        return new LossSettings(
                kind.get(), targetWeight.get(), nonTargetWeight.get(), timesT2.get(), limit.get(), faults);
    }

    public void restore(LossSettings settings) {
        kind.set(settings.kind());
        targetWeight.set(settings.targetWeight());
        nonTargetWeight.set(settings.nonTargetWeight());
        timesT2.set(settings.timesT2());
        limit.set(settings.limit());
        faults.retainAll(settings.faults());
        faults.addAll(settings.faults());
    }
}
