package distillery.view.picture;

import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.ScatterNames;
import distillery.view.chart.ScatterNumbers;
import distillery.view.picture.Drawing.Box;
import distillery.view.picture.Drawing.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lays a scatter plot out in a box: title, axes, the points of each group, and its name. */
record ScatterSketch(ScatterNumbers plot, Box box, Pencil pencil) {
    private static final double TITLE = 1.25;
    private static final double HEAD = 2.4;

    void draw() throws IOException {
        pencil.write(plot.title(), box.left(), box.top() + pencil.em(TITLE), TITLE, true, Side.RIGHT, "d-text");
        Box inner = inner();
        Axis across = plot.across(inner.left(), inner.right());
        Axis up = plot.up(inner.bottom(), inner.top());
        new AxesSketch(inner, across, up, pencil).draw(plot.ticksAcross(), plot.ticksUp(), plot.axis());
        drawDiagonal(inner);
        for (ScatterNumbers.Group group : plot.groups()) {
            draw(group, across, up);
        }
        ScatterNames names = new ScatterNames(
                plot,
                inner.left(),
                inner.top(),
                inner.right(),
                inner.bottom(),
                pencil.em(AxesSketch.ROW * Pencil.SMALL),
                this::width);
        for (ScatterNames.Name name : names.all()) {
            if (name.marked()) {
                pencil.mark(name.group().role(), name.markX(), name.y()).forEach(pencil::add);
            }
            Side side = name.rightward() ? Side.RIGHT : Side.LEFT;
            double baseline = name.y() + pencil.em(AxesSketch.BASELINE);
            pencil.write(
                    name.group().name(),
                    name.x(),
                    baseline,
                    side,
                    name.group().role().color());
        }
    }

    private double width(String text) {
        try {
            return pencil.width(text);
        } catch (IOException unreadable) { // the fonts that the program comes with
            throw new UncheckedIOException(unreadable);
        }
    }

    private Box inner() throws IOException {
        double left = AxesSketch.beside(plot.ticksUp(), pencil);
        return new Box(
                box.left() + left,
                box.top() + pencil.em(HEAD),
                Math.max(1, box.width() - left - pencil.em(AxesSketch.GAP)),
                Math.max(1, box.height() - pencil.em(HEAD + AxesSketch.FOOT)));
    }

    private void drawDiagonal(Box inner) {
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
