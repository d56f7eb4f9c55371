package distillery.lab.digits;

import distillery.train.MeanSoftLabels;
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
}
