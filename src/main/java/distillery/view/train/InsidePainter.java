package distillery.view.train;

import distillery.lab.train.InsideSight;
import distillery.method.MethodPicture;
import distillery.method.MethodPicture.Maps;
import distillery.method.MethodPicture.Patterns;
import distillery.method.MethodPicture.Relations;
import distillery.view.Assets;
import distillery.view.Palette;
import distillery.view.Shades;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Paints what a method compares, one square of the teacher's and one of the student's, on one colour scale. */
final class InsidePainter {
    private static final int SHADES = 256;
    private static final double MOST_INK = 0.85;
    private static final double SMALLEST_MARKED_CELL = 4;

    private final GraphicsContext pen;
    private final Palette palette;
    private final double em;
    private final InsideSight sight;
    private final int row;

    /**
     * Paints with this pen.
     *
     * @param row the sample to show, where one is shown
     */
    InsidePainter(GraphicsContext pen, Palette palette, double em, InsideSight sight, int row) {
        this.pen = pen;
        this.palette = palette;
        this.em = em;
        this.sight = sight;
        this.row = row;
        pen.setImageSmoothing(false);
        pen.setLineDashes();
    }

    /** The name of a net over its squares. */
    void title(String name, boolean teacher, double left, double top, double side) {
        pen.setFont(Font.font(Assets.FONT_FAMILY, FontWeight.BOLD, 0.85 * em));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        pen.setFill(palette.color(teacher ? "d-teacher" : "d-distilled"));
        pen.fillText(name, left + side / 2, top, side);
    }

    void paint(MethodPicture picture, boolean teacher, double left, double top, double side) {
        if (picture instanceof Maps maps) {
            paint(maps, teacher ? maps.teacher() : maps.student(), left, top, side);
        } else if (picture instanceof Relations relations) {
            paint(relations, teacher ? relations.teacher() : relations.student(), left, top, side);
        } else if (picture instanceof Patterns patterns) {
            paint(patterns, teacher, left, top, side);
        }
        pen.setStroke(palette.color("d-edge"));
        pen.setLineWidth(palette.thickness());
        pen.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
    }

    /** The sample, dark on light in every look, as in the strip of the batch. */
    void digit(double left, double top, double side) {
        float[] pixels = sight.pixels().get(row);
        int height = sight.height();
        if (height == 1) {
            return; // points are no picture
        }
        int width = pixels.length / height;
        WritableImage image = new WritableImage(width, height);
        for (int i = 0; i < pixels.length; i++) {
            image.getPixelWriter().setColor(i % width, i / width, Color.gray(1 - Math.max(0, Math.min(1, pixels[i]))));
        }
        pen.drawImage(image, left, top, side, side);
    }

    private void paint(Maps maps, double[] values, double left, double top, double side) {
        digit(left, top, side);
        int plane = maps.height() * maps.width();
        double most = 1e-12;
        for (int i = row * plane; i < (row + 1) * plane; i++) {
            most = Math.max(most, Math.max(maps.teacher()[i], maps.student()[i]));
        }
        Color hot = palette.color("d-hot");
        double across = side / maps.width();
        double down = side / maps.height();
        for (int i = 0; i < plane; i++) {
            double share = values[row * plane + i] / most;
            pen.setFill(Color.color(hot.getRed(), hot.getGreen(), hot.getBlue(), MOST_INK * share));
            double x = Math.rint(left + i % maps.width() * across);
            int line = i / maps.width();
            double y = Math.rint(top + line * down);
            pen.fillRect(
                    x,
                    y,
                    Math.rint(left + (i % maps.width() + 1) * across) - x,
                    Math.rint(top + (i / maps.width() + 1) * down) - y);
        }
    }

    private void paint(Relations relations, double[] values, double left, double top, double side) {
        int[] order = sight.byClass();
        int[] ramp = ramp();
        double scale = (SHADES - 1) / Math.max(1e-12, relations.largest());
        int[] colors = new int[values.length];
        for (int i = 0; i < colors.length; i++) {
            double value = values[order[i / order.length] * order.length + order[i % order.length]];
            colors[i] = ramp[(int) Math.max(0, value * scale)];
        }
        WritableImage image = new WritableImage(order.length, order.length);
        image.getPixelWriter()
                .setPixels(0, 0, order.length, order.length, PixelFormat.getIntArgbInstance(), colors, 0, order.length);
        pen.drawImage(image, left, top, side, side);
        paintClasses(order, left, top, side / order.length);
    }

    /** Thin lines between classes, and in each square on the diagonal the name of its class, where there is room. */
    private void paintClasses(int[] order, double left, double top, double sample) {
        pen.setStroke(palette.color("d-text-faint"));
        pen.setLineWidth(0.6 * palette.thickness());
        pen.setFont(Font.font(Assets.FONT_FAMILY, 0.7 * em));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(palette.color("d-text"));
        double end = order.length * sample;
        int begin = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i < order.length && sight.labels()[order[i]] == sight.labels()[order[begin]]) {
                continue;
            }
            double at = i * sample;
            double block = at - begin * sample;
            if (i < order.length) {
                pen.strokeLine(left + at, top, left + at, top + end);
                pen.strokeLine(left, top + at, left + end, top + at);
            }
            if (block > 0.7 * em) {
                double middle = at - block / 2;
                pen.fillText(sight.labelName(order[begin]), left + middle, top + middle, block);
            }
            begin = i;
        }
    }

    private int[] ramp() {
        Color low = palette.color("d-card");
        Color high = palette.color("d-hot");
        int[] ramp = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            ramp[i] = Shades.argb(low.interpolate(high, i / (SHADES - 1.0)));
        }
        return ramp;
    }

    /** A small square for each unit, filled where it is on; where the nets differ it is marked in the student's. */
    private void paint(Patterns patterns, boolean teacher, double left, double top, double side) {
        int columns = (int) Math.ceil(Math.sqrt(patterns.units()));
        double cell = side / columns;
        double gap = cell > SMALLEST_MARKED_CELL ? 1 : 0;
        double[] values = teacher ? patterns.teacher() : patterns.student();
        for (int unit = 0; unit < patterns.units(); unit++) {
            double x = left + unit % columns * cell;
            int line = unit / columns;
            double y = top + line * cell;
            boolean on = values[row * patterns.units() + unit] > 0;
            boolean marked = !teacher && !patterns.agrees(row, unit);
            pen.setFill(palette.color(on ? teacher ? "d-teacher" : "d-distilled" : "d-hollow"));
            pen.fillRect(x, y, cell - gap, cell - gap);
            if (marked) {
                pen.setStroke(palette.color("d-text"));
                pen.setLineWidth(palette.thickness());
                pen.strokeLine(x, y, x + cell - gap, y + cell - gap);
            }
        }
    }
}
