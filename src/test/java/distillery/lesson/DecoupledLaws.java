package distillery.lesson;

import static distillery.lesson.Sums.CAR;
import static distillery.lesson.Sums.CONFIDENT;
import static distillery.lesson.Sums.DONKEY;
import static distillery.lesson.Sums.HORSE;
import static distillery.lesson.Sums.STUDENT;
import static distillery.lesson.Sums.TEACHER;

import distillery.loss.DecoupledLoss;
import distillery.loss.HardLoss;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import distillery.method.Decoupled;
import distillery.method.MethodKind;
import distillery.view.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** What the lesson on target and non-target prints. */
final class DecoupledLaws {
    /** One that is right about the horse and confused about the rest. */
    static final double[] CONFUSED = {18, -6, 6};

    private final Map<Integer, List<Law>> steps = new TreeMap<>();
    private int step;

    private DecoupledLaws() {
        twoQuestions();
        realTeacher();
        saidTwice();
        ownWeight();
        louder();
        confused();
    }

    static Map<Integer, List<Law>> laws() {
        return new DecoupledLaws().steps;
    }

    private void law(String printed, String because, DoubleSupplier value) {
        steps.computeIfAbsent(step, number -> new ArrayList<>()).add(new Law(printed, because, value));
    }

    private void mark(String printed, double temperature) {
        law(printed, "a mark of the temperature", () -> Scale.TEMPERATURE.jumped(temperature - 1e-9, 1));
    }

    /** Target and non-target term of the default student, apart. */
    static DecoupledLoss.Value split(double[] teacher, double temperature) {
        return new DecoupledLoss(temperature, 1, 1).of(STUDENT, teacher, new int[] {HORSE}, STUDENT.length);
    }

    static double doubt(double[] teacher, double temperature) {
        return 1 - Softmax.probabilities(teacher, temperature)[HORSE];
    }

    static double nckd(double[] teacher, double temperature) {
        return split(teacher, temperature).nckdPerSample()[0];
    }

    /** What NCKD adds to the divergence. */
    static double part(double[] teacher, double temperature) {
        return doubt(teacher, temperature) * nckd(teacher, temperature);
    }

    /** The donkey's share where only donkey and car are left. */
    private static double donkeyOfRest(double[] logits, double temperature) {
        return Softmax.probabilities(Arrays.copyOfRange(logits, DONKEY, CAR + 1), temperature)[0];
    }

    /** The soft arrow with T². */
    static double plainArrow(double[] teacher, double temperature, int index) {
        double[] gradient =
                SoftLoss.of(STUDENT, teacher, STUDENT.length, temperature).gradient();
        return -temperature * temperature * gradient[index];
    }

    static double hardArrow(int index) {
        return -HardLoss.of(STUDENT, new int[] {HORSE}, STUDENT.length).gradient()[index];
    }

    /** The same of the decoupled loss at T = 4, with a weight of 1 for the target. */
    static double arrow(double[] teacher, double nonTargetWeight, int index) {
        return -new DecoupledLoss(4, 1, nonTargetWeight)
                .of(STUDENT, teacher, new int[] {HORSE}, STUDENT.length)
                .gradient()[index];
    }

    private void twoQuestions() {
        step = 1;
        mark("T = 1", 1);
        mark("1", 1);
        law("100%", "what donkey and car share", () -> 1);
        law("33.5%", "the doubt at T = 4", () -> doubt(TEACHER, 4));
        law("1.8%", "the doubt at T = 1", () -> doubt(TEACHER, 1));
        law("0.1418", "NCKD at T = 4", () -> nckd(TEACHER, 4));
        law("0.8750", "NCKD at T = 1", () -> nckd(TEACHER, 1));
        law("0.0475", "its part of KL at T = 4", () -> part(TEACHER, 4));
        law("0.0160", "its part of KL at T = 1", () -> part(TEACHER, 1));
        law("73.1%", "the teacher's donkey without the horse at T = 4", () -> donkeyOfRest(TEACHER, 4));
        law("98.2%", "the same at T = 1", () -> donkeyOfRest(TEACHER, 1));
    }

    private void realTeacher() {
        step = 2;
        mark("4", 4);
        mark("T = 4", 4);
        law("10000", "the test digits", () -> MissingDigitLaws.doubts(1, any -> true)
                .count());
        law("1.1%", "the mean doubt at T = 1", () -> meanDoubt(1));
        law("15.4%", "the mean doubt at T = 4", () -> meanDoubt(4));
        law("22.5%", "the nines' at T = 4", () -> meanDoubt(4, 9));
        law("9.6%", "the threes' at T = 4", () -> meanDoubt(4, 3));
        law("9", "where it is largest", () -> 9);
        law("3", "where it is smallest", () -> 3);
        law("1%", "a small doubt", () -> 0.01);
        law("9445", "digits with less of it at T = 1", () -> MissingDigitLaws.doubts(1, any -> true)
                .filter(doubt -> doubt < 0.01)
                .count());
        law("2022", "the year of the paper", () -> 2022);
    }

