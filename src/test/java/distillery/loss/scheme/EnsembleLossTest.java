package distillery.loss.scheme;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.LossValue;
import distillery.loss.Softmax;
import distillery.loss.TargetLoss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleLossTest {
    private final double[] student = GradientCheck.logits(1, 12);
    private final double[] first = GradientCheck.logits(2, 12);
    private final double[] second = GradientCheck.logits(3, 12);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlope(EnsembleLoss.Mean mean) {
        EnsembleLoss loss = new EnsembleLoss(3, mean);
        List<double[]> teachers = List.of(first, second);
        GradientCheck.assertSlope(
                z -> loss.of(z, teachers, 4).value(),
                student,
                loss.of(student, teachers, 4).gradient());
    }

    @ParameterizedTest
    @EnumSource
    void teachersThatAgreeAreOneTeacher(EnsembleLoss.Mean mean) {
        double[] soft = new EnsembleLoss(3, mean).softLabels(List.of(first, first, first), 4);
        assertArrayEquals(Softmax.probabilities(first, 4, 3), soft, 1e-15);
        LossValue one = TargetLoss.of(student, soft, 4, 3).times(9);
        assertEquals(
                one.value(),
                new EnsembleLoss(3, mean).of(student, List.of(first), 4).value(),
                1e-12);
    }

    @Test
    void theGeometricMeanIgnoresAConstantOnATeachersLogits() {
        double[] moved = first.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 7;
        }
        EnsembleLoss loss = new EnsembleLoss(2, EnsembleLoss.Mean.GEOMETRIC);
        assertArrayEquals(
                loss.softLabels(List.of(first, second), 4), loss.softLabels(List.of(moved, second), 4), 1e-14);
    }

    @Test
    void onlyTheGeometricMeanLetsOneTeacherExclude() {
        double[] excludes = {2000, 0, 2000};
        double[] undecided = {0, 0, 0};
        List<double[]> teachers = List.of(excludes, undecided);
        assertEquals(1.0 / 6, new EnsembleLoss(1, EnsembleLoss.Mean.ARITHMETIC).softLabels(teachers, 3)[1], 1e-15);
        assertEquals(0, new EnsembleLoss(1, EnsembleLoss.Mean.GEOMETRIC).softLabels(teachers, 3)[1]);
    }

    @Test
    void noTeacherAndTeachersOfOtherSizesAreRefused() {
        EnsembleLoss loss = new EnsembleLoss(1, EnsembleLoss.Mean.ARITHMETIC);
        assertThrows(IllegalArgumentException.class, () -> loss.softLabels(List.of(), 4));
        assertThrows(IllegalArgumentException.class, () -> loss.softLabels(List.of(first, new double[4]), 4));
    }
}
