package distillery.lesson;

import static distillery.lesson.Sums.CAR;
import static distillery.lesson.Sums.CONFIDENT;
import static distillery.lesson.Sums.DONKEY;
import static distillery.lesson.Sums.HORSE;
import static distillery.lesson.Sums.MISTAKEN;
import static distillery.lesson.Sums.SMOOTHED;
import static distillery.lesson.Sums.STUDENT;
import static distillery.lesson.Sums.TEACHER;
import static distillery.lesson.Sums.hard;
import static distillery.lesson.Sums.hardArrow;
import static distillery.lesson.Sums.learned;
import static distillery.lesson.Sums.length;
import static distillery.lesson.Sums.mean;
import static distillery.lesson.Sums.scaledLength;
import static distillery.lesson.Sums.soft;
import static distillery.lesson.Sums.softArrow;
import static distillery.lesson.Sums.student;
import static distillery.lesson.Sums.swayingWeight;
import static distillery.lesson.Sums.teacher;
import static distillery.lesson.Sums.total;

import distillery.loss.HighTemperatureLimit;
import distillery.loss.Softmax;
import distillery.view.Numbers;
import distillery.view.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** Every number of the lessons, step by step: what it is and how the program comes to it. */
final class LessonLaws {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    /** The step of the laws that hold anywhere in a lesson. */
    static final int ANYWHERE = -1;

    private final Map<Integer, List<Law>> steps = new TreeMap<>();
    private int step;

    private LessonLaws() {}

    /** The laws of each step, from 1. */
    static Map<Integer, List<Law>> of(String lesson) {
        LessonLaws table = new LessonLaws();
        switch (lesson) {
            case "hard-and-soft-labels" -> table.labels();
            case "temperature" -> table.temperature();
            case "alpha-and-t2" -> table.weights();
            case "gradients" -> table.gradients();
            case "train-live" -> table.steps.put(ANYWHERE, Measured.laws());
            case "missing-digit" -> table.steps.put(ANYWHERE, MissingDigitLaws.laws());
            case "target-and-non-target" -> table.steps.putAll(DecoupledLaws.laws());
            case "features-and-relations" -> table.steps.put(ANYWHERE, FeaturesLaws.laws());
            case "self-and-mutual" -> table.steps.put(ANYWHERE, EqualsLaws.laws());
            case "compression" -> table.steps.put(ANYWHERE, CompressionLaws.laws());
            case "bug-clinic" -> table.steps.putAll(ClinicLaws.laws());
            default -> throw new IllegalArgumentException("no laws are written down for " + lesson);
        }
        return table.steps;
    }

    private void step(int number) {
        step = number;
    }

    private void law(String printed, String because, DoubleSupplier value) {
        steps.computeIfAbsent(step, number -> new ArrayList<>()).add(new Law(printed, because, value));
    }

    /** Temperatures that a step speaks of without setting them: points of the scale. */
    private void at(double... temperatures) {
        for (double temperature : temperatures) {
            String printed = "T = " + Numbers.plain(temperature);
            law(
                    printed,
                    "a point of the scale",
                    () -> Math.max(Scale.TEMPERATURE.lowest(), Math.min(temperature, Scale.TEMPERATURE.highest())));
        }
    }

    /** A round temperature that the slider jumps to. */
    private static double mark(double temperature) {
        return Scale.TEMPERATURE.jumped(temperature - 1e-9, 1);
    }

    private void labels() {
        step(1);
        law("1", "what a hard label gives the true class", () -> Softmax.probabilities(TEACHER, 0)[HORSE]);
        law("0", "what a hard label gives the others", () -> Softmax.probabilities(TEACHER, 0)[CAR]);
        law("3", "the steps that the check asks for", () -> 3);
        law("50.6%", "the student's horse as it begins", () -> student(1, HORSE));
        law("72.3%", "the horse after three steps on the label", () -> learned(3, TEACHER, 1, 0, HORSE));
        law("50%", "a share of the horse that costs 0.693", () -> Math.exp(-hard(0, 0, -1e3)));
        law("0.693", "the hard loss of half horse, half donkey", () -> hard(0, 0, -1e3));
        law("0.693", "the hard loss of half horse, half car", () -> hard(0, -1e3, 0));
        step(2);
        at(1, 4);
        law("4", "the temperature to raise to", () -> mark(4));
        law("2.7", "donkey against car at T = 4", () -> teacher(4, DONKEY) / teacher(4, CAR));
        law("1.8%", "the teacher's donkey at T = 1", () -> teacher(1, DONKEY));
        law("0.03%", "the teacher's car at T = 1", () -> teacher(1, CAR));
        law("24.5%", "the teacher's donkey at T = 4", () -> teacher(4, DONKEY));
        law("9.0%", "the teacher's car at T = 4", () -> teacher(4, CAR));
        taught();
    }

