package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Samples;
import distillery.loss.HardLoss;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.SecondTask;
import distillery.net.Engine;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One net for two tasks, taught by a net for each. */
class TwoTasksTest {
    private static final MaterialsCache CACHE = new MaterialsCache();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings settings(double task) {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.method = MethodSettings.of(MethodKind.MULTI_TASK)
                    .with("secondTask", task)
                    .with("annealingEpochs", 4);
            draft.images = 1000;
            draft.epochs = 6;
        });
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static Evaluation.Score of(Evaluation evaluation, ArmRole role, int number) {
        return Objects.requireNonNull(evaluation.arms().get(new ArmName(role, number)));
    }

    @Thorough
    @Test
    void bothTasksAreLearnedByOneNet() throws Problem {
        for (double task : new double[] {0, 1, 2}) {
            Experiment experiment = experiment(settings(task));
            while (experiment.epochs() < 12) {
                experiment.step(settings(task).live());
            }
            Evaluation last = experiment.evaluate();
            assertTrue(of(last, ArmRole.DISTILLED, 0).accuracy() > 0.8);
            for (ArmRole role : new ArmRole[] {ArmRole.DISTILLED_SECOND, ArmRole.LABELS_ONLY_SECOND}) {
                Evaluation.Score second = of(last, role, 0);
                assertTrue(second.accuracy() > 0.75, task + " " + role + " " + second.accuracy());
                assertEquals(2, second.classErrors().size());
            }
            assertTrue(of(last, ArmRole.MEMBER_SECOND, 2).accuracy() > 0.75);
            assertTrue(of(last, ArmRole.MEMBER, 2).accuracy() < 0.4, "it has not learned the first");
        }
    }

    @Test
    void afterAnnealingNothingButTheLabelsIsLeft() throws Problem {
        TrainSettings settings = settings(0);
        Experiment experiment = experiment(settings);
        while (experiment.epochs() < 11) {
            experiment.step(settings.live());
        }
        StepReport report = experiment.step(settings.live());
        StepReport.ArmStep step = Objects.requireNonNull(report.arms().get(ArmName.DISTILLED));
        double hard = HardLoss.of(step.logits(), report.batch().labels(), 10).value();
        assertEquals(hard + step.own(), step.total(), 1e-9);
    }

    @Test
    void theMiddleIsThatOfTheSamplesThatAreLearnedFrom() throws Problem {
        Samples digits =
                CACHE.materials(settings(0), ProgressMonitor.none()).data().train();
        int[] all = IntStream.range(0, 2001).toArray();
        for (SecondTask task : new SecondTask[] {SecondTask.INK, SecondTask.SLANT}) {
            int yes = Arrays.stream(new SecondLabels(task, digits, all).of(digits, all))
                    .sum();
            assertEquals(1000, yes, 2, task + " splits them in halves");
        }
        int[] odd = new SecondLabels(SecondTask.PARITY, digits, all).of(digits, all);
        assertArrayEquals(
                IntStream.of(all).map(index -> digits.label(index) % 2).toArray(), odd);
    }

    @Test
    void aStrokeThatLeansToTheRightHasMoreSlant() {
        Strokes strokes = new Strokes();
        int[] both = {0, 1, 2};
        assertArrayEquals(new int[] {0, 0, 1}, new SecondLabels(SecondTask.SLANT, strokes, both).of(strokes, both));
    }

    /** Lines in 5×5 pixels: leaning left, upright, leaning right. */
    private record Strokes() implements Samples {
        @Override
        public int count() {
            return 3;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public int height() {
            return 5;
        }

        @Override
        public int width() {
            return 5;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void copyInto(float[] target, int offset, int index, int dx, int dy) {
            for (int row = 0; row < 5; row++) {
                int column = index == 1 ? 2 : index == 0 ? row : 4 - row;
                target[offset + 5 * row + column] = 1;
            }
        }
    }

    @Test
    void pointsHaveNoSlant() {
        Refusal refused = assertThrows(Refusal.class, () -> Preset.TOY
                .settings()
                .with(draft ->
                        draft.method = MethodSettings.of(MethodKind.MULTI_TASK).with("secondTask", 1)));
        assertEquals("method.slant", refused.reason().orElseThrow().key());
    }
}
