package distillery.loss.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import distillery.loss.GradientCheck;
import distillery.loss.LossValue;
import distillery.loss.Norm;
import org.junit.jupiter.api.Test;

class CosineLossTest {
    private static final int ROWS = 3;

    private final CosineLoss loss = new CosineLoss();
    private final double[] student = GradientCheck.logits(1, ROWS * 5);
    private final double[] teacher = GradientCheck.logits(2, ROWS * 5);

    @Test
    void gradientIsTheSlope() {
        GradientCheck.assertSlope(
                f -> loss.of(f, teacher, ROWS).value(),
                student,
                loss.of(student, teacher, ROWS).gradient());
    }

    @Test
    void lengthsDoNotCount() {
        double[] longer = LossValue.sum(3, student, 0, student);
        assertEquals(
                loss.of(student, teacher, ROWS).value(),
                loss.of(longer, teacher, ROWS).value(),
                1e-15);
        LossValue same = loss.of(longer, student, ROWS);
        assertEquals(0, same.value(), 1e-15);
        assertEquals(0, Norm.squared(same.gradient()), 1e-30);
    }

    @Test
    void oppositeDirectionsLoseTwoAndRightAnglesOne() {
        assertEquals(
                2,
                loss.of(LossValue.sum(-2, teacher, 0, teacher), teacher, ROWS).value(),
                1e-15);
        assertEquals(1, loss.of(new double[] {0, 4}, new double[] {3, 0}, 1).value());
    }

    @Test
    void zerosPointNowhere() {
        LossValue value = loss.of(new double[ROWS * 5], teacher, ROWS);
        assertEquals(1, value.value());
        assertEquals(0, Norm.squared(value.gradient()));
    }

    @Test
    void sizesThatDoNotMatchAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> loss.of(student, new double[ROWS * 4], ROWS));
    }
}
