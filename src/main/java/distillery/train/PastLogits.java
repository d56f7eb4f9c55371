package distillery.train;

import distillery.data.Batch;
import java.util.Arrays;

/** What a net said to each sample when it last saw it. */
final class PastLogits {
    private final int classes;
    private final float[] kept;

    PastLogits(int samples, int classes) {
        this.classes = classes;
        kept = new float[samples * classes];
        Arrays.fill(kept, Float.NaN);
    }

    /** What it said before; what it says now, where it has not seen a sample yet. Remembers what it says now. */
    double[] exchange(Batch batch, double[] now) {
        double[] before = now.clone();
        for (int row = 0; row < batch.size(); row++) {
            int place = batch.indices()[row] * classes;
            for (int i = 0; i < classes; i++) {
                float old = kept[place + i];
                kept[place + i] = (float) now[row * classes + i];
                before[row * classes + i] = Float.isNaN(old) ? before[row * classes + i] : old;
            }
        }
        return before;
    }
}
