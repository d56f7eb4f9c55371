package distillery.lab;

import distillery.loss.Calculation;
import distillery.loss.DecoupledLoss;
import distillery.loss.Fault;
import distillery.loss.MathsCheck;
import distillery.loss.SoftLoss;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The Loss screen without its looks: a second look at the example, temperature and weights of {@link ExploreModel}, at
 * what its loss is made of and at what goes wrong with a mistake in it.
 */
public final class LossModel {
    private final ExploreModel explore;
    private final Saving saving;
    private final ObjectProperty<LossSettings> settings =
            new SimpleObjectProperty<>(this, "settings", LossSettings.FIRST);
    private final ObjectBinding<LossReading> reading;
    private final ReadOnlyObjectWrapper<List<MathsCheck.Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings", List.of());

    /** A second look at {@code explore}, whose files are written by the workers. */
    public LossModel(ExploreModel explore, Workers workers, Messages messages) {
        this.explore = explore;
        saving = new Saving(workers.files(), workers.window(), messages);
        reading = Bindings.createObjectBinding(
                () -> LossReading.of(
                        explore.exampleProperty().get(),
                        explore.temperatureProperty().get(),
                        explore.softWeightProperty().get(),
                        settings.get()),
                explore.exampleProperty(),
                explore.temperatureProperty(),
                explore.softWeightProperty(),
                settings);
        reading.addListener((Observable changed) -> findings.set(List.of())); // a verdict holds for its moment only
    }

    /** The model whose example, temperature and weights these are. */
    public ExploreModel explore() {
        return explore;
    }

    public ObjectProperty<LossSettings> settingsProperty() {
        return settings;
    }

    public LossSettings settings() {
        return settings.get();
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

    /** Switches a mistake on or off. */
    public void setFault(Fault fault, boolean on) {
        LossSettings now = settings.get();
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        faults.addAll(now.faults());
        if (on) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
        settings.set(new LossSettings(
                now.kind(), now.targetWeight(), now.nonTargetWeight(), now.timesT2(), now.limit(), faults));
    }

    /** Checks the calculation on screen; without effect where there is none to check. */
    public void check() {
        LossReading now = reading.get();
        if (now.exercise() != null) {
            findings.set(MathsCheck.of(new Calculation(now.settings().faults())::of, now.exercise()));
        }
    }

    /** Moves the student's logits once down the gradient of the loss on screen, and the teacher's if it is let loose. */
    public void step() {
        LossReading now = reading.get();
        explore.descend(Side.STUDENT, now.shown().gradient());
        if (now.shown().teacherGradient().stream().anyMatch(slope -> slope != 0)) {
            explore.descend(Side.TEACHER, now.shown().teacherGradient());
        }
    }

    /** Takes back all steps and switches every mistake off. */
    public void reset() {
        explore.reset();
        for (Fault fault : Fault.values()) {
            setFault(fault, false);
        }
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
        double[] student = example.logits(Side.STUDENT);
        double[] teacher = example.logits(Side.TEACHER);
        LossSettings now = settings.get();
        if (now.kind() == LossKind.HINTON) {
            return SoftLoss.of(student, teacher, example.size(), temperature).gradient();
        }
        double[] scaled = new DecoupledLoss(temperature, now.targetWeight(), now.nonTargetWeight())
                .of(student, teacher, new int[] {example.trueClass()}, example.size())
                .gradient();
        return Arrays.stream(scaled)
                .map(slope -> slope / temperature / temperature)
                .toArray();
    }

    /** Writes every number of the moment as a table. */
    public void save(Path file) {
        LossReading now = reading.get();
        saving.write(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            LossCsv.write(writer, now);
            writer.flush();
        });
    }
}