    private void taught() {
        step(3);
        law("33.2%", "the student's car at T = 4", () -> student(4, CAR));
        law("29.3%", "the student's donkey at T = 4", () -> student(4, DONKEY));
        law("59.3%", "the horse after 50 steps on the label", () -> learned(50, TEACHER, 4, 0, HORSE));
        law("20.7%", "the car after 50 steps on the label", () -> learned(50, TEACHER, 4, 0, CAR));
        law("19.9%", "the donkey after 50 steps on the label", () -> learned(50, TEACHER, 4, 0, DONKEY));
        step(4);
        law("0", "what a hard label gives a wrong class", () -> Softmax.probabilities(TEACHER, 0)[CAR]);
        law("2", "the step at which the donkey passes the car", Sums::turn);
        law("27.1%", "the donkey after that step", () -> learned(2, TEACHER, 4, 1, DONKEY));
        law("25.7%", "the car after that step", () -> learned(2, TEACHER, 4, 1, CAR));
        law("66.4%", "the horse after 50 steps with the teacher", () -> learned(50, TEACHER, 4, 1, HORSE));
        law("24.3%", "the donkey after 50 steps with the teacher", () -> learned(50, TEACHER, 4, 1, DONKEY));
        law("9.3%", "the car after 50 steps with the teacher", () -> learned(50, TEACHER, 4, 1, CAR));
        softLabelAtFour();
        step(5);
        law("69.1%", "the smoothed label's horse", () -> Softmax.probabilities(SMOOTHED, 4)[HORSE]);
        law("15.4%", "50 steps on the smoothed label: donkey", () -> learned(50, SMOOTHED, 4, 1, DONKEY));
        law("15.4%", "and car", () -> learned(50, SMOOTHED, 4, 1, CAR));
        law("15.4%", "which is what that label gives each", () -> Softmax.probabilities(SMOOTHED, 4)[CAR]);
        law("2", "the teacher's logit for the donkey", () -> TEACHER[DONKEY]);
        law("−2", "the teacher's logit for the car", () -> TEACHER[CAR]);
    }

    private void softLabelAtFour() {
        law("66.5%", "the teacher's horse at T = 4", () -> teacher(4, HORSE));
        law("24.5%", "the teacher's donkey at T = 4", () -> teacher(4, DONKEY));
        law("9.0%", "the teacher's car at T = 4", () -> teacher(4, CAR));
    }

    private void temperature() {
        step(1);
        at(8, 0.5);
        law("8", "a mark of the temperature", () -> mark(8));
        law("0.5", "a temperature to type", () -> 0.5);
        law("50.6%", "the horse at T = 8", () -> teacher(8, HORSE));
        law("99.97%", "the horse at T = 0.5", () -> teacher(0.5, HORSE));
        step(2);
        at(4);
        law("4", "how far the donkey's logit lies below the horse's", () -> TEACHER[HORSE] - TEACHER[DONKEY]);
        law("1", "the same gap divided by T = 4", () -> (TEACHER[HORSE] - TEACHER[DONKEY]) / 4);
        law("0.03%", "the car at T = 1", () -> teacher(1, CAR));
        law("1.8%", "the donkey at T = 1", () -> teacher(1, DONKEY));
        law("98.2%", "the horse at T = 1", () -> teacher(1, HORSE));
        softLabelAtFour();
        law("54.6", "horse against donkey at T = 1", () -> teacher(1, HORSE) / teacher(1, DONKEY));
        law("2.72", "horse against donkey at T = 4", () -> teacher(4, HORSE) / teacher(4, DONKEY));
        law("2.72", "which is e", () -> Math.E);
        law("2.7", "the same from the percentages on screen", () -> 66.5 / 24.5);
        step(3);
        law("0", "the donkey where T is coldest", () -> teacher(0, DONKEY));
        law("1.8%", "the donkey at T = 1", () -> teacher(1, DONKEY));
        law("100%", "the horse where T is coldest", () -> teacher(0, HORSE));
        step(4);
        law("0", "a logit divided by a T without bound", () -> TEACHER[HORSE] / ENDLESS);
        law("T = 0", "where the first choice takes all", () -> 1 - teacher(0, HORSE));
        law("33.3%", "every class where T is hottest", () -> teacher(ENDLESS, CAR));
        step(5);
        at(0.05, 1, 100);
        law("1", "the temperature of predictions", () -> mark(1));
        confident();
    }

