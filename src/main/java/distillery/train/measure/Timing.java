package distillery.train.measure;

import java.util.Arrays;

/**
 * How long one thing takes, done again and again.
 *
 * @param medianMillis half of the times are below
 * @param p95Millis nineteen in twenty are below
 * @param repeats how often it was timed
 */
public record Timing(double medianMillis, double p95Millis, int repeats) {
    private static final long WARM_UP_NANOS = 300_000_000L;
    private static final long LONGEST_NANOS = 700_000_000L;
    private static final int FEWEST = 20;
    private static final int MOST = 5_000;

    /** Warms up first, for Java's compilers are at work in the beginning. */
    static Timing of(Runnable work) {
        long start = System.nanoTime();
        do {
            work.run();
        } while (System.nanoTime() - start < WARM_UP_NANOS);
        double[] millis = new double[MOST];
        int count = 0;
        long begin = System.nanoTime();
        while (count < FEWEST || (count < MOST && System.nanoTime() - begin < LONGEST_NANOS)) {
            long from = System.nanoTime();
            work.run();
            millis[count++] = (System.nanoTime() - from) / 1e6;
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return new Timing(sorted[count / 2], sorted[(int) (0.95 * (count - 1))], count);
    }
}
