package distillery.lab.digits;

import com.fasterxml.jackson.annotation.JsonProperty;
import distillery.data.Refusal;
import distillery.data.Required;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which test digits are looked through, and in which order.
 *
 * @param label only digits of this class; -1 for all
 * @param taken only digits that are taken for this class; -1 for all
 * @param byTeacher whether it is the teacher who takes them for it, not the student
 */
public record DigitFilter(Kind kind, int label, int taken, boolean byTeacher, Order order) {
    /** Every digit, as numbered. */
    public static final DigitFilter ALL = new DigitFilter(Kind.ALL, -1, -1, false, Order.NUMBER);

    private static final int LAST_CLASS = 9;

    /** How teacher and student do on a digit. */
    public enum Kind {
        @JsonProperty("all")
        ALL,
        @JsonProperty("bothRight")
        BOTH_RIGHT,
        @JsonProperty("studentWrong")
        STUDENT_WRONG,
        @JsonProperty("teacherWrong")
        TEACHER_WRONG,
        @JsonProperty("disagree")
        DISAGREE
    }

    /** What comes first. */
    public enum Order {
        /** As the data number them. */
        @JsonProperty("number")
        NUMBER,
        /** Those of whose class the teacher is least sure at the viewing temperature: by entropy. */
        @JsonProperty("doubt")
        DOUBT,
        /** Those on which the student is furthest from its teacher at the viewing temperature: by KL divergence. */
        @JsonProperty("distance")
        DISTANCE
    }

    public DigitFilter {
        Required.nonNull(kind, "kind");
        Required.nonNull(order, "order");
        Refusal.unlessBetween(-1, LAST_CLASS, "label", label);
        Refusal.unlessBetween(-1, LAST_CLASS, "taken", taken);
    }

    public DigitFilter with(Kind next) {
        return new DigitFilter(next, label, taken, byTeacher, order);
    }

    public DigitFilter labelled(int next) {
        return new DigitFilter(kind, next, taken, byTeacher, order);
    }

    public DigitFilter takenFor(int next, boolean teacher) {
        return new DigitFilter(kind, label, next, teacher, order);
    }

    public DigitFilter by(Order next) {
        return new DigitFilter(kind, label, taken, byTeacher, next);
    }

    /** The digits of a panel that are let through, in their order. */
    int[] apply(Panel panel, ArmName arm, double temperature) {
        DigitNet student = panel.student(arm);
        IntStream through = IntStream.range(0, panel.test().count()).filter(i -> lets(panel, student, i));
        if (order == Order.NUMBER) {
            return through.toArray();
        }
        int[] found = through.toArray();
        double[] keys = new double[panel.test().count()];
        for (int digit : found) {
            keys[digit] = order == Order.DOUBT
                    ? doubt(panel, digit, temperature)
                    : distance(panel, student, digit, temperature);
        }
        return IntStream.of(found)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer digit) -> -keys[digit]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean lets(Panel panel, DigitNet student, int digit) {
        int right = panel.test().label(digit);
        int teacherSays = panel.teacher().taken()[digit];
        int studentSays = student.taken()[digit];
        boolean ofKind =
                switch (kind) {
                    case ALL -> true;
                    case BOTH_RIGHT -> teacherSays == right && studentSays == right;
                    case STUDENT_WRONG -> studentSays != right;
                    case TEACHER_WRONG -> teacherSays != right;
                    case DISAGREE -> teacherSays != studentSays;
                };
        return ofKind
                && (label < 0 || right == label)
                && (taken < 0 || (byTeacher ? teacherSays : studentSays) == taken);
    }

    private static double doubt(Panel panel, int digit, double temperature) {
        return Softmax.entropy(Softmax.probabilities(panel.teacher().logits(digit, panel.classes()), temperature));
    }

    private static double distance(Panel panel, DigitNet student, int digit, double temperature) {
        int classes = panel.classes();
        return SoftLoss.of(student.logits(digit, classes), panel.teacher().logits(digit, classes), classes, temperature)
                .divergence();
    }
}
