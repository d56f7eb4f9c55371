package distillery.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeanSoftLabelsTest {
    /** Shares 3 : 1 and 1 : 1 for class 0, 1 : 3 for class 1, none for class 2; the third logit is as good as nothing. */
    private static final double[] LOGITS = {Math.log(3), 0, -99, 0, 0, -99, 0, Math.log(3), -99};

    private static final int[] LABELS = {0, 0, 1};
    private static final MeanSoftLabels AT_ONE = MeanSoftLabels.of(LOGITS, LABELS, 3, 1);

    @Test
    void eachRowIsTheMeanOfItsClass() {
        assertEquals((0.75 + 0.5) / 2, AT_ONE.share(0, 0), 1e-12);
        assertEquals((0.25 + 0.5) / 2, AT_ONE.share(0, 1), 1e-12);
        assertEquals(0.25, AT_ONE.share(1, 0), 1e-12);
    }

    @Test
    void aClassWithoutSamplesIsNotKnown() {
        assertTrue(AT_ONE.knows(1));
        assertFalse(AT_ONE.knows(2));
        assertTrue(MeanSoftLabels.smoothed(3, 0.1).knows(2));
    }

    @Test
    void theTemperatureSoftensAllRowsUntilTheyAreFlat() {
        MeanSoftLabels flat = MeanSoftLabels.of(LOGITS, LABELS, 3, Double.POSITIVE_INFINITY);
        assertEquals(1.0 / 3, flat.share(0, 0), 1e-12);
        assertEquals(1.0 / 3, flat.share(1, 2), 1e-12);
        assertEquals(0, flat.distance(MeanSoftLabels.smoothed(3, 1)), 1e-12);
    }

    @Test
    void smoothingGivesAllWrongClassesTheSame() {
        MeanSoftLabels smoothed = MeanSoftLabels.smoothed(10, 0.1);
        assertEquals(0.91, smoothed.share(4, 4), 1e-12);
        assertEquals(0.01, smoothed.share(4, 9), 1e-12);
    }

    @Test
    void theDistanceIsTheShareThatWouldHaveToMove() {
        MeanSoftLabels certain = MeanSoftLabels.smoothed(3, 0);
        assertEquals((0.375 + 0.25) / 2, AT_ONE.distance(certain), 1e-12);
        assertEquals(AT_ONE.distance(certain), certain.distance(AT_ONE));
        assertEquals(0, AT_ONE.distance(AT_ONE));
        MeanSoftLabels opposite = MeanSoftLabels.of(new double[] {0, 1, 1, 0}, new int[] {0, 1}, 2, 0);
        assertEquals(1, opposite.distance(MeanSoftLabels.smoothed(2, 0)));
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> MeanSoftLabels.of(LOGITS, new int[2], 3, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> MeanSoftLabels.of(new double[] {Double.NaN, 0}, new int[1], 2, 1));
    }
}
