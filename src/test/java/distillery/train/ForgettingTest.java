package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.Forgetting;
import distillery.method.Gradients;
import distillery.method.Heads;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.StepContext;
import distillery.net.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first five digits, then the others: what is forgotten. */
class ForgettingTest {
    private static final MaterialsCache CACHE = new MaterialsCache();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings settings(double heads) {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.method = MethodSettings.of(MethodKind.FORGETTING).with("heads", heads);
            draft.images = 1000;
            draft.epochs = 15;
            draft.live = draft.live.withKnobs(new LiveHyperparameters(2, 0.5, 0.5));
        });
    }

    private static Evaluation run(TrainSettings settings) throws Problem {
        Experiment experiment =
                new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
        while (experiment.epochs() < 3 * settings.epochs()) {
            StepReport report = experiment.step(settings.live());
            boolean old = Arrays.stream(report.batch().labels()).anyMatch(label -> label < 5);
            boolean young = Arrays.stream(report.batch().labels()).anyMatch(label -> label >= 5);
            assertEquals(experiment.phase() < 2, old);
            assertEquals(experiment.phase() > 0, young);
        }
        return experiment.evaluate();
    }

    private static Evaluation.Score of(Evaluation evaluation, ArmName arm) {
        return Objects.requireNonNull(evaluation.arms().get(arm));
    }

    @Test
    void withOneHeadANetForgetsWhatItIsNoLongerShown() throws Problem {
        Evaluation last = run(settings(1));
        assertTrue(of(last, ArmName.BEFORE).errors(0, 5) < 700);
        assertTrue(of(last, ArmName.LABELS_ONLY).errors(0, 5) > 4500, "of 5139");
        assertTrue(of(last, ArmName.LABELS_ONLY).errors(5, 10) < 1000);
        assertTrue(of(last, ArmName.JOINT).errors(0, 5) < 1000);
        assertEquals(
                of(last, ArmName.JOINT).errors(),
                of(last, ArmName.JOINT).errors(0, 5) + of(last, ArmName.JOINT).errors(5, 10));
    }

    @Thorough
    @Test
    void withTwoHeadsItForgetsLittleAndLearningWithoutForgettingLess() throws Problem {
        Evaluation last = run(settings(0));
        int before = of(last, ArmName.BEFORE).errors(0, 5);
        int tuned = of(last, ArmName.LABELS_ONLY).errors(0, 5);
        int kept = of(last, ArmName.DISTILLED).errors(0, 5);
        assertTrue(before < 400 && tuned < 1500, before + " -> " + tuned);
        assertTrue(kept < tuned, kept + " < " + tuned);
    }

    @ParameterizedTest
    @EnumSource
    void slopesAreThoseOfTheLoss(Heads heads) {
        Random random = new Random(5);
        double[] student = random.doubles(3 * 6, -2, 2).toArray();
        double[] before = random.doubles(3 * 6, -2, 2).toArray();
        int[] labels = {3, 5, 4};
        double[] slope = step(heads, student, before, labels).logits();
        double[] differences = new double[student.length];
        for (int i = 0; i < student.length; i++) {
            double[] up = student.clone();
            double[] down = student.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            differences[i] = (step(heads, up, before, labels).loss()
                            - step(heads, down, before, labels).loss())
                    / 2e-5;
        }
        assertArrayEquals(differences, slope, 1e-8);
    }

    private static Gradients step(Heads heads, double[] student, double[] before, int[] labels) {
        return new Forgetting(heads)
                .step(new StepContext(
                        new LiveHyperparameters(2, 0.6, 0.4),
                        1,
                        6,
                        labels,
                        student,
                        List.of(before),
                        tap -> new double[0],
                        tap -> new double[0]));
    }

    @Test
    void twoTasksNeedAllClassesAndEnoughOfThem() {
        assertThrows(Refusal.class, () -> settings(0).with(draft -> draft.omitted = Set.of(3)));
        Refusal few = assertThrows(
                Refusal.class,
                () -> Preset.TOY.settings().with(draft -> draft.method = MethodSettings.of(MethodKind.FORGETTING)));
        assertEquals("method.tasks", few.reason().orElseThrow().key());
    }
}
