package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitRowsTest {
    @Test
    void theSlopeLeadsBackThroughTheLength() {
        double[] rows = GradientCheck.logits(3, 12);
        double[] weights = GradientCheck.logits(4, 12);
        UnitRows units = new UnitRows(rows, 4);
        GradientCheck.assertSlope(
                x -> DoubleMatrix.of(new UnitRows(x, 4).values(), 1)
                        .timesTransposed(DoubleMatrix.of(weights, 1))
                        .values()[0],
                rows,
                units.slopes(weights));
        assertEquals(3, Norm.squared(units.values()), 1e-14);
    }

    @Test
    void aRowOfZerosStaysAndHasNoSlope() {
        UnitRows units = new UnitRows(new double[] {0, 0, 3, 4}, 2);
        assertArrayEquals(new double[] {0, 0, 0.6, 0.8}, units.values(), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0, 0}, units.slopes(new double[] {1, 1, 3, 4}), 1e-15);
    }
}
