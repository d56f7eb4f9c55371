package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.train.TrainEvent.Task;
import java.util.Arrays;
import java.util.function.Function;

/**
 * The logits that a net gives to what the arms are shown, or what there is to see at other points of it. A net that never
 * moves, shown digits that never move, gives the same each time: then it is asked once for all of them, and they are kept.
 */
final class SoftLabels {
    private final Function<InputBatch, double[]> net;
    /** How many numbers a sample has. */
    private final int width;
    /** Where each sample's numbers begin among those that are kept; empty if nothing is. */
    private final int[] place;

    /** Half the room of doubles, and the same numbers: a net works with floats. */
    private final float[] kept;
    /** Instead of these, what was made of a net's numbers. */
    private final double[] keptInFull;

    private SoftLabels(Function<InputBatch, double[]> net, int width, int[] place, float[] kept, double[] keptInFull) {
        this.net = net;
        this.width = width;
        this.place = place;
        this.kept = kept;
        this.keptInFull = keptInFull;
    }

    /** Asks at every batch. */
    static SoftLabels asked(Function<InputBatch, double[]> net) {
        return new SoftLabels(net, 0, new int[0], new float[0], new double[0]);
    }

    /**
     * Asks about every selected sample now; each has so many numbers.
     *
     * @param own whether they are a net's own, which floats hold without loss
     */
    static SoftLabels kept(
            Function<InputBatch, double[]> net,
            int width,
            boolean own,
            Samples samples,
            int[] selection,
            InputBatch inputs,
            ProgressMonitor monitor) {
        int count = selection.length * width;
        SoftLabels labels = new SoftLabels(
                net, width, new int[samples.count()], new float[own ? count : 0], new double[own ? 0 : count]);
        labels.ask(samples, selection, inputs, monitor);
        return labels;
    }

    private void ask(Samples samples, int[] selection, InputBatch inputs, ProgressMonitor monitor) {
        for (int from = 0; from < selection.length; from += inputs.capacity()) {
            monitor.check(Task.ASKING_TEACHER, (double) from / selection.length);
            int[] chunk = Arrays.copyOfRange(selection, from, Math.min(from + inputs.capacity(), selection.length));
            inputs.fill(samples, Batch.still(chunk));
            double[] numbers = net.apply(inputs);
            if (keptInFull.length > 0) {
                System.arraycopy(numbers, 0, keptInFull, from * width, numbers.length);
            }
            for (int i = 0; kept.length > 0 && i < numbers.length; i++) {
                kept[from * width + i] = (float) numbers[i];
            }
            for (int i = 0; i < chunk.length; i++) {
                place[chunk[i]] = (from + i) * width;
            }
        }
    }

    boolean areKept() {
        return place.length > 0;
    }

    /** The numbers for a batch that {@code inputs} holds, row-major. */
    double[] of(Batch batch, InputBatch inputs) {
        if (!areKept()) {
            return net.apply(inputs);
        }
        double[] numbers = new double[batch.size() * width];
        for (int i = 0; i < batch.size(); i++) {
            int start = place[batch.indices()[i]];
            if (keptInFull.length > 0) {
                System.arraycopy(keptInFull, start, numbers, i * width, width);
            }
            for (int j = 0; kept.length > 0 && j < width; j++) {
                numbers[i * width + j] = kept[start + j];
            }
        }
        return numbers;
    }
}
