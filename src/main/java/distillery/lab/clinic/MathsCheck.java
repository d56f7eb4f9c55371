package distillery.lab.clinic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks a calculation by its results alone, line by line. Each line is worked out a second time in another way, from
 * the very numbers the calculation has before it: probabilities and gradients as central differences of what they are
 * slopes of, losses from their definition. So a wrong line is distinguished from one that only carries an earlier error
 * on.
 */
public final class MathsCheck {
    /** Errors below this share of a line's largest number count as rounding. */
    private static final double TOLERANCE = 1e-6;

    /** Lines of smaller numbers are measured against this. */
    private static final double LEAST_SCALE = 1e-3;

    private static final double STEP = 2e-3;
    private static final int MOST_DIGITS = 15;

    private final Function<CalculationInput, StepValues> calculation;
    private final CalculationInput exercise;
    private final StepValues shown;
    private final Set<Fault> mistakes = EnumSet.noneOf(Fault.class);

    private MathsCheck(Function<CalculationInput, StepValues> calculation, CalculationInput exercise) {
        this.calculation = calculation;
        this.exercise = exercise;
        this.shown = calculation.apply(exercise);
    }

    /** How a line stands. */
    public enum Verdict {
        /** It is right. */
        AGREES,
        /** It does what it should with the lines before it, but one of those is wrong. */
        CARRIED,
        /** It is the line with the mistake. */
        WRONG
    }

    /**
     * What was found of a line.
     *
     * @param wanted what the line should say, given the lines before it
     * @param digits how many digits agree with that, at most 15
     * @param mistake the known mistake that gives exactly the numbers shown; null if the line is not wrong, or for an
     *     unknown mistake
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Finding(
            CalculationStep line,
            Verdict verdict,
            double[] shown,
            double[] wanted,
            int digits,
            @Nullable Fault mistake) {}

    /** What there is to say of each line, in their order. */
    public static List<Finding> of(Function<CalculationInput, StepValues> calculation, CalculationInput exercise) {
        MathsCheck check = new MathsCheck(calculation, exercise);
        StepValues truth = Calculation.TRUE.of(exercise);
        List<Finding> findings = new ArrayList<>();
        for (CalculationStep line : CalculationStep.values()) {
            findings.add(check.finding(line, truth));
        }
        return List.copyOf(findings);
    }

    private Finding finding(CalculationStep line, StepValues truth) {
        double[] numbers = shown.numbers(line);
        double[] wanted = wanted(line);
        double error = error(numbers, wanted);
        int digits = (int) Math.min(MOST_DIGITS, Math.floor(-Math.log10(error)));
        if (!(error < TOLERANCE)) {
            return new Finding(line, Verdict.WRONG, numbers, wanted, Math.max(0, digits), mistake(line));
        }
        boolean right = error(numbers, truth.numbers(line)) < TOLERANCE;
        return new Finding(line, right ? Verdict.AGREES : Verdict.CARRIED, numbers, wanted, digits, null);
    }

    private double[] wanted(CalculationStep line) {
        double t = exercise.temperature();
        double[] logits = shown.kept(CalculationStep.LOGITS);
        return switch (line) {
            case LOGITS -> exercise.student();
            case TEACHER -> slope(z -> softMaximum(z, t), exercise.teacher());
            case STUDENT -> slope(z -> softMaximum(z, t), logits);
            case LEDGER -> ledger();
            case SOFT -> one(Arrays.stream(shown.kept(CalculationStep.LEDGER)).sum());
            case SCALED -> one(t * t * shown.number(CalculationStep.SOFT));
            case HARD -> one(softMaximum(logits, 1) - logits[exercise.label()]);
            case TOTAL ->
                one(exercise.softWeight() * shown.number(CalculationStep.SCALED)
                        + exercise.hardWeight() * shown.number(CalculationStep.HARD));
            case SOFT_GRADIENT -> slope(CalculationStep.SCALED);
            case HARD_GRADIENT -> slope(CalculationStep.HARD);
            case GRADIENT -> slope(CalculationStep.TOTAL);
            case TEACHER_GRADIENT -> new double[exercise.classes()];
            case PREDICTION -> slope(z -> softMaximum(z, 1), logits);
        };
    }

    private double[] ledger() {
        double[] logP = shown.kept(CalculationStep.TEACHER);
        double[] logQ = shown.kept(CalculationStep.STUDENT);
        double[] ledger = new double[logP.length];
        for (int i = 0; i < ledger.length; i++) {
            ledger[i] = Math.exp(logP[i]) * (logP[i] - logQ[i]);
        }
        return ledger;
    }

    /** How a line of the calculation answers when the student's logits move. */
    private double[] slope(CalculationStep line) {
        return slope(z -> calculation.apply(exercise.withStudent(z)).number(line), exercise.student());
    }

    /**
     * Central differences of fourth order. Below T = 1 the step suits the temperature, on whose scale softmaxes bend.
     * Above, what is soft bends so little and, times T², rounds so coarsely that it wants a step of that scale too, while
     * what is hard bends at the scale of 1: the step lies between.
     */
    private double[] slope(ToDoubleFunction<double[]> function, double[] at) {
        double t = exercise.temperature();
        double step = STEP * (t < 1 ? t : Math.sqrt(t));
        double[] slope = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double near = moved(function, at, i, step) - moved(function, at, i, -step);
            double far = moved(function, at, i, 2 * step) - moved(function, at, i, -2 * step);
            slope[i] = (8 * near - far) / (12 * step);
        }
        return slope;
    }

    private static double moved(ToDoubleFunction<double[]> function, double[] at, int index, double by) {
        double[] there = at.clone();
        there[index] += by;
        return function.applyAsDouble(there);
    }

    /** {@code T log Σ exp(z / T)}, whose slope is the softmax. */
    private static double softMaximum(double[] logits, double temperature) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = Arrays.stream(logits)
                .map(logit -> Math.exp((logit - largest) / temperature))
                .sum();
        return largest + temperature * Math.log(sum);
    }

    /** Tries the mistakes known to happen in this line on the numbers before it, on top of those found before. */
    private @Nullable Fault mistake(CalculationStep line) {
        for (Fault fault : Fault.values()) {
            if (fault.line() == line) {
                Set<Fault> suspects = EnumSet.of(fault);
                suspects.addAll(mistakes);
                double[] kept = new Calculation(suspects).line(line, exercise, shown);
                if (error(shown.numbers(line), StepValues.readable(line, kept)) < TOLERANCE) {
                    mistakes.add(fault);
                    return fault;
                }
            }
        }
        return null;
    }

    /** The largest difference as a share of the largest number wanted. */
    private static double error(double[] shown, double[] wanted) {
        double scale = LEAST_SCALE;
        double error = 0;
        for (int i = 0; i < shown.length; i++) {
            scale = Math.max(scale, Math.abs(wanted[i]));
            error = Math.max(error, Math.abs(shown[i] - wanted[i]));
        }
        return error / scale;
    }

    private static double[] one(double number) {
        return new double[] {number};
    }
}
