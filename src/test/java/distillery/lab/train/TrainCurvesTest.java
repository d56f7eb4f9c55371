package distillery.lab.train;

import static distillery.lab.train.TrainReports.live;
import static distillery.lab.train.TrainReports.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.train.ArmName;
import distillery.train.ConfusionMatrix;
import distillery.train.Evaluation;
import distillery.train.Evaluation.Score;
import distillery.train.EvaluationSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrainCurvesTest {
    private final TrainCurves curves = new TrainCurves();
    private Score teacher = score(0.99);

    private static Score score(double accuracy) {
        return new Score(
                0, accuracy, accuracy / 2, 1, new double[0], new int[1], ConfusionMatrix.of(new int[1], new int[1], 2));
    }

    private void test(long step, double accuracy) {
        Map<ArmName, Score> scores = new TreeMap<>();
        for (ArmName student : ArmName.CLASSIC) {
            scores.put(student, score(accuracy));
        }
        curves.append(new Evaluation(step, 0, EvaluationSet.TEST, scores, teacher));
    }

    private double last(Measure measure) {
        Curve curve = curves.of(ArmName.CONTROL, measure);
        return curve.raw().get(curve.size() - 1);
    }

    @Test
    void everyMeasureHoldsTheNumberThatWasReported() {
        curves.append(step(7, 1, live(4, 0.5, 0.1, 64), 0.1));
        test(7, 0.3);
        assertEquals(0.1, last(Measure.HARD));
        assertEquals(0.2, last(Measure.SOFT));
        assertEquals(3 * 0.1, last(Measure.SOFT_TIMES_T2));
        assertEquals(0.4, last(Measure.TOTAL));
        assertEquals(0.3, last(Measure.ACCURACY));
        assertEquals(0.15, last(Measure.AGREEMENT));
        assertEquals(7, curves.of(ArmName.CONTROL, Measure.HARD).lastX());
    }

    @Test
    void onlyATeacherThatMovedHasACurveAndThenFromTheStart() {
        test(0, 0.1);
        test(10, 0.5);
        assertEquals(0, curves.teacherAccuracy().size());
        teacher = score(0.2);
        test(20, 0.6);
        teacher = score(0.99);
        test(30, 0.7);
        Curve curve = curves.teacherAccuracy();
        assertEquals(4, curve.size());
        assertEquals(10, curve.x(1));
        assertEquals(0.99, curve.raw().get(1));
        assertEquals(0.2, curve.raw().get(2));
        assertTrue(curves.copies().containsKey("teacher.accuracy"));
        assertEquals(0.2, curves.learned(Measure.ACCURACY).getMin());
        curves.clear();
        assertEquals(0, curve.size());
    }

    @Test
    void copiesStayAsTheyWere() {
        curves.append(step(1, 1, live(4, 0.5, 0.1, 64), 0.1));
        Map<String, Curve> copies = curves.copies();
        curves.clear();
        assertEquals(ArmName.CLASSIC.size() * 6, copies.size(), "those that hold a number");
        Curve copy = copies.getOrDefault("labelsOnly.hard", new Curve());
        assertEquals(0.1, copy.raw().get(0));
    }

    @Test
    void theAxisOfASharesHoldsEverythingButTheBeginning() {
        test(0, 0.1);
        assertEquals(0, curves.learned(Measure.ACCURACY).getCount(), "nobody knows anything yet");
        test(10, 0.93);
        assertEquals(0.93, curves.learned(Measure.ACCURACY).getMin());
        test(20, 0.62);
        test(60, 0.95);
        assertEquals(0.62, curves.learned(Measure.ACCURACY).getMin(), "a fall on the way is seen");
        assertEquals(0.95, curves.learned(Measure.ACCURACY).getMax());
        test(100, 0.96);
        assertEquals(0.95, curves.learned(Measure.ACCURACY).getMin(), "the first quarter may begin below the axis");
    }
}
