package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelBudgetTest {
    /** 1,000 samples: class 0 has 910, classes 1 to 9 have 10 each. */
    private final Samples uneven = labelled(1000, i -> i < 910 ? 0 : 1 + i % 9);

    private final Samples even = labelled(1000, i -> i % 10);

    private static Samples labelled(int count, IntUnaryOperator label) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) label.applyAsInt(i);
        }
        return new Digits(1, 1, new byte[count], labels, ClassLabels.numbered(10));
    }

    private static int[] perClass(Samples samples, int[] chosen) {
        int[] counts = new int[samples.classes()];
        for (int index : chosen) {
            counts[samples.label(index)]++;
        }
        return counts;
    }

    @Test
    void givesEveryClassItsShare() {
        for (int budget : new int[] {1, 7, 10, 203, 999}) {
            int[] chosen = LabelBudget.choose(even, budget, Set.of(), 5);
            assertEquals(budget, Arrays.stream(chosen).distinct().count());
            int[] counts = perClass(even, chosen);
            int most = Arrays.stream(counts).max().orElseThrow();
            int least = Arrays.stream(counts).min().orElseThrow();
            assertTrue(most - least <= 1, Arrays.toString(counts));
        }
    }

    @Test
    void theRemainderFallsToOtherClassesUnderAnotherSeed() {
        long outcomes = IntStream.range(0, 20)
                .mapToObj(seed -> Arrays.toString(perClass(even, LabelBudget.choose(even, 13, Set.of(), seed))))
                .distinct()
                .count();
        assertTrue(outcomes > 5, outcomes + " different remainders of 20");
    }

    @Test
    void otherClassesPayForThoseThatRunOut() {
        int[] counts = perClass(uneven, LabelBudget.choose(uneven, 200, Set.of(), 5));
        assertArrayEquals(new int[] {110, 10, 10, 10, 10, 10, 10, 10, 10, 10}, counts);
    }

    @Test
    void neverChoosesAnOmittedClass() {
        int[] counts = perClass(even, LabelBudget.choose(even, 80, Set.of(3, 8), 5));
        assertArrayEquals(new int[] {10, 10, 10, 0, 10, 10, 10, 10, 0, 10}, counts);
    }

    @Test
    void givesAllThereIsWhenTheBudgetIsLarger() {
        int[] all = IntStream.range(0, 1000).toArray();
        assertArrayEquals(all, LabelBudget.choose(even, 1000, Set.of(), 5));
        assertArrayEquals(all, LabelBudget.choose(even, Integer.MAX_VALUE, Set.of(), 5));
        int[] withoutThree = Arrays.stream(all).filter(i -> i % 10 != 3).toArray();
        assertArrayEquals(withoutThree, LabelBudget.choose(even, 1000, Set.of(3), 5));
    }

    @Test
    void givesNothingWhenEveryClassIsOmitted() {
        Set<Integer> every = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertEquals(0, LabelBudget.choose(even, 10, every, 5).length);
    }

    @Test
    void sameSeedSameChoiceOtherSeedAnother() {
        int[] chosen = LabelBudget.choose(even, 100, Set.of(), 5);
        assertArrayEquals(chosen, LabelBudget.choose(even, 100, Set.of(), 5));
        assertFalse(Arrays.equals(chosen, LabelBudget.choose(even, 100, Set.of(), 6)));
    }

    @Test
    void aLargerBudgetOnlyAdds() {
        int[] small = LabelBudget.choose(even, 55, Set.of(), 5);
        int[] large = LabelBudget.choose(even, 155, Set.of(), 5);
        for (int index : small) {
            assertTrue(Arrays.binarySearch(large, index) >= 0, "lost " + index);
        }
    }

    @Test
    void omittingAClassLeavesTheOthersChoice() {
        int[] all = LabelBudget.choose(even, 100, Set.of(), 5);
        int[] without = LabelBudget.choose(even, 90, Set.of(3), 5);
        assertArrayEquals(Arrays.stream(all).filter(i -> even.label(i) != 3).toArray(), without);
    }

    @Test
    void refusesNoBudget() {
        assertThrows(IllegalArgumentException.class, () -> LabelBudget.choose(even, 0, Set.of(), 5));
    }
}
