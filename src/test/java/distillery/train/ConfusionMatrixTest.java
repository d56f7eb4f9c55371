package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** Two of class 0, three of class 1, none of class 2. */
    private static final int[] LABELS = {0, 0, 1, 1, 1};

    private static final ConfusionMatrix MATRIX = ConfusionMatrix.of(new int[] {0, 1, 1, 2, 2}, LABELS, 3);

    @Test
    void countsWhatEachClassIsTakenFor() {
        assertEquals(1, MATRIX.count(0, 0));
        assertEquals(1, MATRIX.count(0, 1));
        assertEquals(2, MATRIX.count(1, 2));
        assertEquals(0, MATRIX.count(2, 2));
        assertEquals(5, MATRIX.total());
        assertEquals(3, MATRIX.totalOf(1));
    }

    @Test
    void errorsAreWhatLiesBesideTheDiagonal() {
        assertEquals(3, MATRIX.errors());
        assertEquals(1, MATRIX.errorsOf(0));
        assertEquals(2, MATRIX.errorsOf(1));
        assertEquals(0, MATRIX.errorsOf(2));
        assertEquals(1, MATRIX.wronglyTakenFor(1));
        assertEquals(2, MATRIX.wronglyTakenFor(2));
    }

    @Test
    void sharesOfARowAddUpToOneUnlessItIsEmpty() {
        assertEquals(2.0 / 3, MATRIX.rowShare(1, 2));
        assertEquals(1, MATRIX.rowShare(1, 0) + MATRIX.rowShare(1, 1) + MATRIX.rowShare(1, 2), 1e-15);
        assertEquals(0, MATRIX.rowShare(2, 2));
    }

    @Test
    void theLargestLogitDecidesAndTheFirstOfEqualOnes() {
        double[] logits = {2, 1, 1, 0, 3, 3, 0, 5, 1, -1, -1, 0, 0, 0, 1};
        assertEquals(MATRIX, ConfusionMatrix.of(logits, LABELS, 3));
    }

    @Test
    void aDifferenceCountsTheErrorsThatCameAndWent() {
        ConfusionMatrix other = ConfusionMatrix.of(new int[] {0, 0, 1, 1, 2}, LABELS, 3);
        ConfusionMatrix difference = MATRIX.minus(other);
        assertEquals(-1, difference.count(0, 0));
        assertEquals(1, difference.count(0, 1));
        assertEquals(1, difference.count(1, 2));
        assertEquals(MATRIX.errors() - other.errors(), difference.errors());
        assertEquals(0, difference.total());
        assertEquals(0, MATRIX.minus(MATRIX).errors());
        assertNotEquals(MATRIX, other);
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(new int[] {0}, LABELS, 3));
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(new int[] {0, 1, 1, 2, 3}, LABELS, 3));
        assertThrows(IllegalArgumentException.class, () -> ConfusionMatrix.of(new double[3], LABELS, 3));
        assertThrows(IllegalArgumentException.class, () -> MATRIX.minus(ConfusionMatrix.of(LABELS, LABELS, 2)));
    }
}
