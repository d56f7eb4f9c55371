package distillery.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Deals a selection of samples in batches: every sample once an epoch, in a new random order each epoch, moved a little
 * if jitter is asked for.
 *
 * <p>An epoch depends on nothing but the seed and its number, so the same place always yields the same batch and
 * {@link #moveTo} can go anywhere. Order and jitter draw from streams of their own: jitter does not change the order.
 * Not for use by several threads at once.
 */
public final class BatchOrder {
    private final Samples samples;
    private final int[] selection;
    private final int jitter;
    private final long seed;

    private final int[] order;
    private final int[] dx;
    private final int[] dy;
    private int epoch;
    private int position;

    /**
     * Starts before the first sample of epoch 0.
     *
     * @throws IllegalArgumentException if the selection is empty or {@code jitter}, the farthest move in pixels, is negative
     */
    public BatchOrder(Samples samples, int[] selection, int jitter, long seed) {
        if (selection.length == 0 || jitter < 0) {
            throw new IllegalArgumentException(
                    "need samples and no negative jitter, got %d and %d".formatted(selection.length, jitter));
        }
        this.samples = samples;
        this.selection = selection.clone();
        this.jitter = jitter;
        this.seed = new SplittableRandom(seed).nextLong();
        this.order = new int[selection.length];
        this.dx = new int[selection.length];
        this.dy = new int[selection.length];
        plan();
    }

    /**
     * The next {@code size} samples, or those that are left in this epoch if they are fewer. The size may change from
     * call to call.
     */
    public Batch next(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("batch size must be positive, was " + size);
        }
        int end = position + Math.min(size, remaining());
        int[] indices = Arrays.copyOfRange(order, position, end);
        int[] labels = Arrays.stream(indices).map(samples::label).toArray();
        Batch batch = new Batch(
                indices, labels, Arrays.copyOfRange(dx, position, end), Arrays.copyOfRange(dy, position, end));
        position = end;
        if (position == order.length) {
            epoch++;
            position = 0;
            plan();
        }
        return batch;
    }

    /** How many epochs are finished. */
    public int epoch() {
        return epoch;
    }

    /** How many samples of the current epoch have been dealt. */
    public int position() {
        return position;
    }

    /** How many samples of the current epoch are still to come; never 0. */
    public int remaining() {
        return order.length - position;
    }

    /** How many samples an epoch has. */
    public int size() {
        return order.length;
    }

    /** Goes to where {@link #epoch()} and {@link #position()} once were, to continue or repeat a run from there. */
    public void moveTo(int epoch, int position) {
        if (epoch < 0 || position < 0 || position >= order.length) {
            throw new IllegalArgumentException("no place %d in epoch %d".formatted(position, epoch));
        }
        this.epoch = epoch;
        this.position = position;
        plan();
    }

    private void plan() {
        SplittableRandom random = new SplittableRandom(seed + epoch);
        System.arraycopy(selection, 0, order, 0, order.length);
        Shuffle.shuffle(order, random.split());
        SplittableRandom moves = random.split();
        for (int i = 0; i < order.length; i++) {
            dx[i] = moves.nextInt(-jitter, jitter + 1);
            dy[i] = moves.nextInt(-jitter, jitter + 1);
        }
    }
}
