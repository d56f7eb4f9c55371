package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Tap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The values of hidden layers of a net that never moves, for what the arms are shown: kept where digits stay where they are
 * and there is room, else asked for at every batch.
 */
final class HiddenValues {
    /** Values that are kept take no more. */
    static final long MOST_BYTES = 64 << 20;

    private final Network net;
    private final Samples samples;
    private final int[] selection;
    private final InputBatch inputs;
    private final ProgressMonitor monitor;
    private final Map<Tap, SoftLabels> kept = new HashMap<>();
    private boolean keeps = true;

    HiddenValues(Network net, Samples samples, int[] selection, InputBatch inputs, ProgressMonitor monitor) {
        this.net = net;
        this.samples = samples;
        this.selection = selection;
        this.inputs = inputs;
        this.monitor = monitor;
    }

    /** Gets ready for these points of the net. */
    void prepare(Set<Tap> taps, boolean still) {
        net.watch(taps);
        keeps = taps.isEmpty() || (still && canKeep(taps));
        for (Tap tap : keeps ? taps : Set.<Tap>of()) {
            kept.computeIfAbsent(tap, this::ask);
        }
    }

    /** Whether nobody has to ask the net again. */
    boolean areKept() {
        return keeps;
    }

    private boolean canKeep(Set<Tap> taps) {
        long numbers = taps.stream().mapToLong(tap -> tap.shape().size()).sum() * selection.length;
        return numbers * Float.BYTES <= MOST_BYTES;
    }

    private SoftLabels ask(Tap tap) {
        Function<InputBatch, double[]> there = shown -> {
            net.forward(shown, 0);
            return net.feature(tap);
        };
        return SoftLabels.kept(there, tap.shape().size(), samples, selection, inputs, monitor);
    }

    /** Asks the net about a batch that {@code inputs} holds, where nothing is kept, and returns its logits. */
    double[] forward() {
        return net.forward(inputs, 0);
    }

    /** The values for a batch that is kept, or was the last to go {@linkplain #forward forward}. */
    Function<Tap, double[]> of(Batch batch) {
        return tap -> {
            SoftLabels found = keeps ? kept.get(tap) : null;
            return found == null ? net.feature(tap) : found.of(batch, inputs);
        };
    }
}
