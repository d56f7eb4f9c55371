package distillery.lesson;

import static distillery.lesson.Sums.CAR;
import static distillery.lesson.Sums.DONKEY;
import static distillery.lesson.Sums.HORSE;
import static distillery.lesson.Sums.STUDENT;
import static distillery.lesson.Sums.TEACHER;

import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Fault;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.loss.LossModel;
import distillery.lab.loss.LossReading;
import distillery.loss.Softmax;
import distillery.view.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/** What the lesson in the bug clinic prints, from the screen that it is given on. */
final class ClinicLaws {
    /** A student that should be sure of the horse. */
    static final double[] SURE = {20, 0, 0};

    private final Map<Integer, List<Law>> steps = new TreeMap<>();
    private int step;

    private ClinicLaws() {
        withoutSquare();
        meanOverClasses();
        studentAtOne();
        softmaxTwice();
        temperatureKept();
        unfrozen();
    }

    static Map<Integer, List<Law>> laws() {
        return new ClinicLaws().steps;
    }

    /** The screen with these mistakes, as a step of the lesson sets it up. */
    static LossModel ill(double[] student, double temperature, double softWeight, Fault... faults) {
        ExploreModel explore = Sums.explore(TEACHER, temperature, softWeight);
        for (int i = 0; i < student.length; i++) {
            explore.setLogit(TeacherOrStudent.STUDENT, i, student[i]);
        }
        Workers idle = new Workers(task -> {}, task -> {}, task -> {}, () -> 0);
        LossModel model = new LossModel(explore, idle, new Messages());
        model.faults().addAll(Arrays.asList(faults));
        return model;
    }

    static LossReading reading(double temperature, double softWeight, Fault... faults) {
        return ill(STUDENT, temperature, softWeight, faults).reading();
    }

    /** The soft arrow of the default student. */
    static double arrow(double temperature, int index, Fault... faults) {
        return reading(temperature, 0.5, faults).pulls(PullKind.SOFT).get(index);
    }

    /** After steps with the teacher alone at T = 4. */
    static LossReading after(int count, Fault... faults) {
        LossModel model = ill(STUDENT, 4, 1, faults);
        for (int i = 0; i < count; i++) {
            model.step();
        }
        return model.reading();
    }

    private void law(String printed, String because, DoubleSupplier value) {
        steps.computeIfAbsent(step, number -> new ArrayList<>()).add(new Law(printed, because, value));
    }

    private void mark(String printed, double temperature) {
        law(printed, "a mark of the temperature", () -> Scale.TEMPERATURE.jumped(temperature - 1e-9, 1));
    }

    private void withoutSquare() {
        step = 1;
        mark("T = 1", 1);
        mark("T = 20", 20);
        mark("20", 20);
        law("0.4496", "the total at T = 4", () -> reading(4, 0.5, Fault.NO_T2)
                .shown()
                .total());
        law("0.3459", "the total at T = 20", () -> reading(20, 0.5, Fault.NO_T2)
                .shown()
                .total());
        law("+0.072", "the horse's soft arrow at T = 4", () -> arrow(4, HORSE, Fault.NO_T2));
        law("+1.158", "what it should be", () -> arrow(4, HORSE));
        law("16", "the one over the other", () -> arrow(4, HORSE) / arrow(4, HORSE, Fault.NO_T2));
        law("+0.003", "the horse's soft arrow at T = 20", () -> arrow(20, HORSE, Fault.NO_T2));
        law("+1.201", "what it should be", () -> arrow(20, HORSE));
        law("400", "the one over the other", () -> arrow(20, HORSE) / arrow(20, HORSE, Fault.NO_T2));
        law("1", "the one over the other at T = 1", () -> arrow(1, HORSE) / arrow(1, HORSE, Fault.NO_T2));
    }

