package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.loss.SoftLoss;
import distillery.method.Distiller;
import distillery.method.Glimpse;
import distillery.method.Gradients;
import distillery.method.Hinton;
import distillery.method.LabelsOnly;
import distillery.method.LiveHyperparameters;
import distillery.method.Method;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.StepContext;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.net.Parameter;
import distillery.net.Projection;
import distillery.net.Tap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may learn from whom, and that each hears what it should. */
class CastTest {
    private static final MaterialsCache CACHE = new MaterialsCache();
    private static final ArmName FIRST = new ArmName(ArmRole.PEER, 1);
    private static final ArmName SECOND = new ArmName(ArmRole.PEER, 2);
    private static final NetSpec TOY = NetSpec.dense(10, 10, 2);
    private static final List<Source> TEACHER = List.of(new Source.OfTeacher());

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings toy() {
        return Preset.TOY.settings();
    }

    private static Experiment experiment(TrainSettings settings, Phase... phases) throws Problem {
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        return new Experiment(settings, new Cast(List.of(phases)), materials, ProgressMonitor.none());
    }

    private static Arm arm(ArmName name, Method method, long seed, Source... sources) {
        return new Arm(name, method, TOY, seed, List.of(sources));
    }

    private static StepReport.ArmStep of(StepReport report, ArmName name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    @Test
    void peersSeeEachOthersLogitsOfTheSameStep() throws Problem {
        Experiment pair = experiment(
                toy(),
                new Phase(
                        List.of(
                                arm(FIRST, new Hinton(), 1, new Source.OfPeer(SECOND)),
                                arm(SECOND, new Hinton(), 2, new Source.OfPeer(FIRST))),
                        10));
        LiveHyperparameters soft = new LiveHyperparameters(3, 1, 0);
        for (int i = 0; i < 5; i++) {
            StepReport report = pair.step(new LiveSettings(soft, 1e-2, 64));
            double[] first = of(report, FIRST).logits();
            double[] second = of(report, SECOND).logits();
            assertEquals(
                    9 * SoftLoss.of(first, second, 2, 3).divergence(),
                    of(report, FIRST).total(),
                    1e-12);
            assertEquals(
                    9 * SoftLoss.of(second, first, 2, 3).divergence(),
                    of(report, SECOND).total(),
                    1e-12);
            assertNotEquals(of(report, FIRST).total(), of(report, SECOND).total());
        }
    }

    @Test
    void peersWithTheSameFirstWeightsStayEqual() throws Problem {
        Experiment pair = experiment(
                toy(),
                new Phase(
                        List.of(
                                arm(FIRST, new Hinton(), 1, new Source.OfPeer(SECOND)),
                                arm(SECOND, new Hinton(), 1, new Source.OfPeer(FIRST))),
                        10));
        StepReport report = pair.step(new LiveSettings(new LiveHyperparameters(3, 1, 0), 1e-2, 64));
        assertEquals(0, of(report, FIRST).total(), 1e-15);
        assertArrayEquals(pair.weights(FIRST).values(), pair.weights(SECOND).values());
    }

    @Test
    void eachPhaseTeachesTheNextAndLearnsNoMore() throws Problem {
        ArmName a = new ArmName(ArmRole.GENERATION, 1);
        ArmName b = new ArmName(ArmRole.GENERATION, 2);
        ArmName c = new ArmName(ArmRole.GENERATION, 3);
        Experiment chain = experiment(
                toy(),
                new Phase(List.of(arm(a, new LabelsOnly(), 1)), 2),
                new Phase(List.of(arm(b, new Hinton(), 2, new Source.OfEarlier(a))), 3),
                new Phase(List.of(arm(c, new Hinton(), 3, new Source.OfEarlier(b))), 1));
        List<Integer> phases = new ArrayList<>();
        float[] taught = {};
        while (chain.epochs() < 8) {
            StepReport report = chain.step(toy().live());
            if (chain.atEpochEnd()) {
                phases.add(chain.phase());
                assertEquals(
                        Set.of(List.of(a, b, c).get(chain.phase())),
                        report.arms().keySet());
                assertEquals(
                        Set.copyOf(List.of(a, b, c).subList(0, chain.phase() + 1)),
                        chain.evaluate().arms().keySet());
            }
            if (chain.epochs() == 2 && chain.atEpochEnd()) {
                taught = chain.weights(a).values();
            }
        }
        assertEquals(List.of(0, 0, 1, 1, 1, 2, 2, 2), phases, "the last goes on");
        assertArrayEquals(taught, chain.weights(a).values());
        assertEquals(Set.of(a, b, c), chain.arms());
    }

    @Test
    void rollbackStaysInItsPhase() throws Problem {
        ArmName a = new ArmName(ArmRole.GENERATION, 1);
        ArmName b = new ArmName(ArmRole.GENERATION, 2);
        Experiment chain = experiment(
                toy(),
                new Phase(List.of(arm(a, new LabelsOnly(), 1)), 1),
                new Phase(List.of(arm(b, new Hinton(), 2, new Source.OfEarlier(a))), 1));
        while (chain.epochs() < 1) {
            chain.step(toy().live());
        }
        float[] finished = chain.weights(a).values();
        chain.step(toy().live());
        chain.evaluate();
        float[] good = chain.weights(b).values();
        chain.step(toy().live());
        assertFalse(Arrays.equals(good, chain.weights(b).values()));
        assertEquals(11, chain.goBack());
        assertArrayEquals(good, chain.weights(b).values());
        assertArrayEquals(finished, chain.weights(a).values());
    }

    @Test
    void aPhaseThatAsksItsTeacherCanBeCancelled() throws Problem {
        ArmName a = new ArmName(ArmRole.GENERATION, 1);
        ArmName b = new ArmName(ArmRole.GENERATION, 2);
        boolean[] cancelled = new boolean[1];
        List<TrainEvent.Task> told = new ArrayList<>();
        ProgressMonitor monitor = new ProgressMonitor() {
            @Override
            public void progress(TrainEvent.Task task, double share) {
                told.add(task);
            }

            @Override
            public boolean cancelled() {
                return cancelled[0];
            }
        };
        Cast cast = new Cast(List.of(
                new Phase(List.of(arm(a, new LabelsOnly(), 1)), 1),
                new Phase(List.of(arm(b, new Hinton(), 2, new Source.OfEarlier(a))), 1)));
        Experiment chain = new Experiment(toy(), cast, CACHE.materials(toy(), ProgressMonitor.none()), monitor);
        while (chain.epochs() < 1) {
            chain.step(toy().live());
        }
        told.clear();
        cancelled[0] = true;
        assertThrows(CancellationException.class, () -> chain.step(toy().live()));
        cancelled[0] = false;
        Experiment other = new Experiment(toy(), cast, CACHE.materials(toy(), ProgressMonitor.none()), monitor);
        while (other.epochs() < 1) {
            other.step(toy().live());
        }
        told.clear();
        other.step(toy().live());
        assertTrue(told.contains(TrainEvent.Task.ASKING_TEACHER));
    }

    @Test
    void itsOwnPastIsWhatItSaidAnEpochBefore() throws Problem {
        Experiment alone =
                experiment(toy(), new Phase(List.of(arm(FIRST, new Hinton(), 1, new Source.OfOwnPast())), 10));
        LiveSettings live = new LiveSettings(new LiveHyperparameters(2, 1, 1), 1e-2, 64);
        while (alone.epochs() < 1) {
            StepReport.ArmStep step = of(alone.step(live), FIRST);
            assertEquals(step.hard(), step.total(), 1e-12, "nothing is past yet");
        }
        StepReport.ArmStep step = of(alone.step(live), FIRST);
        assertTrue(step.total() > step.hard() + 1e-6);
    }

    @Test
    void shuffledSoftLabelsAreAsSoftAndGiveTheRightClassAsMuch() throws Problem {
        TrainSettings few = Preset.FEW_LABELS.settings().with(draft -> draft.student = NetSpec.dense(784, 10));
        Experiment experiment =
                new Experiment(few, CACHE.materials(few, ProgressMonitor.none()), ProgressMonitor.none());
        StepReport report = experiment.step(few.live());
        double[] logits = report.teacherLogits();
        ShuffledLogits shuffling = new ShuffledLogits(10, 1);
        double[] shuffled = shuffling.of(report.batch(), logits);
        assertArrayEquals(shuffled, shuffling.of(report.batch(), logits), "the same each time");
        int moved = 0;
        for (int row = 0; row < report.batch().size(); row++) {
            int label = report.batch().labels()[row];
            assertEquals(logits[row * 10 + label], shuffled[row * 10 + label]);
            double[] before = Arrays.copyOfRange(logits, row * 10, row * 10 + 10);
            double[] after = Arrays.copyOfRange(shuffled, row * 10, row * 10 + 10);
            moved += Arrays.equals(before, after) ? 0 : 1;
            Arrays.sort(before);
            Arrays.sort(after);
            assertArrayEquals(before, after);
        }
        assertTrue(moved > report.batch().size() / 2);
        assertEquals(
                of(report, ArmName.DISTILLED).soft(),
                of(report, ArmName.SHUFFLED).soft(),
                1e-9,
                "both against the teacher");
        assertNotEquals(
                of(report, ArmName.DISTILLED).total(),
                of(report, ArmName.SHUFFLED).total());
    }

    @Test
    void whereNothingCanBeShuffledNobodyLearnsFromIt() {
        assertFalse(CastFactory.of(toy()).names().contains(ArmName.SHUFFLED), "two classes");
        TrainSettings labels =
                Preset.FEW_LABELS.settings().with(draft -> draft.method = MethodSettings.of(MethodKind.LABELS_ONLY));
        assertFalse(CastFactory.of(labels).names().contains(ArmName.SHUFFLED));
        assertEquals(
                ArmName.CLASSIC, CastFactory.of(Preset.FEW_LABELS.settings()).names());
    }

    @Test
    void aTeacherNobodyListensToIsNotAskedWhereItWouldHaveToBeAtEachBatch() throws Problem {
        TrainSettings moved = Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 10);
            draft.jitter = 2;
            draft.method = MethodSettings.of(MethodKind.LABELS_ONLY);
        });
        Experiment alone =
                new Experiment(moved, CACHE.materials(moved, ProgressMonitor.none()), ProgressMonitor.none());
        StepReport report = alone.step(moved.live());
        assertEquals(0, report.teacherLogits().length);
        assertTrue(Double.isNaN(of(report, ArmName.DISTILLED).soft()));
        assertTrue(report.broken().isEmpty());
    }

    /** The student's last hidden layer, through a regressor, is to be the teacher's. */
    private record Hint() implements Method {
        @Override
        public boolean needsTargets() {
            return false;
        }

        @Override
        public Distiller distiller(NetSpec teacher, NetSpec student, long seed) {
            Tap from = student.tap("dense1");
            Tap to = teacher.tap("dense1");
            Projection regressor = new Projection(from.shape(), to.shape().size(), seed);
            return new Distiller() {
                @Override
                public Set<Tap> studentTaps() {
                    return Set.of(from);
                }

                @Override
                public Set<Glimpse> glimpses() {
                    return Set.of(new Glimpse.At(to));
                }

                @Override
                public List<Parameter> parameters() {
                    return regressor.parameters();
                }

                @Override
                public Gradients step(StepContext context) {
                    double[] x = context.student(from);
                    double[] wanted = context.teacher(to);
                    double[] slope = regressor.forward(x);
                    double loss = 0;
                    for (int i = 0; i < slope.length; i++) {
                        slope[i] -= wanted[i];
                        loss += slope[i] * slope[i] / slope.length;
                        slope[i] *= 2.0 / slope.length;
                    }
                    double[] none = new double[context.student().length];
                    return new Gradients(loss, none, Map.of(from, regressor.backward(slope)), loss);
                }
            };
        }
    }

    @Test
    void whatAMethodTrainsBesideTheStudentLearnsAndGoesBackWithIt() throws Problem {
        Experiment hinted = experiment(toy(), new Phase(List.of(arm(FIRST, new Hint(), 1)), 10));
        LiveSettings live = new LiveSettings(new LiveHyperparameters(2, 1, 1), 1e-2, 64);
        double first = of(hinted.step(live), FIRST).total();
        while (hinted.epochs() < 10) {
            hinted.step(live);
        }
        hinted.evaluate();
        double good = of(hinted.step(live), FIRST).total();
        assertTrue(good < first / 4, first + " -> " + good);
        assertEquals(132, hinted.weights(FIRST).values().length, "the regressor is no part of the file");
        LiveSettings wild = new LiveSettings(new LiveHyperparameters(2, 1, 1), 10, 64);
        for (int i = 0; i < 3; i++) {
            hinted.step(wild);
        }
        assertTrue(of(hinted.step(wild), FIRST).total() > 10 * good);
        hinted.goBack();
        double back = of(hinted.step(live), FIRST).total();
        assertTrue(back < 2 * good, "regressor and student are back: " + good + " -> " + back);
    }

    @Test
    void castsThatCannotBeAreRefused() {
        Arm lonely = arm(FIRST, new Hinton(), 1, new Source.OfPeer(SECOND));
        assertThrows(IllegalArgumentException.class, () -> new Phase(List.of(lonely), 1));
        Arm late = arm(FIRST, new Hinton(), 1, new Source.OfEarlier(SECOND));
        assertThrows(IllegalArgumentException.class, () -> new Cast(List.of(new Phase(List.of(late), 1))));
        assertThrows(IllegalArgumentException.class, () -> new Arm(FIRST, new Hinton(), TOY, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Arm(FIRST, new LabelsOnly(), TOY, 1, TEACHER));
        Arm twice = arm(FIRST, new LabelsOnly(), 1);
        assertThrows(IllegalArgumentException.class, () -> new Phase(List.of(twice, twice), 1));
    }

    @Test
    void namesAreSpelledOneWay() {
        for (ArmRole role : ArmRole.values()) {
            for (int number : new int[] {0, 1, 12}) {
                ArmName name = new ArmName(role, number);
                assertEquals(name, ArmName.of(name.toString()));
            }
        }
        assertEquals("labelsOnly", ArmName.LABELS_ONLY.toString());
        assertEquals("peer2", SECOND.toString());
        assertThrows(IllegalArgumentException.class, () -> ArmName.of("LABELS_ONLY"));
    }
}
