package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.data.Problem;
import distillery.loss.Softmax;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.TeacherSlope;
import distillery.net.Engine;
import distillery.net.NetSpec;
import distillery.net.Optimiser;
import distillery.train.StepReport.ArmStep;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mistake of a loss that moves the teacher: what it spoils, and what it must leave alone. */
class UnfrozenTeacherTest {
    private static final MaterialsCache SHELF = new MaterialsCache();
    private static final LiveSettings RIGHT = settings().live();
    private static final LiveSettings WRONG = RIGHT.withTeacherUnfrozen(true);

    @BeforeAll
    static void startEngine() throws Problem {
        Engine.start();
    }

    @Test
    void onlyTheDistilledStudentAndItsOwnTeacherAreTouched() throws Problem {
        float[] shipped = SHELF.materials(settings(), ProgressMonitor.none())
                .teacher()
                .weights()
                .values();
        Experiment right = experiment();
        Experiment wrong = experiment();
        steps(right, RIGHT, 10);
        steps(wrong, WRONG, 10);
        assertArrayEquals(
                shipped,
                SHELF.materials(settings(), ProgressMonitor.none())
                        .teacher()
                        .weights()
                        .values());
        for (ArmName student : List.of(ArmName.LABELS_ONLY, ArmName.CONTROL, ArmName.SHUFFLED)) {
            assertArrayEquals(
                    right.weights(student).values(), wrong.weights(student).values());
        }
        assertFalse(Arrays.equals(
                right.weights(ArmName.DISTILLED).values(),
                wrong.weights(ArmName.DISTILLED).values()));
    }

    /** What the switch's tooltip tells the user to look for. */
    @Thorough
    @Test
    void withinOneEpochTheSoftLossVanishesTheTeacherForgetsAndTheStudentFallsBehind() throws Problem {
        TrainSettings settings = Preset.FEW_LABELS.settings();
        DataAndTeacher materials = SHELF.materials(settings, ProgressMonitor.none());
        Experiment right = new Experiment(settings, materials, ProgressMonitor.none());
        Experiment wrong = new Experiment(settings, materials, ProgressMonitor.none());
        StepReport faithful = steps(right, settings.live(), 32);
        StepReport spoilt = steps(wrong, settings.live().withTeacherUnfrozen(true), 32);
        assertTrue(soft(spoilt) < soft(faithful) / 100, soft(spoilt) + " against " + soft(faithful));
        Evaluation before = right.evaluate();
        Evaluation after = wrong.evaluate();
        assertEquals(1, after.epoch());
        assertEquals(right.teacherScore(), before.teacher());
        assertTrue(
                after.teacher().accuracy() < 0.3, "teacher " + after.teacher().accuracy());
        double labelsOnly = score(after, ArmName.LABELS_ONLY).accuracy();
        assertTrue(score(before, ArmName.DISTILLED).accuracy() > 0.75);
        assertTrue(score(after, ArmName.DISTILLED).accuracy() < labelsOnly - 0.2);
        assertEquals(
                score(before, ArmName.CONTROL).agreement(),
                score(after, ArmName.CONTROL).agreement());
    }

    @Test
    void agreementIsAgreementWithTheTeacherOfTheMoment() throws Problem {
        Experiment experiment = experiment();
        steps(experiment, WRONG, 20);
        Evaluation evaluation = experiment.evaluate();
        double[] teacher = evaluation.teacher().logits();
        double[] student = score(evaluation, ArmName.DISTILLED).logits();
        int agreed = 0;
        for (int i = 0; i < student.length; i += 10) {
            agreed += Softmax.largest(student, i, 10) == Softmax.largest(teacher, i, 10) ? 1 : 0;
        }
        assertEquals(agreed / 10_000.0, score(evaluation, ArmName.DISTILLED).agreement());
    }

    @Test
    void frozenAgainTheTeacherIsAsItWas() throws Problem {
        Experiment experiment = experiment();
        steps(experiment, WRONG, 10);
        steps(experiment, RIGHT, 1);
        assertEquals(experiment.teacherScore(), experiment.evaluate().teacher());
    }

    @Test
    void theFirstStepHearsTheTeacherAsItCame() throws Problem {
        StepReport right = steps(experiment(), RIGHT, 1);
        StepReport wrong = steps(experiment(), WRONG, 1);
        assertArrayEquals(right.teacherLogits(), wrong.teacherLogits(), 1e-4);
    }

    @Thorough
    @ParameterizedTest
    @EnumSource(
            value = MethodKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ATTENTION", "FLOW", "COPIED", "OWN_TEACHER"
            }) // these nets have no maps, one hidden layer, and do not begin alike
    void everyMethodOfTheTeachersLogitsMovesIt(MethodKind kind) throws Problem {
        TrainSettings settings = settings().with(draft -> draft.method = MethodSettings.of(kind));
        Experiment experiment =
                new Experiment(settings, SHELF.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
        steps(experiment, WRONG, 5);
        boolean moved = !Arrays.equals(
                experiment.teacherScore().logits(),
                experiment.evaluate().teacher().logits());
        assertEquals(TeacherSlope.exists(settings.method().method()), moved);
    }

    @Test
    void aTeacherThatIsNoNumberAnyMoreIsTakenBackWithItsStudent() throws Problem {
        TrainSettings wild = settings().with(draft -> {
            draft.optimiser = new Optimiser.Sgd(0.9);
            draft.method = MethodSettings.of(MethodKind.LOGIT_MATCHING);
            draft.live = new LiveSettings(new LiveHyperparameters(4, 1000, 0), 10, 64, true);
        });
        Experiment experiment =
                new Experiment(wild, SHELF.materials(wild, ProgressMonitor.none()), ProgressMonitor.none());
        experiment.evaluate();
        StepReport report = experiment.step(wild.live());
        while (report.broken().isEmpty()) {
            assertTrue(report.step() < 200, "never diverged");
            report = experiment.step(wild.live());
        }
        assertEquals(0, experiment.goBack());
        assertTrue(experiment.step(WRONG).broken().isEmpty());
    }

    private static StepReport steps(Experiment experiment, LiveSettings live, int count) {
        StepReport report = experiment.step(live);
        for (int i = 1; i < count; i++) {
            report = experiment.step(live);
        }
        return report;
    }

    private static double soft(StepReport report) {
        ArmStep step = Objects.requireNonNull(report.arms().get(ArmName.DISTILLED));
        return step.soft();
    }

    private static Evaluation.Score score(Evaluation evaluation, ArmName student) {
        return Objects.requireNonNull(evaluation.arms().get(student));
    }

    private static Experiment experiment() throws Problem {
        return new Experiment(settings(), SHELF.materials(settings(), ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static TrainSettings settings() {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 64, 10);
            draft.images = 1_000;
        });
    }
}
