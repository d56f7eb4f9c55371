package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.PlanePoint;
import distillery.data.PlanePoints;
import distillery.data.PlaneSettings;
import distillery.data.PlaneShape;
import distillery.data.Problem;
import distillery.loss.Softmax;
import distillery.net.Engine;
import distillery.net.InputBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlaneTest {
    private static final TrainSettings PRESET = Preset.PLANE.settings();

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static DataAndTeacher materials(TrainSettings settings) throws Problem {
        return DataAndTeacher.of(settings, null, ProgressMonitor.none());
    }

    private static TrainSettings on(PlaneSettings plane) {
        return PRESET.with(draft -> draft.data = plane.toString());
    }

    @Test
    void studentsSeeFivePointsOfEachClassAndThoseThatAPersonAdded() throws Problem {
        DataAndTeacher materials = materials(PRESET);
        Experiment drawn = new Experiment(PRESET, materials, ProgressMonitor.none());
        PlaneAnswers before = drawn.plane(ArmName.DISTILLED);
        assertEquals(15, before.shown().length);
        int gone = before.shown()[3];
        TrainSettings touched =
                on(PlaneSettings.FIRST.with(Set.of(gone), List.of(new PlanePoint(0, 1, 2), new PlanePoint(1, 1, 0))));
        Experiment changed = new Experiment(
                touched, DataAndTeacher.of(touched, materials, ProgressMonitor.none()), ProgressMonitor.none());
        int[] expected = Arrays.copyOf(
                Arrays.stream(before.shown()).filter(index -> index != gone).toArray(), 16);
        expected[14] = PlanePoints.COUNT;
        expected[15] = PlanePoints.COUNT + 1;
        assertArrayEquals(expected, changed.plane(ArmName.DISTILLED).shown());
        assertEquals(16, changed.images());
    }

    @Test
    void aPersonsPointsChangeNeitherTheTeacherNorTheTest() throws Problem {
        DataAndTeacher before = materials(PRESET);
        TrainSettings touched = on(PlaneSettings.FIRST.with(Set.of(), List.of(new PlanePoint(0, 0, 0))));
        DataAndTeacher after = DataAndTeacher.of(touched, before, ProgressMonitor.none());
        assertSame(before.teacher(), after.teacher());
        assertSame(before.data().test(), after.data().test());
        assertEquals(
                before.data().train().count() + 1, after.data().train().count());
        TrainSettings other = on(PlaneSettings.FIRST.with(3, 0.3, 1));
        assertNotSame(before.teacher(), DataAndTeacher.of(other, before, ProgressMonitor.none()).teacher());
    }

    @Test
    void theAnswersOfTheGridAreThoseOfTheNetAtItsPlaces() throws Problem {
        DataAndTeacher materials = materials(PRESET);
        Experiment experiment = new Experiment(PRESET, materials, ProgressMonitor.none());
        for (int i = 0; i < 40; i++) {
            experiment.step(PRESET.live());
        }
        PlaneAnswers answers = experiment.plane(ArmName.LABELS_ONLY);
        assertEquals(ArmName.LABELS_ONLY, answers.arm());
        assertEquals(40, answers.step());
        int cell = 17 * PlaneAnswers.CELLS + 101;
        assertEquals(PlaneAnswers.CELLS * PlaneAnswers.CELLS * 3, answers.student().length);
        InputBatch input = new InputBatch(2, 1);
        input.fill(new double[] {answers.grid().x(101), answers.grid().y(17)});
        double[] asked = materials.teacher().logits(input);
        for (int i = 0; i < 3; i++) {
            assertEquals(asked[i], answers.teacher()[3 * cell + i], 1e-4);
        }
        float[] distilled = experiment.plane(ArmName.DISTILLED).student();
        assertNotEquals(distilled[3 * cell], answers.student()[3 * cell]);
    }

    @Test
    void lookingAtThePlaneDisturbsNoLearning() throws Problem {
        DataAndTeacher materials = materials(PRESET);
        Experiment watched = new Experiment(PRESET, materials, ProgressMonitor.none());
        Experiment alone = new Experiment(PRESET, materials, ProgressMonitor.none());
        for (int i = 0; i < 30; i++) {
            watched.step(PRESET.live());
            watched.plane(ArmName.DISTILLED);
            alone.step(PRESET.live());
        }
        assertEquals(0, watched.weights(ArmName.DISTILLED).distance(alone.weights(ArmName.DISTILLED)));
    }

    @Test
    void theStudentInheritsTheTeachersBordersAndTheOthersDoNot() throws Problem {
        DataAndTeacher materials = materials(PRESET);
        Experiment done = SeedRuns.run(PRESET, materials, ProgressMonitor.none(), false, event -> {});
        double inherited = alike(done.plane(ArmName.DISTILLED));
        assertTrue(inherited > 0.9, "alike on " + inherited);
        for (ArmName other : List.of(ArmName.LABELS_ONLY, ArmName.CONTROL, ArmName.SHUFFLED)) {
            assertTrue(alike(done.plane(other)) < inherited - 0.05, other.toString());
        }
    }

    private static double alike(PlaneAnswers answers) {
        int same = 0;
        for (int at = 0; at < answers.teacher().length; at += 3) {
            same += largest(answers.teacher(), at) == largest(answers.student(), at) ? 1 : 0;
        }
        return same / (double) answers.grid().count();
    }

    private static int largest(float[] logits, int at) {
        return Softmax.largest(new double[] {logits[at], logits[at + 1], logits[at + 2]}, 0, 3);
    }

    @Test
    void netsThatDoNotFitThePlaneAreRefusedInWordsAndFitted() throws Problem {
        TrainSettings five = on(PlaneSettings.parse("plane:rings,classes=5"));
        Problem unfit = assertThrows(Problem.class, () -> materials(five));
        assertEquals("data.fit", unfit.key());
        TrainSettings fitted = Fit.toPlane(PRESET, PlaneSettings.parse("plane:rings,classes=5"));
        assertEquals("2-32-32-5", fitted.student().toString());
        assertEquals(5, materials(fitted).data().train().classes());
        for (PlaneShape shape : PlaneShape.values()) {
            TrainSettings from = Fit.toPlane(Preset.SMALL_CNN.settings(), PlaneSettings.FIRST.with(shape));
            assertEquals(2, from.student().inputs());
            assertEquals(15, from.images());
        }
        assertEquals(784, Fit.toMnist(PRESET).student().inputs());
    }

    @Test
    void digitsLieInNoPlane() throws Problem {
        TrainSettings toy = Preset.TOY.settings();
        Experiment experiment = new Experiment(toy, materials(toy), ProgressMonitor.none());
        assertThrows(IllegalStateException.class, () -> experiment.plane(ArmName.DISTILLED));
    }
}
