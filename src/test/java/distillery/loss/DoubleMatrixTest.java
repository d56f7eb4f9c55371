package distillery.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DoubleMatrixTest {
    private final DoubleMatrix a = DoubleMatrix.of(GradientCheck.logits(1, 15), 3);
    private final DoubleMatrix b = DoubleMatrix.of(GradientCheck.logits(2, 35), 5);

    private static DoubleMatrix transposed(DoubleMatrix m) {
        DoubleMatrix result = DoubleMatrix.zeros(m.columns(), m.rows());
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < m.columns(); j++) {
                result.values()[j * m.rows() + i] = m.values()[i * m.columns() + j];
            }
        }
        return result;
    }

    @Test
    void theThreeProductsAreOne() {
        double[] product = a.times(b).values();
        assertEquals(21, product.length);
        double corner = 0;
        for (int k = 0; k < 5; k++) {
            corner += a.values()[10 + k] * b.values()[k * 7 + 6];
        }
        assertEquals(corner, product[20], 1e-12);
        assertArrayEquals(product, a.timesTransposed(transposed(b)).values(), 1e-12);
        assertArrayEquals(product, transposed(a).transposedTimes(b).values(), 1e-12);
    }

    @Test
    void aBlockWritesToItsPartOfTheArrayAlone() {
        double[] all = new double[60];
        DoubleMatrix.block(all, 1, 3, 7).add(a, b);
        assertArrayEquals(a.times(b).values(), java.util.Arrays.copyOfRange(all, 21, 42));
        assertEquals(0, Norm.squared(java.util.Arrays.copyOfRange(all, 42, 60)));
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> a.times(a));
        assertThrows(IllegalArgumentException.class, () -> a.timesTransposed(b));
        assertThrows(IllegalArgumentException.class, () -> DoubleMatrix.block(new double[5], 1, 1, 4));
    }
}
