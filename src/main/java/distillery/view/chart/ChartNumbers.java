package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows at one moment, in numbers that change no more: for a picture of it, which may be drawn on any
 * thread.
 *
 * @param unit what stands at the y axis
 * @param axis what stands at the x axis
 * @param empty what is said in place of curves where there are none
 */
public record ChartNumbers(
        String title,
        String unit,
        String axis,
        String empty,
        List<Line> lines,
        List<Marker> markers,
        Range across,
        Range up,
        boolean logarithmic) {
    /** About as many ticks as a picture has room for on its y axis. */
    public static final int TICKS = 6;

    private static final Range NOTHING = new Range(0, 1);

    /** Longer curves are thinned: no paper shows more. */
    private static final int MOST_POINTS = 4000;

    public ChartNumbers {
        lines = List.copyOf(lines);
        markers = List.copyOf(markers);
    }

    /** A point of a curve, as it was measured or smoothed. */
    public record Point(double x, double y) {}

    /**
     * A curve.
     *
     * @param points the strong line
     * @param raw what lies behind a smoothed line, or goes around a band; empty for others
     */
    public record Line(String name, Role role, List<Point> points, List<Point> raw) {
        public Line {
            points = List.copyOf(points);
            raw = List.copyOf(raw);
        }
    }

    /** The chart in other words for its y axis. */
    public ChartNumbers measuredIn(String other) {
        return new ChartNumbers(title, other, axis, empty, lines, markers, across, up, logarithmic);
    }

    static ChartNumbers of(ChartModel sheet) {
        List<Line> lines = new ArrayList<>();
        for (Series series : sheet.series()) {
            Curve curve = series.curve();
            if (curve.size() > 0) {
                List<Point> raw = curve.isSmoothed() ? points(curve, curve.raw()::get) : outline(series.band());
                lines.add(new Line(series.name().getValue(), series.role(), points(curve, curve::smoothed), raw));
            }
        }
        return new ChartNumbers(
                sheet.title(),
                sheet.unit(),
                sheet.axis(),
                sheet.empty(),
                lines,
                sheet.markers(),
                lines.isEmpty() ? NOTHING : sheet.across(),
                lines.isEmpty() ? NOTHING : sheet.up(TICKS),
                sheet.logarithmic());
    }

    /** Once around a band; empty for none. */
    private static List<Point> outline(Series.@Nullable Band band) {
        List<Point> around = new ArrayList<>();
        if (band != null) {
            around.addAll(points(band.low(), band.low().raw()::get));
            List<Point> back = new ArrayList<>(points(band.high(), band.high().raw()::get));
            Collections.reverse(back);
            around.addAll(back);
        }
        return around;
    }

    /** All points, or of a long curve the first, the lowest, the highest and the last of each stretch. */
    private static List<Point> points(Curve curve, IntToDoubleFunction value) {
        int stretch = curve.size() <= MOST_POINTS ? 1 : (int) Math.ceil(4.0 * curve.size() / MOST_POINTS);
        List<Point> points = new ArrayList<>();
        for (int from = 0; from < curve.size(); from += stretch) {
            int last = Math.min(curve.size(), from + stretch) - 1;
            int low = from;
            int high = from;
            for (int i = from; i <= last; i++) {
                low = value.applyAsDouble(i) < value.applyAsDouble(low) ? i : low;
                high = value.applyAsDouble(i) > value.applyAsDouble(high) ? i : high;
            }
            int before = -1;
            for (int i : new int[] {from, Math.min(low, high), Math.max(low, high), last}) {
                if (i > before) {
                    points.add(new Point(curve.x(i), value.applyAsDouble(i)));
                    before = i;
                }
            }
        }
        return points;
    }
}
