package distillery.train;

import distillery.data.Batch;
import distillery.loss.Softmax;
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

    /** Exchanged are those of the classes that the label does not name. */
    double[] of(Batch batch, double[] logits) {
        return of(batch, logits, batch.labels());
    }

    /** Exchanged are those of all but the likeliest class: "dark knowledge with permuted predictions" of Furlanello et al. 2018. */
    double[] butTheLargest(Batch batch, double[] logits) {
        return of(batch, logits, Softmax.largest(logits, classes));
    }

    private double[] of(Batch batch, double[] logits, int[] left) {
        double[] shuffled = logits.clone();
        for (int row = 0; row < batch.size(); row++) {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + batch.indices()[row]);
            shuffle(shuffled, row * classes, left[row], random);
        }
        return shuffled;
    }

    /** Fisher and Yates, over all classes but one. */
    private void shuffle(double[] row, int start, int left, SplittableRandom random) {
        for (int last = classes - 2; last > 0; last--) {
            int one = start + place(last, left);
            int other = start + place(random.nextInt(last + 1), left);
            double kept = row[one];
            row[one] = row[other];
            row[other] = kept;
        }
    }

    /** The class that has this place among the others. */
    private static int place(int other, int left) {
        return other < left ? other : other + 1;
    }
}