    private void meanOverClasses() {
        step = 2;
        law("0.1", "the hard weight", () -> reading(4, 0.9).hardWeight());
        law("0.07295", "KL", () -> reading(4, 0.9, Fault.MEAN_OVER_CLASSES)
                .shown()
                .soft());
        law("0.2189", "what it should be", () -> reading(4, 0.9).shown().soft());
        law("3", "the one over the other", () -> wanting(1) / wanting(3));
        law("3", "the number of classes", () -> STUDENT.length);
        law("3", "what counts against the label", () -> 0.9 * wanting(3) / wanting(1) / 0.1);
        law("0.3", "what 0.9 counts like", () -> 0.9 * wanting(3) / wanting(1));
        law("+0.386", "the horse's soft arrow at T = 4", () -> arrow(4, HORSE, Fault.MEAN_OVER_CLASSES));
        law("+1.158", "what it should be", () -> arrow(4, HORSE));
        law("0.09", "what 0.9 counts like with ten classes", () -> 0.9 / 10);
    }

    /** KL divided by one, or by three as the mistake has it. */
    private static double wanting(int parts) {
        return (parts == 1 ? reading(4, 0.9) : reading(4, 0.9, Fault.MEAN_OVER_CLASSES))
                .shown()
                .soft();
    }

    private void studentAtOne() {
        step = 3;
        mark("T = 20", 20);
        law("50.6%", "the student's horse at T = 4", () -> share(4, Fault.STUDENT_AT_ONE));
        law("50.6%", "the same at T = 20", () -> share(20, Fault.STUDENT_AT_ONE));
        law("50.6%", "what it predicts", () -> prediction(Fault.STUDENT_AT_ONE));
        law("37.6%", "what it should be at T = 4", () -> share(4));
        law("34.2%", "what it should be at T = 20", () -> share(20));
        law("−41.888", "the horse's soft arrow at T = 20", () -> arrow(20, HORSE, Fault.STUDENT_AT_ONE));
        law("+1.201", "what it should be", () -> arrow(20, HORSE));
    }

    private static double share(double temperature, Fault... faults) {
        return reading(temperature, 0.5, faults).shown().student().get(HORSE);
    }

    private static double prediction(Fault... faults) {
        return reading(4, 0.5, faults).shown().prediction().get(HORSE);
    }

    private void softmaxTwice() {
        step = 4;
        LossReading twice = ill(SURE, 4, 0.5, Fault.SOFTMAX_TWICE).reading();
        LossReading right = ill(SURE, 4, 0.5).reading();
        law("20", "the student's logit for the horse", () -> SURE[HORSE]);
        law("0", "the others", () -> SURE[DONKEY] + SURE[CAR]);
        law("57.6%", "what it predicts", () -> twice.shown().prediction().get(HORSE));
        law("4", "the temperature that the logits are divided by", right::temperature);
        law(
                "98.7%",
                "what it would predict with T kept", () -> ill(SURE, 4, 0.5, Fault.T_KEPT_AT_INFERENCE)
                        .reading()
                        .shown()
                        .prediction()
                        .get(HORSE));
        law("−1.286", "the soft arrow without the mistake", () -> right.pulls(PullKind.SOFT)
                .get(HORSE));
        law("1", "the largest difference between shares", () -> most(1e3, 0) - most(-1e3, 0));
        law("2", "how many others there are", () -> SURE.length - 1);
        law("57.6%", "the most that shares taken for logits can give", () -> most(1, 0, 0));
        law("23.2%", "the same of ten classes", () -> most(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        law(
                "99.99%",
                "what is less than it predicts without the mistake",
                () -> Math.min(0.9999, right.shown().prediction().get(HORSE)));
    }

    private static double most(double... logits) {
        return Softmax.probabilities(logits, 1)[0];
    }

    private void temperatureKept() {
        step = 5;
        mark("T = 1", 1);
        law("50.6%", "what the student predicts", ClinicLaws::prediction);
        law("37.6%", "with T kept", () -> prediction(Fault.T_KEPT_AT_INFERENCE));
    }

    private void unfrozen() {
        step = 6;
        mark("T = 1", 1);
        law("0.2189", "KL at first", () -> after(0).shown().soft());
        law("0.0440", "KL after five steps of a healthy program", () -> after(5).shown()
                .soft());
        law("0.0181", "KL after five steps of this one", () -> after(5, Fault.TEACHER_UNFROZEN)
                .shown()
                .soft());
        law(
                "66.5%",
                "the teacher's horse at first", () -> after(0).shown().teacher().get(HORSE));
        law(
                "56.3%",
                "after five steps",
                () -> after(5, Fault.TEACHER_UNFROZEN).shown().teacher().get(HORSE));
    }
}
