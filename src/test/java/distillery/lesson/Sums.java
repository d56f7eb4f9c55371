package distillery.lesson;

import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import distillery.loss.HardLoss;
import distillery.loss.HighTemperatureLimit;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What the lessons let a learner do on Explore and on Loss &amp; gradients, done by the program. */
final class Sums {
    static final int HORSE = 0;
    static final int DONKEY = 1;
    static final int CAR = 2;

    static final double[] TEACHER = ExampleKind.HORSE_DONKEY_CAR.example().logits(TeacherOrStudent.TEACHER);
    static final double[] STUDENT = ExampleKind.HORSE_DONKEY_CAR.example().logits(TeacherOrStudent.STUDENT);
    static final double[] CONFIDENT = ExampleKind.CONFIDENT_TEACHER.example().logits(TeacherOrStudent.TEACHER);

    /** One that knows nothing but the label, softened. */
    static final double[] SMOOTHED = {6, 0, 0};

    /** One that takes the horse for a donkey. */
    static final double[] MISTAKEN = {2, 6, -2};

    private Sums() {}

    static double teacher(double temperature, int index) {
        return Softmax.probabilities(TEACHER, temperature)[index];
    }

    static double student(double temperature, int index) {
        return Softmax.probabilities(STUDENT, temperature)[index];
    }

    /** The default example with another teacher, as it begins. */
    static ExploreModel explore(double[] teacher, double temperature, double softWeight) {
        ExploreModel model = new ExploreModel();
        for (int i = 0; i < teacher.length; i++) {
            model.setLogit(TeacherOrStudent.TEACHER, i, teacher[i]);
        }
        model.temperatureProperty().set(temperature);
        model.softWeightProperty().set(softWeight);
        model.pullProperty().set(PullKind.TOTAL);
        return model;
    }

    /** The reading after steps of 0.5, fewer if no pull is left before. */
    static ExploreReading after(int steps, double[] teacher, double temperature, double softWeight) {
        ExploreModel model = explore(teacher, temperature, softWeight);
        for (int i = 0; i < steps && !model.reading().settled(); i++) {
            model.step();
        }
        return model.reading();
    }

    /** The student's share at the temperature where it learned. */
    static double learned(int steps, double[] teacher, double temperature, double softWeight, int index) {
        return after(steps, teacher, temperature, softWeight).student().get(index);
    }

    static double total(double temperature, double softWeight) {
        return explore(TEACHER, temperature, softWeight).reading().total();
    }

    static double hard(double... student) {
        return HardLoss.of(student, new int[] {HORSE}, student.length).value();
    }

    static double hardArrow(int index) {
        return -HardLoss.of(STUDENT, new int[] {HORSE}, STUDENT.length).gradient()[index];
    }

    static double soft(double temperature) {
        return SoftLoss.of(STUDENT, TEACHER, STUDENT.length, temperature).divergence();
    }

    /** With T². */
    static double softArrow(double temperature, int index) {
        ExploreModel model = explore(TEACHER, temperature, 1);
        model.pullProperty().set(PullKind.SOFT);
        return model.reading().pull(index);
    }

    /** The length of the soft arrows without T². */
    static double length(double temperature) {
        double[] gradient =
                SoftLoss.of(STUDENT, TEACHER, STUDENT.length, temperature).gradient();
        return Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
    }

    static double scaledLength(double temperature) {
        return temperature * temperature * length(temperature);
    }

    static double errorToLimit(double temperature) {
        return new HighTemperatureLimit(STUDENT, TEACHER, STUDENT.length)
                .at(temperature)
                .errorToCentred();
    }

    static double mean(double[] logits) {
        return Arrays.stream(logits).average().orElseThrow();
    }

    /** The step after which the student, taught at T = 4, first gives the donkey more than the car. */
    static int turn() {
        int step = 0;
        while (learned(step, TEACHER, 4, 1, DONKEY) <= learned(step, TEACHER, 4, 1, CAR)) {
            step++;
        }
        return step;
    }

    /** The temperature at which the donkey's soft arrow turns. */
    static double turningTemperature() {
        return zero(1, 100, temperature -> -softArrow(temperature, DONKEY));
    }

    /** The step after which the mistaken teacher, with half of the weight, has brought the donkey before the horse. */
    static int overtaking() {
        int step = 0;
        while (learned(step, MISTAKEN, 4, 0.5, DONKEY) <= learned(step, MISTAKEN, 4, 0.5, HORSE)) {
            step++;
        }
        return step;
    }

    /** The soft weight from which on a student, taught at T, ends with the mistaken teacher's class first. */
    static double swayingWeight(double temperature) {
        return zero(0.1, 0.9, weight -> {
            List<Double> end = after(1000, MISTAKEN, temperature, weight).student();
            return end.get(HORSE) - end.get(DONKEY);
        });
    }

    /** Where a falling function is zero, to four digits. */
    private static double zero(double low, double high, DoubleUnaryOperator falling) {
        double from = low;
        double to = high;
        while (to - from > 1e-4) {
            double middle = (from + to) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }
}
