package distillery.lab.train;

import distillery.data.PlanePoint;
import distillery.data.PlaneSettings;
import distillery.data.Samples;
import distillery.loss.Softmax;
import distillery.train.DataChoice;
import distillery.train.PlaneAnswers;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a teacher and a student of a run think all over the plane, and the drawn points that the students are shown.
 *
 * @param teacherFirst the teacher's first choice in each cell, the same at every temperature; nobody writes to it
 * @param studentFirst the student's
 * @param drawn where points lie, by their numbers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlaneSight(PlaneAnswers answers, int[] teacherFirst, int[] studentFirst, Map<Integer, PlanePoint> drawn) {
    /** A point that the students see: one of a person's own, or a drawn one by its number. */
    public record Shown(PlanePoint point, int number, boolean own) {}

    static PlaneSight of(PlaneAnswers answers, Samples samples) {
        Map<Integer, PlanePoint> drawn = new HashMap<>();
        float[] place = new float[2];
        for (int index : answers.shown()) {
            if (index < samples.drawable()) {
                samples.copyInto(place, 0, index, 0, 0);
                drawn.put(index, new PlanePoint(within(place[0]), within(place[1]), samples.label(index)));
            }
        }
        int classes = answers.grid().classes();
        return new PlaneSight(
                answers,
                Softmax.largest(doubles(answers.teacher()), classes),
                Softmax.largest(doubles(answers.student()), classes),
                drawn);
    }

    /** A point beyond the square is seen at its edge. */
    private static double within(double coordinate) {
        return Math.max(-PlanePoint.REACH, Math.min(PlanePoint.REACH, coordinate));
    }

    /** The points as these settings have them, which may be ahead of the run. */
    public List<Shown> points(TrainSettings settings) {
        List<Shown> points = new ArrayList<>();
        if (!DataChoice.of(settings.data()).isPlane()) {
            return points;
        }
        PlaneSettings plane = PlaneSettings.parse(settings.data());
        for (int number : new TreeSet<>(drawn.keySet())) {
            PlanePoint point = drawn.get(number);
            if (point != null && !plane.removed().contains(number)) {
                points.add(new Shown(point, number, false));
            }
        }
        for (int i = 0; i < plane.added().size(); i++) {
            points.add(new Shown(plane.added().get(i), i, true));
        }
        return points;
    }

    /** The teacher's probabilities at a place, or the student's. */
    public double[] at(double x, double y, boolean teacher, double temperature) {
        int cells = answers.grid().cells();
        int column = cell(x, cells);
        int row = cell(-y, cells);
        return probabilities(row * cells + column, teacher, temperature);
    }

    private static int cell(double coordinate, int cells) {
        int cell = (int) Math.floor((coordinate / PlanePoint.REACH + 1) / 2 * cells);
        return Math.max(0, Math.min(cells - 1, cell));
    }

    /** The same for a cell, counted row by row. */
    double[] probabilities(int cell, boolean teacher, double temperature) {
        int classes = answers.grid().classes();
        float[] logits = teacher ? answers.teacher() : answers.student();
        double[] own = new double[classes];
        for (int i = 0; i < classes; i++) {
            own[i] = logits[cell * classes + i];
        }
        return Softmax.probabilities(own, temperature);
    }

    /** {@code [cells · cells, classes]}: the shares at a temperature everywhere. */
    public double[] everywhere(boolean teacher, double temperature) {
        double[] logits = doubles(teacher ? answers.teacher() : answers.student());
        return Softmax.probabilities(logits, answers.grid().classes(), temperature);
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    /** On which share of the plane both decide for the same class. */
    public double agreement() {
        long same = IntStream.range(0, teacherFirst.length)
                .filter(cell -> teacherFirst[cell] == studentFirst[cell])
                .count();
        return (double) same / teacherFirst.length;
    }
}
