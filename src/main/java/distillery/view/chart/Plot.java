package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.chart.Ticks.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.text.TextAlignment;

/** Lays a chart out in a rectangle, and paints it: headline, axes, curves, labels at their ends, markers, cursor. */
final class Plot {
    private static final double HEADLINE_EM = 1.7;
    private static final double LEFT_EM = 2.75;
    private static final double BELOW_EM = 1.9;
    private static final double GAP_EM = 0.5;

    /** How far below the axis the middle of its words is: clear of the lowest number beside it. */
    private static final double WORDS_EM = 1.1;

    private static final double TICK_HEIGHT_EM = 2;
    private static final double TICK_WIDTH_EM = 5;
    private static final double DOT_EM = 0.25;
    private static final double MARKER_EM = 1.2;
    private static final double BREAK_EM = 0.3;

    private final ChartPainter pen;
    private final ChartModel sheet;
    private final EndLabels labels;
    private final double outerLeft;
    private final double outerTop;
    private final double width;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    Plot(ChartPainter pen, ChartModel sheet, double x, double y, double width, double height) {
        this.pen = pen;
        this.sheet = sheet;
        labels = new EndLabels(pen, sheet, width - pen.em(LEFT_EM));
        outerLeft = x;
        outerTop = y;
        this.width = width;
        left = x + pen.em(LEFT_EM);
        right = Math.max(left + 1, x + width - labels.width());
        double markers = sheet.markers().isEmpty() ? 0 : pen.em(MARKER_EM);
        top = y + pen.em(HEADLINE_EM) + pen.em(GAP_EM) + markers;
        bottom = Math.max(top + 1, y + height - pen.em(BELOW_EM));
    }

    /** The x axis. */
    Axis across() {
        return new Axis(sheet.across(), left, right, false);
    }

    /** What the y axis spans. */
    Range up() {
        return sheet.up(ticks());
    }

    private int ticks() {
        return (int) Math.max(2, (bottom - top) / pen.em(TICK_HEIGHT_EM));
    }

