package distillery.lab.digits;

import distillery.data.Csv;
import distillery.lab.train.ConfusionHistory;
import distillery.train.ConfusionMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the nets of a panel take the samples of each class for: now, or after an earlier epoch of their run.
 *
 * @param earlier that test of the run; empty for now
 */
public record Confusions(Panel panel, Optional<ConfusionHistory.Entry> earlier) {
    /** After how many epochs; −1 for nets that are not from a run. */
    public int epoch() {
        return earlier.map(ConfusionHistory.Entry::epoch).orElse(panel.epoch());
    }

    /** The matrix of one net of the panel; empty if it was not there yet. */
    public Optional<ConfusionMatrix> of(DigitNet net) {
        return earlier.isEmpty() ? Optional.of(net.confusion()) : earlier.flatMap(entry -> of(net, entry));
    }

    private static Optional<ConfusionMatrix> of(DigitNet net, ConfusionHistory.Entry entry) {
        return answered(net, entry).map(ConfusionHistory.Answered::confusion);
    }

    private static Optional<ConfusionHistory.Answered> answered(DigitNet net, ConfusionHistory.Entry entry) {
        return net.arm().isEmpty()
                ? Optional.of(entry.teacher())
                : net.arm().map(arm -> entry.arms().get(arm));
    }

    /** Which test digits of a class a net took for another, or for itself, after the earlier epoch; none for now. */
    public Set<Integer> digits(DigitNet net, int label, int taken) {
        Optional<ConfusionHistory.Answered> then = earlier.flatMap(entry -> answered(net, entry));
        return then.map(answers -> IntStream.range(0, answers.samples())
                        .filter(i -> panel.test().label(i) == label && answers.taken(i) == taken)
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new)))
                .orElseGet(TreeSet::new);
    }

    /**
     * The matrices as a table: a row for each net and true class, a column for what it is taken for. Those of a run come
     * epoch by epoch, then as they are now.
     */
    public static void write(Appendable out, Panel panel, List<ConfusionHistory.Entry> epochs) throws IOException {
        Csv table = new Csv(out);
        List<Object> header = new ArrayList<>(List.of("net", "epoch", "true_class"));
        for (int i = 0; i < panel.classes(); i++) {
            header.add("taken_for_" + panel.test().className(i));
        }
        table.row(header.toArray());
        for (DigitNet net : panel.nets()) {
            for (ConfusionHistory.Entry entry : epochs) {
                Optional<ConfusionMatrix> matrix = of(net, entry);
                if (matrix.isPresent()) {
                    write(table, panel, net, String.valueOf(entry.epoch()), matrix.get());
                }
            }
            write(table, panel, net, "latest", net.confusion());
        }
    }

    private static void write(Csv table, Panel panel, DigitNet net, String epoch, ConfusionMatrix matrix)
            throws IOException {
        for (int label = 0; label < panel.classes(); label++) {
            List<Object> row =
                    new ArrayList<>(List.of(net.id(), epoch, panel.test().className(label)));
            for (int taken = 0; taken < panel.classes(); taken++) {
                row.add(matrix.count(label, taken));
            }
            table.row(row.toArray());
        }
    }
}
