package distillery.lab.clinic;

import distillery.loss.HardLoss;
import distillery.loss.HintonLoss;
import distillery.loss.LossValue;
import distillery.loss.Softmax;
import java.util.Arrays;
import java.util.Set;

/**
 * {@link HintonLoss} for one row, line by line as a textbook has it, with mistakes if wanted. Values and gradients belong
 * together also where they are wrong: a gradient is that of the loss which is really calculated, as automatic
 * differentiation gives it.
 */
public record Calculation(Set<Fault> faults) {
    /** Without any mistake. */
    public static final Calculation TRUE = new Calculation(Set.of());

    public Calculation {
        faults = Set.copyOf(faults);
    }

    /** All lines, from the first to the last. */
    public StepValues of(CalculationInput exercise) {
        StepValues workings = new StepValues();
        for (CalculationStep line : CalculationStep.values()) {
            workings.write(line, line(line, exercise, workings));
        }
        return workings;
    }

    /** One line, from whatever the lines before it hold. */
    double[] line(CalculationStep line, CalculationInput exercise, StepValues before) {
        double t = exercise.temperature();
        return switch (line) {
            case LOGITS -> has(Fault.SOFTMAX_TWICE) ? Softmax.probabilities(exercise.student(), 1) : exercise.student();
            case TEACHER -> Softmax.logProbabilities(exercise.teacher(), exercise.classes(), t);
            case STUDENT ->
                Softmax.logProbabilities(
                        before.kept(CalculationStep.LOGITS), exercise.classes(), studentTemperature(t));
            case LEDGER -> ledger(before);
            case SOFT -> one(sum(before.kept(CalculationStep.LEDGER)) / parts(exercise));
            case SCALED -> one(factor(t) * before.number(CalculationStep.SOFT));
            case HARD ->
                one(HardLoss.of(before.kept(CalculationStep.LOGITS), label(exercise), exercise.classes())
                        .value());
            case TOTAL ->
                one(exercise.softWeight() * before.number(CalculationStep.SCALED)
                        + exercise.hardWeight() * before.number(CalculationStep.HARD));
            case SOFT_GRADIENT ->
                throughNet(exercise, scaledSlope(exercise, studentSlope(before), studentTemperature(t)));
            case HARD_GRADIENT ->
                throughNet(
                        exercise,
                        HardLoss.of(before.kept(CalculationStep.LOGITS), label(exercise), exercise.classes())
                                .gradient());
            case GRADIENT ->
                LossValue.sum(
                        exercise.softWeight(),
                        before.kept(CalculationStep.SOFT_GRADIENT),
                        exercise.hardWeight(),
                        before.kept(CalculationStep.HARD_GRADIENT));
            case TEACHER_GRADIENT -> teacherGradient(exercise, before);
            case PREDICTION ->
                Softmax.probabilities(before.kept(CalculationStep.LOGITS), has(Fault.T_KEPT_AT_INFERENCE) ? t : 1);
        };
    }

    private boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** What the student's logits are divided by: the temperature, unless a mistake leaves it out. */
    public double studentTemperature(double temperature) {
        return has(Fault.STUDENT_AT_ONE) ? 1 : temperature;
    }

    private double parts(CalculationInput exercise) {
        return has(Fault.MEAN_OVER_CLASSES) ? exercise.classes() : 1;
    }

    /** What the divergence is multiplied by: the temperature's square, unless a mistake leaves it out. */
    public double factor(double temperature) {
        return has(Fault.NO_T2) ? 1 : temperature * temperature;
    }

    private double[] ledger(StepValues before) {
        double[] first = before.kept(has(Fault.SWAPPED) ? CalculationStep.STUDENT : CalculationStep.TEACHER);
        double[] second = before.kept(has(Fault.SWAPPED) ? CalculationStep.TEACHER : CalculationStep.STUDENT);
        double[] ledger = new double[first.length];
        for (int i = 0; i < ledger.length; i++) {
            ledger[i] = Math.exp(first[i]) * (first[i] - second[i]);
        }
        return ledger;
    }

    /** The slope of the divergence along the student's softened logits. */
    private double[] studentSlope(StepValues before) {
        return has(Fault.SWAPPED)
                ? slopeAlongFirst(before.kept(CalculationStep.STUDENT), before.kept(CalculationStep.TEACHER))
                : slopeAlongSecond(before.kept(CalculationStep.TEACHER), before.kept(CalculationStep.STUDENT));
    }

    private double[] teacherGradient(CalculationInput exercise, StepValues before) {
        if (!has(Fault.TEACHER_UNFROZEN)) {
            return new double[exercise.classes()];
        }
        double[] slope = has(Fault.SWAPPED)
                ? slopeAlongSecond(before.kept(CalculationStep.STUDENT), before.kept(CalculationStep.TEACHER))
                : slopeAlongFirst(before.kept(CalculationStep.TEACHER), before.kept(CalculationStep.STUDENT));
        double[] scaled = scaledSlope(exercise, slope, exercise.temperature());
        return LossValue.sum(exercise.softWeight(), scaled, 0, scaled);
    }

    /** The slope of {@code KL(a || b)} along a's logits, {@code a (log a - log b - KL)}. */
    private static double[] slopeAlongFirst(double[] logA, double[] logB) {
        double[] slope = new double[logA.length];
        double divergence = 0;
        for (int i = 0; i < slope.length; i++) {
            divergence += Math.exp(logA[i]) * (logA[i] - logB[i]);
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Math.exp(logA[i]) * (logA[i] - logB[i] - divergence);
        }
        return slope;
    }

    /** The slope of {@code KL(a || b)} along b's logits, {@code b - a}. */
    private static double[] slopeAlongSecond(double[] logA, double[] logB) {
        double[] slope = new double[logA.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Math.exp(logB[i]) - Math.exp(logA[i]);
        }
        return slope;
    }

    /** From softened logits to logits, and from the divergence to the line after it. */
    private double[] scaledSlope(CalculationInput exercise, double[] slope, double temperature) {
        double scale = factor(exercise.temperature()) / parts(exercise) / temperature;
        return LossValue.sum(scale, slope, 0, slope);
    }

    /** From the net's output to its logits, which differ if it ends in a softmax. */
    private double[] throughNet(CalculationInput exercise, double[] slope) {
        if (!has(Fault.SOFTMAX_TWICE)) {
            return slope;
        }
        double[] result = new double[slope.length];
        double[][] jacobian = Softmax.jacobian(exercise.student(), 1);
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[i] += slope[j] * jacobian[j][i];
            }
        }
        return result;
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private static double[] one(double number) {
        return new double[] {number};
    }

    private static int[] label(CalculationInput exercise) {
        return new int[] {exercise.label()};
    }
}
