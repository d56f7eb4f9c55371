package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.method.Distiller;
import distillery.method.Glimpse;
import distillery.method.Gradients;
import distillery.method.LiveHyperparameters;
import distillery.method.Method;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.StepContext;
import distillery.net.Engine;
import distillery.net.InputBatch;
import distillery.net.NetSpec;
import distillery.net.Network;
import distillery.net.Tap;
import distillery.train.StepReport.ArmStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that look at hidden layers, on real nets and digits. */
class HiddenLayersTest {
    private static final MaterialsCache CACHE = new MaterialsCache();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    /** All that look at hidden layers or weights. */
    static Stream<MethodKind> looking() {
        return Arrays.stream(MethodKind.values())
                .filter(kind -> MethodSettings.of(kind).method().looksInside());
    }

    private static TrainSettings by(MethodKind kind) {
        return Preset.SMALL_CNN.settings().with(draft -> {
            draft.method = MethodSettings.of(kind);
            if (kind == MethodKind.COPIED) {
                draft.student = NetSpec.parse("28x28-c24-p2-c8-p2-32-10"); // begins as the teacher does
            }
        });
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static ArmStep of(StepReport report, ArmName name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    @Test
    void theSameSeedGivesTheSameCurve() throws Problem {
        theSameSeedGivesTheSameCurveByEveryMethod(MethodKind.HINT);
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("looking")
    void theSameSeedGivesTheSameCurveByEveryMethod(MethodKind kind) throws Problem {
        Experiment first = experiment(by(kind));
        Experiment second = experiment(by(kind));
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    of(first.step(by(kind).live()), ArmName.DISTILLED).total(),
                    of(second.step(by(kind).live()), ArmName.DISTILLED).total());
        }
        assertArrayEquals(
                first.weights(ArmName.DISTILLED).values(),
                second.weights(ArmName.DISTILLED).values());
    }

    @Thorough
    @ParameterizedTest
    @MethodSource("looking")
    void theTotalIsSoftLabelsAndLabelsAtTheirWeightsAndTheMethodsOwnPart(MethodKind kind) throws Problem {
        TrainSettings settings = by(kind);
        StepReport report = experiment(settings).step(settings.live());
        ArmStep step = of(report, ArmName.DISTILLED);
        boolean inside = settings.method().method().looksInside();
        assertEquals(kind == MethodKind.BOUNDARIES, step.pattern() > 0 && step.pattern() < 1, "" + step.pattern());
        assertTrue(Double.isNaN(of(report, ArmName.LABELS_ONLY).pattern()));
        assertEquals(inside && kind != MethodKind.COPIED, Double.isFinite(step.own()));
        assertTrue(Double.isNaN(of(report, ArmName.CONTROL).own()));
        if (inside) {
            LiveHyperparameters knobs = settings.live().knobs();
            double outputs = knobs.softWeight() * step.softTimesT2() + knobs.hardWeight() * step.hard();
            double own = Double.isNaN(step.own()) ? 0 : step.own();
            assertEquals(step.total(), outputs + own, 1e-9 * step.total());
            assertFalse(report.arms().containsKey(ArmName.SHUFFLED), "soft labels alone can be shuffled");
        }
    }

    /** Looks at the teacher's hidden layer and at nothing else. */
    private record Looking(List<double[]> seen) implements Method {
        @Override
        public boolean needsTargets() {
            return false;
        }

        @Override
        public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
            Tap hidden = teacher.tap("dense1");
            return new Distiller() {
                @Override
                public Set<Glimpse> glimpses() {
                    return Set.of(new Glimpse.At(hidden));
                }

                @Override
                public Gradients step(StepContext context) {
                    seen.add(context.teacher(hidden));
                    return new Gradients(0, new double[context.student().length]);
                }
            };
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void hiddenLayersThatAreKeptSayWhatTheySayWhenAsked(int jitter) throws Problem {
        TrainSettings settings = Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 10);
            draft.images = 100;
            draft.jitter = jitter;
        });
        List<double[]> seen = new ArrayList<>();
        Arm arm = new Arm(ArmName.DISTILLED, new Looking(seen), settings.student(), 1, List.of());
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        Cast cast = new Cast(List.of(new Phase(List.of(arm), 1)));
        Experiment experiment = new Experiment(settings, cast, materials, ProgressMonitor.none());
        assertEquals(jitter == 0, experiment.softLabelsKept());
        StepReport report = experiment.step(settings.live());
        InputBatch inputs = new InputBatch(784, 512);
        inputs.fill(materials.data().train(), report.batch());
        assertArrayEquals(materials.teacher().logits(inputs), report.teacherLogits(), 1e-4);
        materials.teacher().net().forward(inputs, 0);
        Network net = materials.teacher().net();
        assertArrayEquals(net.feature(net.spec().tap("dense1")), seen.get(0), 1e-4);
    }

    @Test
    void netsThatAMethodCannotWorkOnAreRefusedWithOneThatWouldDo() {
        TrainSettings dense = Preset.FEW_LABELS.settings();
        Problem maps = refusal(dense, MethodKind.ATTENTION);
        assertTrue(maps.getMessage().contains("784-128-10 has none"), maps.getMessage());
        assertTrue(maps.in(Locale.SIMPLIFIED_CHINESE).contains("28x28-c4-p2-c8-p2-32-10"));
        TrainSettings once =
                Preset.SMALL_CNN.settings().with(draft -> draft.student = NetSpec.parse("28x28-c4-p2-32-10"));
        Problem two = refusal(once, MethodKind.FLOW);
        assertTrue(two.getMessage().contains("28x28-c4-p2-32-10 has fewer than two"), two.getMessage());
        assertTrue(two.in(Locale.SIMPLIFIED_CHINESE).contains("28x28-c4-p2-c8-p2-32-10"));
        TrainSettings flat = dense.with(draft -> draft.student = NetSpec.dense(784, 10));
        for (MethodKind kind : List.of(MethodKind.HINT, MethodKind.RELATIONAL, MethodKind.BOUNDARIES)) {
            String said = refusal(flat, kind).getMessage();
            assertTrue(said != null && said.contains("784-10 has none") && said.contains("784-32-10"), said);
        }
    }

    @Thorough
    @Test
    void copiedLayersBeginAsTheTeachersAndTheOthersAsTheTwins() throws Problem {
        TrainSettings settings = by(MethodKind.COPIED);
        Experiment experiment = experiment(settings);
        float[] teacher = CACHE.materials(settings, ProgressMonitor.none())
                .teacher()
                .weights()
                .values();
        float[] student = experiment.weights(ArmName.DISTILLED).values();
        float[] twin = experiment.weights(ArmName.LABELS_ONLY).values();
        int copied = 24 * 9 + 24;
        assertEquals(-1, Arrays.mismatch(teacher, 0, copied, student, 0, copied));
        assertEquals(-1, Arrays.mismatch(twin, copied, twin.length, student, copied, student.length));
        assertTrue(Arrays.mismatch(twin, 0, copied, student, 0, copied) >= 0);
        experiment.step(settings.live());
        experiment.goBack();
        assertArrayEquals(student, experiment.weights(ArmName.DISTILLED).values());
    }

    @Test
    void weightsWithoutAPartnerAreRefusedByName() {
        Problem copy = refusal(Preset.FEW_LABELS.settings(), MethodKind.COPIED);
        assertTrue(copy.getMessage().contains("such as 784-800-10"), copy.getMessage());
        assertTrue(copy.in(Locale.SIMPLIFIED_CHINESE).contains("784-128-10"));
        TrainSettings maps = Preset.SMALL_CNN.settings();
        Problem cnn = refusal(maps, MethodKind.COPIED);
        assertTrue(cnn.getMessage().contains("such as 28x28-c24-p2-10"), cnn.getMessage());
        TrainSettings flat = maps.with(draft -> draft.student = NetSpec.parse("28x28-c4k5-10"));
        String alone = refusal(flat, MethodKind.WEIGHTS).getMessage();
        assertTrue(alone != null && alone.contains("28x28-c4k5-10 has a partner"), alone);
    }

    private static Problem refusal(TrainSettings settings, MethodKind kind) {
        return assertThrows(Refusal.class, () -> settings.with(draft -> draft.method = MethodSettings.of(kind)))
                .problem();
    }

    @Test
    void hintsAloneToTheEndAreRefused() {
        TrainSettings maps = Preset.SMALL_CNN.settings().with(draft -> {
            draft.epochs = 5;
            draft.method = MethodSettings.of(MethodKind.HINT).with("hintEpochs", 4);
        });
        Refusal fewer = assertThrows(Refusal.class, () -> maps.with(draft -> draft.epochs = 4));
        assertEquals("hintEpochs", fewer.field());
        String said = fewer.problem().getMessage();
        assertTrue(said != null && said.contains("all 4 epochs") && said.contains("train for more"), said);
    }

    @Test
    void dataWithoutMapsTakeTheMethodThatNeedsThemAway() {
        assertEquals(
                MethodKind.HINTON, Fit.toToy(by(MethodKind.ATTENTION)).method().kind());
        assertEquals(
                MethodKind.RELATIONAL,
                Fit.toToy(by(MethodKind.RELATIONAL)).method().kind());
    }
}
