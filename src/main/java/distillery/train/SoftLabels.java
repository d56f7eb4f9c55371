package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.train.TrainEvent.Phase;
import java.util.Arrays;

/**
 * The teacher's logits for what the students are shown. A teacher that never moves, shown digits that never move, says
 * the same each time: then it is asked once for all of them, and remembered.
 */
final class SoftLabels {
    private final Teacher teacher;
    private final int classes;
    /** Where each sample's logits begin in {@link #kept}; both are empty if nothing is kept. */
    private final int[] place;

    /** Half the room of doubles, and the same numbers: a net reckons in floats. */
    private final float[] kept;

    /** Asks the teacher about every selected sample now if {@code keep}, else at every batch. */
    SoftLabels(
            Teacher teacher, Samples samples, int[] selection, boolean keep, InputBatch inputs, ProgressMonitor watch) {
        this.teacher = teacher;
        classes = samples.classes();
        place = new int[keep ? samples.count() : 0];
        kept = new float[keep ? selection.length * classes : 0];
        for (int from = 0; keep && from < selection.length; from += inputs.capacity()) {
            watch.check(Phase.ASKING_TEACHER, (double) from / selection.length);
            int[] chunk = Arrays.copyOfRange(selection, from, Math.min(from + inputs.capacity(), selection.length));
            // the teacher is not told the labels, so any will do
            inputs.fill(samples, new Batch(chunk, chunk, new int[chunk.length], new int[chunk.length]));
            double[] logits = teacher.logits(inputs);
            for (int i = 0; i < logits.length; i++) {
                kept[from * classes + i] = (float) logits[i];
            }
            for (int i = 0; i < chunk.length; i++) {
                place[chunk[i]] = (from + i) * classes;
            }
        }
    }

    boolean areKept() {
        return kept.length > 0;
    }

    /** The teacher's logits for a batch that {@code inputs} holds, row-major. */
    double[] of(Batch batch, InputBatch inputs) {
        if (!areKept()) {
            return teacher.logits(inputs);
        }
        double[] logits = new double[batch.size() * classes];
        for (int i = 0; i < batch.size(); i++) {
            int start = place[batch.indices()[i]];
            for (int j = 0; j < classes; j++) {
                logits[i * classes + j] = kept[start + j];
            }
        }
        return logits;
    }
}
