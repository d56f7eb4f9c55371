package distillery.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Training samples that nobody learns from, so that choices can be made on them and the test samples are left for results.
 * They are the same whatever the seed of a run.
 */
public final class HeldOut {
    /** As many as MNIST's test digits. */
    private static final int MOST = 10_000;

    private static final int SHARE = 6;
    private static final long SEED = 20_150_309;

    private HeldOut() {}

    /** How many of so many samples are held out, if at most the others are wanted to learn from. */
    public static int count(int samples) {
        return Math.min(MOST, samples / SHARE);
    }

    /** Their indices, ascending; none if {@code wanted} samples are to be learned from and the others are fewer. */
    public static int[] of(Samples samples, int wanted) {
        int count = count(samples.drawable());
        if (wanted > samples.drawable() - count) {
            return new int[0];
        }
        int[] all = IntStream.range(0, samples.drawable()).toArray();
        Shuffle.shuffle(all, new SplittableRandom(SEED));
        int[] held = Arrays.copyOf(all, count);
        Arrays.sort(held);
        return held;
    }
}
