package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.Thorough;
import distillery.data.Problem;
import distillery.method.LiveHyperparameters;
import distillery.method.MethodPicture;
import distillery.method.MethodPicture.Maps;
import distillery.method.MethodPicture.Relations;
import distillery.net.Engine;
import distillery.train.ArmName;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.StepReport;
import distillery.train.TrainSettings;
import distillery.train.Verdict.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lesson on features and relations says in words. */
class FeaturesClaimsTest {
    private static final MaterialsCache CACHE = new MaterialsCache();
    private static final List<ArmName> BOTH = List.of(ArmName.DISTILLED, ArmName.UNTRAINED);

    @BeforeAll
    static void start() throws Problem {
        Engine.start();
    }

    private static Experiment begun(TrainSettings settings) throws Problem {
        return new Experiment(settings, CACHE.materials(settings, ProgressMonitor.none()), ProgressMonitor.none());
    }

    private static TrainSettings settings(Preset preset, long seed) {
        return preset.settings().withSeed(seed);
    }

    private static StepReport toItsEnd(Experiment run, TrainSettings settings) {
        StepReport last = run.step(settings.live());
        while (run.epochs() < settings.epochs()) {
            last = run.step(settings.live());
        }
        return last;
    }

    private static StepReport.ArmStep of(StepReport step, ArmName arm) {
        return Objects.requireNonNull(step.arms().get(arm));
    }

    @ParameterizedTest
    @CsvSource({
        "ATTENTION, NOT_DECIDED, NOT_DECIDED, false",
        "HINTS, BETTER, BETTER, true",
        "BOUNDARIES, BETTER, NOT_DECIDED, false",
        "RELATIONS, BETTER, BETTER, false"
    })
    void besideSoftLabelsEachHelpsAsItSays(Preset preset, Outcome overSoftLabels, Outcome overUntrained, boolean weak) {
        assertEquals(
                overSoftLabels,
                FeaturesLaws.overSoftLabels(preset, ArmName.DISTILLED).outcome());
        assertEquals(overUntrained, FeaturesLaws.overUntrained(preset).outcome());
        assertEquals(weak, FeaturesLaws.overUntrained(preset).isWeak());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HINTS", "BOUNDARIES"})
    void theUntrainedTeachersGainIsOnAverageOnly(Preset preset) {
        assertTrue(FeaturesLaws.overSoftLabels(preset, ArmName.UNTRAINED).mean() > 40);
        assertEquals(
                Outcome.NOT_DECIDED,
                FeaturesLaws.overSoftLabels(preset, ArmName.UNTRAINED).outcome());
    }

    @Test
    void anUntrainedTeachersRelationsSaveNothing() {
        assertTrue(
                FeaturesLaws.overSoftLabels(Preset.RELATIONS, ArmName.UNTRAINED).mean() < 0);
    }

    @ParameterizedTest
    @CsvSource({"BOUNDARIES, BETTER", "RELATIONS, BETTER", "HINTS, NOT_DECIDED", "ATTENTION, NOT_DECIDED"})
    void aSilentTeacherHelpsAsItSays(Preset preset, Outcome outcome) {
        JsonNode record = FeaturesLaws.silent(preset);
        assertEquals(0, record.at("/settings/live/knobs/softWeight").asDouble());
        assertEquals(1, record.at("/settings/live/knobs/hardWeight").asDouble());
        assertEquals(
                preset.settings().method().kind().id(),
                record.at("/settings/method/kind").asText());
        assertEquals(outcome, FeaturesLaws.overLabels(record, ArmName.DISTILLED).outcome());
    }

    @Test
    void withASilentTeacherEverySeedHasTheSameOrder() {
        for (JsonNode seed : FeaturesLaws.silent(Preset.BOUNDARIES).get("seeds")) {
            assertTrue(errors(seed, ArmName.DISTILLED) < errors(seed, ArmName.LABELS_ONLY));
            assertTrue(errors(seed, ArmName.LABELS_ONLY) < errors(seed, ArmName.UNTRAINED));
        }
    }

    private static int errors(JsonNode seed, ArmName arm) {
        return seed.get(arm.toString()).get("testErrors").asInt();
    }

    /** The settings that the lesson's last step makes of its preset are those that were measured. */
    @Test
    void theSilentStepIsTheMeasuredExperiment() {
        LiveHyperparameters knobs = Preset.BOUNDARIES.settings().live().knobs();
        JsonNode measured = FeaturesLaws.silent(Preset.BOUNDARIES).get("settings");
        assertEquals(knobs.temperature(), measured.at("/live/knobs/temperature").asDouble());
        assertEquals(
                Preset.BOUNDARIES.settings().images(), measured.get("images").asInt());
        assertEquals(
                Preset.BOUNDARIES.settings().epochs(), measured.get("epochs").asInt());
    }

    /** "Alike to about eight tenths before anything was learned", and at the end more. */
    @Thorough
    @Test
    void mapsAreAlikeAtFirstAndMoreSoInTheEnd() throws Problem {
        TrainSettings settings = settings(Preset.ATTENTION, 11);
        Experiment run = begun(settings);
        assertEquals(0.8, likeness(run, run.step(settings.live())), 0.1);
        assertTrue(likeness(run, toItsEnd(run, settings)) > 0.95);
    }

    private static double likeness(Experiment run, StepReport step) {
        Maps maps = (Maps) run.pictures(step.batch()).get(0);
        return IntStream.range(0, maps.rows())
                .mapToDouble(maps::likeness)
                .average()
                .orElseThrow();
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void halfOfTheUnitsAgreeAtFirst(long seed) throws Problem {
        TrainSettings settings = settings(Preset.BOUNDARIES, seed);
        StepReport first = begun(settings).step(settings.live());
        BOTH.forEach(arm -> assertEquals(0.5, of(first, arm).pattern(), 0.1));
    }

    @Thorough
    @Test
    void moreThanNineTenthsAgreeInTheEnd() throws Problem {
        TrainSettings settings = settings(Preset.BOUNDARIES, 11);
        StepReport last = toItsEnd(begun(settings), settings);
        BOTH.forEach(arm -> assertTrue(of(last, arm).pattern() > 0.9));
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void theUntrainedTeachersRelationsAreNearTheStudentsAtFirst(long seed) throws Problem {
        TrainSettings settings = settings(Preset.RELATIONS, seed);
        StepReport first = begun(settings).step(settings.live());
        assertTrue(of(first, ArmName.UNTRAINED).own()
                < of(first, ArmName.DISTILLED).own() / 2);
    }

    @Thorough
    @Test
    void theTeachersTableHasSquaresAndTheStudentLearnsToDrawThem() throws Problem {
        TrainSettings settings = settings(Preset.RELATIONS, 11);
        Experiment run = begun(settings);
        StepReport first = run.step(settings.live());
        Relations before = relations(run, first);
        int[] labels = first.batch().labels();
        assertTrue(contrast(before.teacher(), labels) > 1.4);
        assertTrue(contrast(before.student(), labels) < 1.2);
        StepReport last = toItsEnd(run, settings);
        assertTrue(contrast(relations(run, last).student(), last.batch().labels()) > 1.3);
    }

    private static Relations relations(Experiment run, StepReport step) {
        List<MethodPicture> pictures = run.pictures(step.batch());
        return (Relations) pictures.get(0);
    }

    /** How many times as alike digits of one class are as digits of two. */
    private static double contrast(double[] table, int[] labels) {
        return Relations.mean(table, labels, true) / Relations.mean(table, labels, false);
    }
}
