package distillery.view.chart;

import distillery.lab.train.Curve;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is on a chart at one moment, ready to be painted.
 *
 * <p>An automatic range needs no memory to keep still: a curve only grows, so do its extremes, and ranges end on round
 * numbers.
 *
 * @param limits the range of the y axis; null lets the curves decide
 * @param level a line across it; null for none
 * @param cursor a place on the x axis; NaN for none
 */
record ChartModel(
        String title,
        String unit,
        String axis,
        String empty,
        List<Series> series,
        List<Marker> markers,
        @Nullable Range limits,
        @Nullable Level level,
        boolean logarithmic,
        double cursor) {

    /** No axis needs more; it keeps the arithmetic of axes from overflowing. */
    private static final double HUGE = 1e300;

    boolean isEmpty() {
        return series.stream().allMatch(line -> line.curve().size() == 0);
    }

    /** Of all lines. */
    List<String> names() {
        Stream<String> names = series.stream().map(line -> line.name().getValue());
        return Stream.concat(
                        names,
                        level == null ? Stream.of() : Stream.of(level.name().getValue()))
                .toList();
    }

    /** Whether all points lie at whole numbers, as steps do. */
    boolean isWhole() {
        return series.stream()
                .map(Series::curve)
                .allMatch(curve -> curve.size() == 0
                        || (curve.x(0) == Math.rint(curve.x(0)) && curve.lastX() == Math.rint(curve.lastX())));
    }

    SampledPositions places() {
        return new SampledPositions(series.stream().map(Series::curve).toList());
    }

    /** The point of a curve that is read out: the one nearest to the cursor; the last one without a cursor. */
    int indexRead(Curve curve) {
        return Double.isNaN(cursor) ? curve.size() - 1 : curve.indexNearest(cursor);
    }

    /** The x axis starts at zero, as steps do, and ends at the last point. */
    Range across() {
        double low = Math.min(0, places().first());
        double high = places().last();
        return new Range(low, high > low ? high : low + 1);
    }

    /** The y axis, with about {@code most} ticks. */
    Range up(int most) {
        double min = smallest(curve -> curve.raw().min(0, curve.size()));
        double max = -smallest(curve -> -curve.raw().max(0, curve.size()));
        if (!logarithmic) {
            return limits != null ? limits : Range.linear(min, max, most);
        }
        double high = limits != null ? limits.high() : max;
        if (high <= 0) {
            return new Range(0.1, 1);
        }
        if (limits != null && limits.low() > 0) {
            return limits;
        }
        Range range = Range.logarithmic(Math.min(smallest(Curve::smallestPositive), high), high);
        return limits != null ? new Range(range.low(), high) : range;
    }

    /** The smallest over all curves that have points. */
    private double smallest(ToDoubleFunction<Curve> value) {
        double found = series.stream()
                .flatMap(Series::all)
                .filter(curve -> curve.size() > 0)
                .mapToDouble(value)
                .min()
                .orElse(1);
        return Math.max(-HUGE, Math.min(HUGE, found));
    }
}
