package distillery.view.chart;

import distillery.view.Role;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A row of dots, one for each time that something was measured, with their mean and an interval for it.
 *
 * @param mean no number if there are no dots
 * @param low where the interval begins; no number if there is none
 * @param high where it ends
 */
public record Dots(Role role, List<Double> each, double mean, double low, double high) {
    private static final double MARGIN = 0.08;

    public Dots {
        each = List.copyOf(each);
    }

    /** Whether there is an interval. */
    public boolean hasInterval() {
        return low <= high;
    }

    /** What an axis has to span for all of them and for 0, with some margin. */
    public static Range span(List<Dots> rows) {
        double[] shown = rows.stream()
                .flatMapToDouble(row ->
                        DoubleStream.concat(row.numbers(), row.each.stream().mapToDouble(each -> each)))
                .filter(Double::isFinite)
                .toArray();
        double least = Math.min(0, DoubleStream.of(shown).min().orElse(0));
        double most = Math.max(0, DoubleStream.of(shown).max().orElse(0));
        double margin = Math.max(1, MARGIN * (most - least));
        return new Range(least - margin, most + margin);
    }

    private DoubleStream numbers() {
        return Stream.of(mean, low, high).mapToDouble(each -> each);
    }
}
