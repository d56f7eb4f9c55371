package distillery.lesson;

import static distillery.lesson.Sums.CAR;
import static distillery.lesson.Sums.DONKEY;
import static distillery.lesson.Sums.HORSE;
import static distillery.lesson.Sums.MISTAKEN;
import static distillery.lesson.Sums.TEACHER;
import static distillery.lesson.Sums.hardArrow;
import static distillery.lesson.Sums.student;
import static distillery.lesson.Sums.teacher;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import distillery.Thorough;
import distillery.lab.clinic.Fault;
import distillery.lab.example.PullKind;
import distillery.lab.explore.ExploreModel;
import distillery.lab.loss.LossNumbers;
import distillery.lab.loss.LossReading;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import distillery.train.ArmName;
import distillery.train.Preset;
import distillery.train.TrainSettings;
import distillery.train.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lessons say in words. */
class LessonClaimsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 50, 500, 5000})
    void theLabelAloneNeverPutsTheDonkeyBeforeTheCar(int steps) {
        assertTrue(Sums.learned(steps, TEACHER, 4, 0, CAR) > Sums.learned(steps, TEACHER, 4, 0, DONKEY));
    }

    @Test
    void playingGoesOnForTheFiftyStepsThatChecksAskFor() {
        assertFalse(Sums.after(49, TEACHER, 4, 0).settled());
        assertFalse(Sums.after(49, TEACHER, 4, 1).settled());
        assertFalse(Sums.after(49, Sums.SMOOTHED, 4, 1).settled());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 4, 20, 100})
    void noTemperatureTurnsTheTeachersOrder(double temperature) {
        assertTrue(teacher(temperature, HORSE) >= teacher(temperature, DONKEY));
        assertTrue(teacher(temperature, DONKEY) >= teacher(temperature, CAR));
    }

    @Test
    void aHardArrowIsTheLabelMinusTheStudentAtOne() {
        assertEquals(1 - student(1, HORSE), hardArrow(HORSE), 1e-12);
        assertEquals(-student(1, DONKEY), hardArrow(DONKEY), 1e-12);
        assertEquals(-student(1, CAR), hardArrow(CAR), 1e-12);
    }

    @Test
    void aSoftArrowIsTeacherMinusStudentTimesT() {
        assertEquals(4 * (teacher(4, DONKEY) - student(4, DONKEY)), Sums.softArrow(4, DONKEY), 1e-12);
    }

    /** A hard arrow never does: it is the label's 0 minus a share. */
    @Test
    void aSoftArrowCanLiftAWrongClass() {
        assertTrue(hardArrow(DONKEY) < 0);
        assertTrue(Sums.softArrow(20, DONKEY) > 0);
    }

    @Test
    void coldAsCanBeAMistakenTeacherNamesTheWrongClass() {
        assertEquals(1, Softmax.probabilities(MISTAKEN, 0)[DONKEY]);
    }

    @Test
    void withAnyFewerThanMostOfTheWeightTheLabelLosesToAMistakenTeacher() {
        assertTrue(1 - Sums.swayingWeight(4) > 0.5);
    }

    @Test
    void theArrowsAddUpToNothing() {
        assertEquals(0, hardArrow(HORSE) + hardArrow(DONKEY) + hardArrow(CAR), 1e-12);
    }

    /** "Five times the temperature, a fifth of the error." */
    @Test
    void atAHighTemperatureTheLimitIsNearerByTheSameFactor() {
        assertEquals(5, Sums.errorToLimit(20) / Sums.errorToLimit(100), 0.2);
        assertEquals(5, Sums.errorToLimit(200) / Sums.errorToLimit(1000), 0.02);
    }

    /** "Three times the logits, divided by three times the temperature, give the same label." */
    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 20})
    void threeTimesTheLogitsNeedThreeTimesTheTemperature(double temperature) {
        for (int i = 0; i < TEACHER.length; i++) {
            assertEquals(3 * TEACHER[i], Sums.CONFIDENT[i]);
        }
        assertArrayEquals(
                Softmax.probabilities(TEACHER, temperature),
                Softmax.probabilities(Sums.CONFIDENT, 3 * temperature),
                1e-15);
    }

    @Test
    void aMistakenTeacherSwaysTheStudentAndTheLabelBringsItBack() {
        ExploreModel model = Sums.explore(MISTAKEN, 4, 0.5);
        play(model);
        assertTrue(model.reading().hard() > 1);
        model.softWeightProperty().set(0.2);
        play(model);
        assertTrue(model.reading().hard() < 0.325);
    }

    private static void play(ExploreModel model) {
        while (!model.reading().settled()) {
            model.step();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "few-labels, better, better",
        "all-labels, not decided, worse",
        "tiny-student, worse, not decided",
        "hinton-mnist, better, better"
    })
    void theVerdictsAreAsMeasured(String preset, String toLabels, String toControl) {
        JsonNode record = Measured.record(Preset.of(preset));
        assertEquals(toLabels, record.get("verdict").asText());
        assertEquals(toControl, record.get("verdictAgainstControl").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "few-labels, BETTER, BETTER, false",
        "all-labels, BETTER, WORSE, true",
        "tiny-student, NOT_DECIDED, BETTER, false",
    })
    void theVerdictsOverTheLessonsSeedsAreAsItSays(
            String preset, Verdict.Outcome toLabels, Verdict.Outcome toControl, boolean weak) {
        Verdict verdict = Measured.again(Preset.of(preset));
        assertEquals(toLabels, verdict.toLabels());
        assertEquals(toControl, verdict.toControl());
        assertEquals(weak, verdict.overLabels().isWeak());
    }

    @Test
    void withFewLabelsEverySeedWasBetter() {
        assertEquals(5, Preset.FEW_LABELS.measured().wins());
        assertEquals(5, Measured.again(Preset.FEW_LABELS).wins());
    }

    /** What agrees with a measurement repeats it only with seeds that had no part in it. */
    @Test
    void theLessonsSeedsAreNotThoseOfThePresets() {
        for (Lesson lesson : LessonReader.included().stream()
                .flatMap(files -> files.lessons().values().stream())
                .toList()) {
            for (LessonStep step : lesson.steps()) {
                if (step.stage().set().containsKey(Setting.TRAIN_PRESET)) {
                    assertEquals(Value.of(11), step.stage().set().get(Setting.TRAIN_SEED), step.title());
                }
            }
        }
    }

    @Test
    void theVerySmallStudentIsWorseOnWeakEvidence() {
        Verdict.Gain first = Preset.TINY_STUDENT.measured().overLabels();
        assertEquals(Verdict.Outcome.WORSE, first.outcome());
        assertTrue(first.isWeak());
        assertTrue(Measured.again(Preset.TINY_STUDENT).wins() < 3);
    }

    @Test
    void theLargerNetsThatGainHaveAllTheLabelsToo() {
        TrainSettings larger = Preset.HINTON_MNIST.settings();
        TrainSettings without = Preset.ALL_LABELS.settings();
        assertEquals(without.images(), larger.images());
        assertTrue(larger.student().parameters() > without.student().parameters());
    }

    @Test
    void onlyTheDistilledStudentKnowsAThreeAndItKnowsMoreThanHalf() {
        for (JsonNode seed : Measured.record(Preset.MISSING_THREE).get("seeds")) {
            for (String other : List.of("labelsOnly", "control", "shuffled")) {
                assertEquals(1010, missedThrees(seed, other), other);
            }
            assertTrue(missedThrees(seed, "distilled") < 505);
        }
    }

    private static int missedThrees(JsonNode seed, String arm) {
        return seed.get(arm).get("classErrors").get(3).asInt();
    }

    @Test
    void withSevensAndEightsOnlyTheOthersStayAtAFifthAndTheDistilledComesToAboutHalf() {
        for (JsonNode seed : Measured.record(Preset.ONLY_SEVEN_AND_EIGHT).get("seeds")) {
            for (String other : List.of("labelsOnly", "control", "shuffled")) {
                assertEquals(0.2, seed.get(other).get("testAccuracy").asDouble(), 0.005, other);
            }
            assertEquals(0.53, seed.get("distilled").get("testAccuracy").asDouble(), 0.06);
        }
    }

    @Test
    void withTheBiasPutRightSixInTenOfTheErrorsAreLeft() {
        assertEquals(
                0.6,
                MissingDigitLaws.mean(Preset.MISSING_THREE, "after", "all")
                        / MissingDigitLaws.mean(Preset.MISSING_THREE, "before", "all"),
                0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 4, 12, 100})
    void theDivergenceFallsIntoTargetAndNonTargetAtEveryTemperature(double temperature) {
        for (double[] teacher : List.of(TEACHER, Sums.CONFIDENT, DecoupledLaws.CONFUSED)) {
            assertEquals(
                    SoftLoss.of(Sums.STUDENT, teacher, 3, temperature).divergence(),
                    DecoupledLaws.split(teacher, temperature).tckdPerSample()[0]
                            + DecoupledLaws.part(teacher, temperature),
                    1e-12);
        }
    }

    @Test
    void ofWhatNckdAddsAThirdIsLeftThoughItselfHasGrownSixfold() {
        assertEquals(1 / 3.0, DecoupledLaws.part(TEACHER, 1) / DecoupledLaws.part(TEACHER, 4), 0.01);
        assertEquals(6, DecoupledLaws.nckd(TEACHER, 1) / DecoupledLaws.nckd(TEACHER, 4), 0.2);
    }

    @Thorough
    @Test
    void theTeacherDoubtsNinesMostAndThreesLeast() {
        for (int label = 0; label < 10; label++) {
            assertTrue(DecoupledLaws.meanDoubt(4, label) <= DecoupledLaws.meanDoubt(4, 9));
            assertTrue(DecoupledLaws.meanDoubt(4, label) >= DecoupledLaws.meanDoubt(4, 3));
        }
    }

    @Test
    void aSureTeachersSoftArrowsAreTheLabelsToTheFourthDecimal() {
        for (int i : new int[] {HORSE, DONKEY, CAR}) {
            assertEquals(hardArrow(i), DecoupledLaws.plainArrow(Sums.CONFIDENT, 1, i), 5e-5);
        }
    }

    /** At T = 4, with any weight of NCKD. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 8, 100})
    void nckdNeverTouchesTheTarget(double weight) {
        assertEquals(
                DecoupledLaws.plainArrow(Sums.CONFIDENT, 4, HORSE),
                DecoupledLaws.arrow(Sums.CONFIDENT, weight, HORSE),
                1e-12);
    }

    @Test
    void dkdLiftsTheWrongClassThatTheTeacherPrefersWhetherItIsTrueOrNot() {
        assertTrue(DecoupledLaws.plainArrow(Sums.CONFIDENT, 4, DONKEY) < 0);
        assertTrue(DecoupledLaws.arrow(Sums.CONFIDENT, 1, DONKEY) > 0);
        assertTrue(DecoupledLaws.plainArrow(DecoupledLaws.CONFUSED, 4, CAR) < 0);
        assertTrue(DecoupledLaws.arrow(DecoupledLaws.CONFUSED, 1, CAR) > 0);
        assertTrue(DecoupledLaws.arrow(DecoupledLaws.CONFUSED, 1, DONKEY) < 0);
    }

    @Test
    void atOneThreeMistakesChangeNothing() {
        LossNumbers truth = ClinicLaws.reading(1, 0.5).shown();
        assertEquals(Set.of(Fault.NO_T2, Fault.STUDENT_AT_ONE, Fault.T_KEPT_AT_INFERENCE), faults(fault -> {
            LossNumbers shown = ClinicLaws.reading(1, 0.5, fault).shown();
            return same(List.of(shown.total()), List.of(truth.total()))
                    && same(shown.gradient(), truth.gradient())
                    && same(shown.prediction(), truth.prediction())
                    && same(shown.teacherGradient(), truth.teacherGradient());
        }));
    }

    private static boolean same(List<Double> shown, List<Double> truth) {
        return IntStream.range(0, truth.size()).allMatch(i -> Math.abs(shown.get(i) - truth.get(i)) < 1e-12);
    }

    @Test
    void onlyASecondSoftmaxChangesTheHardLoss() {
        double truth = ClinicLaws.reading(4, 0.5).shown().hard();
        assertEquals(
                Set.of(Fault.SOFTMAX_TWICE),
                faults(fault ->
                        Math.abs(ClinicLaws.reading(4, 0.5, fault).shown().hard() - truth) > 1e-12));
    }

    private static Set<Fault> faults(Predicate<Fault> wanted) {
        return Arrays.stream(Fault.values()).filter(wanted).collect(Collectors.toSet());
    }

    @Test
    void thereAreSevenMistakes() {
        assertEquals(7, Fault.values().length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 20})
    void aMeanOverClassesIsAThirdAtEveryTemperature(double temperature) {
        for (int i : new int[] {HORSE, DONKEY, CAR}) {
            assertEquals(
                    ClinicLaws.arrow(temperature, i) / 3,
                    ClinicLaws.arrow(temperature, i, Fault.MEAN_OVER_CLASSES),
                    1e-12);
        }
    }

    @Test
    void swappedListsTurnEverySignOfTheLedgerAndTheSumStaysPositive() {
        LossNumbers truth = ClinicLaws.reading(4, 0.5).shown();
        LossNumbers swapped = ClinicLaws.reading(4, 0.5, Fault.SWAPPED).shown();
        for (int i : new int[] {HORSE, DONKEY, CAR}) {
            assertEquals(
                    -Math.signum(truth.ledger().get(i)),
                    Math.signum(swapped.ledger().get(i)));
        }
        assertTrue(swapped.soft() > 0);
    }

    @Test
    void afterASecondSoftmaxNothingPullsASureStudent() {
        LossReading stuck =
                ClinicLaws.ill(ClinicLaws.SURE, 4, 0.5, Fault.SOFTMAX_TWICE).reading();
        for (PullKind kind : PullKind.values()) {
            stuck.pulls(kind).forEach(pull -> assertEquals(0, pull, 5e-6));
        }
    }

    @Test
    void keptAtInferenceTheTemperatureChangesPredictionsAloneAndNotWhichIsFirst() {
        LossNumbers truth = ClinicLaws.reading(4, 0.5).shown();
        LossNumbers kept = ClinicLaws.reading(4, 0.5, Fault.T_KEPT_AT_INFERENCE).shown();
        assertEquals(truth.total(), kept.total(), 1e-12);
        assertTrue(same(kept.gradient(), truth.gradient()));
        assertEquals(Collections.max(kept.prediction()), kept.prediction().get(HORSE));
    }

    @Test
    void aTeacherThatIsNotFrozenHalvesTheLossAndComesToItsStudent() {
        LossNumbers healthy = ClinicLaws.after(5).shown();
        LossNumbers unfrozen = ClinicLaws.after(5, Fault.TEACHER_UNFROZEN).shown();
        assertTrue(unfrozen.soft() < healthy.soft() / 2);
        assertTrue(unfrozen.teacher().get(HORSE) < healthy.teacher().get(HORSE));
    }

    @Test
    void theDistilledStudentIsBestCalibratedAndTheControlWorst() {
        for (JsonNode seed : CompressionLaws.seeds()) {
            double distilled = calibrationError(seed, "distilled");
            assertTrue(distilled < calibrationError(seed, "labelsOnly"));
            assertTrue(calibrationError(seed, "labelsOnly") < calibrationError(seed, "control"));
        }
    }

    /** A best temperature above 1 makes a net less sure, one below 1 surer. */
    @Test
    void labelsOnlyIsTooSureAndTheControlNotSureEnough() {
        for (JsonNode seed : CompressionLaws.seeds()) {
            assertTrue(bestTemperature(seed, "labelsOnly") > 1.5);
            assertTrue(bestTemperature(seed, "control") < 0.7);
            assertTrue(bestTemperature(seed, "distilled") < 8, "the temperature of its training");
        }
    }

    private static double calibrationError(JsonNode seed, String arm) {
        return seed.at("/nets/" + arm + "/calibrationError").asDouble();
    }

    private static double bestTemperature(JsonNode seed, String arm) {
        return seed.at("/nets/" + arm + "/bestTemperature").asDouble();
    }

    @Test
    void onlyTheConvolutionalStudentFitsIntoTheWatch() {
        int watch = 64_000;
        for (Preset preset : List.of(Preset.FEW_LABELS, Preset.SMALL_CNN)) {
            assertTrue(CompressionLaws.bytes(preset.settings().teacher().layers()) > watch);
        }
        assertTrue(CompressionLaws.bytes(Preset.FEW_LABELS.settings().student()) > watch);
        assertTrue(CompressionLaws.bytes(Preset.SMALL_CNN.settings().student()) < watch);
    }

    @Test
    void withAllLabelsTheControlIsBest() {
        double control = Measured.mean(Preset.ALL_LABELS, ArmName.CONTROL);
        assertTrue(control < Measured.mean(Preset.ALL_LABELS, ArmName.DISTILLED));
        assertTrue(control < Measured.mean(Preset.ALL_LABELS, ArmName.LABELS_ONLY));
    }
}
