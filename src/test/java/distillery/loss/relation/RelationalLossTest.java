package distillery.loss.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import distillery.loss.GradientCheck;
import distillery.loss.LossValue;
import distillery.loss.Norm;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationalLossTest {
    private static final int ROWS = 6;

    private final double[] student = GradientCheck.logits(1, ROWS * 3);
    private final double[] teacher = GradientCheck.logits(2, ROWS * 5);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10})
    void gradientsAreTheSlopesOnBothPartsOfTheHuberFunction(double delta) {
        DistanceLoss distance = new DistanceLoss(delta);
        GradientCheck.assertSlope(
                e -> distance.of(e, teacher, ROWS).value(),
                student,
                distance.of(student, teacher, ROWS).gradient());
        AngleLoss angle = new AngleLoss(delta);
        GradientCheck.assertSlope(
                e -> angle.of(e, teacher, ROWS).value(),
                student,
                angle.of(student, teacher, ROWS).gradient());
        RelationalLoss both = new RelationalLoss(0.25, 0.5, delta);
        GradientCheck.assertSlope(
                e -> both.of(e, teacher, ROWS).value(),
                student,
                both.of(student, teacher, ROWS).gradient());
    }

    @Test
    void theAngleIsTheCosineAtItsVertex() {
        double[] triangle = {0, 0, 2, 0, 0, 5}; // a right angle at the first
        double[] angles = AngleLoss.angles(triangle, 3);
        assertEquals(0, angles[1 * 3 + 2], 1e-15);
        assertEquals(2 / Math.sqrt(29), angles[9 + 0 * 3 + 2], 1e-15);
        assertEquals(1, angles[1 * 3 + 1], 1e-15);
        assertEquals(0, angles[0 * 3 + 1]);
    }

    /** Written down as the paper has it, triple by triple. */
    @Test
    void theLossIsTheMeanOverAllTriples() {
        double[] own = AngleLoss.angles(student, ROWS);
        double[] wanted = AngleLoss.angles(teacher, ROWS);
        double sum = 0;
        int linear = 0;
        for (int i = 0; i < own.length; i++) {
            double apart = Math.abs(own[i] - wanted[i]);
            sum += apart < 1 ? apart * apart / 2 : apart - 0.5;
            linear += apart < 1 ? 0 : 1;
        }
        assertTrue(linear > 0, "none of the triples shows the straight part");
        assertEquals(
                sum / own.length, new AngleLoss(1).of(student, teacher, ROWS).value(), 1e-14);
    }

    @Test
    void whatMovesTurnsOrGrowsAsAWholeChangesNothing() {
        double[] moved = new double[student.length];
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] = 40 - 3 * student[i + 1];
            moved[i + 1] = 7 + 3 * student[i];
            moved[i + 2] = 3 * student[i + 2] - 1;
        }
        RelationalLoss.Value value = new RelationalLoss(25, 50, 1).of(moved, student, ROWS);
        assertEquals(0, value.value(), 1e-25);
        assertArrayEquals(new double[student.length], value.gradient(), 1e-13);
    }

    @Test
    void theTeachersOwnEmbeddingHasNeitherLossNorSlope() {
        RelationalLoss.Value value = new RelationalLoss(1, 2, 1).of(teacher, teacher.clone(), ROWS);
        assertEquals(0, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @Test
    void equalSamplesHaveNoSlopeBetweenThem() {
        double[] twins = student.clone();
        System.arraycopy(student, 0, twins, 3, 3);
        LossValue angle = new AngleLoss(1).of(twins, teacher, ROWS);
        DistanceLoss.Value distance = new DistanceLoss(1).of(twins, teacher, ROWS);
        assertTrue(Double.isFinite(angle.value()) && Double.isFinite(distance.value()));
        assertTrue(Arrays.stream(angle.gradient()).allMatch(Double::isFinite));
        assertTrue(Arrays.stream(distance.gradient()).allMatch(Double::isFinite));
    }

    @Test
    void oneSampleOrEqualOnesHaveNoRelations() {
        for (int rows : new int[] {1, 4}) {
            RelationalLoss.Value value = new RelationalLoss(1, 2, 1).of(new double[2 * rows], new double[rows], rows);
            assertEquals(0, value.value());
            assertEquals(0, Norm.squared(value.gradient()));
        }
    }

    @Test
    void theMeanDistanceIsThatOfDifferentSamples() {
        DistanceLoss.Value value = new DistanceLoss(1).of(new double[] {0, 0, 3, 4}, new double[] {0, 2}, 2);
        assertEquals(5, value.studentMean());
        assertEquals(2, value.teacherMean());
        assertArrayEquals(new double[] {0, 1, 1, 0}, value.studentShares());
    }
}
