package distillery.view.compare;

import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What is drawn of measured nets: what they are worth against their size, and how far to trust them. */
final class CostPlots {
    private static final double MARGIN = 1.6;
    private static final Range SHARE = new Range(0, 1);

    private CostPlots() {}

    /**
     * Accuracy against parameters. The line joins those that no other beats: none that is as small is as accurate.
     */
    static DotPlot.Content worth(List<NetMeasures> nets, Function<NetMeasures, String> name, Texts texts) {
        List<DotPlot.Group> groups = new ArrayList<>();
        List<DotPlot.Place> best = pareto(nets).stream().map(CostPlots::place).toList();
        groups.add(new DotPlot.Group("", Role.TOTAL, best, true, false));
        nets.forEach(net ->
                groups.add(new DotPlot.Group(name.apply(net), CostPage.role(net), List.of(place(net)), false, true)));
        double least = nets.stream().mapToDouble(NetMeasures::parameters).min().orElse(1);
        double most = nets.stream().mapToDouble(NetMeasures::parameters).max().orElse(10);
        double low = nets.stream().mapToDouble(CostPlots::accuracy).min().orElse(0);
        return new DotPlot.Content(
                texts.get("compare.cost.worth"),
                texts.get("compare.cost.parameters"),
                new Range(least / MARGIN, most * MARGIN),
                true,
                Range.ofShares(low - 0.02, 1, 5),
                groups,
                false);
    }

    /** In each bin how often a net is right, against how sure it is. */
    static DotPlot.Content trust(List<NetMeasures> nets, Function<NetMeasures, String> name, Texts texts) {
        List<DotPlot.Group> groups = new ArrayList<>();
        for (NetMeasures net : nets) {
            boolean shown = net.name().equals("teacher")
                    || net.name().equals("distilled")
                    || net.name().equals("labelsOnly");
            if (shown) {
                List<DotPlot.Place> places = new ArrayList<>();
                for (Calibration.Bin bin : net.plain().bins()) {
                    places.add(new DotPlot.Place(bin.confidence(), bin.accuracy()));
                }
                groups.add(new DotPlot.Group(name.apply(net), CostPage.role(net), places, true, true));
            }
        }
        return new DotPlot.Content(
                texts.get("compare.cost.trust"), texts.get("compare.cost.sure"), SHARE, false, SHARE, groups, true);
    }

    /** From the smallest to the largest, those that are more accurate than all smaller ones. */
    static List<NetMeasures> pareto(List<NetMeasures> nets) {
        List<NetMeasures> best = new ArrayList<>();
        double reached = -1;
        List<NetMeasures> bySize = nets.stream()
                .sorted(Comparator.comparingLong(NetMeasures::parameters)
                        .thenComparing(
                                Comparator.comparingDouble(CostPlots::accuracy).reversed()))
                .toList();
        for (NetMeasures net : bySize) {
            if (accuracy(net) > reached) {
                best.add(net);
                reached = accuracy(net);
            }
        }
        return best;
    }

    private static DotPlot.Place place(NetMeasures net) {
        return new DotPlot.Place(net.parameters(), accuracy(net));
    }

    private static double accuracy(NetMeasures net) {
        return 1 - (double) net.errors() / net.tested();
    }
}
