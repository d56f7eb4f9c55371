package distillery.view.chart;

import distillery.lab.train.Curve;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Role;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * The drawing operations of charts, on a canvas in the colours and the text size of the window. Lengths are in pixels
 * unless they say em.
 */
final class ChartPainter {
    private static final double SMALL_EM = 0.86;
    private static final double STROKE_EM = 0.14;
    private static final double RAW_STROKE_EM = 0.07;
    private static final double RAW_OPACITY = 0.35;
    private static final double BAND_OPACITY = 0.18;

    private final GraphicsContext canvas;
    private final Palette palette;
    private final double em;
    private final double pixel;
    private final Font small;
    private final Font bold;
    private final Text ruler = new Text();

    /** The size of text is {@code em}, that of one dot of the screen {@code pixel}, which is 0.5 where two dots make one. */
    ChartPainter(GraphicsContext canvas, Palette palette, double em, double pixel) {
        this.canvas = canvas;
        this.palette = palette;
        this.em = em;
        this.pixel = pixel;
        small = Font.font(Assets.FONT_FAMILY, SMALL_EM * em);
        bold = Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, em);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineJoin(StrokeLineJoin.BEVEL);
    }

    double em(double count) {
        return count * em;
    }

    double pixel() {
        return pixel;
    }

    Color color(String name) {
        return palette.color(name);
    }

    /** The width of small text. */
    double width(String text) {
        return width(text, small);
    }

    /** As much of a small text as there is room for, an ellipsis for the rest. */
    String fitted(String text, double room) {
        if (width(text) <= room + pixel) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "...") > room) {
            end--;
        }
        return text.substring(0, end) + "...";
    }

    private double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** Writes small text, its middle at height {@code y}. */
    void write(String text, double x, double y, TextAlignment alignment, String color) {
        canvas.setFont(small);
        canvas.setTextAlign(alignment);
        canvas.setFill(color(color));
        canvas.fillText(text, x, y);
    }

    /** Writes small text in the middle of a filled rectangle. */
    void label(String text, double x, double y, double width, double height, String color, String ground) {
        fill(x, y, width, height, ground);
        write(text, x + width / 2, y + height / 2, TextAlignment.CENTER, color);
    }

    /** Writes a headline and returns its width. */
    double writeBold(String text, double x, double y) {
        canvas.setFont(bold);
        canvas.setTextAlign(TextAlignment.LEFT);
        canvas.setFill(color("d-text"));
        canvas.fillText(text, x, y);
        return width(text, bold);
    }

    /** A line one dot wide, laid on whole dots so that it is crisp. */
    void hairline(double x1, double y1, double x2, double y2, String color, double... dashes) {
        canvas.setLineWidth(pixel);
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setLineDashes(dashes);
        canvas.setStroke(color(color));
        canvas.strokeLine(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
    }

    private double crisp(double place) {
        return (Math.floor(place / pixel) + 0.5) * pixel;
    }

    /** A strong line in the colour and pattern of a role, as far as it lies between two heights. */
    void line(DownsampledPath trace, Role role, double top, double bottom) {
        pattern(role);
        Polyline.stroke(canvas, trace.x(), trace.y(), trace.size(), top, bottom);
    }

    /** The sample of a strong line in a legend. */
    void sample(double x, double y, double length, Role role) {
        pattern(role);
        canvas.strokeLine(x, y, x + length, y);
    }

    private void pattern(Role role) {
        canvas.setLineWidth(em(STROKE_EM) * palette.thickness());
        canvas.setLineCap(StrokeLineCap.BUTT);
        canvas.setLineDashes(role.dashes());
        canvas.setStroke(color(role.color()));
    }

    /** The faint trace of the raw values, for what lies behind a strong line. */
    void faintLine(DownsampledPath trace, Role role, double top, double bottom) {
        canvas.setLineWidth(em(RAW_STROKE_EM) * palette.thickness());
        canvas.setLineDashes();
        canvas.setStroke(faint(role));
        Polyline.stroke(canvas, trace.x(), trace.y(), trace.size(), top, bottom);
    }

    /**
     * The same for a crowded curve: one upright bar a column. A line that goes up and down in every column would look
     * alike and cost the rasteriser many times as much.
     */
    void faintBars(Curve curve, Axis across, Axis up, Role role, double top, double bottom) {
        canvas.setFill(faint(role));
        double thin = em(RAW_STROKE_EM) * palette.thickness();
        DownsampledPath.extents(curve, across, up, pixel, (left, high, low) -> {
            double from = Math.max(top, Math.min(high, low - thin));
            double to = Math.min(bottom, low);
            if (from < to) {
                canvas.fillRect(left, from, pixel, to - from);
            }
        });
    }

    /** A faint area between two curves over the same x. */
    void band(Series.Band band, Axis across, Axis up, Role role, double top, double bottom) {
        int count = band.low().size();
        double[] xs = new double[2 * count];
        double[] ys = new double[2 * count];
        for (int i = 0; i < count; i++) {
            xs[i] = across.pixel(band.low().x(i));
            ys[i] = inside(up.pixel(band.low().raw().get(i)), top, bottom);
            xs[2 * count - 1 - i] = xs[i];
            ys[2 * count - 1 - i] = inside(up.pixel(band.high().raw().get(i)), top, bottom);
        }
        if (count == 1) { // a point has no area: a bar
            canvas.setFill(faint(role));
            canvas.fillRect(xs[0] - em(RAW_STROKE_EM), ys[1], em(STROKE_EM), ys[0] - ys[1]);
            return;
        }
        canvas.setFill(color(role.color()).deriveColor(0, 1, 1, BAND_OPACITY));
        canvas.fillPolygon(xs, ys, 2 * count);
    }

    private static double inside(double y, double top, double bottom) {
        return Math.max(top, Math.min(bottom, y));
    }

    private Color faint(Role role) {
        return color(role.color()).deriveColor(0, 1, 1, RAW_OPACITY);
    }

    /** A point in the colour and shape of a role, ringed so that it shows on any line. */
    void dot(double x, double y, double radius, Role role) {
        mark(role.mark(), x, y, radius + em(0.1), color("d-card"));
        mark(role.mark(), x, y, radius, color(role.color()));
    }

    private void mark(Role.Mark mark, double x, double y, double radius, Color color) {
        canvas.setFill(color);
        double[] corners = mark.corners();
        int count = corners.length / 2;
        if (count == 0) {
            canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            return;
        }
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = x + radius * corners[2 * i];
            ys[i] = y + radius * corners[2 * i + 1];
        }
        canvas.fillPolygon(xs, ys, count);
    }

    void fill(double x, double y, double width, double height, String color) {
        canvas.setFill(color(color));
        canvas.fillRect(x, y, width, height);
    }
}
