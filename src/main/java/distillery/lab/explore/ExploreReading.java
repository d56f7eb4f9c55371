package distillery.lab.explore;

import distillery.lab.example.Example;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.HintonLoss;
import distillery.loss.Softmax;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * All numbers of the Explore screen at one moment, for one example at one temperature. Lists run over the classes;
 * losses and entropies are in nats.
 *
 * @param teacherAtOne the teacher's probabilities at T = 1
 * @param hard the cross-entropy of the student at T = 1 against the label
 * @param soft the divergence of the student from the teacher at T
 * @param total both terms with their weights
 * @param gradient the slope of the chosen loss along the student's logits; the loss pulls the other way
 */
public record ExploreReading(
        Example example,
        double temperature,
        double softWeight,
        List<Double> teacher,
        List<Double> student,
        List<Double> teacherAtOne,
        List<Double> studentAtOne,
        double hard,
        double soft,
        double softTimesT2,
        double total,
        double teacherEntropy,
        List<Double> gradient) {
    /** Below this the pulls print as zero, and another step would not be seen. */
    private static final double TINY = 0.0005;

    static ExploreReading of(Example example, double temperature, double softWeight, PullKind pull) {
        double[] teacher = example.logits(TeacherOrStudent.TEACHER);
        double[] student = example.logits(TeacherOrStudent.STUDENT);
        HintonLoss.Value loss = new HintonLoss(temperature, softWeight, 1 - softWeight)
                .of(student, teacher, new int[] {example.trueClass()}, example.size());
        return new ExploreReading(
                example,
                temperature,
                softWeight,
                list(Softmax.probabilities(teacher, temperature)),
                list(Softmax.probabilities(student, temperature)),
                list(Softmax.probabilities(teacher, 1)),
                list(Softmax.probabilities(student, 1)),
                loss.hard(),
                loss.soft(),
                loss.softTimesT2(),
                loss.total(),
                loss.teacherEntropy(),
                list(
                        switch (pull) {
                            case TOTAL -> loss.gradient();
                            case SOFT -> loss.softGradient();
                            case HARD -> loss.hardGradient();
                        }));
    }

    public List<Double> probabilities(TeacherOrStudent side) {
        return side == TeacherOrStudent.TEACHER ? teacher : student;
    }

    public List<Double> probabilitiesAtOne(TeacherOrStudent side) {
        return side == TeacherOrStudent.TEACHER ? teacherAtOne : studentAtOne;
    }

    public double hardWeight() {
        return 1 - softWeight;
    }

    /** The teacher's entropy as a share of the largest possible, {@code ln(classes)}. */
    public double teacherEntropyShare() {
        return teacherEntropy / Math.log(example.size());
    }

    /** How the loss pulls a class' logit of the student: up if positive. */
    public double pull(int index) {
        return 0 - gradient.get(index);
    }

    /** Whether the pulls are too small to show. */
    public boolean settled() {
        return gradient.stream().allMatch(slope -> Math.abs(slope) < TINY);
    }

    /** The pull that fills an arrow's room: 2, 20, 200 …, so that arrows keep their scale while they change. */
    public double fullPull() {
        double full = 2;
        double largest = gradient.stream().mapToDouble(Math::abs).max().orElse(0);
        while (full < largest) {
            full *= 10;
        }
        return full;
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
