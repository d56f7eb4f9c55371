package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuberTest {
    @ParameterizedTest
    @ValueSource(doubles = {-7, -0.4, 0, 0.3, 1.1, 5})
    void theSlopeIsTheValues(double x) {
        GradientCheck.assertSlope(at -> Huber.value(at[0], 0.5), new double[] {x}, new double[] {Huber.slope(x, 0.5)});
    }

    @Test
    void itIsSquareNearZeroAndStraightBeyond() {
        assertEquals(0.02, Huber.value(-0.2, 1), 1e-15);
        assertEquals(0.5, Huber.value(1, 1), 1e-15);
        assertEquals(9.5, Huber.value(10, 1), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Huber.valid(0));
    }
}
