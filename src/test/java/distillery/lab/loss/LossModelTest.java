package distillery.lab.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.lab.Messages;
import distillery.lab.Workers;
import distillery.lab.clinic.Fault;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.lab.explore.ExploreModel;
import distillery.lab.explore.ExploreReading;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossModelTest {
    private final ExploreModel explore = new ExploreModel();
    private final Messages messages = new Messages();
    private final LossModel model =
            new LossModel(explore, new Workers(Runnable::run, Runnable::run, Runnable::run, () -> 0), messages);

    @Test
    void itIsTheExampleOfExploreSeenAnotherWay() {
        explore.temperatureProperty().set(20);
        explore.softWeightProperty().set(0.3);
        explore.choose(ExampleKind.CONFIDENT_TEACHER);
        ExploreReading there = explore.reading();
        LossReading here = model.reading();
        assertEquals(there.example(), here.example());
        assertEquals(there.total(), here.shown().total());
        assertEquals(there.softTimesT2(), here.shown().scaled());
        assertEquals(there.gradient(), here.shown().gradient());
        assertFalse(here.hasMistakes());
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeChangesWhatIsShownButNotTheTruth(Fault fault) {
        LossNumbers truth = model.reading().truth();
        model.faults().add(fault);
        assertEquals(truth, model.reading().truth());
        assertNotEquals(truth, model.reading().shown());
        assertTrue(model.reading().hasMistakes());
    }

    @Test
    void onlyAnUnfrozenTeacherMoves() {
        double[] teacher = explore.exampleProperty().get().logits(TeacherOrStudent.TEACHER);
        model.step();
        assertEquals(List.of(6.0, 2.0, -2.0), teacherLogits());
        model.faults().add(Fault.TEACHER_UNFROZEN);
        double before = model.reading().truth().soft();
        for (int i = 0; i < 20; i++) {
            model.step();
        }
        assertTrue(teacherLogits().get(0) < teacher[0], "the teacher grows less sure, as its student is");
        assertTrue(model.reading().truth().soft() < before);
        assertEquals(21, explore.stepsProperty().get());
        model.reset();
        assertEquals(List.of(6.0, 2.0, -2.0), teacherLogits());
        assertEquals(Set.of(), model.faults());
    }

    @Test
    void aLooseTeacherIsPulledToWhereAStepMovesIt() {
        assertEquals(List.of(0.0, 0.0, 0.0), model.reading().teacherPulls());
        assertFalse(model.reading().pullsTeacher());
        model.faults().add(Fault.TEACHER_UNFROZEN);
        assertTrue(model.reading().pullsTeacher());
        List<Double> pulls = model.reading().teacherPulls();
        List<Double> before = teacherLogits();
        model.timesT2Property().set(false);
        assertEquals(pulls.get(0) / 16, model.reading().teacherPulls().get(0), 1e-12);
        model.step();
        double step = explore.stepSizeProperty().get();
        for (int i = 0; i < 3; i++) {
            assertEquals(before.get(i) + step * pulls.get(i), teacherLogits().get(i), 1e-12);
        }
        explore.temperatureProperty().set(Double.POSITIVE_INFINITY);
        assertFalse(model.reading().pullsTeacher());
    }

    private List<Double> teacherLogits() {
        return LossNumbers.list(explore.exampleProperty().get().logits(TeacherOrStudent.TEACHER));
    }

    @Test
    void aVerdictIsForgottenAsSoonAsAnythingChanges() {
        for (Runnable change : List.<Runnable>of(
                () -> explore.temperatureProperty().set(3),
                () -> explore.softWeightProperty().set(0.2),
                () -> model.faults().add(Fault.SWAPPED),
                () -> model.step())) {
            model.check();
            assertFalse(model.findingsProperty().get().isEmpty());
            change.run();
            assertTrue(model.findingsProperty().get().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.POSITIVE_INFINITY})
    void atALimitMistakesAreWithoutEffectAndNothingIsNotANumber(double limit) {
        model.faults().addAll(Set.of(Fault.values()));
        explore.temperatureProperty().set(limit);
        LossReading reading = model.reading();
        assertNull(reading.exercise());
        assertFalse(reading.hasMistakes());
        model.check();
        assertTrue(model.findingsProperty().get().isEmpty());
        LossNumbers shown = reading.shown();
        Stream.of(shown.ledger(), shown.rawGradient(), shown.gradient(), reading.pulls(PullKind.SOFT))
                .flatMap(List::stream)
                .forEach(number -> assertFalse(number.isNaN()));
        assertTrue(Double.isFinite(shown.total()));
        assertTrue(Double.isFinite(reading.fullPull()));
    }

    @Test
    void withoutLimitsEveryNumberIsOne() {
        for (ExampleKind kind :
                List.of(ExampleKind.CONFIDENTLY_WRONG, ExampleKind.TWO_CLASSES, ExampleKind.ALL_EQUAL)) {
            explore.choose(kind);
            for (LossKind loss : LossKind.values()) {
                model.kindProperty().set(loss);
                for (double temperature : new double[] {0.05, 1, 100}) {
                    explore.temperatureProperty().set(temperature);
                    LossReading reading = model.reading();
                    Stream.of(PullKind.values())
                            .flatMap(pull -> reading.pulls(pull).stream())
                            .forEach(number -> assertTrue(Double.isFinite(number)));
                    assertTrue(Double.isFinite(reading.shown().total()));
                }
            }
        }
    }

    @Test
    void theSplitAddsUpToTheDivergence() {
        LossReading reading = model.reading();
        assertEquals(.171393, reading.target(), 5e-7);
        assertEquals(.334759, reading.doubt(), 5e-7);
        assertEquals(.141778, reading.nonTarget(), 5e-7);
        assertEquals(reading.shown().soft(), reading.target() + reading.doubt() * reading.nonTarget(), 1e-12);
        model.kindProperty().set(LossKind.DECOUPLED);
        model.targetWeightProperty().set(1);
        model.nonTargetWeightProperty().set(reading.doubt());
        assertEquals(reading.shown().total(), model.reading().shown().total(), 1e-12);
    }

    @Test
    void withoutT2ArrowsShrinkByItsSquare() {
        List<Double> scaled = model.reading().pulls(PullKind.SOFT);
        model.timesT2Property().set(false);
        List<Double> raw = model.reading().pulls(PullKind.SOFT);
        for (int i = 0; i < 3; i++) {
            assertEquals(scaled.get(i) / 16, raw.get(i), 1e-15);
        }
        assertEquals(
                0.9 * raw.get(1) - 0.1 * .18632,
                model.reading().pulls(PullKind.TOTAL).get(1),
                1e-6);
    }

    @Test
    void theArrowsScaleHoldsTheRingsOfTheLimitToo() {
        explore.choose(ExampleKind.CONFIDENT_TEACHER);
        explore.temperatureProperty().set(1);
        assertEquals(2, model.reading().fullPull());
        model.limitProperty().set(true);
        assertEquals(-4, model.reading().limitPulls().get(2), 1e-12);
        assertEquals(5, model.reading().fullPull());
        model.timesT2Property().set(false);
        explore.temperatureProperty().set(0.5);
        assertEquals(-16, model.reading().limitPulls().get(2), 1e-12);
        assertEquals(2, model.reading().fullPull(), "without T² the limit would make every arrow too small to see");
    }

    @Test
    void atTemperatureZeroADecoupledPullWithoutT2IsAsInfiniteAsHintons() {
        explore.choose(ExampleKind.CONFIDENTLY_WRONG);
        explore.temperatureProperty().set(0);
        model.timesT2Property().set(false);
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(List.of(infinite, 0.0, -infinite), model.reading().pulls(PullKind.SOFT), "Hinton");
        model.kindProperty().set(LossKind.DECOUPLED);
        assertEquals(infinite, model.reading().pulls(PullKind.SOFT).get(0));
        assertEquals(-infinite, model.reading().pulls(PullKind.SOFT).get(2));
        model.targetWeightProperty().set(0);
        model.nonTargetWeightProperty().set(0);
        assertEquals(List.of(0.0, 0.0, 0.0), model.reading().pulls(PullKind.SOFT));
        assertEquals(0, model.reading().shown().soft(), "a weight of zero takes an infinite divergence away");
    }

    @Test
    void lengthsAreThoseOfTheTable() {
        double[][] lengths = model.gradientLengths(new double[] {1, 4, 20});
        assertEquals(.590, lengths[0][0], .0005);
        assertEquals(.0950, lengths[0][1], .00005);
        assertEquals(.00439, lengths[0][2], .000005);
        assertEquals(1.756, lengths[1][2], .0005);
    }

    @Test
    void settingsSurviveAFile() throws JsonProcessingException {
        LossSettings changed =
                new LossSettings(LossKind.DECOUPLED, 2, 0.5, false, true, Set.of(Fault.SOFTMAX_TWICE, Fault.NO_T2));
        ObjectMapper json = new ObjectMapper();
        LossSettings read = json.readValue(json.writeValueAsString(changed), LossSettings.class);
        assertEquals(changed, read);
        model.restore(read);
        assertEquals(changed, model.snapshot());
        model.restore(LossSettings.FIRST);
        assertEquals(LossSettings.FIRST, model.snapshot());
        assertThrows(
                IllegalArgumentException.class, () -> new LossSettings(LossKind.HINTON, -1, 8, true, false, Set.of()));
    }
}
