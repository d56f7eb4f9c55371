package distillery.lab.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import distillery.lab.example.ClassLogits;
import distillery.lab.example.DigitExample;
import distillery.lab.example.DigitSource;
import distillery.lab.example.Example;
import distillery.lab.example.ExampleKind;
import distillery.lab.example.PullKind;
import distillery.lab.example.TeacherOrStudent;
import distillery.loss.AlphaConvention;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExploreModelTest {
    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    private final ExploreModel model = new ExploreModel();

    private Example example() {
        return model.exampleProperty().get();
    }

    @Test
    void aStepDownAnyPullLowersThatLoss() {
        for (PullKind pull : PullKind.values()) {
            model.reset();
            model.pullProperty().set(pull);
            double before = loss(pull);
            model.step();
            assertTrue(loss(pull) < before, pull + " rose from " + before + " to " + loss(pull));
        }
    }

    private double loss(PullKind pull) {
        ExploreReading reading = model.reading();
        return switch (pull) {
            case TOTAL -> reading.total();
            case SOFT -> reading.softTimesT2();
            case HARD -> reading.hard();
        };
    }

    @Test
    void playingEndsWhereTheTeacherIsReached() {
        model.softWeightProperty().set(1);
        model.stepSizeProperty().set(1.0);
        model.playingProperty().set(true);
        for (int i = 0; i < 2000 && model.playingProperty().get(); i++) {
            model.step();
        }
        assertFalse(model.playingProperty().get());
        assertTrue(model.reading().settled());
        for (int i = 0; i < example().size(); i++) {
            assertEquals(
                    model.reading().teacher().get(i), model.reading().student().get(i), 1e-3);
        }
    }

    @Test
    void resetTakesBackStepsAndHandWork() {
        model.setLogit(TeacherOrStudent.TEACHER, 0, 3);
        model.markTrue(2);
        model.step();
        model.step();
        assertEquals(2, model.stepsProperty().get());
        model.reset();
        assertEquals(ExampleKind.HORSE_DONKEY_CAR.example(), example());
        assertEquals(0, model.stepsProperty().get());
    }

    @Test
    void resetKeepsWhatTheUserMadeOfHisOwnClasses() {
        model.choose(ExampleKind.OWN);
        model.renameClass(1, "mule");
        model.setLogit(TeacherOrStudent.STUDENT, 1, 5);
        Example made = example();
        model.step();
        assertNotEquals(made, example());
        model.reset();
        assertEquals(made, example());
    }

    @Test
    void ownClassesRunFromTwoToTen() {
        while (example().size() < Example.MOST) {
            model.addClass();
        }
        assertEquals(ExampleKind.OWN, example().kind());
        assertThrows(IllegalArgumentException.class, model::addClass);
        model.markTrue(9);
        while (example().size() > Example.FEWEST) {
            model.removeClass(0);
            assertEquals(example().size(), model.reading().teacher().size());
        }
        assertEquals(1, example().trueClass(), "the true class stays the one it was");
        assertThrows(IllegalArgumentException.class, () -> model.removeClass(0));
        assertThrows(IllegalArgumentException.class, () -> model.renameClass(0, " "));
    }

    @Test
    void everyPresetReadsFiniteNumbersAtEveryTemperature() {
        for (ExampleKind kind : ExampleKind.values()) {
            if (kind == ExampleKind.DIGIT) {
                continue;
            }
            model.choose(kind);
            for (double temperature : new double[] {0, 0.05, 1, 100, Double.POSITIVE_INFINITY}) {
                model.temperatureProperty().set(temperature);
                ExploreReading reading = model.reading();
                assertTrue(Double.isFinite(reading.total()), kind + " at " + temperature);
                assertEquals(1, reading.teacher().stream().mapToDouble(p -> p).sum(), 1e-12);
                assertTrue(Math.abs(Collections.max(reading.gradient())) <= reading.fullPull());
            }
        }
    }

    @Test
    void theConventionRenamesAlphaAndChangesNoWeight() {
        model.softWeightProperty().set(0.9);
        double total = model.reading().total();
        model.conventionProperty().set(AlphaConvention.ALPHA_ON_HARD);
        assertEquals(total, model.reading().total());
        assertEquals(0.1, model.conventionProperty().get().alpha(0.9), 1e-12);
    }

    @Test
    void settingsComeBackAsTheyWere() {
        model.choose(ExampleKind.CONFIDENTLY_WRONG);
        model.renameClass(2, "马车");
        model.temperatureProperty().set(Double.POSITIVE_INFINITY);
        model.softWeightProperty().set(0.25);
        model.logAxisProperty().set(true);
        model.pullProperty().set(PullKind.HARD);
        ExploreSettings kept = model.snapshot();
        model.restore(ExploreSettings.FIRST);
        assertEquals(ExploreSettings.FIRST, model.snapshot());
        model.restore(kept);
        assertEquals(kept, model.snapshot());
    }

    @Test
    void settingsSurviveBeingWrittenDown() throws JsonProcessingException {
        model.choose(ExampleKind.OWN);
        model.addClass();
        model.temperatureProperty().set(Double.POSITIVE_INFINITY);
        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(model.snapshot());
        assertEquals(model.snapshot(), json.readValue(written, ExploreSettings.class));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        Example example = ExampleKind.HORSE_DONKEY_CAR.example();
        AlphaConvention soft = AlphaConvention.ALPHA_ON_SOFT;
        for (double temperature : new double[] {-1, 0.01, 101, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new ExploreSettings(example, temperature, 0.5, soft, false, PullKind.TOTAL, 0.5));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExploreSettings(example, 1, 1.01, soft, false, PullKind.TOTAL, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new ClassLogits("horse", Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new ClassLogits("horse", 0, 10001));
        assertThrows(IllegalArgumentException.class, () -> new Example(ExampleKind.OWN, example.classes(), 3, 0));
    }

    @Test
    void aDigitComesFromTheSourceAndOnlyFromThere() {
        assertThrows(IllegalStateException.class, () -> model.choose(ExampleKind.DIGIT));
        List<Double> logits = List.of(0., 1., 2., 9., 4., 5., 6., 7., 8., 3.);
        model.digitsProperty().set(new DigitSource() {
            @Override
            public int count() {
                return 2;
            }

            @Override
            public DigitExample get(int index) {
                return new DigitExample(Collections.nCopies(4, 0.5), 2, 2, 3 + index, logits, logits, DIGITS);
            }
        });
        model.choose(ExampleKind.DIGIT);
        assertEquals(3, example().trueClass());
        assertEquals(10, example().size());
        model.showDigit(-1);
        assertEquals(4, example().trueClass());
        ExploreSettings kept = model.snapshot();
        model.digitsProperty().set(null);
        model.restore(kept);
        assertEquals(4, example().trueClass());
        assertNull(model.digit());
    }
}
