package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Engine;
import distillery.net.NetSpec;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A net that teaches its own earlier exits. */
class OwnExitsTest {
    private static final MaterialsCache CACHE = new MaterialsCache();
    private static final MethodSettings TWO =
            MethodSettings.of(MethodKind.OWN_TEACHER).with("exits", 2);

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    @Thorough
    @Test
    void exitsOfAConvolutionalNetLearnToAnswer() throws Problem {
        TrainSettings settings = Preset.SMALL_CNN.settings().with(draft -> {
            draft.method = TWO;
            draft.epochs = 12;
        });
        assertEquals(
                List.of("labelsOnly", "distilled", "exit1", "exit2", "control"),
                CastFactory.of(settings).names().stream().map(ArmName::toString).toList());
        Experiment experiment = experiment(settings);
        Evaluation before = experiment.evaluate();
        while (experiment.epochs() < 12) {
            experiment.step(settings.live());
        }
        Evaluation after = experiment.evaluate();
        for (int i = 1; i <= 2; i++) {
            ArmName exit = new ArmName(ArmRole.EXIT, i);
            double start = Objects.requireNonNull(before.arms().get(exit)).accuracy();
            double end = Objects.requireNonNull(after.arms().get(exit)).accuracy();
            assertTrue(start < 0.3 && end > 0.6, exit + ": " + start + " -> " + end);
        }
    }

    @Test
    void aNetWithTooFewLayersIsRefusedWithOneThatWouldDo() {
        Refusal refused =
                assertThrows(Refusal.class, () -> Preset.FEW_LABELS.settings().with(draft -> draft.method = TWO));
        String said = refused.reason().orElseThrow().getMessage();
        assertTrue(said.contains("784-128-10") && said.contains("784-128-64-32-10"), said);
        Preset.FEW_LABELS.settings().with(draft -> {
            draft.method = TWO;
            draft.student = NetSpec.dense(784, 128, 64, 32, 10);
        });
    }
}
