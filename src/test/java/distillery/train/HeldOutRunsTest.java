package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.HeldOut;
import distillery.data.Problem;
import distillery.net.Engine;
import distillery.net.NetSpec;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Choices are made on digits that nobody learns from and that are not those of the result. */
class HeldOutRunsTest {
    private static final MaterialsCache CACHE = new MaterialsCache();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings settings(EvaluationSet on, int images) {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 10);
            draft.images = images;
            draft.evaluatedOn = on;
        });
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    @Test
    void noBatchHoldsADigitThatIsHeldOut() throws Problem {
        TrainSettings settings = settings(EvaluationSet.TEST, 3_000);
        Experiment experiment = experiment(settings);
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        int[] held = HeldOut.of(materials.data().train(), 3_000);
        assertEquals(held.length, experiment.heldOutCount());
        while (experiment.epochs() < 1) {
            int[] shown = experiment.step(settings.live()).batch().indices();
            assertTrue(Arrays.stream(shown).noneMatch(i -> Arrays.binarySearch(held, i) >= 0));
        }
    }

    @Test
    void whichDigitsAreCountedChangesTheFigureAndNotTheNets() throws Problem {
        Experiment test = experiment(settings(EvaluationSet.TEST, 500));
        Experiment held = experiment(settings(EvaluationSet.HELD_OUT, 500));
        for (int i = 0; i < 8; i++) {
            test.step(settings(EvaluationSet.TEST, 500).live());
            held.step(settings(EvaluationSet.HELD_OUT, 500).live());
        }
        assertEquals(
                test.weights(ArmName.DISTILLED).values()[100],
                held.weights(ArmName.DISTILLED).values()[100]);
        Evaluation onTest = test.evaluate();
        Evaluation onHeld = held.evaluate();
        assertEquals(EvaluationSet.HELD_OUT, onHeld.on());
        double stopping = test.stoppingAccuracy(ArmName.DISTILLED, onTest);
        assertEquals(accuracy(onHeld), stopping, "a run is stopped by the held-out digits");
        assertNotEquals(accuracy(onTest), stopping);
    }

    @Thorough
    @Test
    void whereAllDigitsAreWantedARunIsStoppedByTheTestDigitsAndNothingElseIsPretended() throws Problem {
        Experiment all = experiment(settings(EvaluationSet.TEST, 60_000));
        assertEquals(0, all.heldOutCount());
        Evaluation evaluation = all.evaluate();
        assertEquals(accuracy(evaluation), all.stoppingAccuracy(ArmName.DISTILLED, evaluation));
        Problem refused = assertThrows(Problem.class, () -> experiment(settings(EvaluationSet.HELD_OUT, 60_000)));
        assertTrue(refused.getMessage().contains("50,000"), refused.getMessage());
    }

    private static double accuracy(Evaluation evaluation) {
        return Objects.requireNonNull(evaluation.arms().get(ArmName.DISTILLED)).accuracy();
    }
}
