package distillery.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchOrderTest {
    private final Samples samples = new ToyPoints(100, 3, 4, 1, point -> point[0] > 0 ? 3 : 1);
    private final int[] selection = IntStream.range(0, 50).map(i -> 2 * i).toArray();

    private BatchOrder order(int jitter, long seed) {
        return new BatchOrder(samples, selection, jitter, seed);
    }

    private static int[] epoch(BatchOrder order) {
        return order.next(order.size()).indices();
    }

    @Test
    void everySampleComesOnceAnEpochWhateverTheBatchSize() {
        BatchOrder order = order(0, 7);
        int[] sizes = {1, 8, 3, 16, 64};
        int[] seen = new int[0];
        for (int i = 0; order.epoch() == 0; i++) {
            assertEquals(seen.length, order.position());
            int[] batch = order.next(sizes[i]).indices();
            int old = seen.length;
            seen = Arrays.copyOf(seen, old + batch.length);
            System.arraycopy(batch, 0, seen, old, batch.length);
        }
        assertArrayEquals(selection, Arrays.stream(seen).sorted().toArray());
    }

    @Test
    void theLastBatchHoldsWhatIsLeft() {
        BatchOrder order = order(0, 7);
        assertEquals(32, order.next(32).size());
        assertEquals(18, order.remaining());
        assertEquals(18, order.next(32).size());
        assertEquals(1, order.epoch());
        assertEquals(0, order.position());
    }

    @Test
    void theBatchSizeDoesNotChangeTheOrder() {
        BatchOrder whole = order(2, 7);
        BatchOrder parts = order(2, 7);
        Batch all = whole.next(50);
        for (int start = 0; start < 50; start += 10) {
            Batch part = parts.next(10);
            assertArrayEquals(Arrays.copyOfRange(all.indices(), start, start + 10), part.indices());
            assertArrayEquals(Arrays.copyOfRange(all.dx(), start, start + 10), part.dx());
        }
    }

    @Test
    void sameSeedSameOrderOtherSeedAnother() {
        assertArrayEquals(epoch(order(0, 7)), epoch(order(0, 7)));
        assertFalse(Arrays.equals(epoch(order(0, 7)), epoch(order(0, 8))));
    }

    @Test
    void theOrderIsTheSameOnEveryJdk() {
        BatchOrder order = new BatchOrder(samples, IntStream.range(0, 10).toArray(), 2, 42);
        Batch batch = order.next(10);
        assertEquals("[7, 8, 5, 6, 3, 0, 2, 4, 9, 1]", Arrays.toString(batch.indices()));
        assertEquals("[-2, 2, -1, -1, -2, 2, 2, 0, -2, 1]", Arrays.toString(batch.dx()));
    }

    @Test
    void everyEpochIsShuffledAnew() {
        BatchOrder order = order(0, 7);
        assertFalse(Arrays.equals(epoch(order), epoch(order)));
        assertEquals(2, order.epoch());
    }

    @Test
    void everySampleIsAsLikelyToComeFirst() {
        int[] first = new int[5];
        BatchOrder order = new BatchOrder(samples, new int[] {0, 1, 2, 3, 4}, 0, 7);
        for (int i = 0; i < 5000; i++) {
            first[epoch(order)[0]]++;
        }
        // Six standard deviations of a count with p = 1/5.
        assertTrue(Arrays.stream(first).allMatch(count -> Math.abs(count - 1000) < 170), Arrays.toString(first));
    }

    @Test
    void jitterDoesNotChangeTheOrder() {
        assertArrayEquals(epoch(order(0, 7)), epoch(order(2, 7)));
    }

    @Test
    void jitterTakesEveryMoveUpToItsLimit() {
        BatchOrder order = order(2, 7);
        int[] seen = new int[25];
        for (int epoch = 0; epoch < 20; epoch++) {
            Batch batch = order.next(50);
            for (int i = 0; i < 50; i++) {
                seen[(batch.dx()[i] + 2) * 5 + batch.dy()[i] + 2]++;
            }
        }
        assertTrue(Arrays.stream(seen).allMatch(count -> count > 10), Arrays.toString(seen));
    }

    @Test
    void withoutJitterNothingMoves() {
        Batch batch = order(0, 7).next(50);
        assertArrayEquals(new int[50], batch.dx());
        assertArrayEquals(new int[50], batch.dy());
    }

    @Test
    void aBatchCarriesItsLabelsAndInputs() {
        Batch batch = order(0, 7).next(4);
        float[] inputs = new float[12];
        batch.copyInto(samples, inputs);
        for (int i = 0; i < 4; i++) {
            assertEquals(samples.label(batch.indices()[i]), batch.labels()[i]);
            float[] one = new float[3];
            samples.copyInto(one, 0, batch.indices()[i], 0, 0);
            assertArrayEquals(one, Arrays.copyOfRange(inputs, 3 * i, 3 * i + 3));
        }
    }

    @Test
    void aPlaceReachedAgainYieldsTheSameBatch() {
        BatchOrder order = order(2, 7);
        epoch(order);
        order.next(20);
        Batch once = order.next(10);
        epoch(order);
        order.moveTo(1, 20);
        Batch again = order.next(10);
        assertArrayEquals(once.indices(), again.indices());
        assertArrayEquals(once.dx(), again.dx());
        assertArrayEquals(once.dy(), again.dy());
        assertEquals(30, order.position());
    }

    @Test
    void laterChangesToTheSelectionDoNotReachIt() {
        int[] mine = selection.clone();
        BatchOrder order = new BatchOrder(samples, mine, 0, 7);
        Arrays.fill(mine, 0);
        epoch(order);
        assertArrayEquals(selection, Arrays.stream(epoch(order)).sorted().toArray());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new BatchOrder(samples, new int[0], 0, 7));
        assertThrows(IllegalArgumentException.class, () -> order(-1, 7));
        assertThrows(IllegalArgumentException.class, () -> order(0, 7).next(0));
        assertThrows(IllegalArgumentException.class, () -> order(0, 7).moveTo(0, 50));
        assertThrows(IllegalArgumentException.class, () -> new Batch(new int[2], new int[1], new int[2], new int[2]));
    }
}
