package distillery.lab.clinic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.GradientCheck;
import distillery.loss.HintonLoss;
import distillery.loss.SoftLoss;
import distillery.loss.Softmax;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculationTest {
    private static final double[] STUDENT = {2, 1, 1.5};
    private static final double[] TEACHER = {6, 2, -2};

    private static CalculationInput at(double temperature) {
        return new CalculationInput(STUDENT, TEACHER, 0, temperature, 0.9, 0.1);
    }

    private static StepValues with(CalculationInput exercise, Fault... faults) {
        return new Calculation(Set.of(faults)).of(exercise);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 1, 4, 20, 100})
    void withoutMistakesItIsTheLossOfThePaper(double temperature) {
        StepValues lines = Calculation.TRUE.of(at(temperature));
        HintonLoss.Value loss = new HintonLoss(temperature, 0.9, 0.1).of(STUDENT, TEACHER, new int[] {0}, 3);
        assertEquals(loss.soft(), lines.number(CalculationStep.SOFT), 1e-12);
        assertEquals(loss.softTimesT2(), lines.number(CalculationStep.SCALED), 1e-11);
        assertEquals(loss.hard(), lines.number(CalculationStep.HARD), 1e-12);
        assertEquals(loss.total(), lines.number(CalculationStep.TOTAL), 1e-11);
        assertArrayEquals(loss.softGradient(), lines.numbers(CalculationStep.SOFT_GRADIENT), 1e-12);
        assertArrayEquals(loss.hardGradient(), lines.numbers(CalculationStep.HARD_GRADIENT), 1e-12);
        assertArrayEquals(loss.gradient(), lines.numbers(CalculationStep.GRADIENT), 1e-12);
        assertArrayEquals(Softmax.probabilities(TEACHER, temperature), lines.numbers(CalculationStep.TEACHER), 1e-15);
        assertArrayEquals(Softmax.probabilities(STUDENT, temperature), lines.numbers(CalculationStep.STUDENT), 1e-15);
        assertArrayEquals(Softmax.probabilities(STUDENT, 1), lines.numbers(CalculationStep.PREDICTION));
        assertArrayEquals(new double[3], lines.numbers(CalculationStep.TEACHER_GRADIENT));
    }

    @ParameterizedTest
    @EnumSource
    void aMistakeChangesItsLineAndNoneBefore(Fault fault) {
        StepValues truth = Calculation.TRUE.of(at(4));
        StepValues wrong = with(at(4), fault);
        for (CalculationStep line : CalculationStep.values()) {
            if (line.compareTo(fault.line()) < 0) {
                assertArrayEquals(truth.numbers(line), wrong.numbers(line), fault + " changes " + line);
            }
        }
        assertTrue(
                apart(truth.numbers(fault.line()), wrong.numbers(fault.line())) > 0.03,
                fault + " does not show in " + fault.line());
    }

    @ParameterizedTest
    @EnumSource
    void aGradientIsTheSlopeOfTheLossThatIsReallyCalculated(Fault fault) {
        for (double temperature : new double[] {0.5, 1, 4, 20}) {
            Calculation calculation = new Calculation(Set.of(fault));
            StepValues lines = calculation.of(at(temperature));
            GradientCheck.assertSlope(
                    z -> calculation.of(at(temperature).withStudent(z)).number(CalculationStep.TOTAL),
                    STUDENT,
                    lines.numbers(CalculationStep.GRADIENT));
        }
    }

    @Test
    void allMistakesTogetherStillHaveTheGradientOfTheirLoss() {
        Calculation all = new Calculation(EnumSet.allOf(Fault.class));
        GradientCheck.assertSlope(
                z -> all.of(at(4).withStudent(z)).number(CalculationStep.TOTAL),
                STUDENT,
                all.of(at(4)).numbers(CalculationStep.GRADIENT));
    }

    @Test
    void theUnfrozenTeacherFollowsTheSlopeAlongItsOwnLogits() {
        for (Set<Fault> faults :
                Set.of(Set.of(Fault.TEACHER_UNFROZEN), Set.of(Fault.TEACHER_UNFROZEN, Fault.SWAPPED))) {
            Calculation calculation = new Calculation(faults);
            GradientCheck.assertSlope(
                    v -> calculation
                            .of(new CalculationInput(STUDENT, v, 0, 4, 0.9, 0.1))
                            .number(CalculationStep.TOTAL),
                    TEACHER,
                    calculation.of(at(4)).numbers(CalculationStep.TEACHER_GRADIENT));
        }
    }

    @Test
    void eachMistakeGivesTheNumberItIsKnownFor() {
        assertEquals(.218854, with(at(4), Fault.NO_T2).number(CalculationStep.SCALED), 5e-7);
        assertEquals(.218854 / 3, with(at(4), Fault.MEAN_OVER_CLASSES).number(CalculationStep.SOFT), 5e-7);
        assertArrayEquals(
                new double[] {.50648, .18632, .30720},
                with(at(4), Fault.STUDENT_AT_ONE).numbers(CalculationStep.STUDENT),
                5e-6);
        assertArrayEquals(
                new double[] {.37576, .29264, .33160},
                with(at(4), Fault.T_KEPT_AT_INFERENCE).numbers(CalculationStep.PREDICTION),
                5e-6);
        assertEquals(
                SoftLoss.of(TEACHER, STUDENT, 3, 4).divergence(),
                with(at(4), Fault.SWAPPED).number(CalculationStep.SOFT),
                1e-12);
        assertEquals(
                1,
                Arrays.stream(with(at(4), Fault.SOFTMAX_TWICE).numbers(CalculationStep.LOGITS))
                        .sum(),
                1e-12);
    }

    @Test
    void atALimitOfTheTemperatureThereIsNothingToCalculate() {
        assertThrows(IllegalArgumentException.class, () -> at(0));
        assertThrows(IllegalArgumentException.class, () -> at(Double.POSITIVE_INFINITY));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CalculationInput(STUDENT, new double[] {1, 2}, 0, 4, 0.9, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new CalculationInput(STUDENT, TEACHER, 3, 4, 0.9, 0.1));
    }

    private static double apart(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