    private void confident() {
        step(6);
        at(12);
        softLabelAtFour();
        law("66.5%", "the confident teacher's horse at T = 12", () -> Softmax.probabilities(CONFIDENT, 12)[HORSE]);
        law("24.5%", "its donkey", () -> Softmax.probabilities(CONFIDENT, 12)[DONKEY]);
        law("9.0%", "its car", () -> Softmax.probabilities(CONFIDENT, 12)[CAR]);
        law("95.0%", "the confident teacher's horse at T = 4", () -> Softmax.probabilities(CONFIDENT, 4)[HORSE]);
        law("18", "the confident teacher's logit for the horse", () -> CONFIDENT[HORSE]);
        law("6", "its logit for the donkey", () -> CONFIDENT[DONKEY]);
        law("−6", "its logit for the car", () -> CONFIDENT[CAR]);
        law("6", "the first teacher's logit for the horse", () -> TEACHER[HORSE]);
        law("2", "the first teacher's logit for the donkey", () -> TEACHER[DONKEY]);
        law("−2", "the first teacher's logit for the car", () -> TEACHER[CAR]);
        law("12", "T = 4 as often as its logits are the first one's", () -> 4 * CONFIDENT[HORSE] / TEACHER[HORSE]);
    }

    private void weights() {
        step(1);
        at(1);
        law("1", "both weights together", () -> total(4, 0.5) / (0.5 * total(4, 0) + 0.5 * total(4, 1)));
        law("0.6803", "the total with labels only", () -> total(4, 0));
        law("3.502", "the total with the teacher only", () -> total(4, 1));
        law("2.091", "the total in the middle", () -> total(4, 0.5));
        step(2);
        law("0.9", "the soft weight that the step sets", () -> 0.9);
        law("0.1", "the rest of it", () -> 1 - 0.9);
        law("3.220", "the total with a soft weight of 0.9", () -> total(4, 0.9));
        law("0.9624", "the total with a hard weight of 0.9", () -> total(4, 1 - 0.9));
        step(3);
        at(20);
        marks();
        law("0.2189", "the soft loss at T = 4", () -> soft(4));
        law("0.0116", "the soft loss at T = 20", () -> soft(20));
        law("18.9", "the one over the other", () -> soft(4) / soft(20));
        step(4);
        at(1, 20);
        marks();
        law("5", "the one over the other", () -> mark(20) / mark(4));
        law("25", "its square", () -> Math.pow(mark(20) / mark(4), 2));
        law("21.6", "how many times shorter the arrows get", () -> length(4) / length(20));
        law("0.0950", "the soft arrows' length at T = 4", () -> length(4));
        law("0.0044", "the soft arrows' length at T = 20", () -> length(20));
        law("1.520", "the same with T² at T = 4", () -> scaledLength(4));
        law("1.756", "the same with T² at T = 20", () -> scaledLength(20));
        law("1.16", "the one over the other", () -> scaledLength(20) / scaledLength(4));
        law("0.590", "the same with T² at T = 1", () -> scaledLength(1));
        mistaken();
    }

    private void marks() {
        law("4", "a mark of the temperature", () -> mark(4));
        law("20", "the next but one", () -> mark(20));
    }

    private void mistaken() {
        step(5);
        at(1, 2, 8, 20, 100);
        law("4", "the step at which the donkey passes the horse", Sums::overtaking);
        law("50%", "the donkey where both have half the weight", () -> learned(500, MISTAKEN, 4, 0.5, DONKEY));
        law("41%", "the horse there", () -> learned(500, MISTAKEN, 4, 0.5, HORSE));
        law("0.2", "a mark of the weight", () -> Scale.SHARE.jumped(0.1, 1));
        law("51%", "the horse at that soft weight", () -> learned(500, MISTAKEN, 4, 0.2, HORSE));
        law("40%", "the donkey there", () -> learned(500, MISTAKEN, 4, 0.2, DONKEY));
        law("1.7", "how hard the teacher pulls at the tie", () -> (1 - swayingWeight(4)) / swayingWeight(4));
        law("0.51", "the soft weight at the tie, T = 1", () -> swayingWeight(1));
        law("0.40", "the same at T = 2", () -> swayingWeight(2));
        law("0.37", "the same at T = 4", () -> swayingWeight(4));
        law("0.39", "the same at T = 8", () -> swayingWeight(8));
        law("0.41", "the same at T = 20", () -> swayingWeight(20));
        law("0.42", "the same at T = 100", () -> swayingWeight(100));
    }

