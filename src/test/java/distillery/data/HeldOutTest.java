package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Digits for choices are nobody's digits to learn from. */
class HeldOutTest {
    @Test
    void tenThousandDigitsAreHeldOutAndNeverLearnedFrom() throws Problem {
        Samples digits = DataSet.mnist().train();
        int[] held = HeldOut.of(digits, 50_000);
        assertEquals(10_000, held.length);
        for (long seed : new long[] {1, 2}) {
            int[] chosen = LabelBudget.choose(digits, held, 50_000, Set.of(), seed);
            assertEquals(50_000, chosen.length);
            assertTrue(Arrays.stream(chosen).noneMatch(i -> Arrays.binarySearch(held, i) >= 0));
        }
        assertArrayEquals(held, HeldOut.of(digits, 500), "whatever is wanted");
    }

    @Test
    void whereAllAreWantedNoneAreHeldOut() throws Problem {
        assertEquals(0, HeldOut.of(DataSet.mnist().train(), 50_001).length);
        assertEquals(0, HeldOut.of(DataSet.mnist().train(), 60_000).length);
    }

    @Test
    void smallDataHoldOutASixth() {
        assertEquals(100, HeldOut.count(600));
        assertEquals(0, HeldOut.count(5));
    }
}
