package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.chart.Axis;
import distillery.view.chart.ChartNumbers.Point;
import distillery.view.chart.ScatterNames;
import distillery.view.chart.ScatterNumbers;
import distillery.view.chart.Ticks;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Points between two axes, in groups with a colour, a mark and a name each. */
final class ScatterPlot extends PaintedPane {
    private static final double LEFT_EM = 2.8;
    private static final double LEAST_EM = 13;
    private static final double TOP_EM = 1.9;
    private static final double BOTTOM_EM = 2.6;
    private static final double RIGHT_EM = 0.8;
    private static final double RADIUS_EM = 0.3;
    private static final double SMALL = 0.86;
    private static final double LINE = 1.2;

    private @Nullable ScatterNumbers numbers;

    ScatterPlot(String id, Appearance appearance) {
        super(appearance);
        setId(id);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        atLeast(LEAST_EM, LEAST_EM);
        repaintAfter(focusedProperty());
    }

    void show(ScatterNumbers now) {
        numbers = now;
        setAccessibleText(now.spoken());
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 16 * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_EM * em();
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        ScatterNumbers shown = numbers;
        if (shown != null && getWidth() > 5 * em() && getHeight() > 5 * em()) {
            paint(pen, palette, shown);
        }
    }

    private void paint(GraphicsContext pen, Palette palette, ScatterNumbers shown) {
        double left = LEFT_EM * em();
        double right = getWidth() - RIGHT_EM * em();
        double top = TOP_EM * em();
        double bottom = getHeight() - BOTTOM_EM * em();
        Font small = Font.font(Assets.FONT_FAMILY, SMALL * em());
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, em()));
        pen.setFill(palette.color("d-text"));
        pen.fillText(shown.title(), 0, 0.7 * em(), getWidth());
        pen.setFont(small);
        paintAxes(pen, palette, shown, left, top, right, bottom);
        Axis across = shown.across(left, right);
        Axis up = shown.up(bottom, top);
        shown.groups().forEach(group -> paint(pen, palette, group, across, up));
        pen.setLineDashes();
        ScatterNames names =
                new ScatterNames(shown, left, top, right, bottom, LINE * SMALL * em(), text -> width(text, small));
        names.all().forEach(name -> paint(pen, palette, name));
        if (isFocused()) {
            pen.setStroke(palette.color("d-focus"));
            pen.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private void paintAxes(
            GraphicsContext pen,
            Palette palette,
            ScatterNumbers shown,
            double left,
            double top,
            double right,
            double bottom) {
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.setStroke(palette.color("d-edge"));
        pen.setFill(palette.color("d-text-faint"));
        pen.setTextAlign(TextAlignment.RIGHT);
        Axis up = shown.up(bottom, top);
        for (Ticks.Tick tick : shown.ticksUp()) {
            double y = Math.floor(up.pixel(tick.value())) + 0.5;
            pen.strokeLine(left, y, right, y);
            pen.fillText(tick.label(), left - 0.4 * em(), y);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        Axis across = shown.across(left, right);
        for (Ticks.Tick tick : shown.ticksAcross()) {
            pen.fillText(tick.label(), across.pixel(tick.value()), bottom + 0.8 * em());
        }
        pen.fillText(shown.axis(), (left + right) / 2, bottom + 1.9 * em(), right - left);
        if (shown.diagonal()) {
            pen.setStroke(palette.color("d-text-faint"));
            pen.setLineDashes(ScatterNumbers.DASH, ScatterNumbers.DASH);
            pen.strokeLine(left, bottom, right, top);
        }
    }

    private void paint(GraphicsContext pen, Palette palette, ScatterNumbers.Group group, Axis across, Axis up) {
        pen.setStroke(palette.color(group.role().color()));
        pen.setFill(palette.color(group.role().color()));
        pen.setLineWidth(1.6 * palette.thickness());
        pen.setLineDashes(
                group.marked()
                        ? palette.dashes(group.role().dashes())
                        : palette.dashes(ScatterNumbers.DASH, ScatterNumbers.DASH));
        for (int i = 1; group.joined() && i < group.points().size(); i++) {
            Point from = group.points().get(i - 1);
            Point to = group.points().get(i);
            pen.strokeLine(across.pixel(from.x()), up.pixel(from.y()), across.pixel(to.x()), up.pixel(to.y()));
        }
        if (group.marked()) {
            group.points().forEach(point -> mark(pen, group.role(), across.pixel(point.x()), up.pixel(point.y())));
        }
    }

    private void paint(GraphicsContext pen, Palette palette, ScatterNames.Name name) {
        pen.setFill(palette.color(name.group().role().color()));
        if (name.marked()) {
            mark(pen, name.group().role(), name.markX(), name.y());
        }
        pen.setTextAlign(name.rightward() ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.fillText(name.group().name(), name.x(), name.y());
    }

    private void mark(GraphicsContext pen, Role role, double x, double y) {
        double radius = RADIUS_EM * em();
        double[] corners = role.mark().corners();
        if (corners.length == 0) {
            pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            return;
        }
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + radius * corners[2 * i];
            ys[i] = y + radius * corners[2 * i + 1];
        }
        pen.fillPolygon(xs, ys, xs.length);
    }
}
