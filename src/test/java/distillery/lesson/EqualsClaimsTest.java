package distillery.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.Thorough;
import distillery.data.Problem;
import distillery.loss.Softmax;
import distillery.method.LabelsOnly;
import distillery.method.MethodKind;
import distillery.net.Engine;
import distillery.train.Arm;
import distillery.train.ArmName;
import distillery.train.Cast;
import distillery.train.Experiment;
import distillery.train.MaterialsCache;
import distillery.train.Phase;
import distillery.train.Preset;
import distillery.train.ProgressMonitor;
import distillery.train.StepReport;
import distillery.train.TrainSettings;
import distillery.train.Verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lesson on teachers that know no more than the student says in words. */
class EqualsClaimsTest {
    @ParameterizedTest
    @CsvSource({
        "BORN_AGAIN, NOT_DECIDED, WORSE",
        "MUTUAL, NOT_DECIDED, NOT_DECIDED",
        "OWN_TEACHER, BETTER, NOT_DECIDED",
        "ENSEMBLE, BETTER, NOT_DECIDED"
    })
    void theVerdictsAreAsItSays(Preset preset, Outcome toLabels, Outcome toControl) {
        assertEquals(toLabels, preset.measured().toLabels());
        assertEquals(toControl, preset.measured().toControl());
    }

    @ParameterizedTest
    @CsvSource({"born-again-t1, 1, 0.9", "mutual-t1, 1, 0.5", "netaug, 8, 0.9"})
    void whatWasMeasuredForTheLessonIsNotDecided(String name, double temperature, double softWeight) {
        JsonNode record = EqualsLaws.record(name);
        assertEquals(temperature, record.at("/settings/live/knobs/temperature").asDouble());
        assertEquals(softWeight, record.at("/settings/live/knobs/softWeight").asDouble());
        assertEquals(Outcome.NOT_DECIDED, EqualsLaws.overLabels(record).outcome());
    }

    @Test
    void thePapersControlsAreAsItSays() {
        assertEquals(Outcome.BETTER, EqualsLaws.over(ArmName.SHUFFLED).outcome());
        assertTrue(EqualsLaws.over(ArmName.SHUFFLED).isWeak());
        assertEquals(Outcome.NOT_DECIDED, EqualsLaws.over(ArmName.WEIGHTED).outcome());
    }

    @Test
    void theNetThatIsCutOutIsTheMeasuredOne() {
        JsonNode settings = EqualsLaws.record("netaug").get("settings");
        assertEquals(MethodKind.NET_AUG.id(), settings.at("/method/kind").asText());
        assertEquals(
                Preset.SMALL_CNN.settings().student().toString(),
                settings.get("student").asText());
        assertEquals(
                Preset.SMALL_CNN.settings().epochs(), settings.get("epochs").asInt());
    }

    @Test
    void theFirstPeerBeatsItsTwinInThreeSeeds() {
        assertEquals(
                3,
                IntStream.rangeClosed(1, 5)
                        .filter(seed -> EqualsLaws.errors(seed, ArmName.DISTILLED)
                                < EqualsLaws.errors(seed, ArmName.LABELS_ONLY))
                        .count());
    }

    @Test
    void anExitWithoutSoftLabelsHelpsNothingThatFiveSeedsShow() {
        JsonNode record = EqualsLaws.record("own-teacher-hard");
        assertEquals(0, record.at("/settings/live/knobs/softWeight").asDouble());
        assertEquals(Outcome.NOT_DECIDED, EqualsLaws.overLabels(record).outcome());
        assertEquals(Outcome.BETTER, EqualsLaws.ofOwnSoftLabels().outcome());
    }

    @Test
    void exitAndLastLayerAreNotTellableApart() {
        assertEquals(Outcome.NOT_DECIDED, EqualsLaws.exitOverLastLayer().outcome());
    }

    @Test
    void theIncludedTeacherIsBetterThanThreeThatKnowTheStudentsLabels() {
        assertEquals(Outcome.BETTER, EqualsLaws.ofMoreLabels().outcome());
    }

    /**
     * "Right about all 500 digits", "about as soft as those of the included teacher" at T = 8, and hardly more than the label
     * at T = 1.
     */
    @Thorough
    @Test
    void aNetOfTheStudentsKindKnowsItsLabelsByHeartAndIsSoftAllTheSame() throws Problem {
        Engine.start();
        TrainSettings settings = Preset.BORN_AGAIN.settings().withSeed(11);
        Arm alone = new Arm(ArmName.LABELS_ONLY, new LabelsOnly(), settings.student(), settings.seed(), List.of());
        Experiment run = new Experiment(
                settings,
                new Cast(List.of(new Phase(List.of(alone), settings.epochs()))),
                new MaterialsCache().materials(settings, ProgressMonitor.none()),
                ProgressMonitor.none());
        while (run.epochs() < settings.epochs() - 1) {
            run.step(settings.live());
        }
        int right = 0;
        double own = 0;
        double teachers = 0;
        double label = 0;
        while (run.epochs() < settings.epochs()) {
            StepReport step = run.step(settings.live());
            double[] logits =
                    Objects.requireNonNull(step.arms().get(ArmName.LABELS_ONLY)).logits();
            for (int i = 0; i < step.batch().size(); i++) {
                int truth = step.batch().labels()[i];
                double[] cold = shares(logits, i, 1);
                right += Arrays.stream(cold).max().orElseThrow() == cold[truth] ? 1 : 0;
                label += cold[truth];
                own += entropy(shares(logits, i, 8));
                teachers += entropy(shares(step.teacherLogits(), i, 8));
            }
        }
        assertEquals(settings.images(), right);
        assertEquals(1, own / teachers, 0.15);
        assertTrue(label / settings.images() > 0.99);
    }

    private static double[] shares(double[] logits, int row, double temperature) {
        return Softmax.probabilities(Arrays.copyOfRange(logits, row * 10, row * 10 + 10), temperature);
    }

    private static double entropy(double[] shares) {
        return -Arrays.stream(shares)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(share))
                .sum();
    }
}
