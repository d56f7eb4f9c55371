package distillery.train;

import distillery.data.Batch;
import distillery.data.BatchOrder;
import distillery.data.Problem;
import distillery.data.Samples;
import distillery.method.PseudoData;
import distillery.net.InputBatch;
import java.util.Arrays;

/** Batches of the experiment with as many samples again that have no label, and what the teacher says to these. */
final class PseudoBatches {
    private final PseudoSamples samples;
    private final BatchOrder order;
    private final InputBatch inputs;
    private final SoftLabels labels;
    private final InputBatch shared;
    private double[] teacher = {};

    /**
     * Makes the samples and asks the teacher about them.
     *
     * @param shared room to ask it in
     */
    PseudoBatches(
            PseudoData method,
            Samples real,
            int[] selection,
            TrainSettings settings,
            Teacher teacher,
            InputBatch shared,
            ProgressMonitor monitor)
            throws Problem {
        samples = PseudoSamples.of(real, selection, method.recipe(), method.perSample(), settings.seed());
        int[] made = samples.madeIndices();
        order = new BatchOrder(samples, made, 0, settings.seed());
        inputs = new InputBatch(settings.student().inputs(), 2 * LiveSettings.LARGEST_BATCH);
        this.shared = shared;
        labels = SoftLabels.kept(teacher::logits, real.classes(), true, samples, made, shared, monitor);
    }

    /** Takes the batch of a step, and as many without labels as far as their epoch has them. */
    void next(Batch batch) {
        Batch more = order.next(batch.size());
        teacher = labels.of(more, shared);
        inputs.fill(
                samples,
                new Batch(
                        join(batch.indices(), more.indices()),
                        join(batch.labels(), more.labels()),
                        join(batch.dx(), more.dx()),
                        join(batch.dy(), more.dy())));
    }

    /** All of them, those with labels first. */
    InputBatch inputs() {
        return inputs;
    }

    /** The teacher's logits to those without labels. */
    double[] teacher() {
        return teacher;
    }

    private static int[] join(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
