package distillery.lab.digits;

import distillery.data.Csv;
import distillery.train.MeanSoftLabels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each net of a panel says on average about the digits of each class, at one temperature.
 *
 * @param means of the nets, in the order of the panel
 * @param smoothed what label smoothing teaches instead, whatever the digit
 */
public record SoftLabelTable(Panel panel, double temperature, List<MeanSoftLabels> means, MeanSoftLabels smoothed) {
    /** How much label smoothing takes from the true class: as the control arm does. */
    public static final double EPSILON = 0.1;

    static SoftLabelTable of(Panel panel, double temperature) {
        int[] labels = IntStream.range(0, panel.test().count())
                .map(panel.test()::label)
                .toArray();
        return new SoftLabelTable(
                panel,
                temperature,
                panel.nets().stream()
                        .map(net -> MeanSoftLabels.of(net.logits(), labels, panel.classes(), temperature))
                        .toList(),
                MeanSoftLabels.smoothed(panel.classes(), EPSILON));
    }

    /** All of it as a table: a row for each net and true class, a column for the share of each class. */
    public void write(Appendable out) throws IOException {
        Csv table = new Csv(out);
        List<Object> header = new ArrayList<>(List.of("net", "temperature", "true_class"));
        for (int i = 0; i < panel.classes(); i++) {
            header.add("share_of_" + panel.test().className(i));
        }
        table.row(header.toArray());
        for (int i = 0; i < means.size(); i++) {
            write(table, panel.nets().get(i).id(), String.valueOf(temperature), means.get(i));
        }
        write(table, "label_smoothing_" + EPSILON, "", smoothed);
    }

    private void write(Csv table, String net, String at, MeanSoftLabels shares) throws IOException {
        for (int label = 0; label < panel.classes(); label++) {
            List<Object> row = new ArrayList<>(List.of(net, at, panel.test().className(label)));
            for (int i = 0; i < panel.classes(); i++) {
                row.add(shares.share(label, i));
            }
            table.row(row.toArray());
        }
    }
}
