package distillery.view.compare;

import distillery.lab.Appearance;
import distillery.view.Assets;
import distillery.view.PaintedPane;
import distillery.view.Palette;
import distillery.view.Role;
import distillery.view.chart.Axis;
import distillery.view.chart.Range;
import distillery.view.chart.Ticks;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Points between two axes, in groups with a colour, a mark and a name each. */
final class DotPlot extends PaintedPane {
    private static final double LEFT_EM = 2.8;
    private static final double TOP_EM = 1.9;
    private static final double BOTTOM_EM = 2.6;
    private static final double RIGHT_EM = 0.8;
    private static final double RADIUS_EM = 0.3;
    private static final int TICKS = 5;

    private @Nullable Content content;

    /** A point. */
    record Place(double x, double y) {}

    /**
     * Points that belong together.
     *
     * @param joined whether a line goes through them
     * @param marked whether each has a mark
     */
    record Group(String name, Role role, List<Place> places, boolean joined, boolean marked) {}

    /**
     * All of it.
     *
     * @param diagonal whether the line where both are equal is drawn
     */
    record Content(
            String title,
            String axis,
            Range across,
            boolean logarithmic,
            Range up,
            List<Group> groups,
            boolean diagonal) {}

    DotPlot(String id, Appearance appearance) {
        super(appearance);
        setId(id);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        atLeast(13, 13);
        repaintAfter(focusedProperty());
    }

    void show(Content now) {
        content = now;
        setAccessibleText(now.title() + ". "
                + now.groups().stream()
                        .filter(Group::marked)
                        .map(group -> group.name() + ": "
                                + group.places().stream()
                                        .map(place -> Ticks.reading(place.x()) + ", " + Ticks.reading(place.y()))
                                        .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining(". ")));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 16 * em();
    }

    @Override
    protected void paint(GraphicsContext pen, Palette palette) {
        Content shown = content;
        if (shown != null && getWidth() > 5 * em() && getHeight() > 5 * em()) {
            paint(pen, palette, shown);
        }
    }

    private void paint(GraphicsContext pen, Palette palette, Content shown) {
        double left = LEFT_EM * em();
        double right = getWidth() - RIGHT_EM * em();
        double top = TOP_EM * em();
        double bottom = getHeight() - BOTTOM_EM * em();
        Axis across = new Axis(shown.across(), left, right, shown.logarithmic());
        Axis up = new Axis(shown.up(), bottom, top, false);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, em()));
        pen.setFill(palette.color("d-text"));
        pen.fillText(shown.title(), 0, 0.7 * em(), getWidth());
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.86 * em()));
        pen.setLineWidth(1);
        pen.setLineDashes();
        for (Ticks.Tick tick : Ticks.linear(shown.up(), TICKS)) {
            double y = Math.floor(up.pixel(tick.value())) + 0.5;
            pen.setStroke(palette.color("d-edge"));
            pen.strokeLine(left, y, right, y);
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.setFill(palette.color("d-text-faint"));
            pen.fillText(tick.label(), left - 0.4 * em(), y);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        List<Ticks.Tick> below =
                shown.logarithmic() ? Ticks.logarithmic(shown.across(), TICKS) : Ticks.linear(shown.across(), TICKS);
        for (Ticks.Tick tick : below) {
            pen.fillText(tick.label(), across.pixel(tick.value()), bottom + 0.8 * em());
        }
        pen.fillText(shown.axis(), (left + right) / 2, bottom + 1.9 * em(), right - left);
        if (shown.diagonal()) {
            pen.setStroke(palette.color("d-text-faint"));
            pen.setLineDashes(4, 4);
            pen.strokeLine(left, bottom, right, top);
        }
        shown.groups().forEach(group -> paint(pen, palette, group, across, up));
        if (isFocused()) {
            pen.setLineDashes();
            pen.setStroke(palette.color("d-focus"));
            pen.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }

    private void paint(GraphicsContext pen, Palette palette, Group group, Axis across, Axis up) {
        pen.setStroke(palette.color(group.role().color()));
        pen.setFill(palette.color(group.role().color()));
        pen.setLineWidth(1.6 * palette.thickness());
        pen.setLineDashes(group.marked() ? group.role().dashes() : new double[] {3, 3});
        for (int i = 1; group.joined() && i < group.places().size(); i++) {
            Place from = group.places().get(i - 1);
            Place to = group.places().get(i);
            pen.strokeLine(across.pixel(from.x()), up.pixel(from.y()), across.pixel(to.x()), up.pixel(to.y()));
        }
        if (group.marked()) {
            group.places().forEach(place -> mark(pen, group.role(), across.pixel(place.x()), up.pixel(place.y())));
        }
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
