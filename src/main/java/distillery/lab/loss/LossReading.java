package distillery.lab.loss;

import distillery.lab.clinic.Calculation;
import distillery.lab.clinic.CalculationInput;
import distillery.lab.clinic.Fault;
import distillery.lab.example.Example;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.AlphaConvention;
import distillery.loss.DecoupledLoss;
import distillery.loss.HighTemperatureLimit;
import distillery.loss.SoftLoss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of the Loss screen at one moment. Lists run over the classes; losses and entropies are in nats.
 *
 * @param truth the loss as it should be
 * @param shown the loss as the program on screen has it; equal to {@code truth} unless a mistake is switched on
 * @param exercise the row to calculate line by line; null where that makes no sense: at a limit of the temperature, and
 *     for the decoupled loss
 * @param divergence KL of the teacher and the student at T, whichever loss is on screen
 * @param teacherEntropy what the soft cross-entropy cannot fall below
 * @param softCrossEntropy {@code -Σ p log q} at T
 * @param target how far student and teacher differ on "the label or not", without T²
 * @param nonTarget how far they differ among the other classes, without T²
 * @param doubt the share the teacher gives to the other classes at T, which is what weighs {@code nonTarget} in the
 *     divergence
 * @param limit what the gradient of T² · soft tends to as T grows
 * @param limitError how far the gradient is from that now, as a share of its length
 */
public record LossReading(
        Example example,
        double temperature,
        double softWeight,
        LossSettings settings,
        LossNumbers truth,
        LossNumbers shown,
        @Nullable CalculationInput exercise,
        double divergence,
        double teacherEntropy,
        double softCrossEntropy,
        double target,
        double nonTarget,
        double doubt,
        List<Double> limit,
        double limitError) {

    static LossReading of(Example example, double temperature, double softWeight, LossSettings settings) {
        double[] student = example.logits(TeacherOrStudent.STUDENT);
        double[] teacher = example.logits(TeacherOrStudent.TEACHER);
        int classes = example.size();
        int[] label = {example.trueClass()};
        SoftLoss soft = SoftLoss.of(student, teacher, classes, temperature);
        DecoupledLoss weights = new DecoupledLoss(temperature, settings.targetWeight(), settings.nonTargetWeight());
        DecoupledLoss.Value split = weights.of(student, teacher, label, classes);
        HighTemperatureLimit limit = new HighTemperatureLimit(student, teacher, classes);
        LossNumbers hinton = LossNumbers.hinton(example, temperature, softWeight);
        LossNumbers truth = settings.kind() == LossKind.HINTON
                ? hinton
                : hinton.decoupled(weights, split, weights.rawGradient(student, teacher, label, classes), softWeight);
        CalculationInput exercise = exercise(example, temperature, softWeight, settings);
        LossNumbers shown = exercise == null || settings.faults().isEmpty()
                ? truth
                : LossNumbers.of(new Calculation(settings.faults()), exercise);
        return new LossReading(
                example,
                temperature,
                softWeight,
                settings,
                truth,
                shown,
                exercise,
                soft.divergence(),
                soft.teacherEntropy(),
                soft.crossEntropy(),
                split.tckdPerSample()[0],
                split.nckdPerSample()[0],
                1 - split.teacherTarget()[0],
                Arrays.stream(limit.centredDifference())
                        .mapToObj(difference -> difference / classes)
                        .toList(),
                temperature == Double.POSITIVE_INFINITY // where rounding alone keeps them apart
                        ? 0
                        : limit.at(temperature).errorToCentred());
    }

    private static @Nullable CalculationInput exercise(
            Example example, double temperature, double softWeight, LossSettings settings) {
        boolean between = temperature > 0 && temperature < Double.POSITIVE_INFINITY;
        return settings.kind() == LossKind.HINTON && between
                ? new CalculationInput(
                        example.logits(TeacherOrStudent.STUDENT),
                        example.logits(TeacherOrStudent.TEACHER),
                        example.trueClass(),
                        temperature,
                        softWeight,
                        AlphaConvention.rest(softWeight))
                : null;
    }

    public double hardWeight() {
        return AlphaConvention.rest(softWeight);
    }

    /** Whether mistakes are switched on where they count; some of them may change nothing all the same. */
    public boolean hasMistakes() {
        return exercise != null && !settings.faults().isEmpty();
    }

    /** Whether the arrows show the limit of high temperature, which is that of the plain divergence. */
    public boolean showsLimit() {
        return settings.limit()
                && settings.kind() == LossKind.HINTON
                && limitPulls().stream().allMatch(Double::isFinite);
    }

    /** How the loss on screen pulls each of the student's logits: up if positive. */
    public List<Double> pulls(PullKind kind) {
        return shown.pulls(kind, settings.timesT2(), softWeight);
    }

    /** How the loss should pull them. */
    public List<Double> truePulls(PullKind kind) {
        return truth.pulls(kind, settings.timesT2(), softWeight);
    }

    /** Whether a mistake lets the loss pull the teacher. */
    public boolean pullsTeacher() {
        return exercise != null && settings.faults().contains(Fault.TEACHER_UNFROZEN);
    }

    /** How the loss on screen pulls each of the teacher's logits, weighted, as it is what moves them. */
    public List<Double> teacherPulls() {
        return shown.teacherPulls(settings.timesT2());
    }

    /** How it should pull them: not at all. */
    public List<Double> trueTeacherPulls() {
        return truth.teacherPulls(settings.timesT2());
    }

    /** How the soft loss pulls in the limit of high temperature, in the scale of the arrows on screen. */
    public List<Double> limitPulls() {
        double scale = settings.timesT2() ? 1 : temperature * temperature;
        return limit.stream().map(slope -> 0 - slope / scale).toList();
    }

    /** The pull that fills an arrow's room: 2, 5, 10, 20 …, so that arrows mostly keep their scale while they change. */
    public double fullPull() {
        Stream<Double> student = Arrays.stream(PullKind.values())
                .flatMap(kind -> Stream.concat(pulls(kind).stream(), truePulls(kind).stream()));
        // without T² the limit grows without end as T falls below 1: there a ring may lie beyond what is full
        Stream<Double> rings = showsLimit() && settings.timesT2() ? limitPulls().stream() : Stream.empty();
        double largest = Stream.of(student, teacherPulls().stream(), rings)
                .flatMap(pulls -> pulls)
                .mapToDouble(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double full = 2;
        for (int i = 0; full < largest; i++) {
            full *= i % 3 == 0 ? 2.5 : 2; // 2, 5, 10, 20, 50 …
        }
        return full;
    }
}
