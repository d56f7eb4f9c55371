package distillery.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.data.Problem;
import distillery.data.Refusal;
import distillery.data.Samples;
import distillery.loss.SoftLoss;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodKind;
import distillery.method.MethodSettings;
import distillery.method.PseudoData.Recipe;
import distillery.net.Engine;
import distillery.net.NearestNeighbours;
import distillery.net.NetSpec;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples without labels, and what is learned from them. */
class PseudoDataTest {
    private static final MaterialsCache CACHE = new MaterialsCache();
    private static final int[] SOME = {3, 14, 159, 26, 53, 58, 97, 93, 238, 46};

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static TrainSettings settings() {
        return Preset.FEW_LABELS.settings().with(draft -> {
            draft.student = NetSpec.dense(784, 16, 10);
            draft.images = 100;
            draft.method = MethodSettings.of(MethodKind.PSEUDO_DATA).with("pseudoPerSample", 4);
        });
    }

    private static Samples digits() throws Problem {
        return CACHE.materials(settings(), ProgressMonitor.none()).data().train();
    }

    private static float[] picture(Samples samples, int index) {
        float[] picture = new float[samples.features()];
        samples.copyInto(picture, 0, index, 0, 0);
        return picture;
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedMakesTheSameSamplesAndTheRealOnesStay(Recipe recipe) throws Problem {
        Samples digits = digits();
        PseudoSamples one = PseudoSamples.of(digits, SOME, recipe, 3, 1);
        PseudoSamples again = PseudoSamples.of(digits, SOME, recipe, 3, 1);
        PseudoSamples other = PseudoSamples.of(digits, SOME, recipe, 3, 2);
        assertEquals(digits.count() + 30, one.count());
        assertArrayEquals(picture(digits, 14), picture(one, 14));
        int differing = 0;
        for (int index : one.madeIndices()) {
            assertArrayEquals(picture(one, index), picture(again, index));
            differing += Arrays.equals(picture(one, index), picture(other, index)) ? 0 : 1;
        }
        assertTrue(differing > 15, "another seed makes others: " + differing);
    }

    @Test
    void everyPixelOfSwappedBlocksComesFromOneOfTheSamples() throws Problem {
        Samples digits = digits();
        PseudoSamples made = PseudoSamples.of(digits, SOME, Recipe.BLOCKS, 1, 1);
        for (int index : made.madeIndices()) {
            float[] picture = picture(made, index);
            for (int i = 0; i < picture.length; i++) {
                int place = i;
                assertTrue(Arrays.stream(SOME).anyMatch(sample -> picture(digits, sample)[place] == picture[place]));
            }
        }
    }

    @Test
    void whatNeighboursAgreeOnStaysWhenPixelsAreSwapped() throws Problem {
        Samples digits = digits();
        PseudoSamples made = PseudoSamples.of(digits, SOME, Recipe.PIXELS, 1, 1);
        for (int index : made.madeIndices()) {
            assertEquals(0, picture(made, index)[0], "the corner is empty in all of them");
        }
    }

    @Test
    void nearestNeighboursAreNearestByDistance() {
        float[] points = {0, 0, 3, 0, 0, 1, 10, 10};
        assertArrayEquals(new int[] {2, 1}, NearestNeighbours.of(points, 2, 2)[0]);
        assertArrayEquals(new int[] {1, 2, 0}, NearestNeighbours.of(points, 2, 5)[3]);
    }

    @Test
    void theTeacherIsHeardOnAllSamplesAndTheLabelsOnThoseThatHaveOne() throws Problem {
        TrainSettings settings = settings();
        DataAndTeacher materials = CACHE.materials(settings, ProgressMonitor.none());
        Experiment experiment = new Experiment(settings, materials, ProgressMonitor.none());
        StepReport soft = experiment.step(settings.live().withKnobs(new LiveHyperparameters(3, 1, 0)));
        StepReport.ArmStep step = Objects.requireNonNull(soft.arms().get(ArmName.DISTILLED));
        assertEquals(soft.batch().size() * 10, step.logits().length, "those with labels are reported");
        double labelled =
                9 * SoftLoss.of(step.logits(), soft.teacherLogits(), 10, 3).divergence();
        assertEquals(labelled, step.softTimesT2(), 1e-9);
        assertNotEquals(labelled, step.total(), 1e-3);
        StepReport hard = experiment.step(settings.live().withKnobs(new LiveHyperparameters(3, 0, 1)));
        StepReport.ArmStep next = Objects.requireNonNull(hard.arms().get(ArmName.DISTILLED));
        assertEquals(next.hard(), next.total(), 1e-12);
    }

    @Test
    void itIsHeldAgainstNoiseAndAgainstSoftLabelsAlone() {
        assertTrue(CastFactory.of(settings()).names().contains(ArmName.NOISE));
        assertTrue(CastFactory.of(settings()).names().contains(ArmName.DIRECT));
    }

    @Test
    void picturesAreAskedForWhereTheyAreNeededAndMemoryIsNotOverrun() throws Problem {
        TrainSettings toy = Preset.TOY.settings();
        Refusal refused = assertThrows(
                Refusal.class, () -> toy.with(draft -> draft.method = MethodSettings.of(MethodKind.PSEUDO_DATA)));
        assertEquals(PseudoSamples.PICTURES, refused.reason().orElseThrow().key());
        Samples points = CACHE.materials(toy, ProgressMonitor.none()).data().train();
        Problem flat = assertThrows(Problem.class, () -> PseudoSamples.of(points, SOME, Recipe.SHIFTS, 1, 1));
        assertTrue(flat.getMessage().contains("pixels or noise"), flat.getMessage());
        Samples digits = digits();
        int[] all = new int[50_000];
        Problem many = assertThrows(Problem.class, () -> PseudoSamples.of(digits, all, Recipe.NOISE, 40, 1));
        assertEquals("method.pseudo.many", many.key());
    }
}
