package distillery.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.loss.Softmax;
import distillery.net.Engine;
import distillery.train.ArmName;
import distillery.train.ConfusionMatrix;
import distillery.train.Evaluation;
import distillery.train.Evaluation.Score;
import distillery.train.EvaluationSet;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.SeedRuns;
import distillery.train.TrainSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfusionHistoryTest {
    private final ConfusionHistory history = new ConfusionHistory();

    private void test(int epoch, int classes, int errors) {
        int[] labels = new int[20];
        int[] taken = new int[20];
        Arrays.fill(taken, 0, errors, 1);
        ConfusionMatrix matrix = ConfusionMatrix.of(taken, labels, classes);
        Score score = new Score(errors, 0.5, 0.5, 1, new double[0], taken, matrix);
        history.append(new Evaluation(10L * epoch, epoch, EvaluationSet.TEST, Map.of(ArmName.DISTILLED, score), score));
    }

    private int errorsAt(int epoch) {
        ConfusionHistory.Entry entry = Objects.requireNonNull(history.at(epoch));
        return Objects.requireNonNull(entry.arms().get(ArmName.DISTILLED))
                .confusion()
                .errors();
    }

    @Test
    void anEpochHasTheMatrixOfTheLastTestUpToIt() {
        assertNull(history.at(3));
        test(0, 10, 9);
        test(2, 10, 5);
        test(4, 10, 3);
        assertEquals(9, errorsAt(1));
        assertEquals(5, errorsAt(2));
        assertEquals(5, errorsAt(3));
        assertEquals(3, errorsAt(99));
    }

    @Test
    void whoIsTestedTwiceAtOnePlaceIsKeptOnce() {
        test(1, 10, 9);
        test(1, 10, 8);
        assertEquals(1, history.entries().size());
        assertEquals(8, errorsAt(1));
    }

    @Test
    void aVeryLongRunKeepsFewerButTheFirstAndTheLast() {
        for (int epoch = 0; epoch < 1_000; epoch++) {
            test(epoch, 100, epoch % 20);
        }
        assertTrue(history.entries().size() <= 200, history.entries().size() + " entries");
        assertTrue(history.entries().size() >= 100, history.entries().size() + " entries");
        assertEquals(0, history.entries().get(0).epoch());
        assertEquals(19, errorsAt(999));
    }

    /** The matrices of a real run hold the very errors that it reports, class by class. */
    @Test
    void aRunKeepsOneMatrixAnEpochForTeacherAndEveryArm() throws Problem {
        Engine.start();
        TrainSettings settings = Preset.TOY.settings().with(draft -> draft.epochs = 3);
        List<Evaluation> tests = new ArrayList<>();
        SeedRuns.run(
                settings,
                new MaterialsCache().materials(settings, ProgressMonitor.none()),
                ProgressMonitor.none(),
                true,
                event -> {
                    if (event instanceof Evaluation evaluation) {
                        tests.add(evaluation);
                        history.append(evaluation);
                    }
                });
        assertEquals(4, history.entries().size());
        for (int epoch = 0; epoch <= 3; epoch++) {
            Evaluation test = tests.get(epoch);
            ConfusionHistory.Entry entry = Objects.requireNonNull(history.at(epoch));
            assertEquals(test.arms().keySet(), entry.arms().keySet());
            assertEquals(0, entry.teacher().confusion().errors(), "the points are labelled by it");
            test.arms().forEach((arm, score) -> {
                ConfusionHistory.Answered answered =
                        Objects.requireNonNull(entry.arms().get(arm));
                ConfusionMatrix matrix = answered.confusion();
                assertEquals(score.errors(), matrix.errors());
                assertEquals(2_000, matrix.total());
                assertEquals(2_000, answered.samples());
                for (int i = 0; i < 2_000; i++) {
                    assertEquals(Softmax.largest(score.logits(), 2 * i, 2), answered.taken(i), "point " + i);
                }
                assertEquals(score.classErrors(), List.of(matrix.errorsOf(0), matrix.errorsOf(1)));
            });
        }
    }
}
