package distillery.train;

import distillery.data.Batch;
import distillery.data.Samples;
import distillery.method.Glimpse;
import distillery.net.InputBatch;
import distillery.net.Network;
import distillery.net.Tap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What methods see inside a net that never moves, for what the arms are shown: kept where digits stay where they are and
 * there is room, else asked for at every batch.
 */
final class HiddenValues {
    /** Values that are kept take no more. */
    static final long MOST_BYTES = 64 << 20;

    private final Network net;
    private final Samples samples;
    private final int[] selection;
    private final InputBatch inputs;
    private final ProgressMonitor monitor;
    private final Map<Glimpse, SoftLabels> kept = new HashMap<>();
    private boolean keeps = true;

    HiddenValues(Network net, Samples samples, int[] selection, InputBatch inputs, ProgressMonitor monitor) {
        this.net = net;
        this.samples = samples;
        this.selection = selection;
        this.inputs = inputs;
        this.monitor = monitor;
    }

    /** Gets ready for what is looked at in the net. */
    void prepare(Set<Glimpse> glimpses, boolean still) {
        net.watch(glimpses.stream().flatMap(each -> each.taps().stream()).collect(Collectors.toSet()));
        keeps = glimpses.isEmpty() || (still && canKeep(glimpses));
        for (Glimpse glimpse : keeps ? glimpses : Set.<Glimpse>of()) {
            kept.computeIfAbsent(glimpse, this::ask);
        }
    }

    /** Whether nobody has to ask the net again. */
    boolean areKept() {
        return keeps;
    }

    private boolean canKeep(Set<Glimpse> glimpses) {
        long bytes = glimpses.stream()
                .mapToLong(each -> (long) each.width() * (isPlain(each) ? Float.BYTES : Double.BYTES))
                .sum();
        return bytes * selection.length <= MOST_BYTES;
    }

    /** Whether its numbers are a net's own, which are 32 bits wide. */
    private static boolean isPlain(Glimpse glimpse) {
        return glimpse instanceof Glimpse.At;
    }

    private SoftLabels ask(Glimpse glimpse) {
        Function<InputBatch, double[]> there = shown -> {
            net.forward(shown, 0);
            return glimpse.of(net::feature, shown.rows());
        };
        return SoftLabels.kept(there, glimpse.width(), isPlain(glimpse), samples, selection, inputs, monitor);
    }

    /** Asks the net about a batch that {@code inputs} holds, where nothing is kept, and returns its logits. */
    double[] forward() {
        return net.forward(inputs, 0);
    }

    /** What there is to see for a batch that is kept, or was the last to go {@linkplain #forward forward}. */
    Glimpse.Seen of(Batch batch) {
        return new Glimpse.Seen() {
            @Override
            public double[] apply(Tap tap) {
                return net.feature(tap);
            }

            @Override
            public double[] by(Glimpse glimpse, int rows) {
                SoftLabels found = keeps ? kept.get(glimpse) : null;
                return found == null ? glimpse.of(this, rows) : found.of(batch, inputs);
            }
        };
    }
}
