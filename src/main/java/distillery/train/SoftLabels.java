package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.train.TrainEvent.Task;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The logits that a net gives to what the arms are shown, or its values at another point. A net that never moves, shown digits that never move, gives the
 * same each time: then it is asked once for all of them, and they are kept.
 */
final class SoftLabels {
    private final Function<InputBatch, double[]> net;
    /** How many numbers a sample has. */
    private final int width;
    /** Where each sample's logits begin in {@link #kept}; both are empty if nothing is kept. */
    private final int[] place;

    /** Half the room of doubles, and the same numbers: a net works with floats. */
    private final float[] kept;

    private SoftLabels(Function<InputBatch, double[]> net, int width, int[] place, float[] kept) {
        this.net = net;
        this.width = width;
        this.place = place;
        this.kept = kept;
    }

    /** Asks at every batch. */
    static SoftLabels asked(Function<InputBatch, double[]> net) {
        return new SoftLabels(net, 0, new int[0], new float[0]);
    }

    /** Asks about every selected sample now; each has so many numbers. */
    static SoftLabels kept(
            Function<InputBatch, double[]> net,
            int width,
            Samples samples,
            int[] selection,
            InputBatch inputs,
            ProgressMonitor monitor) {
        int[] place = new int[samples.count()];
        float[] kept = new float[selection.length * width];
        for (int from = 0; from < selection.length; from += inputs.capacity()) {
            monitor.check(Task.ASKING_TEACHER, (double) from / selection.length);
            int[] chunk = Arrays.copyOfRange(selection, from, Math.min(from + inputs.capacity(), selection.length));
            inputs.fill(samples, Batch.still(chunk));
            double[] logits = net.apply(inputs);
            for (int i = 0; i < logits.length; i++) {
                kept[from * width + i] = (float) logits[i];
            }
            for (int i = 0; i < chunk.length; i++) {
                place[chunk[i]] = (from + i) * width;
            }
        }
        return new SoftLabels(net, width, place, kept);
    }

    boolean areKept() {
        return kept.length > 0;
    }

    /** The logits for a batch that {@code inputs} holds, row-major. */
    double[] of(Batch batch, InputBatch inputs) {
        if (!areKept()) {
            return net.apply(inputs);
        }
        double[] logits = new double[batch.size() * width];
        for (int i = 0; i < batch.size(); i++) {
            int start = place[batch.indices()[i]];
            for (int j = 0; j < width; j++) {
                logits[i * width + j] = kept[start + j];
            }
        }
        return logits;
    }
}