    /** What the curves have. */
    Bounds bounds() {
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /** The number of the curve that goes through a pixel, or at most {@code reach} pixels past it; -1 for none. */
    int curveAt(double x, double y, double reach) {
        if (sheet.isEmpty() || x < left - reach || x > right + reach || y < top - reach || y > bottom + reach) {
            return -1;
        }
        Axis across = across();
        Axis up = new Axis(up(), bottom, top, sheet.logarithmic());
        return NearestCurve.of(sheet.series(), across, up, x, y, reach);
    }

    void paint() {
        double y = outerTop + pen.em(HEADLINE_EM) / 2;
        double unitLeft = outerLeft + pen.writeBold(sheet.title(), outerLeft, y) + pen.em(GAP_EM);
        pen.write(pen.fitted(sheet.unit(), right - unitLeft), unitLeft, y, TextAlignment.LEFT, "d-text-soft");
        if (sheet.isEmpty()) {
            String empty = pen.fitted(sheet.empty(), width);
            double middle = outerLeft + width / 2;
            pen.write(empty, middle, (top + bottom) / 2, TextAlignment.CENTER, "d-text-faint");
            return;
        }
        Axis across = across();
        int most = ticks();
        Range range = sheet.up(most);
        Axis up = new Axis(range, bottom, top, sheet.logarithmic());
        paintAxes(across, up, sheet.logarithmic() ? Ticks.logarithmic(range, most) : Ticks.linear(range, most));
        if (sheet.limits() != null && range.low() > 0 && !sheet.logarithmic()) {
            paintBreak();
        }
        paintLevel(up);
        paintMarkers(across);
        paintCurves(across, up);
        paintCursor(across, up);
        labels.paint(right, top, bottom, up);
    }

    /** A share that does not begin at zero: the axis is broken. */
    private void paintBreak() {
        double x = left;
        double size = pen.em(BREAK_EM);
        pen.hairline(x, bottom - 3 * size, x, bottom - 2 * size, "d-text-soft");
        pen.hairline(x, bottom - 2 * size, x + size, bottom - 1.5 * size, "d-text-soft");
        pen.hairline(x + size, bottom - 1.5 * size, x - size, bottom - 0.5 * size, "d-text-soft");
        pen.hairline(x - size, bottom - 0.5 * size, x, bottom, "d-text-soft");
    }

    private void paintLevel(Axis up) {
        Level level = sheet.level();
        if (level != null && up.pixel(level.value()) >= top) {
            double y = up.pixel(level.value());
            pen.hairline(left, y, right, y, level.role().color(), level.role().dashes());
        }
    }

    private void paintAxes(Axis across, Axis up, List<Tick> ticks) {
        for (Tick tick : ticks) {
            double y = up.pixel(tick.value());
            pen.hairline(left, y, right, y, "d-edge");
            pen.write(tick.label(), left - pen.em(GAP_EM), y, TextAlignment.RIGHT, "d-text-faint");
        }
        pen.hairline(left, bottom, right, bottom, "d-line");
        double y = bottom + pen.em(WORDS_EM);
        pen.write(sheet.axis(), left - pen.em(GAP_EM), y, TextAlignment.RIGHT, "d-text-faint");
        double room = (right - left) / pen.em(TICK_WIDTH_EM);
        double sensible = sheet.isWhole() ? Math.min(room, sheet.across().span()) : room; // there is no half a step
        int most = (int) Math.max(1, sensible);
        for (Tick tick : Ticks.linear(sheet.across(), most)) {
            double x = across.pixel(tick.value());
            pen.hairline(x, bottom, x, bottom + pen.em(GAP_EM) / 2, "d-line");
            pen.write(tick.label(), x, y, TextAlignment.CENTER, "d-text-faint");
        }
    }

    /** Every marker has its line; labels that would touch give way to those nearer to the cursor, or newer. */
    private void paintMarkers(Axis across) {
        double focus = Double.isNaN(sheet.cursor()) ? sheet.across().high() : sheet.cursor();
        List<Marker> nearestFirst = sheet.markers().stream()
                .filter(marker -> sheet.across().contains(marker.x()))
                .sorted(Comparator.comparingDouble(marker -> Math.abs(marker.x() - focus)))
                .toList();
        List<Range> taken = new ArrayList<>();
        for (Marker marker : nearestFirst) {
            double x = across.pixel(marker.x());
            double width = pen.width(marker.label()) + pen.em(GAP_EM);
            double start = x + width > right ? x - width : x + pen.em(GAP_EM) / 2;
            Range place = new Range(start, start + width);
            boolean labelled = taken.stream().noneMatch(place::touches);
            pen.hairline(x, labelled ? top - pen.em(MARKER_EM) : top, x, bottom, "d-text-soft", 4, 4);
            if (labelled) {
                taken.add(place);
                pen.write(marker.label(), start, top - pen.em(MARKER_EM) / 2, TextAlignment.LEFT, "d-text");
            }
        }
    }

    private void paintCurves(Axis across, Axis up) {
        for (Series line : sheet.series()) {
            if (line.band() != null) {
                pen.band(line.band(), across, up, line.role(), top, bottom);
            }
        }
        for (Series line : sheet.series()) {
            Curve curve = line.curve();
            if (curve.isSmoothed() && curve.size() > 0) {
                if (DownsampledPath.isCrowded(curve, across, pen.pixel())) {
                    pen.faintBars(curve, across, up, line.role(), top, bottom);
                } else {
                    pen.faintLine(DownsampledPath.raw(curve, across, up, pen.pixel()), line.role(), top, bottom);
                }
            }
        }
        for (Series line : sheet.series()) {
            Curve curve = line.curve();
            pen.line(
                    curve.isSmoothed()
                            ? DownsampledPath.smoothed(curve, across, up, pen.pixel())
                            : DownsampledPath.raw(curve, across, up, pen.pixel()),
                    line.role(),
                    top,
                    bottom);
            if (curve.size() > 0) {
                paintDot(line, curve.size() - 1, across, up);
            }
        }
    }

    private void paintCursor(Axis across, Axis up) {
        if (Double.isNaN(sheet.cursor()) || !sheet.across().contains(sheet.cursor())) {
            return;
        }
        double x = across.pixel(sheet.cursor());
        pen.hairline(x, top, x, bottom, "d-text");
        for (Series line : sheet.series()) {
            if (line.curve().size() > 0) {
                paintDot(line, sheet.indexRead(line.curve()), across, up);
            }
        }
        String place = Ticks.place(sheet.cursor());
        double width = pen.width(place) + 2 * pen.em(GAP_EM);
        double start = Math.max(left, Math.min(x - width / 2, right - width));
        pen.label(place, start, bottom + pen.pixel(), width, pen.em(BELOW_EM), "d-strong-text", "d-strong");
    }

    private void paintDot(Series line, int index, Axis across, Axis up) {
        double y = up.pixel(line.curve().smoothed(index));
        if (y >= top && y <= bottom) {
            pen.dot(across.pixel(line.curve().x(index)), y, pen.em(DOT_EM), line.role());
        }
    }
}
