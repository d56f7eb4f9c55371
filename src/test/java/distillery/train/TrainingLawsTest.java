package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Engine;
import distillery.net.Initialisation;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.StepReport.ArmStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingLawsTest {
    private static final MaterialsCache SHELF = new MaterialsCache();

    @BeforeAll
    static void startEngine() throws Problem {
        Engine.start();
    }

    @Test
    void sameSeedSameCurve() throws Problem {
        assertEquals(curve(settings(1), 40), curve(settings(1), 40));
        assertNotEquals(curve(settings(1), 40), curve(settings(2), 40));
    }

    /** Small convolutional nets learn and are tested several at a time; told how many threads to use, one after the other. */
    @Thorough
    @Test
    void armsThatLearnAtTheSameTimeLearnWhatTheyLearnOneAfterTheOther() throws Problem {
        Map<ArmName, List<Object>> together = learned();
        Engine.onThisThread(Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors() - 1)));
        try {
            assertEquals(together, learned());
        } finally {
            Engine.onThisThread(0);
        }
    }

    private static Map<ArmName, List<Object>> learned() throws Problem {
        TrainSettings settings = Preset.SMALL_CNN.settings();
        Experiment experiment = experiment(settings);
        for (int i = 0; i < 6; i++) {
            experiment.step(settings.live());
        }
        Map<ArmName, List<Object>> learned = new TreeMap<>();
        experiment
                .evaluate()
                .arms()
                .forEach((arm, score) -> learned.put(
                        arm,
                        List.of(
                                Arrays.hashCode(experiment.weights(arm).values()),
                                Arrays.hashCode(score.logits()),
                                score.errors())));
        return learned;
    }

    @Test
    void twinsStartAlikeAndSeeTheSameBatches() throws Problem {
        Experiment experiment = experiment(settings(1));
        float[] born = experiment.weights(ArmName.LABELS_ONLY).values();
        for (ArmName student : ArmName.CLASSIC) {
            assertArrayEquals(born, experiment.weights(student).values());
        }
        StepReport first = experiment.step(settings(1).live());
        assertEquals(
                of(first, ArmName.LABELS_ONLY).hard(),
                of(first, ArmName.DISTILLED).hard());
        assertEquals(
                of(first, ArmName.LABELS_ONLY).soft(),
                of(first, ArmName.CONTROL).soft());
        assertFalse(Arrays.equals(
                experiment.weights(ArmName.LABELS_ONLY).values(),
                experiment.weights(ArmName.DISTILLED).values()));
    }

    @Test
    void withTheWeightOnTheLabelsAloneTheDistilledStudentIsTheLabelsOnlyTwin() throws Problem {
        Experiment experiment = experiment(settings(1));
        LiveSettings labels = new LiveSettings(new LiveHyperparameters(4, 0, 1), 1e-3, 64);
        for (int i = 0; i < 20; i++) {
            experiment.step(labels);
        }
        assertArrayEquals(
                experiment.weights(ArmName.LABELS_ONLY).values(),
                experiment.weights(ArmName.DISTILLED).values());
    }

    @Test
    void rememberedSoftLabelsAreWhatTheTeacherSays() throws Problem {
        TrainSettings still = settings(1);
        Experiment keeping = experiment(still);
        DataAndTeacher materials = SHELF.materials(still, ProgressMonitor.none());
        assertTrue(keeping.softLabelsKept());
        StepReport report = keeping.step(still.live());
        InputBatch inputs = new InputBatch(784, 512);
        inputs.fill(materials.data().train(), report.batch());
        assertArrayEquals(materials.teacher().logits(inputs), report.teacherLogits(), 1e-4);
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(MethodKind.class)
    void everyMethodTeaches(MethodKind kind) throws Problem {
        TrainSettings start =
                switch (kind) {
                    case ATTENTION, FLOW -> small();
                    case COPIED -> small().with(draft -> draft.student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10"));
                    case OWN_TEACHER -> settings(1).with(draft -> draft.student = NetSpec.dense(784, 64, 32, 10));
                    default -> settings(1);
                };
        TrainSettings settings = with(start, MethodSettings.of(kind), new LiveHyperparameters(4, 0.9, 0.1), 1e-3);
        int phases = CastFactory.of(settings).phases().size();
        settings = settings.with(draft -> draft.epochs = 10);
        Experiment experiment = experiment(settings);
        Evaluation.Score first = experiment.evaluate().arms().get(ArmName.DISTILLED);
        double before = first == null ? 0 : first.accuracy();
        while (experiment.epochs() < 10 * phases) {
            experiment.step(settings.live());
        }
        double after = score(experiment.evaluate(), ArmName.DISTILLED).accuracy();
        assertTrue(after > 0.75 && after > before + 0.5, before + " -> " + after);
    }

    @Test
    void theTeacherOnBoardMakesAtMost150ErrorsOnDigitsItNeverSaw() throws Problem {
        Evaluation.Score score = experiment(settings(1)).teacherScore();
        assertEquals(10_000, score.logits().length / 10);
        assertTrue(score.errors() <= 150, "errors " + score.errors());
        assertEquals(1 - score.errors() / 10_000.0, score.accuracy());
        assertEquals(1, score.agreement());
    }

    @Test
    void anOmittedDigitIsNeverShown() throws Problem {
        TrainSettings all = settings(1);
        TrainSettings without = new TrainSettings(
                all.data(),
                all.teacher(),
                all.student(),
                all.initialisation(),
                all.optimiser(),
                all.method(),
                all.images(),
                Set.of(3),
                all.jitter(),
                all.smoothing(),
                all.epochs(),
                all.live(),
                EvaluationSet.TEST,
                all.seed());
        Experiment experiment = experiment(without);
        while (experiment.epochs() < 1) {
            int[] labels = experiment.step(without.live()).batch().labels();
            assertTrue(Arrays.stream(labels).noneMatch(label -> label == 3));
        }
    }

    @Test
    void slidersActWithTheNextStep() throws Problem {
        Experiment experiment = experiment(settings(1));
        StepReport warm = experiment.step(new LiveSettings(new LiveHyperparameters(4, 0.9, 0.1), 1e-3, 64));
        StepReport hot = experiment.step(new LiveSettings(new LiveHyperparameters(20, 0.5, 0.5), 1e-4, 16));
        assertEquals(64, warm.batch().size());
        assertEquals(16, hot.batch().size());
        ArmStep step = of(hot, ArmName.DISTILLED);
        assertEquals(400 * step.soft(), step.softTimesT2(), 1e-9 * step.softTimesT2());
        assertEquals(0.5 * step.softTimesT2() + 0.5 * step.hard(), step.total(), 1e-12);
    }

    @Test
    void aDivergingRunIsNoticedAndTakenBack() throws Problem {
        TrainSettings wild = with(
                settings(1), MethodSettings.of(MethodKind.LOGIT_MATCHING), new LiveHyperparameters(4, 1000, 0), 10);
        TrainSettings plain = new TrainSettings(
                wild.data(),
                wild.teacher(),
                wild.student(),
                Initialisation.HE,
                new Optimiser.Sgd(0.9),
                wild.method(),
                wild.images(),
                wild.omitted(),
                0,
                0.1,
                wild.epochs(),
                wild.live(),
                EvaluationSet.TEST,
                1);
        Experiment experiment = experiment(plain);
        Evaluation start = experiment.evaluate();
        float[] good = experiment.weights(ArmName.DISTILLED).values();
        StepReport report = experiment.step(plain.live());
        while (report.broken().isEmpty()) {
            assertTrue(report.step() < 100, "never diverged");
            report = experiment.step(plain.live());
        }
        assertEquals(0, experiment.goBack());
        assertArrayEquals(good, experiment.weights(ArmName.DISTILLED).values());
        assertEquals(
                score(start, ArmName.DISTILLED).errors(),
                score(experiment.evaluate(), ArmName.DISTILLED).errors());
    }

    @Test
    void toyStudentsCopyARandomFunction() throws Problem {
        TrainSettings toy = Preset.TOY.settings();
        List<SeedResult> results = new ArrayList<>();
        SeedRuns.run(
                toy,
                new MaterialsCache().materials(toy, ProgressMonitor.none()),
                ProgressMonitor.none(),
                false,
                event -> {
                    if (event instanceof TrainEvent.SeedFinished tried) {
                        results.add(tried.result());
                    }
                });
        assertTrue(results.get(0).of(ArmName.DISTILLED).agreement() > 0.85, results.toString());
    }

    private static List<ArmStep> comparable(StepReport report) {
        return report.arms().values().stream()
                .map(step -> new ArmStep(
                        step.hard(),
                        step.soft(),
                        step.softTimesT2(),
                        step.total(),
                        step.own(),
                        step.pattern(),
                        new double[0]))
                .toList();
    }

    private static List<String> curve(TrainSettings settings, int steps) throws Problem {
        Experiment experiment = experiment(settings);
        List<String> curve = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            for (ArmStep step : comparable(experiment.step(settings.live()))) {
                curve.add(step.hard() + " " + step.soft() + " " + step.total());
            }
        }
        return curve;
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, SHELF.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static ArmStep of(StepReport report, ArmName student) {
        return Objects.requireNonNull(report.arms().get(student));
    }

    private static Evaluation.Score score(Evaluation evaluation, ArmName student) {
        return Objects.requireNonNull(evaluation.arms().get(student));
    }

    private static TrainSettings with(
            TrainSettings base, MethodSettings method, LiveHyperparameters knobs, double rate) {
        return new TrainSettings(
                base.data(),
                base.teacher(),
                base.student(),
                base.initialisation(),
                base.optimiser(),
                method,
                base.images(),
                base.omitted(),
                base.jitter(),
                base.smoothing(),
                base.epochs(),
                new LiveSettings(knobs, rate, base.live().batchSize()),
                EvaluationSet.TEST,
                base.seed());
    }

    private static TrainSettings small() {
        return Preset.SMALL_CNN.settings().with(draft -> draft.images = 800);
    }

    private static TrainSettings settings(long seed) {
        TrainSettings few = Preset.FEW_LABELS.settings();
        return new TrainSettings(
                few.data(),
                few.teacher(),
                NetSpec.dense(784, 64, 10),
                few.initialisation(),
                few.optimiser(),
                few.method(),
                1_000,
                few.omitted(),
                0,
                0.1,
                4,
                few.live(),
                EvaluationSet.TEST,
                seed);
    }
}
