package distillery.lab.loss;

import distillery.lab.clinic.Calculation;
import distillery.lab.clinic.CalculationInput;
import distillery.lab.clinic.CalculationStep;
import distillery.lab.clinic.StepValues;
import distillery.lab.example.Example;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.AlphaConvention;
import distillery.loss.DecoupledLoss;
import distillery.loss.HintonLoss;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One loss taken apart, as it should be or as a faulty program has it. Lists run over the classes; losses are in nats.
 *
 * @param logits what the student's net hands to the loss: its logits, unless something is wrong
 * @param studentTemperature what these are divided by: the temperature, unless something is wrong
 * @param prediction the student's probabilities when it is used, at T = 1
 * @param ledger what each class adds to the divergence, {@code p (log p - log q)}
 * @param soft the soft loss without T²
 * @param factor what {@code soft} is multiplied by: T², unless something is wrong
 * @param scaled the same times T²
 * @param rawGradient the slope of {@code soft} along the student's logits; infinite at T = 0 where q is not p
 * @param softGradient the slope of {@code scaled}
 * @param gradient the slope of {@code total}
 * @param teacherGradient what moves the teacher's logits: nothing, unless something is wrong
 */
public record LossNumbers(
        List<Double> logits,
        double studentTemperature,
        List<Double> teacher,
        List<Double> student,
        List<Double> prediction,
        List<Double> ledger,
        double soft,
        double factor,
        double scaled,
        double hard,
        double total,
        List<Double> rawGradient,
        List<Double> softGradient,
        List<Double> hardGradient,
        List<Double> gradient,
        List<Double> teacherGradient) {

    /** The numbers of a faulty program, at a temperature between the limits. */
    static LossNumbers of(Calculation calculation, CalculationInput exercise) {
        StepValues workings = calculation.of(exercise);
        double factor = calculation.factor(exercise.temperature());
        return new LossNumbers(
                list(workings.numbers(CalculationStep.LOGITS)),
                calculation.studentTemperature(exercise.temperature()),
                list(workings.numbers(CalculationStep.TEACHER)),
                list(workings.numbers(CalculationStep.STUDENT)),
                list(workings.numbers(CalculationStep.PREDICTION)),
                list(workings.numbers(CalculationStep.LEDGER)),
                workings.number(CalculationStep.SOFT),
                factor,
                workings.number(CalculationStep.SCALED),
                workings.number(CalculationStep.HARD),
                workings.number(CalculationStep.TOTAL),
                list(times(1 / factor, workings.numbers(CalculationStep.SOFT_GRADIENT))),
                list(workings.numbers(CalculationStep.SOFT_GRADIENT)),
                list(workings.numbers(CalculationStep.HARD_GRADIENT)),
                list(workings.numbers(CalculationStep.GRADIENT)),
                list(workings.numbers(CalculationStep.TEACHER_GRADIENT)));
    }

    /** The numbers of the classic loss at any temperature, its limits included. */
    static LossNumbers hinton(Example example, double temperature, double softWeight) {
        double[] student = example.logits(TeacherOrStudent.STUDENT);
        double[] teacher = example.logits(TeacherOrStudent.TEACHER);
        int classes = example.size();
        HintonLoss.Value loss = new HintonLoss(temperature, softWeight, AlphaConvention.rest(softWeight))
                .of(student, teacher, new int[] {example.trueClass()}, classes);
        return new LossNumbers(
                list(student),
                temperature,
                list(Softmax.probabilities(teacher, temperature)),
                list(Softmax.probabilities(student, temperature)),
                list(Softmax.probabilities(student, 1)),
                ledger(student, teacher, temperature),
                loss.soft(),
                temperature * temperature,
                loss.softTimesT2(),
                loss.hard(),
                loss.total(),
                list(SoftLoss.of(student, teacher, classes, temperature).gradient()),
                list(loss.softGradient()),
                list(loss.hardGradient()),
                list(loss.gradient()),
                list(new double[classes]));
    }

    /** These numbers with the divergence split and weighed anew; the ledger stays that of the divergence. */
    LossNumbers decoupled(DecoupledLoss weights, DecoupledLoss.Value value, double[] raw, double softWeight) {
        double soft = weighted(weights.targetWeight(), value.tckdPerSample()[0])
                + weighted(weights.nonTargetWeight(), value.nckdPerSample()[0]);
        double[] hard = hardGradient.stream().mapToDouble(slope -> slope).toArray();
        double[] both = times(softWeight, value.gradient());
        for (int i = 0; i < both.length; i++) {
            both[i] += AlphaConvention.rest(softWeight) * hard[i];
        }
        return new LossNumbers(
                logits,
                studentTemperature,
                teacher,
                student,
                prediction,
                ledger,
                soft,
                factor,
                value.value(),
                this.hard,
                softWeight * value.value() + AlphaConvention.rest(softWeight) * this.hard,
                list(raw),
                list(value.gradient()),
                hardGradient,
                list(both),
                teacherGradient);
    }

    /** How the loss pulls each of the student's logits, up if positive; the soft part with its T² or without. */
    List<Double> pulls(PullKind kind, boolean timesT2, double softWeight) {
        List<Double> soft = timesT2 ? softGradient : rawGradient;
        return IntStream.range(0, soft.size())
                .mapToObj(i -> switch (kind) {
                    case SOFT -> 0 - soft.get(i);
                    case HARD -> 0 - hardGradient.get(i);
                    case TOTAL ->
                        timesT2
                                ? 0 - gradient.get(i)
                                : 0
                                        - weighted(softWeight, soft.get(i))
                                        - weighted(AlphaConvention.rest(softWeight), hardGradient.get(i));
                })
                .toList();
    }

    /** How the loss pulls each of the teacher's logits, with its T² or without. */
    List<Double> teacherPulls(boolean timesT2) {
        return teacherGradient.stream()
                .map(slope -> slope == 0 ? 0 : 0 - slope / (timesT2 ? 1 : factor))
                .toList();
    }

    /** Where a loss or a slope is infinite, a weight of zero still takes it away. */
    public static double weighted(double weight, double number) {
        return weight == 0 ? 0 : weight * number;
    }

    private static List<Double> ledger(double[] student, double[] teacher, double temperature) {
        double[] logP = Softmax.logProbabilities(teacher, teacher.length, temperature);
        double[] logQ = Softmax.logProbabilities(student, student.length, temperature);
        return IntStream.range(0, logP.length)
                .mapToObj(i -> Math.exp(logP[i]) == 0 ? 0 : Math.exp(logP[i]) * (logP[i] - logQ[i]))
                .toList();
    }

    private static double[] times(double factor, double[] values) {
        return DoubleStream.of(values).map(value -> factor * value).toArray();
    }

    static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
