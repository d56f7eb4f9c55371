package distillery.view.picture;

import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.ScatterNames;
import distillery.view.chart.ScatterNumbers;
import distillery.view.chart.Ticks.Tick;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lays a scatter plot out in a box: title, axes, the points of each group, and its name. */
record ScatterSketch(ScatterNumbers plot, Box box, Pencil pencil) {
    private static final double TITLE = 1.25;
    private static final double SMALL = 0.85;
    private static final double ROW = 1.25;
    private static final double GAP = 0.5;
    private static final double HEAD = 2.4;
    private static final double FOOT = 2.8;

    /** From the middle of a line of text down to its baseline. */
    private static final double BASELINE = 0.3;

    void draw() throws IOException {
        pencil.write(plot.title(), box.left(), box.top() + pencil.em(TITLE), TITLE, true, Side.RIGHT, "d-text");
        Box inner = inner();
        Axis across = plot.across(inner.left(), inner.right());
        Axis up = plot.up(inner.bottom(), inner.top());
        drawAxes(inner, across, up);
        for (ScatterNumbers.Group group : plot.groups()) {
            draw(group, across, up);
        }
        ScatterNames names = new ScatterNames(
                plot, inner.left(), inner.top(), inner.right(), inner.bottom(), pencil.em(ROW * SMALL), this::width);
        for (ScatterNames.Name name : names.all()) {
            if (name.marked()) {
                pencil.mark(name.group().role(), name.markX(), name.y()).forEach(pencil::add);
            }
            Side side = name.rightward() ? Side.RIGHT : Side.LEFT;
            double baseline = name.y() + pencil.em(BASELINE);
            pencil.write(
                    name.group().name(),
                    name.x(),
                    baseline,
                    SMALL,
                    false,
                    side,
                    name.group().role().color());
        }
    }

    private double width(String text) {
        try {
            return pencil.width(text, SMALL, false);
        } catch (IOException unreadable) { // the fonts that the program comes with
            throw new UncheckedIOException(unreadable);
        }
    }

    private Box inner() throws IOException {
        double left = 0;
        for (Tick tick : plot.ticksUp()) {
            left = Math.max(left, pencil.width(tick.label(), SMALL, false) + pencil.em(GAP));
        }
        return new Box(
                box.left() + left,
                box.top() + pencil.em(HEAD),
                Math.max(1, box.width() - left - pencil.em(GAP)),
                Math.max(1, box.height() - pencil.em(HEAD + FOOT)));
    }

    private void drawAxes(Box inner, Axis across, Axis up) throws IOException {
        for (Tick tick : plot.ticksUp()) {
            double y = up.pixel(tick.value());
            pencil.hairline(inner.left(), y, inner.right(), y, "d-edge");
            double baseline = y + pencil.em(BASELINE);
            double right = inner.left() - pencil.em(GAP);
            pencil.write(tick.label(), right, baseline, SMALL, false, Side.LEFT, "d-text-soft");
        }
        pencil.hairline(inner.left(), inner.bottom(), inner.right(), inner.bottom(), "d-text-soft");
        double below = inner.bottom() + pencil.em(ROW);
        for (Tick tick : plot.ticksAcross()) {
            double x = across.pixel(tick.value());
            pencil.hairline(x, inner.bottom(), x, inner.bottom() + pencil.em(GAP) / 2, "d-text-soft");
            pencil.write(tick.label(), x, below, SMALL, false, Side.MIDDLE, "d-text-soft");
        }
        double middle = (inner.left() + inner.right()) / 2;
        double axis = inner.bottom() + pencil.em(2 * ROW);
        pencil.write(plot.axis(), middle, axis, SMALL, false, Side.MIDDLE, "d-text-soft");
        if (plot.diagonal()) {
            pencil.hairline(
                    inner.left(),
                    inner.bottom(),
                    inner.right(),
                    inner.top(),
                    "d-text-soft",
                    ScatterNumbers.DASH,
                    ScatterNumbers.DASH);
        }
    }

    private void draw(ScatterNumbers.Group group, Axis across, Axis up) {
        List<Point> places = group.points().stream()
                .map(point -> new Point(across.pixel(point.x()), up.pixel(point.y())))
                .toList();
        if (group.joined() && group.marked()) {
            pencil.add(pencil.line(group.name(), group.role(), places));
        } else if (group.joined()) {
            for (int i = 1; i < places.size(); i++) {
                Point from = places.get(i - 1);
                Point to = places.get(i);
                String color = group.role().color();
                pencil.hairline(from.x(), from.y(), to.x(), to.y(), color, ScatterNumbers.DASH, ScatterNumbers.DASH);
            }
        }
        if (group.marked()) {
            places.forEach(
                    place -> pencil.mark(group.role(), place.x(), place.y()).forEach(pencil::add));
        }
    }
}