    private void gradients() {
        step(1);
        law("2", "the student's logit for the horse", () -> STUDENT[HORSE]);
        law("2.0", "the same", () -> STUDENT[HORSE]);
        law("2.1", "where it is raised to", () -> STUDENT[HORSE] + 0.1);
        law("0.1", "how far", () -> 2.1 - STUDENT[HORSE]);
        law("0.6803", "the hard loss as it begins", () -> hard(STUDENT));
        law("+0.494", "the horse's hard arrow", () -> hardArrow(HORSE));
        law("0.494", "its length", () -> hardArrow(HORSE));
        law("0.632", "the hard loss then", () -> hard(2.1, STUDENT[DONKEY], STUDENT[CAR]));
        law("0.6322", "the same", () -> hard(2.1, STUDENT[DONKEY], STUDENT[CAR]));
        law("0.6309", "what the arrow promised", () -> hard(STUDENT) - 0.1 * hardArrow(HORSE));
        step(2);
        law("+0.494", "the horse's hard arrow", () -> hardArrow(HORSE));
        law("−0.186", "the donkey's hard arrow", () -> hardArrow(DONKEY));
        law("−0.307", "the car's hard arrow", () -> hardArrow(CAR));
        law("1", "what the label gives the horse", () -> hardArrow(HORSE) + student(1, HORSE));
        law("0", "what it gives the others", () -> hardArrow(CAR) + student(1, CAR));
        law("8", "a mark of the temperature", () -> mark(8));
        step(3);
        at(20);
        marks();
        law("+1.158", "the horse's soft arrow at T = 4", () -> softArrow(4, HORSE));
        law("−0.192", "the donkey's soft arrow at T = 4", () -> softArrow(4, DONKEY));
        law("−0.966", "the car's soft arrow at T = 4", () -> softArrow(4, CAR));
        law("T = 10.37", "where the donkey's arrow turns", Sums::turningTemperature);
        law("+0.078", "the donkey's soft arrow at T = 20", () -> softArrow(20, DONKEY));
        law("24.5%", "the teacher's donkey at T = 4", () -> teacher(4, DONKEY));
        law("29.3%", "the student's donkey at T = 4", () -> student(4, DONKEY));
        law("32.9%", "the teacher's donkey at T = 20", () -> teacher(20, DONKEY));
        law("32.5%", "the student's donkey at T = 20", () -> student(20, DONKEY));
        limit();
    }

    private void limit() {
        step(4);
        law("6", "the teacher's logit for the horse", () -> TEACHER[HORSE]);
        law("2", "the teacher's mean", () -> mean(TEACHER));
        law("−2", "the teacher's logit for the car", () -> TEACHER[CAR]);
        law("1", "the student's logit for the donkey", () -> STUDENT[DONKEY]);
        law("1.5", "the student's mean", () -> mean(STUDENT));
        law("3", "how many classes there are", () -> STUDENT.length);
        law("0", "the donkey above the teacher's mean", () -> TEACHER[DONKEY] - mean(TEACHER));
        law("0.5", "the donkey below the student's mean", () -> mean(STUDENT) - STUDENT[DONKEY]);
        law("0.167", "the limit of the donkey's arrow", () -> atRest(DONKEY));
        law("+0.167", "the same at T → ∞", () -> softArrow(ENDLESS, DONKEY));
        law("+1.167", "the horse's arrow at T → ∞", () -> softArrow(ENDLESS, HORSE));
        law("−1.333", "the car's arrow at T → ∞", () -> softArrow(ENDLESS, CAR));
        law("10", "what added to all of the teacher's logits moves no arrow", () -> unfelt(10));
        step(5);
        at(4, 100);
        law("100", "the highest temperature", () -> mark(100));
        law("28.8%", "the relative error at T = 4", () -> Sums.errorToLimit(4));
        law("6.2%", "the relative error at T = 20", () -> Sums.errorToLimit(20));
        law("1.2%", "the relative error at T = 100", () -> Sums.errorToLimit(100));
    }

    private static double atRest(int index) {
        double[] difference = new HighTemperatureLimit(STUDENT, TEACHER, STUDENT.length).centredDifference();
        return -difference[index] / difference.length;
    }

    /** The same number if the soft loss does not notice it on every logit of the teacher. */
    private static double unfelt(double added) {
        double[] lifted = TEACHER.clone();
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] += added;
        }
        double before = Sums.after(0, TEACHER, 4, 1).pull(HORSE);
        double after = Sums.after(0, lifted, 4, 1).pull(HORSE);
        return Math.abs(before - after) < 1e-12 ? added : Double.NaN;
    }
}