    private static double meanDoubt(double temperature) {
        return MissingDigitLaws.doubts(temperature, any -> true).average().orElseThrow();
    }

    static double meanDoubt(double temperature, int label) {
        return MissingDigitLaws.doubts(temperature, each -> each == label)
                .average()
                .orElseThrow();
    }

    private void saidTwice() {
        step = 3;
        mark("1", 1);
        mark("T = 1", 1);
        mark("T = 4", 4);
        logits(CONFIDENT);
        law("33.5%", "the doubt at T = 12", () -> doubt(CONFIDENT, 12));
        law("0.0006%", "the doubt at T = 1", () -> doubt(CONFIDENT, 1));
        law("0.9740", "NCKD at T = 1", () -> nckd(CONFIDENT, 1));
        law("+0.494", "the horse's soft arrow at T = 1", () -> plainArrow(CONFIDENT, 1, HORSE));
        law("−0.186", "the donkey's", () -> plainArrow(CONFIDENT, 1, DONKEY));
        law("−0.307", "the car's", () -> plainArrow(CONFIDENT, 1, CAR));
        law("+0.494", "the horse's hard arrow", () -> hardArrow(HORSE));
        law("−0.186", "the donkey's", () -> hardArrow(DONKEY));
        law("−0.307", "the car's", () -> hardArrow(CAR));
    }

    private void logits(double[] teacher) {
        law("18", "the teacher's logit for the horse", () -> teacher[HORSE]);
        law("6", "for the donkey", () -> teacher[DONKEY]);
        law("−6", "for the car", () -> teacher[CAR]);
    }

    private void ownWeight() {
        step = 4;
        law("0", "a weight that is nothing", () -> 0);
        law("0.0497", "the doubt at T = 4", () -> doubt(CONFIDENT, 4));
        law("−0.981", "the donkey's soft arrow in plain KL", () -> plainArrow(CONFIDENT, 4, DONKEY));
        law("−1.317", "the car's", () -> plainArrow(CONFIDENT, 4, CAR));
        law("+2.298", "the horse's", () -> plainArrow(CONFIDENT, 4, HORSE));
        law("+0.858", "the donkey's in DKD", () -> arrow(CONFIDENT, 1, DONKEY));
        law("−3.156", "the car's", () -> arrow(CONFIDENT, 1, CAR));
        law("+2.298", "the horse's", () -> arrow(CONFIDENT, 1, HORSE));
        law("95.3%", "the teacher's donkey without the horse", () -> donkeyOfRest(CONFIDENT, 4));
        law("46.9%", "the student's", () -> donkeyOfRest(STUDENT, 4));
        law("+1.935", "T times the difference", () -> 4 * (donkeyOfRest(CONFIDENT, 4) - donkeyOfRest(STUDENT, 4)));
        law("+1.935", "what NCKD adds", () -> arrow(CONFIDENT, 1, DONKEY) - arrow(CONFIDENT, 0, DONKEY));
    }

    private void louder() {
        step = 5;
        law("8", "the weight of NCKD that the authors use most", () -> usual(Decoupled.NON_TARGET_WEIGHT));
        law("1", "that of TCKD", () -> usual(Decoupled.TARGET_WEIGHT));
        law("20", "their warm-up", () -> usual(Decoupled.WARM_UP));
        law("+0.858", "the donkey's soft arrow", () -> arrow(CONFIDENT, 1, DONKEY));
        law("−3.156", "the car's", () -> arrow(CONFIDENT, 1, CAR));
        law("+2.298", "the horse's", () -> arrow(CONFIDENT, 1, HORSE));
        law("+14.404", "the donkey's at a weight of 8", () -> arrow(CONFIDENT, 8, DONKEY));
        law("−16.702", "the car's", () -> arrow(CONFIDENT, 8, CAR));
        law("+2.298", "the horse's", () -> arrow(CONFIDENT, 8, HORSE));
    }

    private static double usual(String parameter) {
        return MethodKind.DECOUPLED.parameters().stream()
                .filter(each -> each.id().equals(parameter))
                .findFirst()
                .orElseThrow()
                .usual();
    }

    private void confused() {
        step = 6;
        law("−1.161", "the donkey's soft arrow in plain KL", () -> plainArrow(CONFUSED, 4, DONKEY));
        law("−1.137", "the car's", () -> plainArrow(CONFUSED, 4, CAR));
        law("−2.763", "the donkey's in DKD", () -> arrow(CONFUSED, 1, DONKEY));
        law("+0.465", "the car's", () -> arrow(CONFUSED, 1, CAR));
    }
}
