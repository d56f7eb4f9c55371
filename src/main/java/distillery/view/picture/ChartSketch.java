package distillery.view.picture;

import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers;
import distillery.view.chart.ChartNumbers.Line;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.Marker;
import distillery.view.chart.Spacing;
import distillery.view.chart.Ticks;
import distillery.view.chart.Ticks.Tick;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Item;
import distillery.view.picture.Drawing.Side;
import distillery.view.picture.Drawing.Within;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays a chart out in a box: title, what the axes show, the curves, and at their ends their names with the last values.
 * Whoever sees no colours tells curves by dashes and marks.
 */
final class ChartSketch {
    private static final double TITLE = 1.25;
    private static final double TICK_WIDTH = 4;
    private static final int MARKS = 6;

    /** From the end of a curve to the mark before its name, and to the name. */
    private static final double TO_MARK = 1.2;

    private static final double TO_NAME = 1.75;

    /** Beyond the paper: far enough to leave it, near enough for any program that reads it. */
    private static final double FAR = 1e5;

    private final ChartNumbers chart;
    private final Box box;
    private final Pencil pencil;
    private final List<Tick> ticks;
    private final Box plot;
    private final Axis across;
    private final Axis up;

    ChartSketch(ChartNumbers chart, Box box, Pencil pencil) throws IOException {
        this.chart = chart;
        this.box = box;
        this.pencil = pencil;
        ticks = chart.logarithmic()
                ? Ticks.logarithmic(chart.up(), ChartNumbers.TICKS)
                : Ticks.linear(chart.up(), ChartNumbers.TICKS);
        double left = AxesSketch.beside(ticks, pencil);
        double names = AxesSketch.GAP;
        for (Line line : chart.lines()) {
            names = Math.max(names, TO_NAME + pencil.width(label(line)) / pencil.em(1));
        }
        double above = 3.2 + (chart.markers().isEmpty() ? 0 : AxesSketch.ROW);
        plot = new Box(
                box.left() + left,
                box.top() + pencil.em(above),
                Math.max(1, box.width() - left - pencil.em(names)),
                Math.max(1, box.height() - pencil.em(above + AxesSketch.FOOT)));
        across = new Axis(chart.across(), plot.left(), plot.right(), false);
        up = new Axis(chart.up(), plot.bottom(), plot.top(), chart.logarithmic());
    }

    void draw() throws IOException {
        pencil.write(chart.title(), box.left(), box.top() + pencil.em(TITLE), TITLE, true, Side.RIGHT, "d-text");
        double unit = box.top() + pencil.em(TITLE + AxesSketch.ROW);
        pencil.write(chart.unit(), box.left(), unit, Side.RIGHT, "d-text-soft");
        if (chart.lines().isEmpty()) {
            double middle = (plot.left() + plot.right()) / 2;
            double y = (plot.top() + plot.bottom()) / 2;
            pencil.write(chart.empty(), middle, y, Side.MIDDLE, "d-text-soft");
            return;
        }
        int most = (int) Math.max(
                1, Math.min(plot.width() / pencil.em(TICK_WIDTH), chart.across().span()));
        List<Tick> steps = Ticks.linear(chart.across(), most); // there is no half a step
        new AxesSketch(plot, across, up, pencil).draw(steps, ticks, chart.axis());
        drawMarkers();
        drawCurves();
        drawNames();
    }

    /** Every marker has its line; labels that would touch give way to newer ones. */
    private void drawMarkers() throws IOException {
        double free = box.right();
        List<Marker> newestFirst = new ArrayList<>(chart.markers());
        newestFirst.sort(Comparator.comparingDouble(Marker::x).reversed());
        for (Marker marker : newestFirst) {
            if (!chart.across().contains(marker.x())) {
                continue;
            }
            double x = across.pixel(marker.x());
            double width = pencil.width(marker.label());
            double left = Math.min(x, box.right() - width);
            boolean labelled = left + width <= free;
            if (labelled) {
                free = left - pencil.em(AxesSketch.GAP);
                pencil.write(marker.label(), left, plot.top() - pencil.em(AxesSketch.GAP), Side.RIGHT, "d-text");
            }
            double top = plot.top() - pencil.em(labelled ? AxesSketch.GAP / 2 : 0);
            pencil.hairline(x, top, x, plot.bottom(), "d-text-soft", 3.0, 3.0);
        }
    }

    private void drawCurves() {
        List<Item> curves = new ArrayList<>();
        for (Line line : chart.lines()) {
            if (!line.raw().isEmpty()) {
                curves.add(pencil.faintLine(line.role(), placed(line.raw())));
            }
        }
        for (Line line : chart.lines()) {
            curves.add(pencil.line(line.name(), line.role(), placed(line.points())));
        }
        pencil.add(new Within(plot, curves));
        for (int i = 0; i < chart.lines().size(); i++) {
            drawMarks(chart.lines().get(i), (i + 0.5) / chart.lines().size());
        }
    }

    /** Marks on a few of its points, shifted so that curves that run together show all theirs; one at its end. */
    private void drawMarks(Line line, double shift) {
        List<Point> places = placed(line.points());
        Point last = places.get(places.size() - 1);
        double stride = plot.width() / MARKS;
        double free = plot.left() + shift * stride;
        for (Point place : places) {
            if (place.x() >= free && place.x() < last.x() - stride / 4) {
                drawMark(line, place);
                free += stride * Math.ceil((place.x() - free) / stride + 0.01);
            }
        }
        drawMark(line, last);
    }

    private void drawMark(Line line, Point place) {
        if (place.y() >= plot.top() && place.y() <= plot.bottom()) {
            pencil.mark(line.role(), place.x(), place.y()).forEach(pencil::add);
        }
    }

    private List<Point> placed(List<Point> points) {
        return points.stream()
                .map(point -> new Point(across.pixel(point.x()), Math.max(-FAR, Math.min(FAR, up.pixel(point.y())))))
                .toList();
    }

    /** Names beside the ends of their curves, moved apart where they would touch. */
    private void drawNames() throws IOException {
        List<Line> lines = new ArrayList<>(chart.lines());
        lines.sort(Comparator.comparingDouble(this::end));
        double[] heights = Spacing.apart(
                lines.stream().mapToDouble(this::end).toArray(),
                pencil.em(AxesSketch.ROW * Pencil.SMALL),
                plot.top(),
                plot.bottom());
        double x = plot.right() + pencil.em(TO_NAME);
        for (int i = 0; i < heights.length; i++) {
            Line line = lines.get(i);
            pencil.mark(line.role(), plot.right() + pencil.em(TO_MARK), heights[i])
                    .forEach(pencil::add);
            double baseline = heights[i] + pencil.em(AxesSketch.BASELINE);
            pencil.write(label(line), x, baseline, Side.RIGHT, "d-text");
        }
    }

    private double end(Line line) {
        double y = up.pixel(last(line));
        return Math.max(plot.top(), Math.min(plot.bottom(), y));
    }

    private static String label(Line line) {
        return line.name() + "  " + Ticks.reading(last(line));
    }

    private static double last(Line line) {
        return line.points().get(line.points().size() - 1).y();
    }
}
