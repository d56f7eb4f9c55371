package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.loss.Softmax;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.net.Engine;
import distillery.net.NetSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Peers, generations, ensembles and assistants: who learns when, and from whom. */
class ArrangementTest {
    private static final MaterialsCache CACHE = new MaterialsCache();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings settings(MethodKind kind) {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 8, 10);
            draft.images = 200;
            draft.epochs = 2;
            draft.method = MethodSettings.of(kind);
        });
    }

    private static TrainSettings settings(MethodKind kind, String parameter, double value) {
        return settings(kind).with(draft -> draft.method = draft.method.with(parameter, value));
    }

    private static Experiment experiment(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static SeedResult run(TrainSettings settings) throws Problem {
        List<SeedResult> results = new ArrayList<>();
        SeedRuns.run(
                settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none(), false, event -> {
                    if (event instanceof TrainEvent.SeedFinished finished) {
                        results.add(finished.result());
                    }
                });
        return results.get(0);
    }

    private static ArmName arm(ArmRole role, int number) {
        return new ArmName(role, number);
    }

    private static StepReport.ArmStep of(StepReport report, ArmName name) {
        return Objects.requireNonNull(report.arms().get(name));
    }

    @Test
    void peersStartApartAndTheirTwinsLearnAlone() throws Problem {
        Cast cast = CastFactory.of(settings(MethodKind.MUTUAL, "peers", 3));
        assertEquals(1, cast.phases().size());
        Experiment experiment = experiment(settings(MethodKind.MUTUAL, "peers", 3));
        StepReport first = experiment.step(settings(MethodKind.MUTUAL).live());
        for (int i = 2; i <= 3; i++) {
            assertArrayEquals(
                    of(first, arm(ArmRole.PEER, i)).logits(),
                    of(first, arm(ArmRole.LABELS_ONLY, i)).logits());
        }
        assertArrayEquals(
                of(first, ArmName.DISTILLED).logits(),
                of(first, ArmName.LABELS_ONLY).logits());
        assertFalse(Arrays.equals(
                of(first, ArmName.DISTILLED).logits(),
                of(first, arm(ArmRole.PEER, 2)).logits()));
    }

    @Test
    void peersWithoutWeightOnEachOtherLearnLikeTheirTwins() throws Problem {
        TrainSettings settings = settings(MethodKind.MUTUAL);
        LiveSettings alone = settings.live().withKnobs(new LiveHyperparameters(2, 0, 1));
        Experiment experiment = experiment(settings);
        while (experiment.epochs() < 1) {
            experiment.step(alone);
        }
        assertArrayEquals(
                experiment.weights(arm(ArmRole.LABELS_ONLY, 2)).values(),
                experiment.weights(arm(ArmRole.PEER, 2)).values());
        while (experiment.epochs() < 2) {
            experiment.step(settings.live());
        }
        assertFalse(Arrays.equals(
                experiment.weights(arm(ArmRole.LABELS_ONLY, 2)).values(),
                experiment.weights(arm(ArmRole.PEER, 2)).values()));
    }

    @Test
    void generationsFollowEachOtherAndTheLastIsHeldAgainstBothControlsOfThePaper() throws Problem {
        TrainSettings settings = settings(MethodKind.BORN_AGAIN);
        Cast cast = CastFactory.of(settings);
        assertEquals(6, cast.epochs());
        assertEquals(
                Set.of(ArmName.DISTILLED, ArmName.SHUFFLED, ArmName.WEIGHTED),
                Set.copyOf(cast.phases().get(2).arms().stream().map(Arm::name).toList()));
        Experiment experiment = experiment(settings);
        List<ArmName> watched = new ArrayList<>();
        Evaluation last = experiment.evaluate();
        while (experiment.epochs() < cast.epochs()) {
            StepReport report = experiment.step(settings.live());
            if (experiment.atEpochEnd()) {
                watched.add(report.leading());
                last = experiment.evaluate();
            }
        }
        ArmName zero = arm(ArmRole.GENERATION, 0);
        ArmName one = arm(ArmRole.GENERATION, 1);
        assertEquals(List.of(zero, zero, one, one, ArmName.DISTILLED, ArmName.DISTILLED), watched);
        assertEquals(Set.copyOf(cast.names()), last.arms().keySet(), "who learns no more keeps its result");
    }

    @Test
    void aChainOfOneBeginsWithARunFromLabels() throws Problem {
        SeedResult chain = run(settings(MethodKind.BORN_AGAIN, "generations", 1));
        TrainSettings labels = settings(MethodKind.LABELS_ONLY);
        assertEquals(
                run(labels).of(ArmName.LABELS_ONLY).testErrors(),
                chain.of(ArmName.LABELS_ONLY).testErrors());
        TrainSettings other = labels.with(draft -> draft.seed = labels.seed());
        Arm zero = CastFactory.of(settings(MethodKind.BORN_AGAIN, "generations", 1)).arms().stream()
                .filter(each -> each.name().equals(arm(ArmRole.GENERATION, 0)))
                .findFirst()
                .orElseThrow();
        Arm alone = new Arm(ArmName.DISTILLED, zero.method(), zero.net(), zero.initSeed(), List.of());
        DataAndTeacher materials = CACHE.materials(other, ProgressMonitor.none());
        Cast cast = new Cast(List.of(new Phase(List.of(alone), 2)));
        Experiment experiment = new Experiment(other, cast, materials, ProgressMonitor.none());
        while (experiment.epochs() < 2) {
            experiment.step(other.live());
        }
        assertEquals(
                Objects.requireNonNull(experiment.evaluate().arms().get(ArmName.DISTILLED))
                        .errors(),
                chain.of(zero.name()).testErrors());
    }

    @Test
    void allPhasesSeeTheSameBatches() throws Problem {
        TrainSettings settings = settings(MethodKind.ASSISTANT);
        Experiment experiment = experiment(settings);
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        while (experiment.epochs() < 4) {
            StepReport report = experiment.step(settings.live());
            List<Integer> seen = experiment.phase() == 0 ? first : second;
            Arrays.stream(report.batch().indices()).forEach(seen::add);
        }
        assertEquals(first, second);
    }

    @Test
    void anEnsembleAnswersWithTheMeanOfItsMembers() throws Problem {
        TrainSettings settings = settings(MethodKind.ENSEMBLE);
        Experiment experiment = experiment(settings);
        while (experiment.epochs() < 2) {
            experiment.step(settings.live());
        }
        Evaluation evaluation = experiment.evaluate();
        double[] mean = new double[10];
        for (int i = 1; i <= 3; i++) {
            Evaluation.Score member = Objects.requireNonNull(evaluation.arms().get(arm(ArmRole.MEMBER, i)));
            double[] shares = Softmax.probabilities(Arrays.copyOf(member.logits(), 10), 1);
            for (int j = 0; j < 10; j++) {
                mean[j] += shares[j] / 3;
            }
        }
        Evaluation.Score together = Objects.requireNonNull(evaluation.arms().get(ArmName.ENSEMBLE));
        assertArrayEquals(mean, Softmax.probabilities(Arrays.copyOf(together.logits(), 10), 1), 1e-12);
        Arm member = CastFactory.of(settings).phases().get(0).arms().get(2);
        assertEquals(NetSpec.dense(784, 16, 10), member.net(), "twice as wide");
    }

    @Test
    void theStudentOfAnAssistantNeverHearsTheTeacher() {
        Cast cast = CastFactory.of(settings(MethodKind.ASSISTANT));
        List<Arm> last = cast.phases().get(1).arms();
        assertEquals(1, last.size());
        assertEquals(
                List.of(new Source.OfEarlier(ArmName.ASSISTANT)), last.get(0).sources());
        assertTrue(cast.names().contains(ArmName.DIRECT), "held against one who does");
    }

    @Test
    void methodsThatLookInsideAreHeldAgainstAnUntrainedTeacher() throws Problem {
        TrainSettings settings = settings(MethodKind.HINT);
        assertEquals(
                List.of(ArmName.LABELS_ONLY, ArmName.DISTILLED, ArmName.CONTROL, ArmName.UNTRAINED),
                CastFactory.of(settings).names());
        Experiment experiment = experiment(settings);
        StepReport report = experiment.step(settings.live());
        StepReport.ArmStep true_ = of(report, ArmName.DISTILLED);
        StepReport.ArmStep untrained = of(report, ArmName.UNTRAINED);
        assertArrayEquals(true_.logits(), untrained.logits());
        assertEquals(true_.softTimesT2(), untrained.softTimesT2(), 1e-12, "the same soft labels");
        assertNotEquals(true_.own(), untrained.own(), "but another inside");
    }

    @Test
    void inALeagueEveryMethodDoesAsItDoesAlone() throws Problem {
        List<MethodKind> kinds = List.of(
                MethodKind.MUTUAL, MethodKind.BORN_AGAIN, MethodKind.ENSEMBLE, MethodKind.ASSISTANT, MethodKind.HINTON);
        TrainSettings settings = settings(MethodKind.HINTON);
        League league = League.of(kinds.stream().map(MethodSettings::of).toList(), 1)
                .with(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
        for (int i = 0; i < kinds.size(); i++) {
            SeedResult alone = run(settings(kinds.get(i)));
            League.Errors row = league.rows().get(i).errors();
            assertEquals(
                    List.of(alone.of(ArmName.DISTILLED).testErrors()),
                    row.testErrors(),
                    kinds.get(i).id());
            assertEquals(
                    List.of(alone.of(ArmName.LABELS_ONLY).testErrors()),
                    league.labelsOnly().testErrors());
        }
    }

    @Test
    void theSameSeedGivesTheSameNumbers() throws Problem {
        for (MethodKind kind : List.of(MethodKind.MUTUAL, MethodKind.BORN_AGAIN, MethodKind.ENSEMBLE)) {
            TrainSettings settings = settings(kind);
            SeedResult one = run(settings);
            SeedResult two = run(settings);
            one.arms()
                    .forEach((name, result) ->
                            assertEquals(result.testErrors(), two.of(name).testErrors()));
        }
    }
}
