package distillery.lab.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.Thorough;
import distillery.lab.clinic.MathsCheck.Finding;
import distillery.lab.clinic.MathsCheck.Verdict;
import distillery.loss.GradientCheck;
import distillery.loss.LossValue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MathsCheckTest {
    private static CalculationInput at(double temperature) {
        return new CalculationInput(new double[] {2, 1, 1.5}, new double[] {6, 2, -2}, 0, temperature, 0.9, 0.1);
    }

    private static List<Finding> check(Set<Fault> faults, CalculationInput exercise) {
        return MathsCheck.of(new Calculation(faults)::of, exercise);
    }

    /** The lines that are wrong, with the mistake that explains each. */
    private static Map<CalculationStep, Fault> wrong(List<Finding> findings) {
        Map<CalculationStep, Fault> wrong = new EnumMap<>(CalculationStep.class);
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.WRONG) {
                Fault mistake = finding.mistake();
                assertTrue(mistake != null, finding.line() + " is not explained");
                wrong.put(finding.line(), mistake);
            }
        }
        return wrong;
    }

    private static Finding of(List<Finding> findings, CalculationStep line) {
        return findings.stream()
                .filter(finding -> finding.line() == line)
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(List<Finding> findings, CalculationStep line) {
        return of(findings, line).verdict();
    }

    @ParameterizedTest
    @EnumSource
    void namesTheOneLineThatIsWrongAndTheMistakeInIt(Fault fault) {
        for (double temperature : new double[] {0.5, 2, 4, 20, 100}) {
            assertEquals(
                    Map.of(fault.line(), fault), wrong(check(Set.of(fault), at(temperature))), "T = " + temperature);
        }
    }

    @Test
    void tellsAllMistakesApartWhenTheyComeTogether() {
        Map<CalculationStep, Fault> all = new EnumMap<>(CalculationStep.class);
        for (Fault fault : Fault.values()) {
            all.put(fault.line(), fault);
        }
        assertEquals(all, wrong(check(EnumSet.allOf(Fault.class), at(4))));
    }

    @Test
    void laterLinesCarryTheErrorOnAndOthersAgree() {
        List<Finding> findings = check(Set.of(Fault.NO_T2), at(4));
        for (CalculationStep carried :
                new CalculationStep[] {CalculationStep.TOTAL, CalculationStep.SOFT_GRADIENT, CalculationStep.GRADIENT
                }) {
            assertEquals(Verdict.CARRIED, verdict(findings, carried));
        }
        for (CalculationStep right : new CalculationStep[] {
            CalculationStep.TEACHER,
            CalculationStep.SOFT,
            CalculationStep.HARD,
            CalculationStep.HARD_GRADIENT,
            CalculationStep.PREDICTION
        }) {
            assertEquals(Verdict.AGREES, verdict(findings, right));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.5, 1, 4, 10.37, 20, 100})
    void findsNothingInARightCalculation(double temperature) {
        for (int seed = 0; seed < 20; seed++) {
            CalculationInput random = new CalculationInput(
                    GradientCheck.logits(seed, 10), GradientCheck.logits(seed + 100, 10), 3, temperature, 0.5, 0.5);
            for (CalculationInput exercise : List.of(random, at(temperature))) {
                for (Finding finding : check(Set.of(), exercise)) {
                    assertEquals(Verdict.AGREES, finding.verdict(), finding.line() + " with seed " + seed);
                    assertTrue(finding.digits() >= 6, finding.line() + " agrees to " + finding.digits() + " digits");
                }
            }
        }
    }

    @Thorough
    @ParameterizedTest
    @ValueSource(ints = {3, 10})
    void roundingAccusesNobodyWhereTheStudentIsNearItsTeacher(int classes) {
        for (double temperature : new double[] {0.05, 0.3, 1, 2.5, 10, 30, 60, 100}) {
            for (int seed = 0; seed < 100; seed++) {
                double[] teacher = GradientCheck.logits(seed, classes);
                double[] apart = GradientCheck.logits(seed + 1000, classes);
                double[] student = LossValue.sum(1, teacher, 2e-4, apart);
                for (double softWeight : new double[] {1, 0.9}) {
                    CalculationInput near = new CalculationInput(
                            student, teacher, seed % classes, temperature, softWeight, 1 - softWeight);
                    assertEquals(Map.of(), wrong(check(Set.of(), near)), "T = " + temperature + ", seed " + seed);
                }
            }
        }
    }

    @Test
    void followsAStudentToItsTeacherWithoutAccusingIt() {
        double[] student = {2, 1, 1.5};
        for (int step = 0; step < 100; step++) {
            CalculationInput now = new CalculationInput(student, new double[] {6, 2, -2}, 0, 100, 1, 0);
            assertEquals(Map.of(), wrong(check(Set.of(), now)), "step " + step);
            student = LossValue.sum(1, student, -0.5, Calculation.TRUE.of(now).numbers(CalculationStep.GRADIENT));
        }
    }

    @Test
    void withstandsLogitsOfAnySize() {
        for (double size : new double[] {0, 100, 1e4}) {
            CalculationInput far = new CalculationInput(
                    new double[] {size, -size, 0}, new double[] {-size, size, 0}, 0, 0.05, 0.9, 0.1);
            assertEquals(Map.of(), wrong(check(Set.of(), far)), "size " + size);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_T2", "STUDENT_AT_ONE", "T_KEPT_AT_INFERENCE"})
    void seesNoMistakeWhereItMakesNoDifference(Fault fault) {
        assertEquals(Map.of(), wrong(check(Set.of(fault), at(1))));
    }

    @Test
    void aMistakeNobodyKnowsIsFoundAllTheSame() {
        List<Finding> findings = MathsCheck.of(
                exercise -> Calculation.TRUE.of(new CalculationInput(
                        exercise.student(), exercise.teacher(), 2, exercise.temperature(), exercise.softWeight(), 0.1)),
                at(4));
        assertEquals(Verdict.WRONG, verdict(findings, CalculationStep.HARD));
        assertNull(of(findings, CalculationStep.HARD).mistake());
        assertEquals(Verdict.AGREES, verdict(findings, CalculationStep.SCALED));
    }

    @Test
    void saysWhatTheLineShouldBe() {
        Finding scaled = of(check(Set.of(Fault.NO_T2), at(4)), CalculationStep.SCALED);
        assertEquals(.218854, scaled.shown()[0], 5e-7);
        assertEquals(3.50167, scaled.wanted()[0], 5e-6);
    }
}
