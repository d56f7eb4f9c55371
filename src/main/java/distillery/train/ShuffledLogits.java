package distillery.train;

import distillery.data.Batch;
import java.util.SplittableRandom;

/**
 * The teacher's logits with those of the wrong classes exchanged, for each sample in one way that never changes. Whatever
 * the temperature, the soft labels are then as soft as the true ones and give the right class as much; only which of the
 * wrong classes share in it tells nothing any more.
 */
final class ShuffledLogits {
    private final int classes;
    private final long seed;

    ShuffledLogits(int classes, long seed) {
        this.classes = classes;
        this.seed = seed;
    }

    double[] of(Batch batch, double[] logits) {
        double[] shuffled = logits.clone();
        for (int row = 0; row < batch.size(); row++) {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + batch.indices()[row]);
            shuffle(shuffled, row * classes, batch.labels()[row], random);
        }
        return shuffled;
    }

    /** Fisher and Yates, over the classes that are not the right one. */
    private void shuffle(double[] row, int start, int right, SplittableRandom random) {
        for (int last = classes - 2; last > 0; last--) {
            int one = start + place(last, right);
            int other = start + place(random.nextInt(last + 1), right);
            double kept = row[one];
            row[one] = row[other];
            row[other] = kept;
        }
    }

    /** The class that has this place among the wrong ones. */
    private static int place(int wrong, int right) {
        return wrong < right ? wrong : wrong + 1;
    }
}
