package distillery.lab.explore;

import distillery.lab.example.DigitExample;
import distillery.lab.example.DigitSource;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.AlphaConvention;
import distillery.loss.Softmax;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The model of the Explore screen: one example, one temperature, two weights, and the reading that follows from them.
 * The reading is made anew when it is asked for after a change; it needs no net.
 */
public final class ExploreModel {
    private final ReadOnlyObjectWrapper<Example> example =
            new ReadOnlyObjectWrapper<>(this, "example", ExploreSettings.FIRST.example());
    private final DoubleProperty temperature =
            new SimpleDoubleProperty(this, "temperature", ExploreSettings.FIRST.temperature());
    private final DoubleProperty softWeight =
            new SimpleDoubleProperty(this, "softWeight", ExploreSettings.FIRST.softWeight());
    private final ObjectProperty<AlphaConvention> convention =
            new SimpleObjectProperty<>(this, "convention", ExploreSettings.FIRST.convention());
    private final BooleanProperty logAxis = new SimpleBooleanProperty(this, "logAxis", ExploreSettings.FIRST.logAxis());
    private final ObjectProperty<PullKind> pull =
            new SimpleObjectProperty<>(this, "pull", ExploreSettings.FIRST.pull());
    private final ObjectProperty<Double> stepSize =
            new SimpleObjectProperty<>(this, "stepSize", ExploreSettings.FIRST.stepSize());
    private final ReadOnlyIntegerWrapper steps = new ReadOnlyIntegerWrapper(this, "steps");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final ObjectProperty<@Nullable DigitSource> digits = new SimpleObjectProperty<>(this, "digits");
    private final ObjectBinding<ExploreReading> reading = Bindings.createObjectBinding(
            () -> ExploreReading.of(example.get(), temperature.get(), softWeight.get(), pull.get()),
            example,
            temperature,
            softWeight,
            pull);

    /** What {@link #reset} returns to. */
    private Example start = example.get();

    public ReadOnlyObjectProperty<Example> exampleProperty() {
        return example.getReadOnlyProperty();
    }

    /** In 0.05..100, or a limit: 0 or infinity. */
    public DoubleProperty temperatureProperty() {
        return temperature;
    }

    /** The weight of T² · soft, 0 to 1; the hard loss has the rest, whatever α is called. */
    public DoubleProperty softWeightProperty() {
        return softWeight;
    }

    public ObjectProperty<AlphaConvention> conventionProperty() {
        return convention;
    }

    public BooleanProperty logAxisProperty() {
        return logAxis;
    }

    public ObjectProperty<PullKind> pullProperty() {
        return pull;
    }

    public ObjectProperty<Double> stepSizeProperty() {
        return stepSize;
    }

    /** Steps made since the student's logits were last set. */
    public ReadOnlyIntegerProperty stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /** Whether steps are repeated; the view times them. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    public void playOrPause() {
        playing.set(!playing.get());
    }

    /** Digits of a trained net; null until one is loaded. */
    public ObjectProperty<@Nullable DigitSource> digitsProperty() {
        return digits;
    }

    public ObjectBinding<ExploreReading> readingProperty() {
        return reading;
    }

    public ExploreReading reading() {
        return reading.get();
    }

    /** One side's probabilities at each of the temperatures, {@code [temperature][class]}. */
    public double[][] probabilities(TeacherOrStudent side, double[] temperatures) {
        double[] logits = example.get().logits(side);
        double[][] all = new double[temperatures.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = Softmax.probabilities(logits, temperatures[i]);
        }
        return all;
    }

    /** Shows an example; a digit needs {@link #digitsProperty}, one's own classes start as those on screen. */
    public void choose(ExampleKind kind) {
        switch (kind) {
            case OWN -> begin(example.get().own());
            case DIGIT -> showDigit(0);
            default -> begin(kind.example());
        }
    }

    /** Shows an example that was made elsewhere. */
    public void show(Example made) {
        begin(made);
    }

    /** Shows a digit of the source, counted around its end. */
    public void showDigit(int index) {
        DigitSource source = digits.get();
        if (source == null) {
            throw new IllegalStateException("no net is loaded, so there are no digits");
        }
        int inside = Math.floorMod(index, source.count());
        begin(source.get(inside).example(inside));
    }

    /** The digit on screen; null if the example is none, or its source is gone. */
    public @Nullable DigitExample digit() {
        DigitSource source = digits.get();
        Example shown = example.get();
        boolean known = source != null && shown.kind() == ExampleKind.DIGIT && shown.digit() < source.count();
        return known ? source.get(shown.digit()) : null;
    }

    public void setLogit(TeacherOrStudent side, int index, double logit) {
        edit(shown -> shown.withLogit(side, index, logit));
    }

    public void markTrue(int index) {
        edit(shown -> shown.withTrueClass(index));
    }

    /** Names a class; the example is then the user's own. */
    public void renameClass(int index, String name) {
        edit(shown -> shown.renamed(index, name));
    }

    public void addClass() {
        edit(Example::enlarged);
    }

    public void removeClass(int index) {
        edit(shown -> shown.without(index));
    }

    /**
     * Moves the student's logits once down the gradient of the chosen loss; playing ends where the gradient vanishes.
     */
    public void step() {
        descend(TeacherOrStudent.STUDENT, reading.get().gradient());
        if (reading.get().settled()) {
            playing.set(false);
        }
    }

    /** Moves one side's logits against a gradient by the step size; the student's moves are counted. */
    public void descend(TeacherOrStudent side, List<Double> gradient) {
        steps.set(steps.get() + (side == TeacherOrStudent.STUDENT ? 1 : 0));
        example.set(example.get().descended(side, gradient, stepSize.get()));
    }

    /** Takes back all steps and changes of the example. */
    public void reset() {
        begin(start);
    }

    public ExploreSettings snapshot() {
        return new ExploreSettings(
                example.get(),
                temperature.get(),
                softWeight.get(),
                convention.get(),
                logAxis.get(),
                pull.get(),
                stepSize.get());
    }

    public void restore(ExploreSettings settings) {
        ExampleKind kind = settings.example().kind();
        begin(settings.example());
        start = kind.included() ? kind.example() : start;
        temperature.set(settings.temperature());
        softWeight.set(settings.softWeight());
        convention.set(settings.convention());
        logAxis.set(settings.logAxis());
        pull.set(settings.pull());
        stepSize.set(settings.stepSize());
    }

    private void begin(Example first) {
        playing.set(false);
        steps.set(0);
        start = first;
        example.set(first);
    }

    private void edit(UnaryOperator<Example> change) {
        Example edited = change.apply(example.get());
        if (edited.equals(example.get())) {
            return;
        }
        steps.set(0);
        example.set(edited);
        if (example.get().kind() == ExampleKind.OWN) {
            start = example.get();
        }
    }
}
