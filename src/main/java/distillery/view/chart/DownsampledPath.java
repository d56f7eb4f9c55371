package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.lab.train.CurveValues;
import java.util.Arrays;

/**
 * The polyline a curve leaves on the screen: about as short for a million points as for a thousand. A pixel column that
 * holds one point shows that point where it lies. A column that holds more shows, of raw values, the first, the lowest,
 * the highest and the last, so that no extreme is lost (Jugel et al. 2014, "M4"), and of smoothed values the last, so
 * that the line stays a line and keeps its pattern.
 */
final class DownsampledPath {
    private static final int FIRST_ROOM = 256;

    /** So many points a column that the line between them fills it from top to bottom. */
    private static final double CROWD = 4;

    /** Points beyond the window: far enough to leave it, near enough for the rasteriser. */
    private static final double FAR = 1e5;

    private double[] x = new double[FIRST_ROOM];
    private double[] y = new double[FIRST_ROOM];
    private int size;

    private final Curve curve;
    private final Axis across;
    private final Axis up;

    private DownsampledPath(Curve curve, Axis across, Axis up) {
        this.curve = curve;
        this.across = across;
        this.up = up;
    }

    /** The raw values; columns are {@code columnWidth} pixels wide. */
    static DownsampledPath raw(Curve curve, Axis across, Axis up, double columnWidth) {
        DownsampledPath trace = new DownsampledPath(curve, across, up);
        CurveValues raw = curve.raw();
        trace.eachColumn(columnWidth, (pixel, from, to) -> {
            trace.add(pixel, raw.get(from));
            if (to > from + 1) {
                trace.add(pixel, raw.min(from, to));
                trace.add(pixel, raw.max(from, to));
                trace.add(pixel, raw.get(to - 1));
            }
        });
        return trace;
    }

    /** Whether a curve has so many points that most columns hold several. */
    static boolean isCrowded(Curve curve, Axis across, double columnWidth) {
        return curve.size() > CROWD * (across.pixel(curve.lastX()) - across.pixel(curve.x(0))) / columnWidth;
    }

    /** The extent of one column. */
    interface Extent {
        void accept(double left, double high, double low);
    }

    /**
     * What the raw values of a crowded curve cover, column by column: from the highest to the lowest value, reaching to
     * the column before so that there are no gaps.
     */
    static void extents(Curve curve, Axis across, Axis up, double columnWidth, Extent extent) {
        DownsampledPath trace = new DownsampledPath(curve, across, up);
        CurveValues raw = curve.raw();
        trace.eachColumn(columnWidth, (pixel, from, to) -> {
            int before = Math.max(0, from - 1);
            double left = Math.floor(pixel / columnWidth) * columnWidth;
            extent.accept(left, trace.height(raw.max(before, to)), trace.height(raw.min(before, to)));
        });
    }

    /** The smoothed values; columns are {@code columnWidth} pixels wide. */
    static DownsampledPath smoothed(Curve curve, Axis across, Axis up, double columnWidth) {
        DownsampledPath trace = new DownsampledPath(curve, across, up);
        trace.eachColumn(columnWidth, (pixel, from, to) -> trace.add(pixel, curve.smoothed(to - 1)));
        return trace;
    }

    /** Takes the points from one index up to but without another, which share a column. */
    private interface Crowd {
        void accept(double pixel, int from, int to);
    }

    private void eachColumn(double columnWidth, Crowd crowd) {
        int from = 0;
        while (from < curve.size()) {
            double pixel = across.pixel(curve.x(from));
            double column = Math.floor(pixel / columnWidth);
            int end = curve.indexAtOrAfter(across.value((column + 1) * columnWidth), from);
            int to = Math.max(end, from + 1);
            crowd.accept(to == from + 1 ? pixel : (column + 0.5) * columnWidth, from, to);
            from = to;
        }
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /** How many entries of {@link #x} and {@link #y} count. */
    int size() {
        return size;
    }

    private void add(double pixel, double value) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = pixel;
        y[size] = height(value);
        size++;
    }

    private double height(double value) {
        return Math.max(-FAR, Math.min(FAR, up.pixel(value)));
    }
}
