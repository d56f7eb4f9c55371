package distillery.view.compare;

import distillery.train.ArmName;
import distillery.train.measure.Calibration;
import distillery.train.measure.NetMeasures;
import distillery.view.Role;
import distillery.view.Texts;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.Range;
import distillery.view.chart.ScatterNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is drawn of measured nets: what they are worth against their size, and how far to trust them. */
final class CostPlots {
    private static final double MARGIN = 1.6;
    /** Whose curves are drawn: more cannot be told apart. */
    private static final Set<String> TRUSTED =
            Set.of("teacher", ArmName.DISTILLED.toString(), ArmName.LABELS_ONLY.toString(), ArmName.CONTROL.toString());

    private static final Range SHARE = new Range(0, 1);

    private CostPlots() {}

    /** What accuracy can be held against: the less, the better. */
    enum Cost {
        SIZE("compare.cost.worth", "compare.cost.parameters", NetMeasures::parameters),
        /** Of one digit, in milliseconds. */
        LATENCY("compare.cost.swift", "compare.cost.one", net -> net.one().medianMillis());

        private final String title;
        private final String axis;

        @SuppressWarnings("ImmutableEnumChecker") // a method reference
        private final ToDoubleFunction<NetMeasures> of;

        Cost(String title, String axis, ToDoubleFunction<NetMeasures> of) {
            this.title = title;
            this.axis = axis;
            this.of = of;
        }

        double of(NetMeasures net) {
            return of.applyAsDouble(net);
        }
    }

    /** Accuracy against a cost. The line joins those that no other beats: none that costs as little is as accurate. */
    static ScatterNumbers worth(Cost cost, List<NetMeasures> nets, Function<NetMeasures, String> name, Texts texts) {
        List<ScatterNumbers.Group> groups = new ArrayList<>();
        List<Point> best =
                pareto(cost, nets).stream().map(net -> place(cost, net)).toList();
        groups.add(new ScatterNumbers.Group("", Role.TOTAL, best, true, false));
        nets.forEach(net -> groups.add(
                new ScatterNumbers.Group(name.apply(net), CostPage.role(net), List.of(place(cost, net)), false, true)));
        double least = nets.stream().mapToDouble(cost::of).min().orElse(1);
        double most = nets.stream().mapToDouble(cost::of).max().orElse(10);
        double low = nets.stream().mapToDouble(CostPlots::accuracy).min().orElse(0);
        return new ScatterNumbers(
                texts.get(cost.title),
                texts.get(cost.axis),
                new Range(least / MARGIN, most * MARGIN),
                true,
                Range.ofShares(low - 0.02, 1, 5),
                groups,
                false);
    }

    /** In each bin how often a net is right, against how sure it is. */
    static ScatterNumbers trust(List<NetMeasures> nets, Function<NetMeasures, String> name, Texts texts) {
        List<ScatterNumbers.Group> groups = new ArrayList<>();
        for (NetMeasures net : nets) {
            if (TRUSTED.contains(net.name())) {
                List<Point> places = new ArrayList<>();
                for (Calibration.Bin bin : net.plain().bins()) {
                    places.add(new Point(bin.confidence(), bin.accuracy()));
                }
                groups.add(new ScatterNumbers.Group(name.apply(net), CostPage.role(net), places, true, true));
            }
        }
        return new ScatterNumbers(
                texts.get("compare.cost.trust"), texts.get("compare.cost.sure"), SHARE, false, SHARE, groups, true);
    }

    /** From the cheapest to the dearest, those that are more accurate than all cheaper ones. */
    static List<NetMeasures> pareto(Cost cost, List<NetMeasures> nets) {
        List<NetMeasures> best = new ArrayList<>();
        double reached = -1;
        List<NetMeasures> byCost = nets.stream()
                .sorted(Comparator.comparingDouble(cost::of)
                        .thenComparing(
                                Comparator.comparingDouble(CostPlots::accuracy).reversed()))
                .toList();
        for (NetMeasures net : byCost) {
            if (accuracy(net) > reached) {
                best.add(net);
                reached = accuracy(net);
            }
        }
        return best;
    }

    private static Point place(Cost cost, NetMeasures net) {
        return new Point(cost.of(net), accuracy(net));
    }

    private static double accuracy(NetMeasures net) {
        return 1 - (double) net.errors() / net.tested();
    }
}
